"""What the teacher removed from pages is in no transcript, table or report, not even as a name."""

from pathlib import Path

import pytest
from goodpath.library import load

from goodpath_core.play.albums import ArrangeAlbum, GiveReason
from goodpath_core.play.bounds import ENDLESS
from goodpath_core.play.control import EndSession, NextPhase, StartWorld
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.moderation import HideComment, HideFace, HidePost
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
    town.after(5, EditPage(nickname="Rude Name", signature="rude line", skin="neon", music="a song"), yuting)
    town.after(5, PostMessage(room=GROUP, text="it is me"), yuting)
    post = town.after(5, PublishPost(text="rude post"), yuting)
    pictures = ArrangeAlbum(name="rude album", cards=("bridge-rain",))
    town.after(5, pictures, yuting)
    town.after(5, GiveReason(card="bridge-rain", text="rude reason"), yuting)
    town.after(5, HideAlbumName(page=PAGE, album="main"), TEACHER)
    town.after(5, pictures.model_copy(update={"name": "fine album"}), yuting)
    town.after(5, HideFace(page=PAGE, part="nickname"), TEACHER)
    town.after(5, HideFace(page=PAGE, part="signature"), TEACHER)
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
    for told in ("The teacher removed the post L", "The teacher removed the nickname on the page of"):
        assert told in text
    assert "changed the page: signature “better”" in text
    assert "arranged the album “(removed by the teacher)”: “" in text
    assert "arranged the album “fine album”: “" in text
    assert "was chosen: (removed by the teacher)" in text
    assert "said aloud: (removed by the teacher)" in text
    assert "which was said aloud." in text
    assert "The teacher removed the name of an album of" in text
    assert "The teacher removed the words on why" in text


def test_the_report_says_of_reasons_and_of_words_aloud_that_they_were_removed(path: Path) -> None:
    with SessionFile(path) as file:
        page = report(file, private=True)
    assert page.count("(removed by the teacher)") == 2


def test_what_is_read_folds_in_the_end_to_what_was_played(path: Path) -> None:
    played = World(bounds=ENDLESS)
    with SessionFile(path) as file:
        *_, (scene, _) = walk(file)
        for record in file.records():
            fold(played, event_of(record))
    assert scene.world == played
