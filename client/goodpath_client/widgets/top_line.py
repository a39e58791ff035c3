"""Show in one line which scenario, when, how long still, and who one is."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from textual.content import Content
from textual.widget import Widget

from goodpath_client.widgets.wrapping import cut, width
from goodpath_core.text import clean_line

_GAP = "  "
_BETWEEN = " · "
_PADDING = 1


class Part(NamedTuple):
    """Some words of the line."""

    text: str
    """Empty leaves the part out."""
    rank: int
    """The lowest goes first where the line is too narrow."""


class TopLine(Widget):
    """One line of a left and a right part."""

    DEFAULT_CSS = "TopLine { height: 1; width: 1fr; padding: 0 1; text-wrap: nowrap; text-style: bold; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._left: tuple[Part, ...] = ()
        self._right: tuple[Part, ...] = ()

    def show(self, left: Sequence[Part], right: Sequence[Part]) -> None:
        """Show parts; empty ones are left out."""
        parts = (_cleaned(left), _cleaned(right))
        if parts != (self._left, self._right):
            self._left, self._right = parts
            self.refresh()

    def render(self) -> Content:
        """As many parts as fit, those of the highest rank always."""
        room = self.content_size.width
        left, right = self._fitting(room)
        end = _joined(right, _GAP)
        return Content(f"{cut(_joined(left, _BETWEEN), max(0, room - width(end) - 1))} {end}")

    def has_room_for(self, text: str, columns: int) -> bool:
        """Whether a part with these words is shown where the line is so many columns wide."""
        return any(part.text == text for part in chain(*self._fitting(columns - 2 * _PADDING)))

    def _fitting(self, room: int) -> tuple[list[Part], list[Part]]:
        """The parts that fit into so many cells."""
        left, right = list(self._left), list(self._right)
        for spare in sorted((*left, *right), key=lambda part: part.rank)[:-2]:
            if _taken(left, right) > room:
                (left if spare in left else right).remove(spare)
        return left, right


def _cleaned(parts: Sequence[Part]) -> tuple[Part, ...]:
    return tuple(Part(clean_line(one.text), one.rank) for one in parts if one.text)


def _joined(parts: list[Part], between: str) -> str:
    return between.join(part.text for part in parts)


def _taken(left: list[Part], right: list[Part]) -> int:
    return width(_joined(left, _BETWEEN)) + width(_joined(right, _GAP)) + len(_GAP)
