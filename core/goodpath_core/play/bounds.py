"""How much of what grows the state keeps, so that it stays small whatever a class does; the log keeps all.

What is not named here ends by itself. There are as many persons, pages, groups, sockets, injects and cards as
the scenario has for its cells, and as many private chats as pairs; likes and reposts name each voice once, a
reason stands for a card, and a page has as many albums and pictures as its commands allow.
"""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

T = TypeVar("T")

WINDOW = 200
"""How many of its newest lines a room keeps in the state; older ones are asked from the log."""

CELLS_MAX = 5
"""Copies of the cast in which one class plays at most: a teacher has to follow them all."""


class Bounds(NamedTuple):
    """What stays in the state.

    What somebody cannot see must not push out what they can: their copy could not know of it.
    """

    lines: int = WINDOW
    """Lines of a room."""
    group_fill: int = 40_000
    """How full a group's window may be; a filling is about four bytes."""
    private_fill: int = 8_200
    """How full a private chat's window may be, which every pair may have: two of the longest lines."""
    versions: int = 20
    """Faces of a page, the first among them."""
    posts: int = 40
    """Posts of a page for each audience."""
    comments: int = 200
    """Comments on a page and all things on it."""
    visits: int = 20
    """Visits to a page by one visitor; the others are only counted."""
    said: int = 50
    """Lines of one voice outside the phone after a cut; half as many again before it."""
    reflections: int = 1
    """Reflections of one seat."""
    turns: int = 5
    """Turns of one seat with one persona."""
    endless: bool = False
    """Whether everything stays, as for a review."""


CLASS = Bounds()
"""What a running session keeps, on the server and in every copy."""
_ALL = 2**53
ENDLESS = Bounds(_ALL, _ALL, _ALL, _ALL, _ALL, _ALL, _ALL, _ALL, _ALL, _ALL, endless=True)
"""For who reads a whole session."""


def push_out(items: list[T], most: int, alike: Callable[[T], bool]) -> T | None:
    """Take the oldest of those that are alike out of a list that has too many of them, and return it."""
    if len(items) <= most:
        return None
    found = [item for item in items if alike(item)]
    if len(found) <= most:
        return None
    # By identity: an equal one may stand further back.
    del items[next(place for place, item in enumerate(items) if item is found[0])]
    return found[0]
