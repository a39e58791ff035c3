"""Show a PNG picture with half blocks, two pixels to a cell, in any terminal that has colours.

A picture is measured by its head before anything is unpacked. Where one cannot be shown, a few words say so.
It is shown whole, unless it may be cut to fill its place.
"""

from functools import lru_cache
from io import BytesIO
from typing import cast

from PIL import Image
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from goodpath_client.widgets.picture_cut import cut_box, find_light
from goodpath_core.picture_head import NO_PICTURE, measure

_UPPER_HALF = "\u2580"
_DRAWINGS_KEPT = 4
_BROKEN = (OSError, SyntaxError, ValueError, IndexError, Image.DecompressionBombError)
"""What unpacking a spoilt file ends with."""

Rgb = tuple[int, int, int]


def fit(png: bytes, columns: int, rows: int) -> tuple[int, int]:
    """The columns and rows a picture takes inside that many, its proportions kept, or words in its place."""
    wide, high = measure(png)
    if not wide:
        return min(columns, len(NO_PICTURE)), min(rows, 1)
    scale = min(columns / wide, rows * 2 / high)
    return max(1, min(columns, round(wide * scale))), max(1, min(rows, round(high * scale / 2)))


def render_half_blocks(
    png: bytes, columns: int, rows: int, *, grey: bool = False, cut: float = 1, words: Style | None = None
) -> list[Strip]:
    """Draw a picture as large as fits into that many columns and rows; no room gives no strips.

    To fill them it grows up to `cut` times as large, and is cut around its light. What cannot be shown is
    named in its place, in the style `words`.
    """
    if columns < 1 or rows < 1:
        return []
    cells_wide, cells_high = fit(png, columns, rows)
    grown = min(cut, max(columns / cells_wide, rows / cells_high)) if any(measure(png)) else 1
    whole = (max(1, round(cells_wide * grown)), max(1, round(cells_high * grown)))
    cells_wide, cells_high = min(columns, whole[0]), min(rows, whole[1])
    pixels = _scaled(png, (whole[0], whole[1] * 2), (cells_wide, cells_high * 2), grey)
    if not pixels:
        named = Strip([Segment(NO_PICTURE[:cells_wide], words)]).adjust_cell_length(cells_wide, words)
        return [named, *(Strip.blank(cells_wide, words) for _ in range(cells_high - 1))]
    lines = [pixels[start : start + cells_wide] for start in range(0, len(pixels), cells_wide)]
    return [_strip(upper, lower, cells_wide) for upper, lower in zip(lines[::2], lines[1::2], strict=True)]


def _scaled(png: bytes, size: tuple[int, int], shown: tuple[int, int], grey: bool) -> list[Rgb]:
    """Unpack, resize, and cut to what is shown; transparent parts are drawn on black.

    Nothing for what cannot be unpacked.
    """
    measured = measure(png)
    if measured == (0, 0):
        return []
    try:
        with Image.open(BytesIO(png), formats=["PNG"]) as picture:
            # A second head may say something larger than the first.
            if picture.size != measured:
                return []
            solid = Image.alpha_composite(Image.new("RGBA", measured, "black"), picture.convert("RGBA"))
    except _BROKEN:
        return []
    small = solid.convert("L").convert("RGB") if grey else solid.convert("RGB")
    resized = small.resize(size, Image.Resampling.LANCZOS)
    if shown != size:
        resized = resized.crop(cut_box(size, shown, find_light(small)))
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
    """A picture that fills its widget as far as its proportions and `cut` allow, centred."""

    DEFAULT_CSS = """
    HalfBlocks { width: 1fr; height: 1fr; }
    """

    def __init__(
        self,
        png: bytes = b"",
        *,
        grey: bool = False,
        cut: float = 1,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._png = png
        self._grey = grey
        self._cut = cut
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
        """Show another picture; empty bytes show nothing."""
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
        wide, high = self.size
        return render_half_blocks(
            self._png, wide, high, grey=self._grey, cut=self._cut, words=self.rich_style
        )
