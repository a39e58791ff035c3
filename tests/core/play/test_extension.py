"""The teacher gives a phase more time."""

from dataclasses import replace

import pytest

from goodpath_core.play.clock import seconds_left, world_s
from goodpath_core.play.control import EndSession, NextPhase, PauseWorld, PhaseBegan, ResumeWorld
from goodpath_core.play.debrief import DebriefBegan
from goodpath_core.play.event import Draft
from goodpath_core.play.extension import MOST_S, ExtendPhase, PhaseExtended
from goodpath_core.play.script import DelayInject, InjectFired, due_ms, next_due, waiting
from goodpath_core.scenario.actions import Narrate
from goodpath_core.scenario.phases import Phase
from goodpath_core.scenario.value import Rules
from town import OPEN, TEACHER, Town, at, lobby, one_phase, phase, playing, scenario

SPARED = Rules(False, True, True)
MORE = Draft(PhaseExtended(seconds=60), "all")


def town_of(*phases: Phase) -> Town:
    return playing(replace(scenario(), phases=phases, rules=SPARED))


def began(town: Town) -> PhaseBegan:
    fact = town.tick()[0].fact
    assert isinstance(fact, PhaseBegan)
    return fact


def test_a_phase_ends_a_minute_later_for_each_time_it_is_asked_for() -> None:
    town = town_of(phase("one"), phase("two"))
    town.wait(290)
    assert town.do(ExtendPhase(), TEACHER) == [MORE]
    assert town.do(ExtendPhase(), TEACHER) == [MORE]
    assert seconds_left(town.world, town.wall_ms) == 130
    assert next_due(town.world) == 1_420_000
    town.wait(129)
    assert town.tick() == []
    town.wait(1)
    began(town)
    assert town.world.phase.seconds == 300, "the next phase is as long as it was to be"


def test_a_minute_is_given_while_the_world_is_paused_and_counts_when_it_goes_on() -> None:
    town = town_of(phase("one"))
    town.wait(290)
    town.do(PauseWorld(), TEACHER)
    town.do(ExtendPhase(), TEACHER)
    town.wait(500)
    town.do(ResumeWorld(), TEACHER)
    town.wait(69)
    assert town.tick() == []
    town.wait(1)
    assert isinstance(town.tick()[0].fact, DebriefBegan)


def test_what_was_put_off_can_be_put_off_further_once_the_phase_is_longer() -> None:
    rain = at("r", 280, Narrate("It rains."))
    town = playing(replace(one_phase(OPEN, rain), rules=SPARED))
    put_off = DelayInject(inject="r", cell=1, seconds=60)
    assert town.refused(put_off, TEACHER) == "phase_ends"
    town.do(ExtendPhase(), TEACHER)
    town.do(put_off, TEACHER)
    assert [due_ms(town.world, inject, cell) for inject, cell, _ in waiting(town.world)] == [340_000]
    town.wait(340)
    assert isinstance(town.tick()[0].fact, InjectFired)


def test_the_next_phase_begins_no_earlier_than_the_clock_has_come() -> None:
    later = replace(phase("two"), world_from_s=64_800 + 2400)
    town = town_of(phase("one"), later, replace(phase("three"), world_from_s=64_800 + 4800))
    town.do(ExtendPhase(), TEACHER)
    town.wait(360.7)
    assert began(town).world_from == 64_800 + 2880
    town.do(NextPhase(), TEACHER)
    assert town.world.clock.world_from == 64_800 + 4800


@pytest.mark.parametrize("minutes", [0, 1, 10])
def test_no_second_comes_again_where_a_phase_is_written_for_the_minute_in_which_the_one_before_ends(
    minutes: int,
) -> None:
    first = replace(phase("one"), speed=8.18)  # until 18:40:54
    town = town_of(first, replace(phase("two"), world_from_s=64_800 + 2400))
    for _ in range(minutes):
        town.do(ExtendPhase(), TEACHER)
    town.wait(300 + 60 * minutes)
    ended = world_s(town.world.clock, town.wall_ms)
    assert began(town).world_from == ended == 64_800 + 2454 + int(490.8 * minutes)


def test_one_phase_is_given_an_hour_at_most_and_the_next_one_too() -> None:
    town = town_of(phase("one"), phase("two"))
    for _ in range(MOST_S // 60):
        town.do(ExtendPhase(), TEACHER)
    assert town.world.phase.seconds == 300 + 3600
    assert town.refused(ExtendPhase(), TEACHER) == "long_enough"
    town.do(NextPhase(), TEACHER)
    assert town.do(ExtendPhase(), TEACHER) == [MORE]


def test_only_what_is_played_can_be_made_longer_and_only_by_the_teacher() -> None:
    assert lobby().refused(ExtendPhase(), TEACHER) == "not_started"
    town = town_of(phase("one"))
    assert town.refused(ExtendPhase(), town.seat(1)) == "not_allowed"
    town.do(EndSession(), TEACHER)
    assert town.refused(ExtendPhase(), TEACHER) == "not_playing"
