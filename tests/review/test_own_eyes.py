"""How much no classmate was to read is counted and said in one list, and only of those who were played."""

from pathlib import Path

import pytest
from goodpath.library import load

from goodpath_core.play.control import StartWorld
from goodpath_core.play.offline import SayAloud, Think
from goodpath_core.play.posts import PublishPost, RemovePost
from goodpath_core.play.state import JournalLine
from goodpath_review.lives import lives, read_session
from goodpath_review.own_eyes import is_unheard, own_eyes
from goodpath_review.session_file import SessionFile
from review.played_class import TEACHER, PlayedClass

ALWAYS = "dreams, secrets, who came and said nothing"


def line(kind: str, *heard: str) -> JournalLine:
    return JournalLine(7, 0, heard, kind, "1/yuting", "words", 1)


@pytest.mark.parametrize(
    ("said", "unheard"),
    [
        (line("thought", "1/yuting"), True),
        (line("said", "1/yuting"), True),
        (line("said"), True),
        (line("said", "1/yuting", "1/chunmei"), False),
        (line("told", "1/yuting"), False),
    ],
    ids=["a thought", "with nobody there", "not even oneself", "with somebody there", "the narrator"],
)
def test_only_what_nobody_else_could_hear_is_unheard(said: JournalLine, unheard: bool) -> None:
    assert is_unheard(said) is unheard


def counted(town: PlayedClass, folder: Path) -> str:
    with SessionFile(town.save(folder / "own.goodpath")) as file:
        session = read_session(file)
        return own_eyes(session, lives(session))


def test_where_nobody_was_played_there_is_nothing_to_leave_out(tmp_path: Path) -> None:
    assert counted(PlayedClass(load("apple-phone")), tmp_path) == ""


def test_what_is_always_left_out_is_a_list_without_numbers(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    town.seat("1/yuting")

    assert counted(town, tmp_path) == f"{ALWAYS} and how many strangers passed"


def test_one_thing_and_several_are_counted_in_words_of_their_own(tmp_path: Path) -> None:
    town = PlayedClass(load("apple-phone"))
    xiaoyan, yuting = town.seat("1/xiaoyan"), town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    for words in ("one", "two"):
        town.after(5, Think(text=words), yuting)
    town.after(5, SayAloud(text="anybody up there?"), xiaoyan)

    assert counted(town, tmp_path) == (
        f"{ALWAYS}, how many strangers passed, 2 thoughts and 1 line said with nobody there"
    )


def test_a_post_for_own_eyes_that_was_taken_down_is_not_counted(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    yuting = town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    town.after(5, PublishPost(text="kept", visible_to="me"), yuting)
    down = town.after(5, PublishPost(text="taken down", visible_to="me"), yuting)
    town.after(5, RemovePost(post=down), yuting)

    assert counted(town, tmp_path) == f"{ALWAYS}, how many strangers passed and 1 post for own eyes"
