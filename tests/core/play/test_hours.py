"""Hours between phases that nobody played are known, and are lived nowhere."""

import pytest

from goodpath_core.play.control import NextPhase
from goodpath_core.play.hours import (
    counted_words,
    hides_deep_night,
    leave_out,
    unplayed_seconds,
    unplayed_spans,
    unplayed_words,
)
from goodpath_core.play.phase_now import Clock
from goodpath_core.play.places import lived_until
from town import TEACHER, playing

EVENING, MORNING = 22 * 3600, 32 * 3600
"""22:00 on the first day, and 08:00 on the second."""


def test_before_the_second_phase_nothing_is_left_out() -> None:
    town = playing()
    town.wait(100)
    assert town.world.clock.unplayed == ()


def test_what_lies_between_two_phases_is_left_out_and_lived_nowhere() -> None:
    town = playing()
    town.wait(100)
    person = town.world.persons["1/yuting"]
    lived = sum(lived_until(person, person.since).values())
    began, speed = town.world.clock.world_from, town.world.clock.speed
    town.do(NextPhase(), TEACHER)
    ended = began + int(100 * speed)
    assert town.world.clock.unplayed == ((ended, town.world.clock.world_from),)
    assert sum(person.lived.values()) == lived + ended - began


@pytest.mark.parametrize(
    ("times", "kept"),
    [
        pytest.param([(EVENING, MORNING)], ((EVENING, MORNING),), id="a night"),
        pytest.param([(EVENING, EVENING)], (), id="a phase that follows at once"),
        pytest.param([(100, 200), (200, 300)], ((100, 300),), id="a phase passed over in its first second"),
        pytest.param([(100, 200), (201, 300)], ((100, 200), (201, 300)), id="a second of play between"),
    ],
)
def test_times_that_meet_are_one(times: list[tuple[int, int]], kept: tuple[tuple[int, int], ...]) -> None:
    clock = Clock()
    for until, world_from in times:
        leave_out(clock, until, world_from)
    assert clock.unplayed == kept


@pytest.mark.parametrize(
    ("spans", "words", "seconds"),
    [
        pytest.param((), "", 0, id="none"),
        pytest.param(((EVENING, EVENING + 59),), "", 0, id="a few seconds"),
        pytest.param(((EVENING, MORNING),), "22:00 to 08:00", 36_000, id="a night"),
        pytest.param(
            ((EVENING, MORNING), (72_000, 72_900)), "22:00 to 08:00 and 20:00 to 20:15", 36_900, id="two"
        ),
        pytest.param(
            ((0, 60), (3600, 3660), (7200, 7260)),
            "00:00 to 00:01, 01:00 to 01:01 and 02:00 to 02:01",
            180,
            id="three",
        ),
        pytest.param(((EVENING, MORNING + 86_400),), "22:00 to 08:00 2 days later", 122_400, id="a day more"),
        pytest.param(
            ((EVENING, EVENING + 90_000),), "22:00 to 23:00 a day later", 90_000, id="a day and an hour"
        ),
    ],
)
def test_times_left_out_are_told_from_a_minute_on(
    spans: tuple[tuple[int, int], ...], words: str, seconds: int
) -> None:
    clock = Clock(unplayed=spans)
    assert (unplayed_words(clock), unplayed_seconds(clock)) == (words, seconds)
    assert sum(until - since for since, until in unplayed_spans(clock)) == seconds


@pytest.mark.parametrize(
    ("span", "hides"),
    [
        pytest.param((EVENING, MORNING), True, id="a night"),
        pytest.param((72_000, 72_900), False, id="a quarter of an hour in the evening"),
        pytest.param((32 * 3600, 44 * 3600), False, id="a day"),
        pytest.param((EVENING, 26 * 3600), False, id="till two at night"),
        pytest.param((2 * 3600, 4 * 3600), True, id="from two to four at night"),
    ],
)
def test_a_night_is_hidden_where_its_depth_is(span: tuple[int, int], hides: bool) -> None:
    assert hides_deep_night(Clock(unplayed=(span,))) is hides


def test_it_is_said_which_hours_are_counted() -> None:
    assert counted_words(Clock()) == (
        "Only the hours that were played are counted; between them none was left out."
    )
    assert counted_words(Clock(unplayed=((EVENING, MORNING),))) == (
        "Only the hours that were played are counted. Not played: 22:00 to 08:00."
    )
