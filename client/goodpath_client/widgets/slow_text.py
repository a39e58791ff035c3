"""Let text appear slowly, as a room does when nothing on a screen calls."""

from textual.content import Content
from textual.geometry import Size
from textual.timer import Timer

from goodpath_client.shown_text import shown_block
from goodpath_client.widgets.own_rows import OwnRows
from goodpath_client.widgets.wrapping import wrap

STEP_S = 0.08
SIGNS_PER_STEP = 3


class SlowText(OwnRows):
    """A text that comes sign by sign; its whole height is kept from the start."""

    DEFAULT_CSS = "SlowText { width: 1fr; height: auto; text-wrap: nowrap; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = ""
        self._come = 0
        self._timer: Timer | None = None
        self._lines: list[str] = []
        self._width = 0
        """How wide the lines are; 0 before they were made."""

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text

    @property
    def come(self) -> str:
        """What has appeared so far."""
        return self._text[: self._come]

    def tell(self, text: str, slowly: bool = True) -> None:
        """Begin to tell another text; the same one goes on. At once where nothing may move."""
        text = shown_block(text)
        slowly = slowly and self.app.animation_level != "none"
        if text == self._text:
            return
        self._text, self._come = text, 0 if slowly else len(text)
        self._width = 0
        self._stop()
        if slowly and self.is_mounted:
            self._timer = self.set_interval(STEP_S, self._step)
        self.show_anew()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines of the whole text."""
        return len(self._wrapped(width))

    def render(self) -> Content:
        """What has come, broken where the whole text breaks."""
        left = self._come
        shown = []
        for line in self._wrapped(self.content_size.width):
            shown.append(line[: max(0, left)])
            left -= len(line) + 1
        return Content("\n".join(shown))

    def _wrapped(self, width: int) -> list[str]:
        """The lines of the whole text; they are asked for many times while it comes."""
        if width != self._width:
            self._lines, self._width = wrap(self._text, width), width
        return self._lines

    def _step(self) -> None:
        self._come += SIGNS_PER_STEP
        if self._come >= len(self._text):
            self._stop()
        self.refresh()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
