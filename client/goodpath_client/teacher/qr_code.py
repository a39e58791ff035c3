"""Draw the joining line as a QR code of half-blocks."""

from functools import lru_cache

import segno
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

QR_BORDER = 2
"""Light modules around the code; readers want some."""


@lru_cache(maxsize=4)
def qr_lines(text: str) -> tuple[str, ...]:
    """A QR code as lines of half-blocks in which what is drawn is light: for light signs on dark ground."""
    code = segno.make(text, error="l", boost_error=False, micro=False)
    rows = [bytes(row) for row in code.matrix_iter(border=QR_BORDER)]
    if len(rows) % 2:
        rows.append(bytes(len(rows[0])))
    signs = {(0, 0): "█", (0, 1): "▀", (1, 0): "▄", (1, 1): " "}
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return tuple("".join(signs[a, b] for a, b in zip(up, down, strict=True)) for up, down in pairs)


class QrCode(Widget):
    """The joining line as a QR code, black on white whatever the theme."""

    DEFAULT_CSS = "QrCode { width: auto; height: auto; text-wrap: nowrap; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: tuple[str, ...] = ()

    def show(self, text: str) -> None:
        """Show the code of a text; nothing for none."""
        lines = qr_lines(text) if text else ()
        if lines != self._lines:
            self._lines = lines
            self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as the code."""
        return len(self._lines[0]) if self._lines else 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as the code."""
        return len(self._lines)

    def render(self) -> Content:
        """The code."""
        return Content("\n").join(Content.styled(line, "#ffffff on #000000") for line in self._lines)
