"""World time reads as day and clock of GoodPath, in one language, also before play and after midnight."""

from datetime import date

import pytest
from goodpath.library import load

from goodpath_review.moments import long_date, moment, short_moment, wall_day, world_day

DAY = 86_400
EVENING = 19 * 3600 + 42 * 60


@pytest.mark.parametrize(
    ("second", "told", "short"),
    [
        (EVENING, "Sunday 14 July 2013, 19:42", "19:42"),
        (0, "Sunday 14 July 2013, 00:00", "00:00"),
        (DAY - 1, "Sunday 14 July 2013, 23:59", "23:59"),
        (DAY, "Monday 15 July 2013, 00:00", "15 July, 00:00"),
        (-1, "Saturday 13 July 2013, 23:59", "13 July, 23:59"),
        (EVENING - 3 * DAY, "Thursday 11 July 2013, 19:42", "11 July, 19:42"),
        (EVENING + 18 * DAY, "Thursday 1 August 2013, 19:42", "1 August, 19:42"),
    ],
)
def test_a_second_is_told_with_its_day_and_in_short_without_the_day_of_play(
    second: int, told: str, short: str
) -> None:
    scenario = load("ten-pictures").scenario

    assert (moment(scenario, second), short_moment(scenario, second)) == (told, short)


def test_without_a_scenario_days_are_counted() -> None:
    assert world_day(None, EVENING) == "day 0"
    assert moment(None, EVENING - DAY) == "day -1, 19:42"
    assert (short_moment(None, EVENING), short_moment(None, EVENING + DAY)) == ("19:42", "day 1, 19:42")


def test_a_real_day_is_that_of_the_place_where_it_was() -> None:
    evening_in_new_york, morning_in_shanghai = 1_769_905_800_000, 1_772_409_000_000
    assert wall_day(evening_in_new_york, "-300") == "31 January 2026"
    assert wall_day(morning_in_shanghai, "480") == "2 March 2026"
    assert wall_day(1_767_225_600_000, "0") == "1 January 2026"


@pytest.mark.parametrize("nothing", ["", "New York", "1440", "-99999", "5.5", "٣٠٠"])
def test_without_a_known_offset_a_real_day_is_that_of_greenwich_and_says_so(nothing: str) -> None:
    assert wall_day(1_767_225_599_999, nothing) == "31 December 2025 (UTC)"
    assert wall_day(1_767_225_600_000, nothing) == "1 January 2026 (UTC)"


def test_a_date_has_no_leading_zero() -> None:
    assert long_date(date(2013, 7, 4)) == "4 July 2013"
