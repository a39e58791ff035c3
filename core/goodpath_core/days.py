"""Names days and months in one language, whatever that of the machine is."""

from datetime import date, timedelta
from typing import Final

from goodpath_core.scenario.durations import DAY_S

_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def world_date(first: str, world_s: int) -> date:
    """The date at a world second; `first` is that of the scenario's first day, as `2013-07-14`."""
    return date.fromisoformat(first) + timedelta(days=world_s // DAY_S)


def day_name(day: date) -> str:
    """The day of the week: `Sunday`."""
    return _DAYS[day.weekday()]


def day_and_month(day: date) -> str:
    """The day of the year: `14 July`."""
    return f"{day.day} {_MONTHS[day.month - 1]}"
