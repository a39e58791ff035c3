"""Days and months have their English names, also before the first day and across the ends of months."""

from datetime import date

import pytest

from goodpath_core.days import day_and_month, day_name, world_date

DAY = 86_400


@pytest.mark.parametrize(
    ("second", "name", "told"),
    [
        (0, "Sunday", "14 July"),
        (DAY - 1, "Sunday", "14 July"),
        (DAY, "Monday", "15 July"),
        (-1, "Saturday", "13 July"),
        (18 * DAY, "Thursday", "1 August"),
        (171 * DAY, "Wednesday", "1 January"),
    ],
)
def test_a_world_second_has_a_day_of_the_week_and_of_the_year(second: int, name: str, told: str) -> None:
    day = world_date("2013-07-14", second)
    assert (day_name(day), day_and_month(day)) == (name, told)


def test_no_two_days_of_a_week_and_no_two_months_are_called_alike() -> None:
    week = {day_name(date(2013, 7, day)) for day in range(1, 8)}
    year = {day_and_month(date(2013, month, 1)) for month in range(1, 13)}
    assert (len(week), len(year)) == (7, 12)
