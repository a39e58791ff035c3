"""Measures the bar that shows where somebody lived: one part for each place."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from goodpath_core.play.clock import length_words
from goodpath_core.play.places import PLACES

WIDTH = 1000
"""Width of a full bar, in units of its drawing."""
WORDS: Mapping[str, str] = MappingProxyType({"room": "room", "phone": "phone", "shift": "line"})


@dataclass(frozen=True, slots=True)
class Part:
    """One place in a bar."""

    place: str
    """One of room, phone and shift; the pattern it is filled with is named after it."""
    word: str
    """The place as people say it."""
    length: str
    """How long, in hours and minutes of the world."""
    seconds: int
    """Of the world."""
    x: int
    """Where it begins, in units."""
    width: int
    """In units; 0 for a place where no time was spent."""


def bar(lived: Mapping[str, int], full: int = 0) -> tuple[Part, ...]:
    """The parts of a bar for seconds by place; `full` seconds fill the width, by default all there are."""
    full = max(full, sum(lived.values()), 1)
    parts, before = [], 0
    for place in PLACES:
        seconds = lived.get(place, 0)
        x, end = before * WIDTH // full, (before + seconds) * WIDTH // full
        parts.append(Part(place, WORDS[place], length_words(seconds), seconds, x, end - x))
        before += seconds
    return tuple(parts)
