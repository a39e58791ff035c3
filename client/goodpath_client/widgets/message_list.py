"""Show a room's rows, ten thousand and more, as one scrolling list that never moves under its reader.

The list is drawn line by line: only rows on or near the screen are laid out and kept. It follows new rows
while its end is on screen; otherwise it stays where it is and says how many have come below.
"""

from collections.abc import Collection, Iterable
from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from goodpath_client.widgets.folded_rows import FoldedRows
from goodpath_client.widgets.row_view import UNREAD, Anchor
from goodpath_client.widgets.rows import Key, Kind, Row
from goodpath_client.widgets.wrapping import cut


class MessageList(FoldedRows):
    """Rows of a room; fill it with `set_rows`, `append`, `prepend`, `replace` and `remove`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "choose_previous", "Previous line", show=False),
        Binding("down", "choose_next", "Next line", show=False),
        Binding("enter", "choose", "Answer this line", show=False),
        Binding("escape", "release", "Choose no line", show=False),
        Binding("home", "oldest", "Oldest line", show=False),
        Binding("end", "follow", "Newest line", show=False),
    ]

    class RowChosen(Message):
        """Somebody pressed Enter on a row, to answer it, take it back, or read it all."""

        def __init__(self, row: Row) -> None:
            super().__init__()
            self.row = row

    class OlderWanted(Message):
        """The reader is at the top and wants what came before; answer with `prepend`."""

    class BelowChanged(Message):
        """The number of lines that have come below the screen is another one."""

        def __init__(self, count: int) -> None:
            super().__init__()
            self.count = count

    def __init__(
        self,
        rows: Iterable[Row] = (),
        *,
        from_top: bool = False,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Show rows from the end, as in a chat; or `from_top`, as on a page."""
        super().__init__(name=name, id=id, classes=classes)
        self._from_top = self.keeps_cursor = from_top
        self._came: set[Key] = set()
        """Rows that have come below the screen since the reader left the end."""
        self._below = 0
        self._asked = False
        self.set_rows(rows)

    @property
    def below(self) -> int:
        """How many lines of others, that still stand, have come below since the reader left the end."""
        return self._below

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Show these rows instead."""
        self._book.clear()
        self._book.insert(0, rows)
        self._drawn.clear()
        self._chosen, self._lost = None, None
        self._following, self._asked = not self._from_top, False
        self.at_end()
        first = self._book[0].key if self._from_top and len(self._book) else None
        self._settle(Anchor(first, 0))

    def append(self, rows: Iterable[Row], above: Key | None = None) -> None:
        """Add rows at the end, or `above` a row; a row that is here already is replaced.

        Raises `KeyError` when the row above which they belong is not here.
        """
        anchor = self._anchor()
        fresh: list[Row] = []
        for row in rows:
            if row.key in self._book:
                self._swap(row.key, row)
            elif above is None:
                self._book.append(row)
                fresh.append(row)
            else:
                fresh.append(row)
        if above is not None and fresh:
            self._book.insert(self._book.place(above), fresh)
        self._settle(anchor)
        if not self._following:
            self._came.update(row.key for row in fresh)
            self._count_below()

    def prepend(self, rows: Iterable[Row]) -> None:
        """Add older rows at the start; what is on screen stays. Rows that are here already are left out."""
        anchor = self._anchor()
        self._asked = False
        self._book.insert(0, [row for row in rows if row.key not in self._book])
        if self.is_attached and self.text_selection:
            self.screen.clear_selection()
        self._settle(anchor)

    def replace(self, key: Key, row: Row) -> None:
        """Show another row in place of one; the key may change. Raises `KeyError` when it is not here."""
        anchor = self._anchor()
        self._swap(key, row)
        if key in self._came:
            self._came.add(row.key)
        self._settle(anchor)
        self._count_below()

    def revise(self, rows: Iterable[Row]) -> None:
        """Show these rows in place of those with their keys; only those on screen are laid out at once."""
        anchor = self._anchor()
        for row in rows:
            if row.key in self._book:
                self._book.revise(row)
                self._drawn.forget(row.key)
        self._settle(anchor)
        self._count_below()

    def discard_all(self, keys: Collection[Key]) -> None:
        """Take these rows out, all in one step. Raises `KeyError` when one is not here."""
        if not keys:
            return
        anchor = self._anchor()
        self._take(keys)
        self._settle(anchor)
        self._count_below()

    def mark_unread(self, after: Key | None, text: str = "new") -> None:
        """Put the unread divider behind a row, or take it away with `None`.

        Behind an unknown row it stands at the top, since then all that is here is new.
        """
        anchor = self._anchor()
        stood = self._book.place(UNREAD) if UNREAD in self._book else 0
        if UNREAD in self._book:
            self._take((UNREAD,))
        if after is not None:
            place = self._book.place(after) + 1 if after in self._book else 0
            if anchor.key == UNREAD and place != stood:
                # The divider goes elsewhere; what stood below it stays on the screen.
                anchor = Anchor(self._book[stood].key if stood < len(self._book) else None, 0)
            self._book.insert(place, [Row(UNREAD, Kind.UNREAD, text=text)])
        self._settle(anchor)

    def action_choose(self) -> None:
        """Tell the screen which row is under the cursor."""
        if row := self.chosen:
            self.post_message(self.RowChosen(row))

    def action_oldest(self) -> None:
        """Go to the start; there already, ask for older rows."""
        if self.scroll_offset.y == 0:
            self.want_older()
        self.scroll_to(y=0, animate=False)

    def action_page_up(self) -> None:
        """Go up a page; at the top, ask for older rows."""
        self._page(-1)

    def action_page_down(self) -> None:
        """Go down a page."""
        self._page(1)

    def _page(self, pages: int) -> None:
        if pages < 0 and self.scroll_offset.y == 0:
            self.want_older()
        lines = max(self.scrollable_content_region.height - 1, 1)
        self.scroll_to(y=self.scroll_offset.y + pages * lines, animate=False)

    def want_older(self) -> None:
        """Ask for older rows, once until they have come."""
        if not self._asked and len(self._book):
            self._asked = True
            self.post_message(self.OlderWanted())

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Notice when the reader leaves or reaches an end."""
        super().watch_scroll_y(old_value, new_value)
        if self._moving or not self._book.lines.cells:
            return
        self._following = self.is_vertical_scroll_end and not self._from_top
        if self._following:
            self.at_end()
        if round(new_value) == 0 and new_value < old_value:
            self.want_older()
        if not self.is_measured:
            self._settle(self._anchor())
        if self._from_top:
            self.point_at_shown()

    def go_past_end(self) -> None:
        """A chat follows what comes; on a page the cursor stays, and the end comes on screen."""
        if self._from_top:
            self.scroll_end(animate=False)
        else:
            self.action_follow()

    def at_end(self) -> None:
        """Count nothing as below."""
        self._came.clear()
        self._count_below()

    def _count_below(self) -> None:
        """Count what has come below anew: what was taken back since is no line any more."""
        here = (self._book[self._book.place(key)] for key in self._came if key in self._book)
        count = sum(row.is_news for row in here)
        if count != self._below:
            self._below = count
            self.post_message(self.BelowChanged(count))
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen; the last says what has come below."""
        if self._below and y == self.scrollable_content_region.height - 1:
            text = cut(f" {self._below} new, End to follow", self.size.width)
            return Strip([Segment(text, self._drawn.style("below"))], self.size.width)
        return super().render_line(y)
