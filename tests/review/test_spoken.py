"""Of what a persona's player wrote a few lines stand for all, and only what still stands is kept."""

from pathlib import Path

import pytest
from goodpath.library import load

from goodpath_core.play.control import StartWorld
from goodpath_core.play.messages import HideMessage, PostMessage, TakeBackMessage, private_room
from goodpath_core.play.narration import SpeakAsNpc
from goodpath_review.chronicle import walk
from goodpath_review.session_file import SessionFile
from goodpath_review.spoken import Said, few, said
from review.played_class import TEACHER, PlayedClass

GROUP = "1/page-makers"


def line(seq: int, text: str) -> Said:
    return Said(seq, 70_000, "Page makers", text, "", False)


@pytest.mark.parametrize(
    ("texts", "chosen"),
    [
        ([], []),
        (["only one"], ["only one"]),
        (["a", "b"], ["a", "b"]),
        (["first", "the longest of them", "short", "last"], ["first", "the longest of them", "last"]),
        (["the longest of them", "short", "last"], ["the longest of them", "last"]),
        (["first", "as long", "so long", "last"], ["first", "as long", "last"]),
    ],
    ids=["none", "one", "two", "four", "the first is the longest", "two are equally long"],
)
def test_the_first_the_longest_and_the_last_stand_for_all_each_once(
    texts: list[str], chosen: list[str]
) -> None:
    assert [one.text for one in few([line(seq, text) for seq, text in enumerate(texts, start=10)])] == chosen


def test_a_line_is_quoted_whole_up_to_three_hundred_signs() -> None:
    assert line(12, "y" * 300).quoted == "y" * 300
    assert line(12, "y" * 301).quoted == "y" * 300 + " ... (goes on: L012 of the transcript)"


def test_a_quotation_does_not_end_in_a_blank() -> None:
    assert line(7, "y" * 299 + " and more").quoted == "y" * 299 + " ... (goes on: L007 of the transcript)"


def test_only_what_a_player_wrote_and_nobody_took_away_is_kept(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    yuting, _ = town.seat("1/yuting"), town.seat("1/xiaoyan")
    town.after(5, StartWorld(), TEACHER)
    kept = town.after(5, PostMessage(room=GROUP, text="here I am"), yuting)
    back = town.after(5, PostMessage(room=GROUP, text="not so"), yuting)
    town.after(5, TakeBackMessage(room=GROUP, message=back), yuting)
    hurt = town.after(5, PostMessage(room=GROUP, text="you are stupid"), yuting)
    town.after(5, HideMessage(room=GROUP, message=hurt), TEACHER)
    town.after(5, SpeakAsNpc(npc="traveller", room=GROUP, text="What a town!"), TEACHER)
    alone = town.after(5, PostMessage(room=private_room("1/yuting", "1/xiaoyan"), text="psst"), yuting)

    with SessionFile(town.save(tmp_path / "spoken.goodpath")) as file:
        found = [one for _, each in walk(file) if (one := said(each))]

    assert [(one.seq, one.text, one.card, one.private) for one in found] == [
        (kept, "here I am", "", False),
        (alone, "psst", "", True),
    ]
    assert found[0].room == "Page makers"
