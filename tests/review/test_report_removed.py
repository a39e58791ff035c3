"""What the report says of words that are gone, and of whom it says who wrote them."""

from pathlib import Path

import pytest
from goodpath.library import load

from goodpath_core.play.control import EndSession, NextPhase, StartWorld
from goodpath_core.play.event import By
from goodpath_core.play.moderation import HideComment
from goodpath_core.play.offline import SayAloud
from goodpath_core.play.places import PickUpPhone
from goodpath_core.play.posts import PublishPost, Repost
from goodpath_core.play.responses import WriteComment
from goodpath_core.play.taken_down import HideSaid
from goodpath_core.play.visits import VisitPage
from goodpath_review.session_file import SessionFile
from goodpath_review.transcript import transcript
from review.played_class import TEACHER, PlayedClass
from review.test_report import Page, html

HURTS = "a word that hurts"


def on_the_phone(*personas: str) -> tuple[PlayedClass, list[By]]:
    """A session in a phase of pages and visits, with the phone in everybody's hand."""
    town = PlayedClass(load("apple-phone"))
    players = [town.seat(one) for one in personas]
    town.after(5, StartWorld(), TEACHER)
    town.after(5, NextPhase(), TEACHER)
    for one in players:
        if town.world.persons[one.persona].place != "phone":
            town.after(2, PickUpPhone(), one)
    return town, players


def post(town: PlayedClass, by: By, text: str) -> str:
    """The name of the thing that was posted."""
    return f"post:{town.after(5, PublishPost(text=text), by)}"


def comment(town: PlayedClass, by: By, thing: str, text: str) -> int:
    return town.after(5, WriteComment(page="1/yuting", thing=thing, text=text), by)


def read(town: PlayedClass, folder: Path) -> tuple[str, str]:
    """What the class and the reviewer read once the session is over."""
    town.after(5, EndSession(), TEACHER)
    path = town.save(folder / "evening.goodpath")
    return Page(html(path)).text, Page(html(path, private=True)).text


def test_a_removed_word_is_called_removed_and_the_reviewer_alone_reads_whose_it_was(tmp_path: Path) -> None:
    town, (yuting, haibo) = on_the_phone("1/yuting", "1/haibo")
    hidden = comment(town, haibo, post(town, yuting, "Words only."), HURTS)
    town.after(5, HideComment(page="1/yuting", comment=hidden), TEACHER)
    shared, alone = read(town, tmp_path)

    assert "Words only. (removed by the teacher)" in shared
    assert "Words only. Wave (Long Haibo) : (removed by the teacher)" in alone
    assert "(erased)" not in shared + alone and HURTS not in shared + alone


def test_whose_only_word_was_removed_is_not_told_to_the_class_as_one_who_left_something(
    tmp_path: Path,
) -> None:
    town, (yuting, haibo) = on_the_phone("1/yuting", "1/haibo")
    town.after(5, VisitPage(page="1/yuting"), haibo)
    hidden = comment(town, haibo, post(town, yuting, "Words only."), HURTS)
    town.after(5, HideComment(page="1/yuting", comment=hidden), TEACHER)
    shared, alone = read(town, tmp_path)

    assert "Came, and left something: Wave (Long Haibo)." in alone
    assert "left something" not in shared and "Came, and said nothing" not in shared


def test_what_was_said_aloud_and_removed_is_no_part_of_a_life_that_the_class_reads(tmp_path: Path) -> None:
    town = PlayedClass(load("apple-phone"))
    yuting, _ = town.seat("1/yuting"), town.seat("1/chunmei")
    town.after(5, StartWorld(), TEACHER)
    town.after(5, SayAloud(text="the fan turns on three"), yuting)
    spoken = town.after(5, SayAloud(text=HURTS), yuting)
    town.after(5, HideSaid(line=spoken), TEACHER)
    shared, alone = read(town, tmp_path)

    assert "said aloud the fan turns on three Every version of the page" in shared
    assert "(removed by the teacher)" not in shared
    assert "said aloud (removed by the teacher) Every version of the page" in alone


def test_erased_posts_are_called_erased_and_one_passed_on_without_a_word_is_not(tmp_path: Path) -> None:
    town, (yuting, haibo, xiaoyan) = on_the_phone("1/yuting", "1/haibo", "1/xiaoyan")
    thing = post(town, yuting, "Words only.")
    town.after(5, Repost(page="1/yuting", thing=thing), haibo)
    town.erase(town.after(5, Repost(page="1/yuting", thing=thing, text=HURTS), xiaoyan))
    town.erase(int(post(town, xiaoyan, HURTS).removeprefix("post:")))

    assert [text.count("(erased)") for text in read(town, tmp_path)] == [2, 2]


@pytest.mark.parametrize(
    ("text", "said"), [("", "posted: (passed on"), ("Look!", "posted: Look! (passed on")]
)
def test_the_transcript_has_one_blank_before_what_was_passed_on(tmp_path: Path, text: str, said: str) -> None:
    town, (yuting, haibo) = on_the_phone("1/yuting", "1/haibo")
    town.after(5, Repost(page="1/yuting", thing=post(town, yuting, "Words only."), text=text), haibo)
    with SessionFile(town.save(tmp_path / "evening.goodpath")) as file:
        assert f"{said}: the post “Words only.” of" in "".join(transcript(file))
