"""Show a PNG picture with half blocks, two pixels to a cell, in any terminal that has colours.

A picture is measured by its header before anything is decoded, so that a small file cannot grow into a large
memory. Refused are files that are not PNG, are broken, or have more than four million pixels.
"""

from functools import lru_cache
from io import BytesIO
from typing import Final, cast

from PIL import Image
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from goodpath_core.errors import Refused

MOST_PIXELS: Final = 4_000_000
"""Largest picture that is decoded, in pixels."""
MOST_ON_A_SIDE: Final = 4096
"""Longest side of a picture that is decoded, in pixels."""

_MAGIC = b"\x89PNG\r\n\x1a\n"
_HEADER_BYTES = 24
_UPPER_HALF = "\u2580"
_DRAWINGS_KEPT = 4

Rgb = tuple[int, int, int]


def measure_png(png: bytes) -> tuple[int, int]:
    """Return width and height in pixels, read from the header alone.

    Raises `Refused` with code `bad_picture` or `big_picture`.
    """
    if len(png) < _HEADER_BYTES or not png.startswith(_MAGIC) or png[12:16] != b"IHDR":
        raise Refused("bad_picture", "This is not a PNG picture; choose another one.")
    wide, high = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
    if not wide or not high:
        raise Refused("bad_picture", "This picture is empty; choose another one.")
    if wide * high > MOST_PIXELS or max(wide, high) > MOST_ON_A_SIDE:
        raise Refused("big_picture", "This picture is too large; make it smaller than four million pixels.")
    return wide, high


def fit(png: bytes, columns: int, rows: int) -> tuple[int, int]:
    """Return the columns and rows the picture takes inside that many, with its proportions kept.

    Raises `Refused` as `measure_png` does.
    """
    wide, high = measure_png(png)
    scale = min(columns / wide, rows * 2 / high)
    return max(1, min(columns, round(wide * scale))), max(1, min(rows, round(high * scale / 2)))


def render_half_blocks(png: bytes, columns: int, rows: int, grey: bool = False) -> list[Strip]:
    """Draw the picture as large as fits into that many columns and rows; no room gives no strips.

    Raises `Refused` when the picture is not PNG, is broken or is too large.
    """
    if columns < 1 or rows < 1:
        return []
    cells_wide, cells_high = fit(png, columns, rows)
    pixels = _scaled(png, (cells_wide, cells_high * 2), grey)
    lines = [pixels[start : start + cells_wide] for start in range(0, len(pixels), cells_wide)]
    return [_strip(upper, lower, cells_wide) for upper, lower in zip(lines[::2], lines[1::2], strict=True)]


def _scaled(png: bytes, size: tuple[int, int], grey: bool) -> list[Rgb]:
    """Decode and resize; transparent parts are drawn on black."""
    try:
        with Image.open(BytesIO(png), formats=["PNG"]) as picture:
            solid = Image.alpha_composite(Image.new("RGBA", picture.size, "black"), picture.convert("RGBA"))
    except (OSError, SyntaxError, ValueError) as problem:
        raise Refused("bad_picture", "This picture is broken; choose another one.") from problem
    small = solid.convert("L").convert("RGB") if grey else solid.convert("RGB")
    resized = small.resize(size, Image.Resampling.LANCZOS)
    flat = resized.tobytes()
    return [cast(Rgb, tuple(flat[at : at + 3])) for at in range(0, len(flat), 3)]


def _strip(upper: list[Rgb], lower: list[Rgb], cells: int) -> Strip:
    """Join neighbours of the same colours, so that a flat sky is one segment."""
    segments: list[Segment] = []
    start = 0
    pairs = list(zip(upper, lower, strict=True))
    for at in range(1, len(pairs) + 1):
        if at == len(pairs) or pairs[at] != pairs[start]:
            segments.append(Segment(_UPPER_HALF * (at - start), _colours(*pairs[start])))
            start = at
    return Strip(segments, cells)


@lru_cache(maxsize=4096)
def _colours(upper: Rgb, lower: Rgb) -> Style:
    return Style.from_color(Color.from_rgb(*upper), Color.from_rgb(*lower))


class HalfBlocks(Widget):
    """A picture that fills its widget as far as its proportions allow, centred."""

    DEFAULT_CSS = """
    HalfBlocks { width: 1fr; height: 1fr; }
    """

    def __init__(
        self,
        png: bytes = b"",
        *,
        grey: bool = False,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._png = png
        self._grey = grey
        self._drawings: LRUCache[tuple[Size, bool], list[Strip]] = LRUCache(_DRAWINGS_KEPT)

    @property
    def grey(self) -> bool:
        """Whether the picture is drawn without colours, as in the room."""
        return self._grey

    @grey.setter
    def grey(self, grey: bool) -> None:
        self._grey = grey
        self.refresh()

    def show(self, png: bytes) -> None:
        """Show another picture; empty bytes show nothing. Raises `Refused` for one too large to decode."""
        if png:
            measure_png(png)
        self._png = png
        self._drawings.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one line of the picture in the middle of the widget."""
        drawing = self._drawing()
        at = y - (self.size.height - len(drawing)) // 2
        blank = self.rich_style
        if not 0 <= at < len(drawing):
            return Strip.blank(self.size.width, blank)
        left = (self.size.width - drawing[at].cell_length) // 2
        line = Strip([Segment(" " * left, blank), *drawing[at]], left + drawing[at].cell_length)
        return line.extend_cell_length(self.size.width, blank)

    def _drawing(self) -> list[Strip]:
        wanted = (self.size, self._grey)
        known = self._drawings.get(wanted)
        if known is None:
            known = self._drawn()
            self._drawings.set(wanted, known)
        return known

    def _drawn(self) -> list[Strip]:
        if not self._png:
            return []
        try:
            return render_half_blocks(self._png, self.size.width, self.size.height, self._grey)
        except Refused:
            return [Strip([Segment("(no picture)"[: self.size.width], self.rich_style)])]
