"""Measures the bar that shows where somebody lived: one part for each place."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from goodpath_core.play.clock import length_words
from goodpath_core.play.places import PLACES

WIDTH = 1000
"""Width of a full bar, in units of its drawing."""
APART = 14
"""Units that stay empty between what was lived and what was not played, at least."""
UNPLAYED = "unplayed"
"""Stands for a place in the part of the hours between phases: what was not played was lived nowhere."""
WORDS: Mapping[str, str] = MappingProxyType(
    {"room": "room", "phone": "phone", "shift": "line", UNPLAYED: "not played"}
)


@dataclass(frozen=True, slots=True)
class Part:
    """One place in a bar, or the hours that were not played."""

    place: str
    """One of room, phone, shift and unplayed; the pattern it is filled with is named after it."""
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


def bar(lived: Mapping[str, int], full: int = 0, unplayed: int = 0) -> tuple[Part, ...]:
    """The parts of a bar for seconds by place, and last and apart `unplayed` seconds, if there are any.

    Lived and not played together, `full` seconds fill the width, by default all there are.
    """
    full = max(full, sum(lived.values()) + unplayed, 1)
    width = WIDTH - APART if unplayed else WIDTH
    parts, before = [], 0
    for place in PLACES:
        seconds = lived.get(place, 0)
        x, end = before * width // full, (before + seconds) * width // full
        parts.append(_part(place, seconds, x, end - x))
        before += seconds
    if unplayed:
        # At the right end of every bar, so that it is seen to be the same for all.
        own = max(1, unplayed * width // full)
        parts.append(_part(UNPLAYED, unplayed, WIDTH - own, own))
    return tuple(parts)


def _part(place: str, seconds: int, x: int, width: int) -> Part:
    return Part(place, WORDS[place], length_words(seconds), seconds, x, width)
