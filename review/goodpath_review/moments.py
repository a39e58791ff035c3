"""Writes world time for people: the day and the clock of GoodPath."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

from goodpath_core.days import day_and_month, day_name, world_date
from goodpath_core.play.clock import clock_face
from goodpath_core.scenario.durations import DAY_S
from goodpath_core.scenario.value import Scenario

_OFFSET = re.compile(r"-?[0-9]{1,4}")
_DAY_MIN = DAY_S // 60


def world_day(scenario: Scenario | None, world_s: int) -> str:
    """The day of GoodPath at a world second: `Sunday 14 July 2013`; `day 0` without a scenario."""
    if scenario is None:
        return f"day {world_s // DAY_S}"
    day = world_date(scenario.date, world_s)
    return f"{day_name(day)} {long_date(day)}"


def long_date(day: date) -> str:
    """A date as in a letter: `14 July 2013`."""
    return f"{day_and_month(day)} {day.year}"


def wall_day(wall_ms: int, offset: str) -> str:
    """The real day of a moment, at so many minutes from UTC; if those are not known, in UTC, which it says.

    The machine on which it is read has no part in it: the same file gives the same words everywhere.
    """
    is_known = bool(_OFFSET.fullmatch(offset)) and abs(int(offset)) < _DAY_MIN
    zone = timezone(timedelta(minutes=int(offset))) if is_known else UTC
    day = long_date(datetime.fromtimestamp(wall_ms / 1000, zone).date())
    return day if is_known else f"{day} (UTC)"


def short_moment(scenario: Scenario | None, world_s: int) -> str:
    """The clock on the first day of play; day and clock on others: `11 July, 18:00`."""
    number = world_s // DAY_S
    first = scenario.phases[0].day if scenario and scenario.phases else 0
    if number == first:
        return clock_face(world_s)
    day = day_and_month(world_date(scenario.date, world_s)) if scenario else f"day {number}"
    return f"{day}, {clock_face(world_s)}"


def moment(scenario: Scenario | None, world_s: int) -> str:
    """Day and clock: `Sunday 14 July 2013, 19:42`."""
    return f"{world_day(scenario, world_s)}, {clock_face(world_s)}"
