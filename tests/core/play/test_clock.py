"""The world clock."""

import pytest

from goodpath_core.play.clock import (
    all_played_ms,
    clock_face,
    length_words,
    played_ms,
    played_until,
    seconds_left,
    stop,
    world_s,
)
from goodpath_core.play.control import NextPhase, PauseWorld, ResumeWorld
from goodpath_core.play.phase_now import Clock
from town import TEACHER, Town, one_phase, playing


def test_world_time_runs_at_the_speed_of_the_phase() -> None:
    clock = Clock(True, 1_000, 0, 64_800, 8.0)
    assert [world_s(clock, wall) for wall in (1_000, 1_124, 1_125, 11_000)] == [
        64_800,
        64_800,
        64_801,
        64_880,
    ]


def test_a_wall_clock_that_is_set_back_does_not_turn_the_world_back_beyond_the_last_stop() -> None:
    clock = Clock(True, 1_000, 500, 0, 1.0)
    assert played_ms(clock, 0) == 500
    assert world_s(clock, 0) == 0


def test_a_clock_that_stands_keeps_what_was_played() -> None:
    clock = Clock(True, 1_000, 0, 0, 2.0)
    stop(clock, 4_000)
    assert (clock.running, clock.played_ms, played_ms(clock, 99_000), world_s(clock, 99_000)) == (
        False,
        3_000,
        3_000,
        6,
    )


def test_play_adds_up_over_the_phases() -> None:
    town = playing()
    town.wait(100)
    town.do(NextPhase(), TEACHER)
    town.wait(7)
    assert all_played_ms(town.world.clock, town.wall_ms) == 107_000
    assert played_ms(town.world.clock, town.wall_ms) == 7_000


def test_a_phase_has_so_many_seconds_left_and_a_pause_costs_none() -> None:
    town: Town = playing(one_phase())
    town.wait(100)
    town.do(PauseWorld(), TEACHER)
    town.wait(1_000)
    town.do(ResumeWorld(), TEACHER)
    assert seconds_left(town.world, town.wall_ms) == 200
    assert seconds_left(town.world, town.wall_ms + 250_000) == 0


@pytest.mark.parametrize(
    ("seconds", "face"), [(0, "00:00"), (64_859, "18:00"), (86_399, "23:59"), (86_400 + 3_660, "01:01")]
)
def test_the_face_of_the_clock(seconds: int, face: str) -> None:
    assert clock_face(seconds) == face


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 min"), (1, "1 s"), (59, "59 s"), (60, "1 min"), (4_119, "1 h 08 min"), (7_200, "2 h 00 min")],
)
def test_a_length_that_was_lived_is_never_nothing(seconds: int, words: str) -> None:
    assert length_words(seconds) == words


@pytest.mark.parametrize(
    ("speed", "second", "played"),
    [
        (8.0, 64_800, 0),
        (8.0, 64_880, 10_000),
        (7.0, 64_801, 143),
        (0.3, 64_803, 10_000),
        (1.1, 64_806, 5_455),
    ],
)
def test_a_second_of_the_world_comes_after_so_much_play_and_no_sooner(
    speed: float, second: int, played: int
) -> None:
    clock = Clock(True, 0, 0, 64_800, speed)
    assert played_until(clock, second) == played
    assert [world_s(clock, played + one) >= second for one in (-1, 0)] == [second == 64_800, True]
