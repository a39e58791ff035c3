"""Let a reader open a long row that is folded, fold it again, and read on in it, without losing the place."""

from goodpath_client.widgets.row_bands import area
from goodpath_client.widgets.row_cursor import PointedRows
from goodpath_client.widgets.row_layout import is_long_row
from goodpath_client.widgets.rows import Key


class FoldedRows(PointedRows):
    """Rows of which long ones are folded until opened; a row stays open while others come and go."""

    FOLDS = True

    def is_folded(self, key: Key) -> bool:
        """Whether only the first lines of this row are shown."""
        row = self.row(key)
        return row is not None and self._book.folds.folds(row) and is_long_row(row, self._book.lines.cells)

    def is_open(self, key: Key) -> bool:
        """Whether this row is long, and shown whole since somebody opened it."""
        row = self.row(key)
        return (
            row is not None and self._book.folds.has_opened(row) and is_long_row(row, self._book.lines.cells)
        )

    def turn(self, key: Key) -> None:
        """Open this row if it is folded, and fold it if it was opened; nothing for any other.

        What is at the top of the screen stays there. Only from the end, where the list follows what comes, as
        much of the row comes on screen as there is room for; and a row that is folded is there with its head.
        """
        opens = self.is_folded(key)
        if not opens and not self.is_open(key):
            return
        anchor, followed = self._anchor(), self._following
        self._book.turn(key)
        self._drawn.forget(key)
        if self.is_attached and self.text_selection:
            self.screen.clear_selection()
        self._following = False
        self._settle(anchor)
        if followed or not opens:
            self._show_head(key, down=opens)
        self._following = self.is_vertical_scroll_end and not self.keeps_cursor
        if self._following:
            self.at_end()
        self.post_message(self.Pointed())

    def _show_head(self, key: Key, down: bool) -> None:
        """Bring the first line of a row on screen; with `down` also as many of the others as have room."""
        one, lines = area(self._book, self._book.place(key)), self.scrollable_content_region.height
        start = self.scroll_offset.y
        last = max(start, one.bottom - lines) if down else start
        if (wanted := min(one.top, last)) != start:
            self.scroll_to(y=wanted, animate=False)

    def _choose(self, step: int) -> None:
        """Read on in an open row as far as it goes, and only then choose another one."""
        if not self._reads_on(step):
            super()._choose(step)

    def _reads_on(self, step: int) -> bool:
        """Scroll on in the chosen row, if it was opened and goes on beyond the screen."""
        if self._chosen is None or not self.is_open(self._chosen):
            return False
        one, lines = area(self._book, self._book.place(self._chosen)), self.scrollable_content_region.height
        start = self.scroll_offset.y
        beyond = one.bottom - start - lines if step > 0 else start - one.top
        if beyond <= 0 or one.bottom <= start or one.top >= start + lines:
            return False
        self.scroll_to(y=start + step * min(beyond, max(lines - 1, 1)), animate=False)
        return True
