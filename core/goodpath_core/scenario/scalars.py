"""The kinds of single values a scenario is written in, each typed from text and cleaned."""

import re
from collections.abc import Callable
from datetime import date
from types import MappingProxyType
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from goodpath_core.scenario.durations import CLOCK_PATTERN, DURATION_PATTERN, read_clock, read_duration
from goodpath_core.text import clean_block, clean_line, clean_name

EVERYBODY = "everybody"
"""Stands for all personas where several may be named."""
KEY_PATTERN = r"^[a-z][a-z0-9-]{0,31}$"
ANY_NUMBER = -1
"""What the word "any" becomes where a number limits something."""

SENTENCE_LIMIT = 300
"""Characters of one line of a list, such as a question: four rows of a small terminal."""
TAG_LIMIT = 80
"""Characters of one of several short texts, such as a tag."""
YEARS = (1900, 2100)
"""The first and the last year a scenario can begin in: days before and after must still be dates."""

KEY_WORDS = "a short key of small letters, digits and hyphens that begins with a letter"
"""What is expected where a key stands."""

_KEY = re.compile(KEY_PATTERN.strip("^$"))
_MOST_SPLIT = 2_000
"""Characters of a text that may be several keys: the whole cast in one line."""
_BETWEEN_KEYS = re.compile(r"[\s,，、;；]+")
_SWITCHES = MappingProxyType(
    {"on": True, "yes": True, "true": True, "off": False, "no": False, "false": False}
)
_Read = TypeVar("_Read")


def read_as(read: Callable[[str], _Read], expected: str) -> BeforeValidator:
    """A validator that types one text with `read`; its ValueError or KeyError becomes `expected`."""

    def validate(found: object) -> _Read:
        if not isinstance(found, str):
            raise PydanticCustomError(
                "expected", "{text}", {"text": f"expected {expected}; here are several"}
            )
        try:
            return read(found)
        except (ValueError, KeyError):
            shown = f'"{shorten(found)}"' if found.strip() else "nothing"
            text = f"expected {expected}; here is {shown}"
            raise PydanticCustomError("expected", "{text}", {"text": text}) from None

    return BeforeValidator(validate)


def shorten(text: str) -> str:
    """The text as one clean line of at most 40 characters, to be shown in a problem."""
    line = clean_line(text).strip()
    return line if len(line) <= 40 else f"{line[:37]}..."


def read_whole(text: str) -> int:
    """The whole number in a text of at most nine digits; ValueError if it is none."""
    if not re.fullmatch(r"-?[0-9]{1,9}", text.strip()):
        raise ValueError(text)
    return int(text)


def try_read(text: str, read: Callable[[str], _Read]) -> _Read | None:
    """What `read` makes of a text; None for what it cannot read."""
    try:
        return read(text)
    except ValueError:
        return None


def split_keys(text: str) -> list[str]:
    """The keys that a text holds, however they are parted; the text itself if it holds anything else."""
    if len(text) > _MOST_SPLIT:
        return [text]
    parts = _BETWEEN_KEYS.split(text)
    return parts if all(map(_KEY.fullmatch, parts)) else [text]


def is_on(text: str) -> bool:
    """Whether a switch is on; no for what is no switch."""
    return _SWITCHES.get(text.strip().casefold(), False)


def read_decimal(text: str) -> float:
    """The number in a text of at most six digits before and behind the point; ValueError if it is none."""
    if not re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,6})?", text.strip()):
        raise ValueError(text)
    return float(text)


def _read_any(text: str) -> int:
    if text.strip() == "any":
        return ANY_NUMBER
    number = read_whole(text)
    if number < 0:
        # Else -1 would mean any number.
        raise ValueError(text)
    return number


def _read_switch(text: str) -> bool:
    return _SWITCHES[text.strip().casefold()]


def _read_key(text: str) -> str:
    if not _KEY.fullmatch(text):
        raise ValueError(text)
    return text


def _read_line(text: str) -> str:
    return _filled(clean_line(text).strip())


def _read_block(text: str) -> str:
    return _filled(clean_block(text).strip())


def _read_date(text: str) -> str:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip()):
        raise ValueError(text)
    day = date.fromisoformat(text.strip())
    if not YEARS[0] <= day.year <= YEARS[1]:
        raise ValueError(text)
    return day.isoformat()


def _read_number(text: str) -> str:
    if not re.fullmatch(r"[1-9][0-9]{4,9}", text.strip()):
        raise ValueError(text)
    return text.strip()


def _read_ahead(text: str) -> int:
    if text.strip().startswith("-"):
        raise ValueError(text)
    return read_duration(text)


def _read_ago(text: str) -> int:
    seconds = read_duration(text)
    if seconds >= 0:
        raise ValueError(text)
    return seconds


def _filled(text: str) -> str:
    if not text:
        raise ValueError(text)
    return text


def _listed(found: object) -> object:
    """A single text is a list of one, an empty one a list of none."""
    if isinstance(found, str):
        return [found] if found.strip() else []
    return found


Line = Annotated[str, read_as(_read_line, "a line of text")]
"""One cleaned line, not empty."""
MaybeLine = Annotated[str, read_as(lambda text: clean_line(text).strip(), "a line of text, or nothing")]
Block = Annotated[str, read_as(_read_block, "some text")]
"""Cleaned text of one or more lines, not empty."""
MaybeName = Annotated[str, read_as(clean_name, "a name, or nothing")]
Whole = Annotated[int, read_as(read_whole, "a whole number, such as 4")]
Decimal = Annotated[float, read_as(read_decimal, "a number, such as 8 or 0.5")]
Swaps = Annotated[
    int,
    read_as(_read_any, 'a whole number of 0 or more, or the word "any"'),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 0}, {"const": "any"}]}),
]
Switch = Annotated[
    bool,
    read_as(_read_switch, "on or off"),
    WithJsonSchema({"enum": ["on", "off", "yes", "no", True, False]}),
]
Key = Annotated[
    str,
    read_as(_read_key, KEY_WORDS),
    WithJsonSchema({"type": "string", "pattern": KEY_PATTERN}),
]
Ahead = Annotated[
    int,
    read_as(_read_ahead, 'a length of time such as "4m", "90s" or "1m30s"'),
    WithJsonSchema({"type": "string", "pattern": DURATION_PATTERN}),
]
"""Seconds, zero or more."""
Ago = Annotated[
    int,
    read_as(_read_ago, 'a time before the start such as "-3d" or "-2h"'),
    WithJsonSchema({"type": "string", "pattern": DURATION_PATTERN}),
]
"""Seconds, less than zero."""
Clock = Annotated[
    int,
    read_as(read_clock, 'a time of day such as "18:30"'),
    WithJsonSchema({"type": "string", "pattern": CLOCK_PATTERN}),
]
"""Seconds after midnight."""
Day = Annotated[
    str,
    read_as(_read_date, f"a date such as 2013-07-14, from {YEARS[0]} to {YEARS[1]}"),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
Number = Annotated[
    str,
    read_as(_read_number, "an invented number of five to ten digits"),
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"^[1-9][0-9]{4,9}$"}),
]
"""A QQ-style number of five to ten digits."""


def _one_or_many(item: dict[str, Any]) -> WithJsonSchema:
    return WithJsonSchema({"anyOf": [item, {"type": "array", "items": item}]})


Keys = Annotated[
    list[Key], BeforeValidator(_listed), _one_or_many({"type": "string", "pattern": KEY_PATTERN})
]
Lines = Annotated[
    list[Annotated[Line, Field(max_length=SENTENCE_LIMIT)]],
    BeforeValidator(_listed),
    _one_or_many({"type": "string", "maxLength": SENTENCE_LIMIT}),
]
"""Whole lines: questions, wishes, advice."""
Tags = Annotated[
    list[Annotated[Line, Field(max_length=TAG_LIMIT)]],
    BeforeValidator(_listed),
    _one_or_many({"type": "string", "maxLength": TAG_LIMIT}),
]
"""Short texts: tags, and the beginnings of sentences."""
