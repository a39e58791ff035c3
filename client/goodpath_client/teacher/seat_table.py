"""Lay the seats out as a table: which columns have room, how wide each is, and each seat as one line."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from textual.content import Content

from goodpath_client.teacher.seat_rows import GONE, STOP, SeatRow
from goodpath_client.widgets.wrapping import cut, shorten, width


class Column(NamedTuple):
    """A column of the table."""

    title: str
    """Stands above it; the help says what it means."""
    cells: int
    """How wide it is where no column needs more or less."""
    rank: int
    """The lowest leave first where the window is narrow."""
    take: Callable[[SeatRow], str]
    """What of a seat stands in it."""
    steady: bool = False
    """Whether it keeps its cells, since what it says changes all the time."""


class Placed(NamedTuple):
    """A column and how many cells it has."""

    column: Column
    """One for which there is room."""
    cells: int
    """How wide it is now, without the gap to the next."""


COLUMNS: Final = (
    Column("state", 9, 9, lambda row: row.state, steady=True),
    Column("seat", 4, 8, lambda row: row.label, steady=True),
    Column("name", 10, 7, lambda row: row.name),
    Column("persona", 12, 6, lambda row: row.persona),
    Column("as", 10, 1, lambda row: row.nickname),
    Column("place", 5, 4, lambda row: row.place, steady=True),
    Column("last did", 12, 2, lambda row: row.act, steady=True),
    Column("silent", 6, 3, lambda row: row.silent, steady=True),
)
NARROWEST: Final = COLUMNS[0].cells
"""Cells that a line needs at least."""
_STRETCH: Final = ("name", "persona", "as", "last did")
"""Columns that take what room is left."""
_STYLES: Mapping[str, str] = MappingProxyType(
    {STOP: "bold $background on $error", GONE: "bold $warning", "quiet": "$warning"}
)


def columns_for(cells: int, rows: Iterable[SeatRow] = ()) -> list[Placed]:
    """The columns that fit into so many cells, each with its width.

    What a column has too much for what stands in `rows`, others get that have too little.
    """
    kept = list(COLUMNS)
    for column in sorted(COLUMNS, key=lambda one: one.rank):
        if _taken(one.cells for one in kept) > cells and len(kept) > 1:
            kept.remove(column)
    shown = list(rows)
    needs = [_need(column, shown) for column in kept]
    widths = [min(column.cells, need) for column, need in zip(kept, needs, strict=True)]
    widths = _widened(widths, needs, cells - _taken(widths))
    most = [cells if column.title in _STRETCH else now for column, now in zip(kept, widths, strict=True)]
    widths = _widened(widths, most, cells - _taken(widths))
    return [Placed(column, now) for column, now in zip(kept, widths, strict=True)]


def _need(column: Column, rows: Sequence[SeatRow]) -> int:
    """How many cells a column takes to show all of it."""
    if column.steady or not rows:
        return column.cells
    return max(width(text) for text in (column.title, *map(column.take, rows)))


def _widened(widths: list[int], most: list[int], spare: int) -> list[int]:
    """Hand out spare cells one by one, to the narrowest first, up to what each may have at `most`."""
    widths = list(widths)
    for _ in range(max(0, spare)):
        open_to = [at for at, now in enumerate(widths) if now < most[at]]
        if not open_to:
            break
        widths[min(open_to, key=widths.__getitem__)] += 1
    return widths


def _taken(widths: Iterable[int]) -> int:
    """How many cells columns take with the gaps between them."""
    found = list(widths)
    return sum(found) + len(found) - 1


def head_line(columns: Sequence[Placed]) -> Content:
    """The titles of the columns."""
    return Content.styled(" ".join(cut(one.title, cells) for one, cells in columns), "bold")


def seat_line(row: SeatRow, columns: Sequence[Placed]) -> Content:
    """A seat as one line of exactly the table's columns."""
    parts: list[Content] = []
    for column, cells in columns:
        text = column.take(row)
        style = _STYLES.get(text.partition(" ")[0], "") if column.title == "state" else ""
        parts.append(Content.styled(cut(shorten(text, cells), cells), style))
    return Content(" ").join(parts)
