"""Let a reader put a cursor on one of the rows, by key or by mouse, and take it away."""

from textual import events
from textual.actions import SkipAction

from goodpath_client.widgets.row_view import Anchor, RowView
from goodpath_client.widgets.rows import Key, Kind, Row


class PointedRows(RowView):
    """Rows of which one may be chosen; past the last one the list follows what comes."""

    @property
    def chosen(self) -> Row | None:
        """The row under the cursor."""
        return None if self._chosen is None else self.row(self._chosen)

    def want_older(self) -> None:
        """Do what is to be done when the reader goes up past the first row; nothing here."""

    def action_choose_previous(self) -> None:
        """Move the cursor up, from the last row on screen at first."""
        self._choose(-1)

    def action_choose_next(self) -> None:
        """Move the cursor down; past the last row it is released."""
        self._choose(1)

    def action_release(self) -> None:
        """Take the cursor away; where there is none the key means what it means on the screen."""
        if self._chosen is None:
            raise SkipAction
        self._point(None)

    def action_follow(self) -> None:
        """Go to the end and stay there."""
        self._point(None)
        self._following = True
        self._settle(Anchor(None, 0))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row that was clicked."""
        place = self._book.lines.find(self.scroll_offset.y + event.y)
        if place < len(self._book) and self._book[place].kind is not Kind.DIVIDER:
            self._point(self._book[place].key)

    def _choose(self, step: int) -> None:
        if self._chosen is None:
            visible = self.visible_keys()
            if visible:
                self._point(visible[-1] if step < 0 else visible[0])
            return
        place = self._book.place(self._chosen) + step
        while 0 <= place < len(self._book) and self._book[place].kind is Kind.DIVIDER:
            place += step
        if place < 0:
            self.want_older()
        elif place >= len(self._book):
            self.action_follow()
        else:
            self._point(self._book[place].key)

    def _point(self, key: Key | None) -> None:
        """Put the cursor on a row and bring the row on screen."""
        self._drawn.forget(*(changed for changed in (self._chosen, key) if changed is not None))
        self._chosen = key
        if key is not None:
            place = self._book.place(key)
            top, bottom = self._book.lines.top(place), self._book.lines.top(place + 1)
            lines = self.scrollable_content_region.height
            start = self.scroll_offset.y
            if top < start or bottom > start + lines:
                self.scroll_to(y=top if top < start else min(top, bottom - lines), animate=False)
        self.refresh()
