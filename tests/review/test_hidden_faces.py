"""What the teacher removed from pages is in no transcript, table or report, not even as a name."""

from pathlib import Path

import pytest
from goodpath.library import load

from goodpath_core.play.albums import ArrangeAlbum, GiveReason
from goodpath_core.play.bounds import ENDLESS
from goodpath_core.play.control import EndSession, NextPhase, StartWorld
from goodpath_core.play.hidden_faces import HideFace
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.moderation import HideComment, HidePost
from goodpath_core.play.offline import SayAloud
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.responses import WriteComment
from goodpath_core.play.state import World
from goodpath_core.play.taken_down import HideAlbumName, HideReason, HideSaid
from goodpath_core.record import event_of, fold
from goodpath_review.chronicle import walk
from goodpath_review.report import report
from goodpath_review.session_file import SessionFile
from goodpath_review.tables import csv_table, json_lines
from goodpath_review.transcript import transcript
from review.evening import GROUP
from review.played_class import TEACHER, PlayedClass

PAGE = "1/yuting"
RUDE = ("Rude Name", "rude line", "rude post", "rude word", "rude album", "rude reason")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Yuting's page had a fine nickname, then a rude one with all else, which the teacher removed late."""
    town = PlayedClass(load("ten-pictures"))
    yuting, haibo = town.seat(PAGE), town.seat("1/haibo")
    town.after(5, StartWorld(), TEACHER)
    town.after(5, EditPage(nickname="Fine Name"), yuting)
    rude = EditPage(nickname="Rude Name", signature="rude line", skin="neon", music="a song")
    version = town.after(5, rude, yuting)
    town.after(5, PostMessage(room=GROUP, text="it is me"), yuting)
    post = town.after(5, PublishPost(text="rude post"), yuting)
    pictures = ArrangeAlbum(name="rude album", cards=("bridge-rain",))
    town.after(5, pictures, yuting)
    town.after(5, GiveReason(card="bridge-rain", text="rude reason"), yuting)
    town.after(5, HideAlbumName(page=PAGE, album="main"), TEACHER)
    town.after(5, pictures.model_copy(update={"name": "fine album"}), yuting)
    town.after(5, HideFace(page=PAGE, part="nickname", version=version), TEACHER)
    town.after(5, HideFace(page=PAGE, part="signature", version=version), TEACHER)
    town.after(5, EditPage(signature="better"), yuting)
    town.after(5, NextPhase(), TEACHER)
    word = town.after(5, WriteComment(page=PAGE, thing="page", text="rude word"), haibo)
    town.after(5, HidePost(page=PAGE, post=post), TEACHER)
    town.after(5, HideComment(page=PAGE, comment=word), TEACHER)
    town.after(5, PutPhoneDown(), yuting)
    said = town.after(5, SayAloud(text="rude words"), yuting)
    town.after(5, HideSaid(line=said), TEACHER)
    town.after(5, NextPhase(), TEACHER)
    town.after(5, NextPhase(), TEACHER)
    town.after(5, NextPhase(), TEACHER)
    town.after(5, EndSession(), TEACHER)
    town.after(5, HideReason(page=PAGE, card="bridge-rain"), TEACHER)
    return town.save(tmp_path / "rude.goodpath")


def test_no_form_but_the_exact_records_quotes_it(path: Path) -> None:
    with SessionFile(path) as file:
        forms = [
            "".join(transcript(file)),
            "".join(csv_table(file)),
            report(file),
            report(file, private=True),
        ]
        exact = "".join(json_lines(file))
    assert [rude for form in forms for rude in RUDE if rude in form] == []
    assert all(rude in exact for rude in RUDE)


def test_the_transcript_says_what_was_removed_and_keeps_all_else(path: Path) -> None:
    with SessionFile(path) as file:
        text = "".join(transcript(file))
    gone = "“(removed by the teacher)”"
    assert f"changed the page: nickname {gone}, signature {gone}, skin “" in text
    assert "music “a song”" in text
    assert "Fine Name (Pan Yuting) wrote in Page makers: it is me" in text
    assert "posted: (removed by the teacher)" in text
    assert "wrote under the page of Pan Yuting: (removed by the teacher)" in text
    for told in (
        "The teacher removed the post L",
        "The teacher removed words of the nickname on the page of",
    ):
        assert told in text
    assert "changed the page: signature “better”" in text
    assert "arranged the album “(removed by the teacher)”: “" in text
    assert "arranged the album “fine album”: “" in text
    assert "was chosen: (removed by the teacher)" in text
    assert "said aloud: (removed by the teacher)" in text
    assert "which was said aloud." in text
    assert "The teacher removed the name of an album of" in text
    assert "The teacher removed the words on why" in text


def test_the_report_says_of_reasons_of_words_under_a_page_and_of_words_aloud_that_they_were_removed(
    path: Path,
) -> None:
    with SessionFile(path) as file:
        page = report(file, private=True)
    assert page.count("(removed by the teacher)") == 3 and "(erased)" not in page


def test_what_is_read_folds_in_the_end_to_what_was_played(path: Path) -> None:
    played = World(bounds=ENDLESS)
    with SessionFile(path) as file:
        *_, (scene, _) = walk(file)
        for record in file.records():
            fold(played, event_of(record))
    assert scene.world == played


def forms(town: PlayedClass, folder: Path) -> tuple[str, str, str, str]:
    """Transcript, spreadsheet and both reports of a session."""
    with SessionFile(town.save(folder / "class.goodpath")) as file:
        both = report(file), report(file, private=True)
        return "".join(transcript(file)), "".join(csv_table(file)), *both


def signed(*signatures: str) -> tuple[PlayedClass, list[int]]:
    """A class in which Yuting's page had these signatures, and the numbers of their versions."""
    town = PlayedClass(load("ten-pictures"))
    yuting = town.seat(PAGE)
    town.after(5, StartWorld(), TEACHER)
    return town, [town.after(5, EditPage(signature=words), yuting) for words in signatures]


def test_words_that_were_changed_since_are_removed_from_every_form_and_nothing_else(tmp_path: Path) -> None:
    town, (rude, _, again, _) = signed("rude about Ana", "sunny day", "rude about Ana", "a quiet night")
    town.after(5, HideFace(page=PAGE, part="signature", version=again), TEACHER)
    for form in forms(town, tmp_path):
        assert "rude about Ana" not in form
        assert "sunny day" in form and "a quiet night" in form
    assert [one.signature for one in town.world.pages[PAGE].versions[1:]] == [
        "",
        "sunny day",
        "",
        "a quiet night",
    ]
    assert rude < again


def test_words_that_the_state_has_no_more_go_with_the_same_words_that_it_has(tmp_path: Path) -> None:
    town, (*_, last) = signed("rude about Ana", *(f"mood {n}" for n in range(25)), "rude about Ana")
    town.after(5, HideFace(page=PAGE, part="signature", version=last), TEACHER)
    for form in forms(town, tmp_path):
        assert "rude about Ana" not in form
        assert all(f"mood {n}" in form for n in range(25))


def test_words_that_stood_only_in_versions_that_the_state_has_no_more_go_by_themselves(
    tmp_path: Path,
) -> None:
    moods = [f"mood {n}" for n in range(25)]
    town, (rude, *_) = signed("rude about Ana", *moods)
    assert rude not in [version.seq for version in town.world.pages[PAGE].versions]
    town.after(5, HideFace(page=PAGE, part="signature", version=rude), TEACHER)
    for form in forms(town, tmp_path):
        assert "rude about Ana" not in form
        assert all(mood in form for mood in moods)


def test_a_removed_nickname_stands_beside_no_line_that_was_said_under_it(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    yuting = town.seat(PAGE)
    town.after(5, StartWorld(), TEACHER)
    rude = town.after(5, EditPage(nickname="Rude Name"), yuting)
    town.after(5, PostMessage(room=GROUP, text="it is me"), yuting)
    town.after(5, EditPage(nickname="Fine Name"), yuting)
    town.after(5, PostMessage(room=GROUP, text="me again"), yuting)
    town.after(5, HideFace(page=PAGE, part="nickname", version=rude), TEACHER)
    read, *others = forms(town, tmp_path)
    assert [form for form in (read, *others) if "Rude Name" in form] == []
    assert "Pan Yuting wrote in Page makers: it is me" in read
    assert "Fine Name (Pan Yuting) wrote in Page makers: me again" in read


def test_of_an_edit_that_was_erased_nobody_guesses_what_it_said(tmp_path: Path) -> None:
    town, (_, rude) = signed("a fine day", "rude about Ana")
    town.after(5, EditPage(music="a song"), town.by(PAGE))
    town.after(5, HideFace(page=PAGE, part="signature", version=rude), TEACHER)
    town.erase(rude)
    for form in forms(town, tmp_path):
        assert "rude about Ana" not in form
        assert "a fine day" in form
