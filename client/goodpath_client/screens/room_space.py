"""Share the rows of the room's screen among what is told, what was heard and what can be done."""

from typing import Final, NamedTuple

KEPT: Final = 4
"""So many rows are kept for what was heard last, beside a room that fits."""
PART_KEPT: Final = 4
"""Where the room does not fit, one row of so many is kept for it."""


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
    around: int
    """Who is here, and how the phone does."""
    ways: int
    """What can be done."""


class Shares(NamedTuple):
    """What the parts get; the room gets the rest."""

    heard: int
    """Rows for what was heard, of which the last are shown."""
    ways: bool
    """Whether there is room for what can be done."""


def share(rows: int, wanted: Wanted) -> Shares:
    """Share `rows`: the room's text first, then what this phase brought; earlier phases get the rest."""
    kept = min(wanted.newest, KEPT, max(rows - wanted.text, rows // PART_KEPT, 0))
    left = rows - wanted.text - kept
    ways = left >= wanted.ways
    left = max(0, left - wanted.ways * ways)
    fresh = min(left, wanted.fresh - kept)
    earlier = min(max(0, left - fresh - wanted.around), wanted.heard - wanted.fresh)
    return Shares(kept + fresh + earlier, ways)
