"""Show the few keys that matter here, and how the connection stands where it is not as it should be."""

from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from textual.content import Content
from textual.widget import Widget

from goodpath_client.keys import place_of
from goodpath_client.widgets.wrapping import width

_GAP = "  "
Hint = tuple[str, str]
"""A key and what it does."""


class Foot(NamedTuple):
    """What a screen shows at its foot, from the left to the right."""

    wanted: tuple[Hint, ...]
    """The most wanted first: as many as there is room for."""
    ways_out: tuple[Hint, ...] = ()
    """Stand first, whatever else has no room."""
    end: str = ""
    """A word about the connection; empty while there is nothing to say."""
    corner: tuple[Hint, ...] = ()
    """Stand at the right end, on every screen in the same place; the last has room before all else."""
    waiting: frozenset[str] = frozenset()
    """Keys that do nothing at once."""
    by_key: bool = False
    """Whether the wanted ones that have room stand in the order of their keys."""


class KeyHints(Widget):
    """The footer."""

    DEFAULT_CSS = """
    KeyHints { dock: bottom; height: 1; width: 1fr; padding: 0 0 0 1; text-wrap: nowrap; background: $panel; }
    """

    def __init__(self, key_style: str, waiting_style: str = "", *, id: str | None = None) -> None:
        """Show keys in one style, in the other those that wait, with their words."""
        super().__init__(id=id)
        self._key_style, self._waiting_style = key_style, waiting_style
        self._foot = Foot(())

    def show(self, foot: Foot) -> None:
        """Show something else; the same costs nothing."""
        if foot != self._foot:
            self._foot = foot
            self.refresh()

    def render(self) -> Content:
        """Keys in bold, words after them; what stays at the right end, there."""
        foot, columns = self._foot, self.content_size.width
        room, corner = columns + len(_GAP), foot.corner
        while len(corner) > 1 and _cells(corner) > room:
            corner = corner[1:]
        # What is wrong with the connection matters more than how to get help.
        needed = _cells(foot.ways_out) + width(foot.end) + len(_GAP)
        if foot.end and _cells(corner) + needed > room >= _cells(corner[-1:]) + needed:
            corner = corner[-1:]
        room -= _cells(corner)
        ways_out = foot.ways_out if _cells(foot.ways_out) <= room else ()
        room -= _cells(ways_out)
        end = (foot.end,) if foot.end and width(foot.end) + len(_GAP) <= room else ()
        room -= sum(width(word) + len(_GAP) for word in end)
        many = sum(needed <= room for needed in accumulate(map(_hint_cells, foot.wanted)))
        wanted = list(foot.wanted[:many])
        if foot.by_key:
            wanted.sort(key=lambda hint: place_of(hint[0]))
        left = Content(_GAP).join(map(self._drawn, (*ways_out, *wanted)))
        right = Content(_GAP).join([*map(Content, end), *map(self._drawn, corner)])
        between = " " * (columns - left.cell_length - right.cell_length)
        return Content("").join([left, Content(between), right])

    def _drawn(self, hint: Hint) -> Content:
        key, words = hint
        if key in self._foot.waiting:
            return Content.styled(f"{key} {words}", self._waiting_style)
        return Content.assemble((key, self._key_style), f" {words}")


def _cells(hints: Iterable[Hint]) -> int:
    """How many cells keys take with their words, each with a gap."""
    return sum(map(_hint_cells, hints))


def _hint_cells(hint: Hint) -> int:
    key, words = hint
    return width(key) + 1 + width(words) + len(_GAP)
