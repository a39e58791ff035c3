"""Know at which line each row of a long list starts, and which row a line belongs to.

Tops are running sums, kept up to the first change and summed again from there when somebody asks, so that a
new row at the end costs nothing and a change near the end costs little.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable


class RowHeights:
    """The heights of all rows, in lines; rows are counted from 0."""

    def __init__(self) -> None:
        self._heights: list[int] = []
        self._tops = [0]

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, row: int) -> int:
        return self._heights[row]

    @property
    def total(self) -> int:
        """Lines of all rows together."""
        return self.top(len(self._heights))

    def extend(self, heights: Iterable[int]) -> None:
        """Add rows at the end."""
        self._heights.extend(heights)

    def insert(self, row: int, heights: Iterable[int]) -> None:
        """Add rows before a row."""
        self._heights[row:row] = heights
        del self._tops[row + 1 :]

    def replace(self, row: int, height: int) -> None:
        """Change the height of one row."""
        if self._heights[row] != height:
            self._heights[row] = height
            del self._tops[row + 1 :]

    def remove(self, rows: Collection[int]) -> None:
        """Take these rows out."""
        self._heights = [height for row, height in enumerate(self._heights) if row not in rows]
        del self._tops[min(rows, default=len(self._tops)) + 1 :]

    def clear(self) -> None:
        """Take all rows out."""
        self._heights.clear()
        del self._tops[1:]

    def top(self, row: int) -> int:
        """Return the line at which a row starts; for the number of rows, the line after the last."""
        for height in self._heights[len(self._tops) - 1 : row]:
            self._tops.append(self._tops[-1] + height)
        return self._tops[row]

    def find(self, line: int) -> int:
        """Return the row that holds a line; the number of rows when the line is below them all."""
        if line >= self.total:
            return len(self._heights)
        return bisect_right(self._tops, line) - 1
