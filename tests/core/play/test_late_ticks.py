"""However late the end of a phase is noticed, nobody lives beyond it, and no second comes again."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from goodpath_core.play.clock import all_played_ms, played_ms, seconds_left, world_s
from goodpath_core.play.control import EndSession, NextPhase, PauseWorld, PhaseBegan
from goodpath_core.play.debrief import SeatsRevealed
from goodpath_core.play.event import Command, Event
from goodpath_core.play.extension import ExtendPhase, PhaseExtended
from goodpath_core.play.places import lived_until
from goodpath_core.play.registry import reduce
from goodpath_core.play.shortening import PhaseShortened
from goodpath_core.scenario.value import Scenario
from random_play import STEPS, Step, take, two_cells
from town import TEACHER, Town, phase, playing, scenario

EVENING_S = 64_800
"""18:00, when the first phase begins."""
LASTS_S = 2_400
"""World seconds of one phase: 300 seconds at eight times."""


def two_evenings() -> Scenario:
    """Two phases of 300 seconds in a row, at eight times: 18:00 to 18:40, and 18:40 to 19:20."""
    later = replace(phase("later"), world_from_s=EVENING_S + LASTS_S)
    return replace(scenario(), phases=(phase("first"), later), before=())


def told(town: Town) -> list[int]:
    """World seconds of all that has happened since the first phase began."""
    kinds = [event.fact.kind for event in town.events]
    return [event.world_s for event in town.events[kinds.index(PhaseBegan.kind) + 1 :]]


def lived(town: Town, persona: str) -> int:
    """World seconds that somebody has lived by now."""
    person = town.world.persons[persona]
    return sum(lived_until(person, world_s(town.world.clock, town.wall_ms)).values())


@pytest.mark.parametrize("late_s", [0, 0.001, 120, 86_400])
def test_a_phase_whose_end_is_noticed_late_was_lived_to_its_end_and_no_longer(late_s: float) -> None:
    town = playing(two_evenings())
    town.wait(300 + late_s)
    town.tick()
    assert (town.world.phase.index, town.world.clock.world_from) == (1, EVENING_S + LASTS_S)
    assert lived(town, "1/yuting") == LASTS_S
    assert town.world.clock.before_ms == 300_000
    town.wait(300 + late_s)
    town.tick()
    assert town.world.session.stage == "debrief"
    assert lived(town, "1/yuting") == 2 * LASTS_S
    assert all_played_ms(town.world.clock, town.wall_ms) == 600_000
    assert told(town) == sorted(told(town))
    assert town.world.clock.unplayed == ()


def test_a_battery_does_not_run_down_beyond_the_end_of_the_phase() -> None:
    sooner, later = playing(two_evenings()), playing(two_evenings())
    for town, seconds in ((sooner, 300), (later, 3_000)):
        town.wait(seconds)
        town.tick()
    batteries = [
        [one.phone.battery for one in town.world.persons.values() if one.phone] for town in (sooner, later)
    ]
    assert batteries[0] == batteries[1]


def test_the_turns_that_are_told_in_the_debrief_end_with_the_last_phase() -> None:
    town = playing(replace(two_evenings(), phases=(phase("only"),)))
    town.wait(1_000)
    town.tick()
    (revealed,) = [event.fact for event in town.events if isinstance(event.fact, SeatsRevealed)]
    assert {until for _, until in revealed.times} == {EVENING_S + LASTS_S}


@pytest.mark.parametrize("command", [NextPhase(), PauseWorld(), EndSession()])
def test_what_the_teacher_does_after_the_end_of_a_phase_happens_at_its_end(command: Command) -> None:
    town = playing(two_evenings())
    town.wait(420)
    town.do(command, TEACHER)
    assert told(town)[-1] == EVENING_S + LASTS_S
    assert lived(town, "1/yuting") == LASTS_S


def test_a_phase_that_is_given_a_minute_after_its_end_goes_on_from_its_end() -> None:
    town = playing(two_evenings())
    town.wait(340)
    town.do(ExtendPhase(), TEACHER)
    assert seconds_left(town.world, town.wall_ms) == 60
    assert world_s(town.world.clock, town.wall_ms) == EVENING_S + LASTS_S
    town.wait(25)
    assert town.tick() == []
    assert played_ms(town.world.clock, town.wall_ms) == 325_000


def test_a_minute_more_in_a_pause_is_not_played_in_it() -> None:
    town = playing(two_evenings())
    town.wait(100)
    town.do(PauseWorld(), TEACHER)
    town.wait(50)
    town.do(ExtendPhase(), TEACHER)
    town.wait(50)
    assert seconds_left(town.world, town.wall_ms) == 260


def lengths(events: list[Event]) -> int:
    """World seconds that all phases which began were long."""
    speed, total = 0.0, 0.0
    for fact in (event.fact for event in events):
        match fact:
            case PhaseBegan():
                speed = fact.speed
                total += fact.seconds * speed
            case PhaseExtended():
                total += fact.seconds * speed
            case PhaseShortened():
                total -= fact.seconds * speed
    return int(total)


@pytest.mark.no_cover
@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_world_time_never_falls_and_nobody_lives_longer_than_was_played(steps: list[Step]) -> None:
    town = two_cells(of=two_evenings())
    for step in steps:
        take(town, step)
    assert told(town) == sorted(told(town))
    clock = town.world.clock
    began, most = town.world.session.began, lengths(town.events)
    played = world_s(clock, town.wall_ms) - began - sum(until - since for since, until in clock.unplayed)
    assert played <= most
    assert max(lived(town, persona) for persona in town.world.persons) <= played


def test_a_record_that_was_stamped_beyond_the_end_of_its_phase_is_told_as_it_is() -> None:
    town, world = playing(two_evenings()), playing(two_evenings()).world
    town.wait(420)
    town.do(NextPhase(), TEACHER)
    began = town.events[world.seq]
    assert isinstance(began.fact, PhaseBegan)
    reduce(world, began._replace(world_s=EVENING_S + 420 * 8))
    assert world.persons["1/yuting"].lived == {"phone": 420 * 8}
