"""Life in the room: who hears, who reads, and how a room changes."""

import pytest

from goodpath_core.play.control import PauseWorld, StartWorld
from goodpath_core.play.event import By, Command, Draft
from goodpath_core.play.offline import (
    LookAround,
    LookedAround,
    RoomChanged,
    SaidAloud,
    SayAloud,
    Think,
    Thought,
    present,
)
from goodpath_core.play.places import PlaceChanged, PutPhoneDown
from goodpath_core.play.sight import Viewer, visible
from goodpath_core.play.state import JournalLine
from town import TEACHER, Town, one_phase, playing


def offline(*keys: str) -> Town:
    """These have put the phone down."""
    town = playing(one_phase())
    for key in keys:
        town.do(PutPhoneDown(), town.player(f"1/{key}"))
    return town


def test_what_is_said_aloud_is_heard_in_the_house_by_those_off_the_phone() -> None:
    town = offline("yuting", "chunmei", "ming")
    heard = ("1/yuting", "1/chunmei")
    assert town.do(SayAloud(text=" hot\x07 "), town.player("1/yuting")) == [
        Draft(SaidAloud(text="hot\ufffd", heard=heard), "people:1/yuting,1/chunmei", 1, "1/yuting")
    ]
    seq = town.events[-1].seq
    assert town.world.journal == [JournalLine(seq, 64_800, heard, "said", "1/yuting", "hot\ufffd", 1)]
    heard_by = [
        bool(visible(town.world, Viewer("student", 0, 1, f"1/{k}")).journal) for k in ("chunmei", "ming")
    ]
    assert heard_by == [True, False]


def test_nobody_on_the_phone_hears_and_on_the_line_one_speaks_to_oneself() -> None:
    town = offline("yuting")
    assert town.do(SayAloud(text="hot"), town.player("1/yuting"))[0].audience == "people:1/yuting"
    town = offline("chunmei")
    moved = PlaceChanged(persona="1/yuting", place="shift", rule="shift")
    town.apply(Draft(moved, "cell", 1, "1/yuting"), "script")
    assert town.do(SayAloud(text="hot"), town.player("1/yuting")) == [
        Draft(SaidAloud(text="hot", heard=("1/yuting",)), "people:1/yuting", 1, "1/yuting")
    ]
    assert town.events[-1].place == "shift"


def test_a_thought_and_a_look_are_ones_own() -> None:
    town = offline("yuting")
    by = town.player("1/yuting")
    assert town.do(Think(text="away"), by) == [Draft(Thought(text="away", seat=1), "seat:1", 1, "1/yuting")]
    seq = town.events[-1].seq
    assert town.world.journal == [
        JournalLine(seq, 64_800, ("1/yuting",), "thought", "1/yuting", "away", 1, 1)
    ]
    assert town.do(LookAround(), by) == [Draft(LookedAround(), "people:1/yuting", 1, "1/yuting")]
    assert len(town.world.journal) == 1


@pytest.mark.parametrize("command", [SayAloud(text="x"), Think(text="x"), LookAround()])
def test_the_room_needs_the_phone_down_and_a_world_that_runs(command: Command) -> None:
    town = offline("yuting")
    assert town.refused(command, town.player("1/ming")) == "on_phone"
    town.do(PauseWorld(), By("teacher", "teacher"))
    assert town.refused(command, town.player("1/yuting")) == "paused"


@pytest.mark.parametrize("kind", [SayAloud, Think])
def test_words_in_the_room_are_some_and_at_most_two_hundred_and_eighty(kind: type[SayAloud | Think]) -> None:
    town = offline("yuting")
    by = town.player("1/yuting")
    assert town.refused(kind(text=" \u200b"), by) == "empty"
    assert town.refused(kind(text="x" * 281), by) == "too_long"
    assert town.do(kind(text="\U0001f600" * 280), by)


def test_a_room_changes_for_its_dweller() -> None:
    town = offline("yuting")
    fact = RoomChanged(persona="1/yuting", text="Dark.")
    town.apply(Draft(fact, "people:1/yuting", 1, "1/yuting"), "script")
    assert town.world.persons["1/yuting"].room_text == "Dark."
    other = visible(town.world, Viewer("student", 2, 1, "1/chunmei"))
    assert other.persons["1/yuting"].room_text == ""


def test_whom_nobody_plays_is_not_in_the_room_and_hears_nothing() -> None:
    town = Town(1)
    town.play("1/yuting")
    town.do(StartWorld(), TEACHER)
    town.do(PutPhoneDown(), town.player("1/yuting"))
    town.world.persons["1/chunmei"].place = "room"
    assert present(town.world, "1/row") == ["1/yuting"]
    (said,) = town.do(SayAloud(text="Anybody?"), town.player("1/yuting"))
    assert said.audience == "people:1/yuting"
