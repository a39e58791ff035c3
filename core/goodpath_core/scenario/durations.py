"""Reads how long, how long ago, and what time of day, as a teacher writes them."""

import re
from types import MappingProxyType

DAY_S = 86_400
"""Seconds of a day."""

_DURATION = re.compile(
    r"(?P<sign>-?)(?:(?P<d>[0-9]{1,4})d)?(?:(?P<h>[0-9]{1,4})h)?(?:(?P<m>[0-9]{1,5})m)?(?:(?P<s>[0-9]{1,6})s)?"
)
_UNITS = MappingProxyType({"d": DAY_S, "h": 3_600, "m": 60, "s": 1})
_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})")

DURATION_PATTERN = r"^-?(\d+d)?(\d+h)?(\d+m)?(\d+s)?$"
"""For editors, which know regular expressions only."""
CLOCK_PATTERN = r"^\d{1,2}:\d{2}$"


def read_duration(text: str) -> int:
    """Seconds in a text such as "4m", "90s", "1m30s", "-3d" or "-2h"; ValueError if it is none."""
    found = _DURATION.fullmatch(text.strip())
    if found is None or not any(found[unit] for unit in _UNITS):
        raise ValueError(text)
    seconds = sum(int(found[unit] or 0) * size for unit, size in _UNITS.items())
    return -seconds if found["sign"] else seconds


def read_clock(text: str) -> int:
    """Seconds after midnight in a time such as "18:30"; ValueError if it is none."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise ValueError(text)
    return int(found[1]) * 3_600 + int(found[2]) * 60


def say_duration(seconds: int) -> str:
    """The same in words for people: 90 becomes "1 min 30 s"."""
    minutes, rest = divmod(abs(seconds), 60)
    parts = [f"{minutes} min"] * bool(minutes) + [f"{rest} s"] * bool(rest)
    return " ".join(parts) or "0 s"


def say_clock(seconds: int) -> str:
    """Time of day as "18:30"; days beyond the first are dropped."""
    return f"{seconds // 3_600 % 24:02}:{seconds // 60 % 60:02}"
