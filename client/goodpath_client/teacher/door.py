"""Show how students come in: the joining line, the code in large letters and a QR code of the line."""

from dataclasses import dataclass
from functools import lru_cache

import segno
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from goodpath_client.teacher.big_letters import write_large

QR_BORDER = 2
"""Light modules around the code; readers want some."""


@dataclass(frozen=True, slots=True)
class Door:
    """Where the server is and what opens it."""

    address: str
    """As a student types it: `192.168.1.20:8713`."""
    code: str = ""
    """Join code; empty where this console was not told."""

    @property
    def grouped(self) -> str:
        """The code as it is read aloud: `ABCD-EFGH`."""
        half = len(self.code) // 2
        return f"{self.code[:half]}-{self.code[half:]}" if self.code else ""

    @property
    def line(self) -> str:
        """What a student types; empty without a code."""
        return f"goodpath join {self.address} {self.grouped}" if self.code else ""


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

    def __init__(self, text: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines = qr_lines(text) if text else ()

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as the code."""
        return len(self._lines[0]) if self._lines else 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as the code."""
        return len(self._lines)

    def render(self) -> Content:
        """The code."""
        return Content("\n").join(Content.styled(line, "#ffffff on #000000") for line in self._lines)


class LargeCode(Widget):
    """The join code in letters of three lines, so that the last row reads it; plain where it is narrow."""

    DEFAULT_CSS = "LargeCode { width: 1fr; height: 3; text-wrap: nowrap; }"

    def __init__(self, door: Door, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._door = door

    def render(self) -> Content:
        """The code in the middle."""
        cells = self.content_size.width
        large = write_large(self._door.code[:4] + " " + self._door.code[4:]) if self._door.code else []
        if not large:
            return Content("")
        if len(large[0]) > cells:
            large = ["", self._door.grouped, ""]
        return Content("\n").join(Content(line.center(cells)) for line in large)
