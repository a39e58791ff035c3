"""The transcript names who set the notice of a group; a player's stands in the report as a line does."""

from pathlib import Path

from goodpath.library import load

from goodpath_core.play.control import EndSession, StartWorld
from goodpath_core.play.event import Event
from goodpath_core.play.messages import HideMessage, NoticeSet, PostMessage, SetNotice
from goodpath_review.report import report
from goodpath_review.scene import Scene
from goodpath_review.sentences import say
from goodpath_review.session_file import SessionFile
from review.evening import evening
from review.played_class import TEACHER, PlayedClass
from review.test_report import Page

GROUP = "1/page-makers"


def told(voice: str, text: str) -> str:
    scene = Scene(load("ten-pictures").scenario, False, {}, {}, evening().world)
    fact = NoticeSet(text=text)
    return say(scene, Event(99, 0, 0, 0, 1, "phone", "script", voice, GROUP, "all", fact))


def read_report(town: PlayedClass, path: Path) -> str:
    with SessionFile(town.save(path / "notices.goodpath")) as file:
        return Page(report(file)).text


def test_the_transcript_names_who_set_a_notice() -> None:
    assert [told(voice, "At eight.") for voice in ("1/xiaoyan", "teacher", "narrator", "npc:traveller")] == [
        "Deng Xiaoyan set the notice of Page makers: At eight.",
        "The teacher set the notice of Page makers: At eight.",
        "The narrator set the notice of Page makers: At eight.",
        "Stranger with a suitcase set the notice of Page makers: At eight.",
    ]


def test_a_notice_that_was_taken_away_is_told_with_who_did_it() -> None:
    assert told("teacher", "") == "The teacher set the notice of Page makers: (nothing)"


def test_the_notice_of_a_player_stands_in_the_report_among_the_lines_in_groups(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    xiaoyan = town.seat("1/xiaoyan")
    town.after(5, StartWorld(), TEACHER)
    line = town.after(5, PostMessage(room=GROUP, text="hi"), xiaoyan)
    own = town.after(5, SetNotice(room=GROUP, text="Ten pictures by eight."), xiaoyan)
    town.after(5, SetNotice(room=GROUP, text="The teacher's own words."), TEACHER)
    town.after(5, SetNotice(room=GROUP, text=""), xiaoyan)
    town.after(5, EndSession(), TEACHER)
    text = read_report(town, tmp_path)

    assert f"L{line:03d}, Page makers hi" in text
    assert f"L{own:03d}, notice of Page makers Ten pictures by eight." in text
    assert "The teacher's own words." not in text
    assert "the first, the longest and the last" not in text, "an empty board is no line"


def test_a_notice_that_the_teacher_removed_is_not_in_the_report(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    xiaoyan = town.seat("1/xiaoyan")
    town.after(5, StartWorld(), TEACHER)
    own = town.after(5, SetNotice(room=GROUP, text="Something rude."), xiaoyan)
    town.after(5, HideMessage(room=GROUP, message=own), TEACHER)
    town.after(5, EndSession(), TEACHER)

    assert "Something rude." not in read_report(town, tmp_path)
