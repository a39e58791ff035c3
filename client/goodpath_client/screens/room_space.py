"""Share the rows of the room's screen among what is told, what was heard and what can be done."""

from typing import Final, NamedTuple

KEPT: Final = 4
"""So many rows are kept for what was heard last, beside a room that fits."""
PART_KEPT: Final = 4
"""Where the room does not fit, one row of so many is kept for it."""
TEXT_LEAST: Final = 6
"""So many rows of the room stand before who is here and why there is no phone; the others are read on."""


class Wanted(NamedTuple):
    """How many rows each part would take."""

    text: int
    """What is told of the room."""
    newest: int
    """The last things heard in this phase."""
    fresh: int
    """All that was heard in this phase and may be shown."""
    heard: int
    """The same with what was heard in earlier phases."""
    near: tuple[int, ...]
    """Who is here, and how the phone does: each way to say it, the shortest first."""
    ways: tuple[int, ...]
    """What can be done: each way to say it, the shortest first; that one says only why there is no phone."""
    prompts: int = 0
    """What there is to think about."""


class Shares(NamedTuple):
    """What the parts get."""

    text: int
    """Rows for the room, whose others are read on."""
    heard: int
    """Rows for what was heard, of which the last are shown."""
    near: int
    """Which way to say who is here has room; -1 for none."""
    ways: int
    """Which way to say what can be done has room; -1 for none."""
    prompts: bool = False
    """Whether what there is to think about has room."""


def share(rows: int, wanted: Wanted) -> Shares:
    """Share `rows`: what must be known, the room's text, what can be done, what was heard, longer words.

    What there is to think about stands whole or not at all, before what was heard in earlier phases.
    """
    needed = wanted.near[0] + wanted.ways[0]
    kept = min(wanted.newest, KEPT, max(rows - wanted.text - needed, rows // PART_KEPT, 0))
    left = max(0, rows - kept)
    least = min(wanted.text, TEXT_LEAST)
    ways = _longest(left - least, wanted.ways[:1])
    left -= _taken(wanted.ways, ways)
    near = _longest(left - least, wanted.near[:1])
    left -= _taken(wanted.near, near)
    text = min(wanted.text, left)
    left -= text
    if ways == 0:
        ways = _longest(left + wanted.ways[0], wanted.ways)
        left -= wanted.ways[ways] - wanted.ways[0]
    fresh = min(left, wanted.fresh - kept)
    left -= fresh
    if near == 0:
        near = _longest(left + wanted.near[0], wanted.near)
        left -= wanted.near[near] - wanted.near[0]
    prompts = 0 < wanted.prompts <= left
    left -= wanted.prompts * prompts
    return Shares(text, kept + fresh + min(left, wanted.heard - wanted.fresh), near, ways, prompts)


def _longest(rows: int, ways: tuple[int, ...]) -> int:
    """The last of these ways that fits; -1 for none."""
    return max((at for at, needed in enumerate(ways) if needed <= rows), default=-1)


def _taken(ways: tuple[int, ...], at: int) -> int:
    return ways[at] if at >= 0 else 0
