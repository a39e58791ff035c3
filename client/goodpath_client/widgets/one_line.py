"""Show one line of text, cut where the room ends, with something that stays at its right end."""

from typing import ClassVar

from textual.content import Content
from textual.widget import Widget

from goodpath_client.shown_text import shown_line
from goodpath_client.widgets.wrapping import cut, shorten_words, width


class OneLine(Widget):
    """A line of plain text that hides itself when it is empty."""

    PARTING: ClassVar[str] = " "
    """What stands between the text and its end where they meet."""

    DEFAULT_CSS = "OneLine { height: 1; width: 1fr; padding: 0 1; text-wrap: nowrap; }"

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._text, self._end = text, ""
        self.display = bool(text)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def show(self, text: str, end: str = "") -> None:
        """Say something else; `end` stands at the right and is never cut."""
        end = shown_line(end)
        if (text, end) != (self._text, self._end):
            self._text, self._end = text, end
            self.display = bool(text or end)
            self.refresh()

    def render(self) -> Content:
        """The line."""
        return self.line(self._text, self._end)

    def room_beside(self, end: str) -> int:
        """How many cells there are for a text before this end."""
        return max(0, self.content_size.width - (width(self.PARTING + end) if end else 0))

    def line(self, text: str, end: str) -> Content:
        """The text, cut where the room ends, and the end at the right."""
        room = self.room_beside(end)
        shown = shorten_words(shown_line(text), room)
        if not end:
            return Content(shown)
        parting = self.PARTING if width(shown) == room else " " * width(self.PARTING)
        return Content(f"{cut(shown, room)}{parting}{end}")
