"""Fit a screen to its window: fold what has no room, say when it is too small, place passing words."""

from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static
from textual.widgets._toast import ToastRack

from goodpath_client.screens.drawn_once import DrawnOnce

LEAST_COLUMNS = 40
LEAST_ROWS = 12
PASSING_ROWS = 4
"""Rows that what is told in passing takes at most, as a rule."""
SLIM_BELOW = 60
"""Columns below which what is told in passing takes them all, to be of few rows."""


class FittedScreen(DrawnOnce[None]):
    """A screen with a footer `#hints` and a sentence `#too-small`."""

    PASSING_ABOVE: ClassVar[str] = ""
    """Selects what, if it stands low over the footer, is not covered by what is told in passing."""

    PASSING_BELOW: ClassVar[str] = ""
    """Selects what, where that is told at the top, it stands over: nothing above that is covered."""

    _waiting: Widget | None = None
    """What has the keys again once the window is large enough."""

    def on_resize(self, event: events.Resize) -> None:
        """The window has another size."""
        self.fit(event.size)

    def fit(self, size: Size) -> None:
        """Fold what the window has no room for; say so where it is too small to be of use."""
        columns, rows = size
        small = columns < LEAST_COLUMNS or rows < LEAST_ROWS
        self.set_class(small, "-too-small")
        self._give_focus(small)
        self.set_class(columns < SLIM_BELOW, "-slim")
        if small:
            words = (
                f"Make this window larger: {LEAST_COLUMNS} x {LEAST_ROWS} at least, now {columns} x {rows}."
            )
            self.query_one("#too-small", Static).update(Content(words))
        self.fold(columns)

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """Let a widget have the keys; while the window is too small none has them, as none is seen."""
        if widget is not None and self.is_too_small:
            self._waiting = widget
        else:
            super().set_focus(widget, scroll_visible, from_app_focus)

    def on_key(self, event: events.Key) -> None:
        """Let no key act on what is hidden; Escape goes back, and keys that act before any box still do."""
        if self.is_too_small and event.key != "escape":
            event.stop()

    def _give_focus(self, small: bool) -> None:
        """Take the keys from a widget that is hidden now, and give them back once there is room."""
        if small and self.focused is not None:
            self._waiting = self.focused
            super().set_focus(None)
        elif not small and self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            if waiting.is_attached:
                super().set_focus(waiting)

    def place_passing(self) -> None:
        """Let what is told in passing stand over the footer, and over what is being written there.

        Where it is told at the top it stands below what is asked there.
        """
        for one in self.query(self.PASSING_BELOW) if self.PASSING_BELOW else ():
            for rack in self.query(ToastRack):
                rack.styles.margin = (max(1, one.region.y), 0, 0, 0)
        if not self.PASSING_ABOVE:
            return
        rows, below = self.size.height, self.query_one("#hints").region.height
        for one in self.query(self.PASSING_ABOVE):
            # Over a box at the top there would be no room left for it.
            if one.region.height and one.region.y >= PASSING_ROWS:
                below = max(below, rows - one.region.y)
        for rack in self.query(ToastRack):
            rack.styles.margin = (0, 0, below, 0)

    def on_text_box_resized(self) -> None:
        """What is being written has grown or got shorter."""
        self.place_passing()

    @property
    def is_too_small(self) -> bool:
        """Whether nothing of it can be seen for want of room."""
        return self.has_class("-too-small")

    def fold(self, columns: int) -> None:
        """Make room where the window is narrow."""
