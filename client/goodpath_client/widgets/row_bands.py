"""Say where on the list each row stands, also where several share their lines, and which one is next to it.

The rows of a band follow one another and begin at one line: all but the last have no height in the book.
"""

from itertools import islice
from typing import Final, NamedTuple

from goodpath_client.widgets.row_book import RowBook

_NEAR: Final = 24
"""So many stops before or behind a row are looked through for the one above or below it."""
_LINE_COUNTS: Final = 4
"""One line further counts as much as so many cells."""


class Area(NamedTuple):
    """What a row covers: lines of the whole list from 0, cells from 0; ends are the first behind it."""

    top: int
    """Its first line."""
    bottom: int
    """The first line below it."""
    left: int
    """Its first cell."""
    right: int
    """The first cell right of it."""


def band_at(book: RowBook, place: int) -> range:
    """The places of all rows that share the lines of this one, itself included."""
    first, last = place, place
    while first > 0 and not book.lines.height(first - 1):
        first -= 1
    while last < len(book) - 1 and not book.lines.height(last):
        last += 1
    return range(first, last + 1)


def area(book: RowBook, place: int) -> Area:
    """What a row covers."""
    top, spot = book.lines.top(place), book[place].spot
    if spot is None:
        return Area(top, top + book.lines.height(place), 0, book.lines.cells)
    return Area(top + spot.top, top + spot.top + spot.high, spot.left, spot.left + spot.wide)


def lines_shown(book: RowBook, place: int, start: int, lines: int) -> int:
    """How many lines of a row stand among so many `lines` of the list from `start` on."""
    one = area(book, place)
    return max(0, min(one.bottom, start + lines) - max(start, one.top))


def place_at(book: RowBook, line: int, cell: int) -> int:
    """The place of the row that covers a cell; the number of rows where none does."""
    found = book.lines.find(line)
    for place in band_at(book, found) if found < len(book) else ():
        one = area(book, place)
        if one.top <= line < one.bottom and one.left <= cell < one.right:
            return place
    return len(book)


def place_beyond(book: RowBook, place: int, step: int) -> int | None:
    """The place of the nearest stop below (`step` 1) or above (-1) a row; None where there is none."""
    here = area(book, place)
    others = range(place + 1, len(book)) if step > 0 else range(place - 1, -1, -1)
    costs = []
    for other in islice((one for one in others if book[one].is_stop), _NEAR):
        there = area(book, other)
        lines = there.top - here.bottom if step > 0 else here.top - there.bottom
        if lines >= 0:
            aside = max(there.left - here.right + 1, here.left - there.right + 1, 0)
            costs.append((lines * _LINE_COUNTS + aside, abs(there.left - here.left), other))
    return min(costs)[2] if costs else None
