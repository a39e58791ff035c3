"""Measure the rows of a list at one width, and guess the heights of those that are not measured yet."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from goodpath_client.widgets.page_layout import lines_of
from goodpath_client.widgets.row_folds import WHOLE_UP_TO, RowFolds
from goodpath_client.widgets.row_heights import RowHeights
from goodpath_client.widgets.rows import Key, Row


class RowMeasures:
    """Where each row starts and how high it is; `place` is a row's number from 0, `line` a line's from 0."""

    def __init__(self, folds: RowFolds) -> None:
        self.cells = 0
        """Width all rows are laid out for; 0 while unknown."""
        self._folds = folds
        self._heights = RowHeights()
        self._guessed: dict[Key, None] = {}

    @property
    def total(self) -> int:
        """Lines of all rows together."""
        return self._heights.total

    @property
    def is_exact(self) -> bool:
        """Whether no height is a guess."""
        return not self._guessed

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
        """Forget all rows."""
        self._heights.clear()
        self._guessed.clear()

    def append(self, row: Row) -> None:
        """Measure a new row at the end."""
        self._heights.extend([self._measured(row)])

    def insert(self, place: int, rows: Sequence[Row]) -> None:
        """Guess the heights of new rows before a place."""
        self._heights.insert(place, [self._guess(row) for row in rows])
        self._guessed = {**dict.fromkeys(row.key for row in rows), **self._guessed}

    def replace(self, place: int, key: Key, row: Row) -> None:
        """Measure the row that has come in place of that of `key`."""
        self._guessed.pop(key, None)
        self._heights.replace(place, self._measured(row))

    def doubt(self, key: Key) -> None:
        """Take the height of a row for a guess: it may be another one now."""
        self._guessed.setdefault(key)

    def remove(self, going: Mapping[int, Key]) -> None:
        """Forget the rows at these places, each with its key."""
        self._heights.remove(going.keys())
        for key in going.values():
            self._guessed.pop(key, None)

    def widen(self, cells: int, rows: Sequence[Row]) -> None:
        """Lay these rows out for another width from now on; all heights are guesses again."""
        first = not self.cells
        self.cells = cells
        self._guessed = dict.fromkeys(row.key for row in rows)
        if first:
            self._heights.clear()
            self._heights.extend(map(self._guess, rows))

    def measure(self, places: Iterable[int], rows: Sequence[Row]) -> None:
        """Measure, of all `rows`, those at these places where their heights are guesses."""
        for place in places:
            row = rows[place]
            if row.key in self._guessed:
                del self._guessed[row.key]
                self._heights.replace(place, self._measured(row))

    def newest_guessed(self, count: int) -> list[Key]:
        """Return that many of the newest rows whose heights are guesses, the newest first."""
        return list(islice(reversed(self._guessed), count))

    def _measured(self, row: Row) -> int:
        if row.spot:
            return row.spot.band
        return len(lines_of(row, self.cells, self._folds.folds(row))) if self.cells else 1

    def _guess(self, row: Row) -> int:
        if row.spot:
            return row.spot.band
        lines = len(row.text) // self.cells if self.cells else 0
        return 1 + (min(lines, WHOLE_UP_TO) if self._folds.folds(row) else lines)
