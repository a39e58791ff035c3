"""While no server keeps the record the world stands still."""

from copy import deepcopy

import pytest

from goodpath_core.play.absence import AWAY, ServerReturned, take_up
from goodpath_core.play.clock import played_ms, seconds_left, world_s
from goodpath_core.play.control import EndSession, PauseWorld, ResumeWorld, WorldPaused
from goodpath_core.play.event import Command, Draft, Now
from goodpath_core.play.places import PutPhoneDown, lived_until
from goodpath_core.play.script import next_due
from goodpath_core.scenario.actions import Narrate
from town import OPEN, TEACHER, Town, at, lobby, one_phase, playing


def returned(town: Town, away_s: int) -> Town:
    """A server takes up a session whose last record is of this moment, so many seconds later."""
    last_ms = town.wall_ms
    town.wait(away_s)
    for draft in take_up(town.world, last_ms, town.now):
        town.apply(draft, "server")
    return town


def after_ten_seconds() -> Town:
    """Ten seconds into a phase of 300, an inject at 60; yuting is in the room, ming has the phone."""
    town = playing(one_phase(OPEN, at("rain", 60, Narrate("It rains."))))
    town.wait(10)
    town.do(PutPhoneDown(), town.player("1/yuting"))
    return town


def test_that_the_server_was_away_is_written_down_at_the_moment_the_world_had_reached() -> None:
    town = after_ten_seconds()
    last_ms = town.wall_ms
    town.wait(40)
    assert take_up(town.world, last_ms, town.now) == [Draft(ServerReturned(away_ms=40_000), "all", at=64_880)]


@pytest.mark.parametrize("away_s", [0, 40, 400, 86_400, -3_600])
def test_after_any_absence_the_world_goes_on_as_if_no_time_had_passed(away_s: int) -> None:
    stayed, town = after_ten_seconds(), returned(after_ten_seconds(), away_s)
    assert town.tick() == []
    gone_ms = town.wall_ms - stayed.wall_ms
    for later_ms in (0, 1, 49_999, 290_000):
        then = stayed.wall_ms + later_ms
        assert played_ms(town.world.clock, then + gone_ms) == played_ms(stayed.world.clock, then)
        assert world_s(town.world.clock, then + gone_ms) == world_s(stayed.world.clock, then)
        assert seconds_left(town.world, then + gone_ms) == seconds_left(stayed.world, then)
    assert next_due(stayed.world) == stayed.wall_ms + 50_000
    assert next_due(town.world) == town.wall_ms + 50_000
    assert town.world.persons == stayed.world.persons


def test_an_absence_is_lived_nowhere_and_takes_nothing_from_the_battery() -> None:
    town, stayed = returned(after_ten_seconds(), 2_000), after_ten_seconds()
    for one in (town, stayed):
        one.wait(20)
        one.do(PutPhoneDown(), one.player("1/ming"))
    at_s = town.events[-1].world_s
    assert at_s == stayed.events[-1].world_s == 64_800 + 30 * 8
    assert lived_until(town.world.persons["1/yuting"], at_s) == {"room": 160, "phone": 80, "shift": 0}
    assert town.world.persons["1/ming"].lived == {"phone": 240}
    assert town.world.persons["1/ming"].phone == stayed.world.persons["1/ming"].phone


@pytest.mark.parametrize("pause", [PauseWorld(why="Look."), EndSession()])
def test_a_world_that_stood_anyway_stays_as_it_was(pause: Command) -> None:
    town = after_ten_seconds()
    town.do(pause, TEACHER)
    before = deepcopy(town.world)
    assert take_up(town.world, town.wall_ms, Now(town.wall_ms + 40_000)) == []
    assert returned(town, 40).world == before


def test_a_world_that_is_to_wait_for_its_class_comes_back_paused_where_it_broke_off() -> None:
    town = after_ten_seconds()
    last_ms = town.wall_ms
    town.wait(40)
    drafts = take_up(town.world, last_ms, town.now, pauses=True)
    assert drafts == [
        Draft(ServerReturned(away_ms=40_000), "all", at=64_880),
        Draft(WorldPaused(why=AWAY), "all"),
    ]
    for draft in drafts:
        town.apply(draft, "server")
    assert [event.world_s for event in town.events[-2:]] == [64_880, 64_880]
    assert town.world.session.paused == AWAY
    town.wait(600)
    assert town.tick() == []
    assert seconds_left(town.world, town.wall_ms) == 290
    town.do(ResumeWorld(), TEACHER)
    town.wait(10)
    assert seconds_left(town.world, town.wall_ms) == 280


@pytest.mark.parametrize("pause", [PauseWorld(why="Look."), EndSession()])
def test_what_stood_anyway_waits_for_nobody_else(pause: Command) -> None:
    town = after_ten_seconds()
    town.do(pause, TEACHER)
    assert take_up(town.world, town.wall_ms, Now(town.wall_ms + 40_000), pauses=True) == []


def test_a_lobby_knows_no_absence() -> None:
    assert take_up(lobby().world, 0, Now(5)) == []


def test_a_pause_before_and_after_an_absence_costs_no_play() -> None:
    town = after_ten_seconds()
    town.do(PauseWorld(), TEACHER)
    town.wait(100)
    town.do(ResumeWorld(), TEACHER)
    town.wait(5)
    returned(returned(town, 40), 50)
    town.do(PauseWorld(), TEACHER)
    assert town.world.clock.played_ms == 15_000
