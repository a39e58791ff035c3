"""Fold a row of many lines, so that one row does not fill the screen: its first lines, and how many follow.

Folded is only what is drawn; the row keeps all its words. A row is opened and folded again by whoever reads.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from goodpath_client.widgets.rows import FAILED, Key, Row
from goodpath_client.widgets.wrapping import shorten, width

WHOLE_UP_TO: Final = 12
"""Lines of text up to which a row is shown whole: below that folding saves too little."""
KEPT: Final = 8
"""Lines of text that stay of a folded row."""

_MERELY: Final = (".. {lines} lines more", ".. {lines} more")
"""All of it for a refused line: Enter puts that back into the box, as the row says itself."""
_MORE: Final = (
    ".. {lines} lines more · choose the line, then Enter, to read it all",
    ".. {lines} lines more · choose it, then Enter, to read it all",
    ".. {lines} lines more · choose it and press Enter",
    ".. {lines} lines more · choose it, Enter",
    ".. {lines} more · choose it, Enter",
    *_MERELY,
)
"""What stands in place of the other lines, the longest words first."""


class Folded(NamedTuple):
    """The text of a row as far as it is shown."""

    lines: Sequence[str]
    """The first ones."""
    more: str
    """What stands for the others; empty where there is none."""


def fold(row: Row, lines: Sequence[str], cells: int) -> Folded:
    """The text of a folded row, of which these are all `lines`, in a body of `cells`."""
    if not is_long(lines):
        return Folded(lines, "")
    steps = _MERELY if row.mark == FAILED else _MORE
    said = [step.format(lines=len(lines) - KEPT) for step in steps]
    more = next((words for words in said if width(words) <= cells), said[-1])
    return Folded(lines[:KEPT], shorten(more, cells))


def is_long(lines: Sequence[str]) -> bool:
    """Whether folding saves a good part of so many lines."""
    return len(lines) > WHOLE_UP_TO


class RowFolds:
    """Which rows of a list are shown folded, if they are long; it outlasts the rows, as they come and go."""

    def __init__(self, is_on: bool) -> None:
        """`is_on` for a list that folds at all."""
        self._is_on = is_on
        self._opened: set[Key] = set()

    def folds(self, row: Row) -> bool:
        """Whether this row is folded where it is long; never one that nobody could choose and open."""
        return self._is_on and row.is_stop and row.spot is None and row.key not in self._opened

    def has_opened(self, row: Row) -> bool:
        """Whether somebody has opened this row, and may fold it again."""
        return self._is_on and row.key in self._opened

    def turn(self, key: Key) -> None:
        """Let a folded row be whole, and a whole one folded."""
        self._opened ^= {key}
