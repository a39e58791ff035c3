"""What each kind of event changes in the state, as its reducer says it."""

import inspect
import re
from collections.abc import Mapping
from types import MappingProxyType

from goodpath_core.play.registry import EVENTS

SHORT: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "count the time lived": ("Person.lived", "Person.since"),
        "reckon the battery": ("PhoneNow.battery", "PhoneNow.since"),
        "pay": ("PhoneNow.data_kb", "PhoneNow.balance_yuan"),
        "stop the clock": ("Clock.played_ms", "Clock.running"),
        "end the turn": ("Turn.until", "Seat.turns"),
        "add a line": ("World.rooms", "Room.messages", "Room.fill", "Room.left", "Room.spoken"),
        "add a visit": ("Page.visits", "Visit.before"),
    }
)
"""What several kinds of events change alike: the words for it -> the fields of the state."""
NAMED = re.compile(r"`([A-Z]\w+\.\w+)`")
"""A field of a value of the state, as a reducer names it."""


def said(kind: str) -> str:
    """What a reducer says that it changes, on one line; empty if it says nothing."""
    return " ".join((inspect.getdoc(EVENTS[kind].reduce) or "").split())


def fields(kind: str) -> set[str]:
    """The fields of the state that a reducer says it changes, by its own words and the short ones."""
    text = said(kind)
    short = (names for words, names in SHORT.items() if re.search(rf"\b{words}s?\b", text, re.IGNORECASE))
    return {*NAMED.findall(text), *(name for names in short for name in names)}
