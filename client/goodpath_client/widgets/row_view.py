"""Draw a long list of rows line by line, keep its place while rows change, and let its text be copied.

Only rows on or near the screen are laid out and kept; the others are measured in slices.
"""

from collections.abc import Collection
from typing import ClassVar, Final, NamedTuple

from textual.geometry import Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.timer import Timer

from goodpath_client.widgets.drawn_rows import DrawnRows
from goodpath_client.widgets.row_bands import band_at, lines_shown
from goodpath_client.widgets.row_book import RowBook
from goodpath_client.widgets.row_drawing import draw_band, highlight
from goodpath_client.widgets.row_styles import PREFIX, style_in
from goodpath_client.widgets.rows import Key, Row

UNREAD: Final = "unread divider"
"""Key of the divider between what was read and what is new; no other row may have it."""

_ROLES = (
    "margin speaker own text title stamp failed quote detail mention divider unread unread-line notice "
    "narrator phone out-of-character teacher system cursor below"
)
_SLICE_ROWS = 200
_SLICE_SECONDS = 0.02


class Anchor(NamedTuple):
    """What stands at the top of the screen."""

    key: Key | None
    """Of the row that stays at the top; None holds none."""
    offset: int
    """Lines of that row above the screen."""


class RowView(ScrollView, can_focus=True):
    """Rows of any number, of which those on screen are drawn."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"{PREFIX}{role}" for role in _ROLES.split()}
    DEFAULT_CSS = """
    RowView {
        width: 1fr; height: 1fr; overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1;
        background: $background; color: $foreground;
        & .row-view--speaker { color: $primary; text-style: bold; }
        & .row-view--own { color: $secondary; text-style: bold; }
        & .row-view--title { text-style: bold; }
        & .row-view--stamp, & .row-view--quote, & .row-view--detail { color: $text-muted; }
        & .row-view--failed { color: $error; text-style: bold; }
        & .row-view--mention { text-style: bold underline; }
        & .row-view--divider { color: $text-muted; }
        & .row-view--unread { background: $accent; color: $background; text-style: bold; }
        & .row-view--unread-line { color: $accent; }
        & .row-view--notice { color: $warning; text-style: bold; }
        & .row-view--narrator { color: $text-muted; }
        & .row-view--phone { color: $secondary; }
        & .row-view--out-of-character { color: $accent; text-style: italic; }
        & .row-view--teacher { color: $accent; text-style: bold reverse; }
        & .row-view--system { color: $text-muted; }
        & .row-view--cursor { background: $panel; color: $foreground; }
        & .row-view--below { background: $accent; color: $background; text-style: bold; }
    }
    """

    ALLOW_SELECT = True
    """Text can be selected with the mouse and copied."""

    FOLDS: ClassVar[bool] = False
    """Whether long rows are folded until somebody opens them."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """Cells and lines of all rows: the bar always stands, so a new height moves nothing else on screen."""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._book = RowBook(folds=self.FOLDS)
        self._drawn = DrawnRows(lambda role, skin: style_in(self, role, skin))
        self._following = True
        self._chosen: Key | None = None
        self._moving = False
        self._measuring: Timer | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows from old to new, without the unread divider."""
        return tuple(row for row in self._book if row.key != UNREAD)

    def newest(self, count: int) -> tuple[Row, ...]:
        """The last rows, from old to new, without the unread divider."""
        places = range(max(0, len(self._book) - count), len(self._book))
        return tuple(row for place in places if (row := self._book[place]).key != UNREAD)

    @property
    def following(self) -> bool:
        """Whether the list stays at its end when rows come."""
        return self._following

    @property
    def is_measured(self) -> bool:
        """Whether the height of every row is known; those off the screen are measured in slices."""
        return self._book.lines.is_exact

    def row(self, key: Key) -> Row | None:
        """Return the row of that key, if it is here."""
        return self._book[self._book.place(key)] if key in self._book else None

    def visible_keys(self) -> tuple[Key, ...]:
        """Return the keys of all rows of which a line is on screen, from top to bottom."""
        lines = self.scrollable_content_region.height
        if not len(self._book) or not lines:
            return ()
        start = self.scroll_offset.y
        first, end = self._book.lines.find(start), self._book.lines.find(start + lines - 1) + 1
        if first >= len(self._book):
            return ()
        places = range(band_at(self._book, first).start, min(end, len(self._book)))
        rows = (self._book[place] for place in places if lines_shown(self._book, place, start, lines))
        return tuple(row.key for row in rows if row.key != UNREAD)

    def at_end(self) -> None:
        """Do what is to be done when the end is on screen; nothing here."""

    def on_resize(self) -> None:
        """Lay everything out again when the width has changed."""
        cells = self.scrollable_content_region.width
        anchor = self._anchor()
        if cells != self._book.lines.cells and cells > 0:
            self._drawn.clear()
            self._book.widen(cells)
        self._settle(anchor)

    def _swap(self, key: Key, row: Row) -> None:
        self._book.swap(key, row)
        self._drawn.forget(key, row.key)
        if self._chosen == key:
            self._chosen = row.key

    def _take(self, keys: Collection[Key]) -> None:
        self._book.take(keys)
        self._drawn.forget(*keys)
        if self._chosen in keys:
            self._chosen = None

    def _anchor(self) -> Anchor:
        """Return what must stay at the top of the screen."""
        start = self.scroll_offset.y
        place = self._book.lines.find(start)
        if place >= len(self._book):
            return Anchor(None, 0)
        return Anchor(self._book[place].key, start - self._book.lines.top(place))

    def _settle(self, anchor: Anchor) -> None:
        """Bring size and place on screen in line with the rows; measure what is near the screen."""
        book = self._book
        if not book.lines.cells:
            return
        pages = 2 * self.scrollable_content_region.height + 1
        kept = anchor.key is not None and anchor.key in book
        place = (
            book.place(anchor.key)
            if anchor.key is not None and kept
            else book.lines.find(self.scroll_offset.y)
        )
        around = len(book) if self._following else place
        book.measure(range(max(around - pages, 0), min(around + pages, len(book))))
        self._moving = True
        self.virtual_size = Size(book.lines.cells, book.lines.total)
        self.vertical_scrollbar.window_virtual_size = book.lines.total
        if self._following:
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True)
        elif kept:
            offset = min(anchor.offset, book.lines.height(place) - 1)
            self.scroll_to(y=book.lines.top(place) + offset, animate=False, force=True)
        self._moving = False
        if self._following:
            self.at_end()
        self.refresh()
        self._measure_later()

    def _measure_later(self) -> None:
        """Have the rows that are off the screen measured in slices that nobody feels."""
        if self._measuring is None and self.is_running and not self.is_measured:
            self._measuring = self.set_timer(_SLICE_SECONDS, self._measure_slice)

    def _measure_slice(self) -> None:
        self._measuring = None
        anchor = self._anchor()
        self._book.measure_some(_SLICE_ROWS)
        self._settle(anchor)

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        super().notify_style_update()
        self._drawn.fade()

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen."""
        line = self.scroll_offset.y + y
        place = self._book.lines.find(line)
        if not self._book.lines.cells or place >= len(self._book):
            return Strip.blank(self._book.lines.cells, self._drawn.style("text"))
        strip = self._strip(line, place)
        if (selection := self.text_selection) and (span := selection.get_span(line)):
            strip = highlight(strip, span, self.screen.get_component_rich_style("screen--selection"))
        return strip.apply_offsets(0, line)

    def _strip(self, line: int, place: int) -> Strip:
        cells, at = self._book.lines.cells, line - self._book.lines.top(place)

        def strips_of(row: Row) -> list[Strip]:
            return self._drawn.strips(row, cells, row.key == self._chosen, self._book.folds.folds(row))

        ground = self._drawn.style("text")
        if self._book[place].spot is not None:
            rows = (self._book[one] for one in band_at(self._book, place))
            return draw_band(rows, strips_of, at, cells, ground)
        known = strips_of(self._book[place])
        return known[at] if at < len(known) else Strip.blank(cells, ground)

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected."""
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected lines as they stand on screen, without the spaces behind them."""
        total = self._book.lines.total
        start_x, start_y = selection.start or (0, 0)
        end_x, end_y = selection.end or (None, total - 1)
        lines = range(start_y, min(end_y + 1, total))
        self._book.measure({self._book.lines.find(line) for line in lines})
        picked = [self._strip(line, self._book.lines.find(line)).text for line in lines]
        if not picked:
            return None
        if end_y < total:
            picked[-1] = picked[-1][:end_x]
        picked[0] = picked[0][start_x:]
        return "\n".join(text.rstrip() for text in picked), "\n"
