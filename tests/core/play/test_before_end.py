"""What is told of the end of a phase keeps its distance from it, however long the phase becomes."""

from dataclasses import replace

from goodpath_core.play.control import PauseWorld, PhaseBegan, StartWorld
from goodpath_core.play.event import Draft
from goodpath_core.play.extension import ExtendPhase
from goodpath_core.play.narration import Narrated
from goodpath_core.play.script import (
    DelayInject,
    FireInject,
    InjectDelayed,
    InjectFired,
    InjectSkipped,
    SkipInject,
    due_ms,
    next_due,
    waiting,
)
from goodpath_core.play.shortening import PhaseShortened, ShortenPhase
from goodpath_core.scenario.actions import Narrate
from goodpath_core.scenario.phases import Inject
from goodpath_core.scenario.value import Rules
from town import OPEN, TEACHER, Town, at, before_end, one_phase, phase, playing, scenario

SPARED = Rules(False, True, True)
"""Batteries do not run down."""
LAST_MINUTE = before_end("m", 60, Narrate("One minute more."))
TOLD = [
    Draft(InjectFired(inject="m"), "teacher", 1),
    Draft(Narrated(text="One minute more."), "cell", 1, "narrator"),
]


def town_of(*injects: Inject) -> Town:
    """One phase of 300 seconds."""
    return playing(replace(one_phase(OPEN, *injects), rules=SPARED))


def dues(town: Town) -> list[int | None]:
    return [due_ms(town.world, inject, cell) for inject, cell, _ in waiting(town.world)]


def test_it_happens_when_so_much_play_is_left() -> None:
    town = town_of(LAST_MINUTE)
    assert next_due(town.world) == town.wall_ms + 240_000
    town.wait(239.999)
    assert town.tick() == []
    town.wait(0.001)
    assert town.tick() == TOLD
    town.wait(59)
    assert town.tick() == []


def test_each_minute_that_the_phase_is_given_puts_it_off_by_a_minute() -> None:
    town = town_of(LAST_MINUTE, at("rain", 240, Narrate("It rains.")))
    town.do(ExtendPhase(), TEACHER)
    town.do(ExtendPhase(), TEACHER)
    assert dues(town) == [360_000, 240_000]
    town.wait(240)
    assert town.tick()[0].fact == InjectFired(inject="rain")
    town.wait(120)
    assert town.tick() == TOLD


def test_it_moves_while_the_world_is_paused_too() -> None:
    town = town_of(LAST_MINUTE)
    town.wait(239)
    town.do(PauseWorld(), TEACHER)
    town.do(ExtendPhase(), TEACHER)
    assert dues(town) == [300_000]


def test_a_phase_that_is_cut_shorter_than_that_leaves_it_out() -> None:
    town = town_of(LAST_MINUTE, at("rain", 240, Narrate("It rains.")))
    town.wait(100)
    assert town.do(ShortenPhase(), TEACHER) == [
        Draft(InjectSkipped(inject="m"), "teacher", 1),
        Draft(InjectSkipped(inject="rain"), "teacher", 1),
        Draft(PhaseShortened(seconds=190), "all"),
    ]
    assert town.tick() == []
    for _ in range(3):
        town.do(ExtendPhase(), TEACHER)
    town.wait(189)
    assert town.tick() == [], "what was left out stays so"


def test_it_is_left_out_in_each_cell_where_it_has_not_happened() -> None:
    town = Town(2, replace(one_phase(OPEN, LAST_MINUTE), rules=SPARED))
    town.play("1/yuting", "2/yuting")
    town.do(StartWorld(), TEACHER)
    town.do(FireInject(inject="m", cell=1), TEACHER)
    assert town.do(ShortenPhase(), TEACHER)[0] == Draft(InjectSkipped(inject="m"), "teacher", 2)
    assert town.tick() == []


def test_what_happened_before_the_phase_was_cut_is_not_left_out() -> None:
    town = town_of(LAST_MINUTE)
    town.wait(250)
    assert town.tick() == TOLD
    assert town.do(ShortenPhase(), TEACHER) == [Draft(PhaseShortened(seconds=40), "all")]


def test_what_is_tied_to_the_last_seconds_themselves_happens_as_they_begin() -> None:
    town = town_of(before_end("m", 10, Narrate("One minute more.")))
    town.wait(100.7)
    assert town.do(ShortenPhase(), TEACHER) == [Draft(PhaseShortened(seconds=190), "all")]
    assert town.tick() == TOLD


def test_what_was_put_off_as_far_as_the_end_keeps_its_distance_too() -> None:
    town = town_of(LAST_MINUTE)
    town.do(DelayInject(inject="m", cell=1, seconds=55), TEACHER)
    town.wait(100)
    assert town.do(ShortenPhase(), TEACHER) == [Draft(PhaseShortened(seconds=190), "all")]
    town.wait(4.999)
    assert town.tick() == []
    town.wait(0.001)
    assert town.tick() == TOLD


def test_what_is_nearer_to_the_end_than_a_phase_is_cut_keeps_its_distance() -> None:
    town = town_of(before_end("m", 5, Narrate("One minute more.")))
    town.wait(100)
    town.do(ShortenPhase(), TEACHER)
    town.wait(4.999)
    assert town.tick() == []
    town.wait(0.001)
    assert town.tick() == TOLD


def test_what_is_tied_to_the_very_end_still_happens_in_its_phase() -> None:
    town = playing(
        replace(
            scenario(),
            phases=(phase("one", (before_end("m", 0, Narrate("One minute more.")),)), phase("two")),
            rules=SPARED,
        )
    )
    town.wait(300)
    told = [draft.fact for draft in town.tick()]
    assert told[0] == InjectFired(inject="m")
    assert isinstance(told[2], PhaseBegan)


def test_it_can_be_put_off_as_far_as_the_end_and_left_out() -> None:
    town = town_of(LAST_MINUTE)
    assert town.refused(DelayInject(inject="m", cell=1, seconds=61), TEACHER) == "phase_ends"
    put_off = Draft(InjectDelayed(inject="m", seconds=30), "teacher", 1)
    assert town.do(DelayInject(inject="m", cell=1, seconds=30), TEACHER) == [put_off]
    assert dues(town) == [270_000]
    town.do(ExtendPhase(), TEACHER)
    assert dues(town) == [330_000]
    town.do(SkipInject(inject="m", cell=1), TEACHER)
    assert dues(town) == []
