"""Keep the rows of a list in order, with the place and the height of each at one width.

Laying ten thousand rows out takes longer than a person waits, so after a change of width the old heights stay
as guesses: the list has the rows on screen measured at once and the others a slice at a time.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from goodpath_client.widgets.row_heights import RowHeights
from goodpath_client.widgets.row_layout import lay_out
from goodpath_client.widgets.rows import Key, Row


class RowBook:
    """Rows from old to new; `place` is a row's number from 0, `line` a line's number from 0."""

    def __init__(self) -> None:
        self.cells = 0
        """Width all rows are laid out for; 0 while unknown."""
        self._rows: list[Row] = []
        self._places: dict[Key, int] = {}
        self._heights = RowHeights()
        self._guessed: dict[Key, None] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def __contains__(self, key: Key | None) -> bool:
        return key in self._places

    def __getitem__(self, place: int) -> Row:
        return self._rows[place]

    @property
    def total(self) -> int:
        """Lines of all rows together."""
        return self._heights.total

    @property
    def is_measured(self) -> bool:
        """Whether no height is a guess."""
        return not self._guessed

    def place(self, key: Key) -> int:
        """Return where a row is. Raises `KeyError` when it is not here."""
        return self._places[key]

    def top(self, place: int) -> int:
        """Return the line at which a row starts."""
        return self._heights.top(place)

    def height(self, place: int) -> int:
        """Return the lines of a row."""
        return self._heights[place]

    def find(self, line: int) -> int:
        """Return the place of the row that holds a line; the number of rows below them all."""
        return self._heights.find(line)

    def clear(self) -> None:
        """Take all rows out."""
        self._rows.clear()
        self._places.clear()
        self._heights.clear()
        self._guessed.clear()

    def append(self, row: Row) -> None:
        """Add one row at the end, measured."""
        self._places[row.key] = len(self._rows)
        self._rows.append(row)
        self._heights.extend([self._measured(row)])

    def insert(self, place: int, rows: Iterable[Row]) -> None:
        """Add rows before a place, their heights guessed."""
        new = list(rows)
        self._rows[place:place] = new
        self._heights.insert(place, [self._guess(row) for row in new])
        self._guessed = {**dict.fromkeys(row.key for row in new), **self._guessed}
        self._number()

    def swap(self, key: Key, row: Row) -> None:
        """Put another row in place of one. Raises `KeyError` when it is not here."""
        place = self._places.pop(key)
        self._places[row.key] = place
        self._rows[place] = row
        self._guessed.pop(key, None)
        self._heights.replace(place, self._measured(row))

    def take(self, key: Key) -> None:
        """Take one row out. Raises `KeyError` when it is not here."""
        place = self._places[key]
        del self._rows[place]
        self._heights.remove(place)
        self._guessed.pop(key, None)
        self._number()

    def widen(self, cells: int) -> None:
        """Lay out for another width from now on."""
        first = not self.cells
        self.cells = cells
        self._guessed = dict.fromkeys(self._places)
        if first:
            self._heights.clear()
            self._heights.extend(map(self._guess, self._rows))

    def measure(self, places: Iterable[int]) -> None:
        """Measure these rows where their heights are guesses."""
        for place in places:
            row = self._rows[place]
            if row.key in self._guessed:
                del self._guessed[row.key]
                self._heights.replace(place, self._measured(row))

    def measure_some(self, count: int) -> None:
        """Measure that many of the newest rows whose heights are guesses."""
        newest = list(islice(reversed(self._guessed), count))
        self.measure(self._places[key] for key in newest)

    def _measured(self, row: Row) -> int:
        return len(lay_out(row, self.cells)) if self.cells else 1

    def _guess(self, row: Row) -> int:
        return 1 + len(row.text) // self.cells if self.cells else 1

    def _number(self) -> None:
        self._places = {row.key: place for place, row in enumerate(self._rows)}
