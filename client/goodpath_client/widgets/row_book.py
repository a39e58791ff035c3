"""Keep the rows of a list in order, with the place and the height of each at one width.

Laying ten thousand rows out takes longer than a person waits, so after a change of width the old heights stay
as guesses: the list has the rows on screen measured at once and the others a slice at a time.
"""

from collections.abc import Iterable, Iterator

from goodpath_client.widgets.row_folds import RowFolds
from goodpath_client.widgets.row_measures import RowMeasures
from goodpath_client.widgets.rows import Key, Row


class RowBook:
    """Rows from old to new; `place` is a row's number from 0."""

    def __init__(self, *, folds: bool = False) -> None:
        """`folds` for rows of which long ones are folded until somebody opens them."""
        self.folds = RowFolds(folds)
        """Which rows are folded."""
        self.lines = RowMeasures(self.folds)
        """At which line each row starts, and how many lines it has."""
        self._rows: list[Row] = []
        self._places: dict[Key, int] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def __contains__(self, key: Key | None) -> bool:
        return key in self._places

    def __getitem__(self, place: int) -> Row:
        return self._rows[place]

    def place(self, key: Key) -> int:
        """Return where a row is. Raises `KeyError` when it is not here."""
        return self._places[key]

    def near(self, key: Key) -> tuple[Key, ...]:
        """A row, those below it, then those above it, the nearest first. Raises `KeyError` for none."""
        keys, place = [row.key for row in self._rows], self._places[key]
        return (*keys[place:], *reversed(keys[:place]))

    def first_stop(self, keys: Iterable[Key]) -> Key | None:
        """The first of these rows that is here and can be chosen."""
        here = (key for key in keys if key in self._places)
        return next((key for key in here if self._rows[self._places[key]].is_stop), None)

    def clear(self) -> None:
        """Take all rows out."""
        self._rows.clear()
        self._places.clear()
        self.lines.clear()

    def append(self, row: Row) -> None:
        """Add one row at the end, measured."""
        self._places[row.key] = len(self._rows)
        self._rows.append(row)
        self.lines.append(row)

    def insert(self, place: int, rows: Iterable[Row]) -> None:
        """Add rows before a place, their heights guessed."""
        new = list(rows)
        self._rows[place:place] = new
        self.lines.insert(place, new)
        self._number()

    def swap(self, key: Key, row: Row) -> None:
        """Put another row in place of one. Raises `KeyError` when it is not here."""
        place = self._places.pop(key)
        self._places[row.key] = place
        self._rows[place] = row
        self.lines.replace(place, key, row)

    def revise(self, row: Row) -> None:
        """Put a row in place of that with its key, its height a guess. Raises `KeyError` for none."""
        self._rows[self._places[row.key]] = row
        self.lines.doubt(row.key)

    def turn(self, key: Key) -> None:
        """Open a folded row, or fold an open one; measured anew. Raises `KeyError` when it is not here."""
        self.folds.turn(key)
        self.swap(key, self._rows[self._places[key]])

    def take(self, keys: Iterable[Key]) -> None:
        """Take these rows out; all that stay are numbered once. Raises `KeyError` when one is not here."""
        going = {self._places[key]: key for key in keys}
        self._rows = [row for place, row in enumerate(self._rows) if place not in going]
        self.lines.remove(going)
        self._number()

    def widen(self, cells: int) -> None:
        """Lay out for another width from now on."""
        self.lines.widen(cells, self._rows)

    def measure(self, places: Iterable[int]) -> None:
        """Measure these rows where their heights are guesses."""
        self.lines.measure(places, self._rows)

    def measure_some(self, count: int) -> None:
        """Measure that many of the newest rows whose heights are guesses."""
        newest = self.lines.newest_guessed(count)
        self.measure(self._places[key] for key in newest)

    def _number(self) -> None:
        self._places = {row.key: place for place, row in enumerate(self._rows)}
