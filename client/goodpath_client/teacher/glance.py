"""Sum the class up in one line: how many are in each state and place, and how many still lack something.

It counts what the rows of the table say, and so tells no more on the wall than they do.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, chain
from typing import Final, NamedTuple

from textual.content import Content
from textual.widget import Widget

from goodpath_client.teacher.seat_colours import PLACE_COLOURS, STATE_COLOURS
from goodpath_client.teacher.seat_rows import CHOOSING, STOP, WATCHING, SeatRow
from goodpath_client.widgets.wrapping import width

BETWEEN: Final = 3
"""Cells between states, places and what is missing."""
_TO_COME: Final = ("lobby", "playing")
"""Stages in which somebody may still get a persona to play."""


class Count(NamedTuple):
    """How many there are of something."""

    words: str
    """The number and what is counted."""
    style: str = "bold"
    """Textual style words."""
    gap: int = 1
    """Cells before it, where it is not the first."""


def counts(rows: Sequence[SeatRow], stage: str) -> list[Count]:
    """States, then places, then what is missing; nothing of which there is none.

    Who only watches is in no state, being quiet by nature, unless they ask to stop.
    """
    watching = [row for row in rows if row.persona == WATCHING and not row.state.startswith(STOP)]
    playing = [row for row in rows if row not in watching]
    states = Counter(row.state.partition(" ")[0] for row in playing)
    places = Counter(row.place for row in playing)
    lacks = {
        "no page": sum(not row.page for row in playing),
        "no persona": sum(row.persona == CHOOSING and stage in _TO_COME for row in playing),
        WATCHING: len(watching),
    }
    groups = (
        [Count(f" {states[one]} {one} ", style) for one, style in STATE_COLOURS.items() if states[one]],
        [Count(f"{one} {places[one]}", style, 2) for one, style in PLACE_COLOURS.items() if places[one]],
        [Count(f"{one} {many}", gap=2) for one, many in lacks.items() if many],
    )
    return [one._replace(gap=BETWEEN) if at == 0 else one for group in groups for at, one in enumerate(group)]


class Glance(Widget):
    """The sum of the class, as far as it fits; the states first."""

    DEFAULT_CSS = "Glance { height: 1; width: 1fr; padding: 0 1; text-wrap: nowrap; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._counts: tuple[Count, ...] = ()

    def show(self, rows: Sequence[SeatRow], stage: str) -> None:
        """Sum up these rows in this stage of the session; none at all hides the line."""
        fresh = tuple(counts(rows, stage))
        if fresh != self._counts:
            self._counts = fresh
            self.refresh()
        self.display = bool(fresh)

    def render(self) -> Content:
        """Every count that fits, from the first on."""
        room = self.content_size.width
        taken = accumulate(one.gap + width(one.words) for one in self._counts)
        fits = sum(cells - BETWEEN <= room for cells in taken)
        parts = [((" " * one.gap, ""), (one.words, one.style)) for one in self._counts[:fits]]
        return Content.assemble(*chain.from_iterable(parts))[BETWEEN:]
