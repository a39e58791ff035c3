"""Let a reader put a cursor on one of the rows, by key or by mouse, and take it away.

The next key acts on the row under the cursor: where that row goes, the cursor goes with it and onto no other.
"""

from collections.abc import Collection

from textual import events
from textual.actions import SkipAction
from textual.message import Message

from goodpath_client.widgets.row_bands import area, lines_shown, place_at
from goodpath_client.widgets.row_view import UNREAD, Anchor, RowView
from goodpath_client.widgets.rows import Key, Row


class PointedRows(RowView):
    """Rows of which one may be chosen; past the last one the list follows what comes."""

    _lost: tuple[Key, ...] | None = None
    """Of a chosen row that has gone: it and those around it, the nearest first. None while none is missed."""

    keeps_cursor = False
    """Whether no key takes the cursor away, as on a page."""

    class Pointed(Message):
        """The cursor is on another row, or on none."""

    @property
    def has_lost(self) -> bool:
        """Whether the chosen row has gone and none has been chosen since."""
        return self._lost is not None

    @property
    def chosen(self) -> Row | None:
        """The row under the cursor."""
        return None if self._chosen is None else self.row(self._chosen)

    def want_older(self) -> None:
        """Do what is to be done when the reader goes up past the first row; nothing here."""

    def choose(self, key: Key) -> None:
        """Put the cursor on this row. Raises `KeyError` when it is not here."""
        self._point(key)

    def show_from(self, key: Key) -> None:
        """Bring this row to the top, with the divider above it, or as near as the end allows.

        Where it is not here, or on screen by now, nothing moves.
        """
        if key not in self._book or key in self.visible_keys():
            return
        place = self._book.place(key)
        above = place - 1 if place and self._book[place - 1].key == UNREAD else place
        self._following = False
        self._settle(Anchor(self._book[above].key, 0))
        self._following = self.is_vertical_scroll_end

    @property
    def near_chosen(self) -> tuple[Key, ...] | None:
        """The row that is chosen, or has gone since, then those around it; None where none was chosen."""
        return self._lost if self._chosen is None else self._book.near(self._chosen)

    def choose_again(self, near: tuple[Key, ...]) -> None:
        """Put the cursor back on the first of `near`; on none where that has gone, its place on screen."""
        stop = self._book.first_stop(near)
        if stop is not None and stop == near[0]:
            self._point(stop)
            return
        self._point(None)
        self._lost = near
        if stop is not None:
            self._bring(stop)

    def _take(self, keys: Collection[Key]) -> None:
        is_lost = self._chosen in keys
        super()._take(keys)
        if is_lost:
            self._lost = ()
            self.post_message(self.Pointed())

    def point_at_shown(self) -> None:
        """Let the cursor follow the reader: once less than half of its row shows, to the row shown most."""
        if self._chosen is None or self._chosen not in self._book:
            return
        place, lines = self._book.place(self._chosen), self.scrollable_content_region.height
        one, start = area(self._book, place), self.scroll_offset.y
        if 2 * lines_shown(self._book, place, start, lines) >= min(lines, one.bottom - one.top):
            return
        places = [self._book.place(key) for key in self.visible_keys()]
        stops = [one for one in places if self._book[one].is_stop]
        if stops:
            most = max(stops, key=lambda place: lines_shown(self._book, place, start, lines))
            self._drawn.forget(self._chosen, self._book[most].key)
            self._chosen = self._book[most].key
            self.refresh()

    def go_past_end(self) -> None:
        """Do what is to be done when the reader goes down past the last row: follow what comes."""
        self.action_follow()

    def action_choose_previous(self) -> None:
        """Move the cursor up, from the last row on screen at first."""
        self._choose(-1)

    def action_choose_next(self) -> None:
        """Move the cursor down; past the last row it is released."""
        self._choose(1)

    def action_release(self) -> None:
        """Take the cursor away; where there is none, or it stays, the key is left to the screen."""
        if self._chosen is None or self.keeps_cursor:
            raise SkipAction
        self.release()

    def release(self) -> None:
        """Take the cursor away, if there is one."""
        self._point(None)

    def action_follow(self) -> None:
        """Go to the end and stay there."""
        self._point(None)
        self._following = True
        self._settle(Anchor(None, 0))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row that was clicked."""
        within = event.get_content_offset(self)
        if within is None:  # on the frame
            return
        place = place_at(self._book, self.scroll_offset.y + within.y, within.x)
        if place < len(self._book) and self._book[place].is_stop:
            self._point(self._book[place].key)

    def _choose(self, step: int) -> None:
        if self._chosen is None:
            visible = self.visible_keys()
            near = self._book.first_stop(self._lost or ())
            if near is not None:
                self._point(near)
            elif visible:
                place = self._book.place(visible[-1] if step < 0 else visible[0])
                stop = self._stop(place, step)
                self._point(self._book[stop].key if 0 <= stop < len(self._book) else None)
            return
        stop = self._stop(self._book.place(self._chosen) + step, step)
        if stop < 0:
            self.scroll_to(y=0, animate=False)
            self.want_older()
        elif stop >= len(self._book):
            self.go_past_end()
        else:
            self._point(self._book[stop].key)

    def _stop(self, place: int, step: int) -> int:
        """The first place from `place` on at which the cursor stops; outside of the list for none."""
        while 0 <= place < len(self._book) and not self._book[place].is_stop:
            place += step
        return place

    def _point(self, key: Key | None) -> None:
        """Put the cursor on a row and bring it on screen, with what stands below it and is no stop."""
        self._drawn.forget(*(changed for changed in (self._chosen, key) if changed is not None))
        self._chosen, self._lost = key, None
        self.post_message(self.Pointed())
        if key is not None:
            self._bring(key)
        self.refresh()

    def _bring(self, key: Key) -> None:
        """Bring a row on screen, with what stands below it and is no stop."""
        place = self._book.place(key)
        end = self._stop(place + 1, 1)
        areas = [area(self._book, one) for one in range(place, end)]
        top, bottom = areas[0].top, max(one.bottom for one in areas)
        lines = self.scrollable_content_region.height
        start = self.scroll_offset.y
        if top < start or bottom > start + lines:
            self.scroll_to(y=top if top < start else min(top, bottom - lines), animate=False)
