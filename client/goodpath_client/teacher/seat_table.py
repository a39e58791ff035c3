"""Lay the seats out as a table: which columns have room, how wide each is, and each seat as one line."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from textual.content import Content

from goodpath_client.teacher.seat_colours import colour_place, colour_state
from goodpath_client.teacher.seat_rows import SeatRow
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
    stages: tuple[str, ...] = ("lobby", "playing", "debrief", "ended")
    """In which stages of a session it has something to say."""
    spare: bool = False
    """Whether it is left out where it says nothing of any seat."""


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
    Column("place", 5, 4, lambda row: row.place, steady=True, stages=("playing",)),
    Column("last did", 12, 2, lambda row: row.act, steady=True, stages=("playing",)),
    Column("silent", 6, 3, lambda row: row.silent, steady=True, stages=("lobby", "playing")),
    Column("stepped out", 11, 5, lambda row: row.out, steady=True, stages=("debrief", "ended"), spare=True),
)
NARROWEST: Final = COLUMNS[0].cells
"""Cells that a line needs at least."""
_STRETCH: Final = ("name", "persona", "as", "last did")
"""Columns that take what room is left."""
_COLOURS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {"state": colour_state, "place": colour_place}
)
"""Columns whose words have colours."""


def columns_for(cells: int, rows: Iterable[SeatRow] = (), stage: str = "playing") -> list[Placed]:
    """The columns of this stage that fit into so many cells, each with its width.

    What a column has too much for what stands in `rows`, others get that have too little.
    """
    shown = list(rows)
    kept = [
        one for one in COLUMNS if stage in one.stages and not (one.spare and not any(map(one.take, shown)))
    ]
    for column in sorted(kept, key=lambda one: one.rank):
        if _taken(one.cells for one in kept) > cells and len(kept) > 1:
            kept.remove(column)
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
        style = _COLOURS[column.title](text) if column.title in _COLOURS else ""
        parts.append(Content.styled(cut(shorten(text, cells), cells), style))
    return Content(" ").join(parts)
