"""A stage of 480 by 360 points, and the brushes that paint on it.

All coordinates are in points of the finished picture. Shapes are painted at twice the size and made
smaller at the end, which softens their edges; whatever is blurred is painted at half the size, which is
quick. Every chance comes from `Stage.dice`, so that a picture is the same on every run.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from typing import TypedDict, Unpack

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter, ImageFont
from scenarios.drawing.curve import Point, bend, close

WIDTH, HEIGHT = 480, 360
SHARP, SOFT = 2.0, 0.5
FULL = (int(WIDTH * SHARP), int(HEIGHT * SHARP))

Fill = str | tuple[str, ...]


class Look(TypedDict, total=False):
    """How paint lies: `blur` in points, `alpha` from 0 to 1, `add` for light that only brightens."""

    blur: float
    alpha: float
    add: bool


def lettering(size: float) -> ImageFont.FreeTypeFont:
    """Return the font that comes with Pillow; RuntimeError if this Pillow can draw no outlines."""
    font = ImageFont.load_default(size)
    if not isinstance(font, ImageFont.FreeTypeFont):
        raise RuntimeError("Install a Pillow with FreeType to draw the pictures.")
    return font


def ramp(colours: Sequence[str], height: int) -> Image.Image:
    """Return a column one pixel wide that goes from the first colour to the last."""
    column = Image.new("RGB", (1, len(colours)))
    column.putdata([ImageColor.getrgb(colour)[:3] for colour in colours])
    tall = column.resize((1, max(1, height)), Image.Resampling.BICUBIC, (0, 0.5, 1, len(colours) - 0.5))
    return tall if len(colours) > 1 else column.resize((1, max(1, height)))


class Pen:
    """Draws shapes into a mask, at the mask's own scale."""

    def __init__(self, scale: float) -> None:
        self.scale = scale
        self.mask = Image.new("L", (int(WIDTH * scale), int(HEIGHT * scale)))
        self._draw = ImageDraw.Draw(self.mask)

    def _at(self, points: Iterable[Point]) -> list[Point]:
        return [(x * self.scale, y * self.scale) for x, y in points]

    def poly(self, points: Sequence[Point], ink: int = 255) -> None:
        self._draw.polygon(self._at(points), fill=ink)

    def rect(self, x0: float, y0: float, x1: float, y1: float, ink: int = 255, round_by: float = 0) -> None:
        self._draw.rounded_rectangle(self._at([(x0, y0), (x1, y1)]), round_by * self.scale, fill=ink)

    def oval(self, x: float, y: float, rx: float, ry: float, ink: int = 255) -> None:
        self._draw.ellipse(self._at([(x - rx, y - ry), (x + rx, y + ry)]), fill=ink)

    def line(self, points: Sequence[Point], width: float, ink: int = 255) -> None:
        broad = max(1, round(width * self.scale))
        self._draw.line(self._at(points), fill=ink, width=broad)
        # A round dot at every bend closes the notches that the straight pieces leave; thin lines show none.
        for x, y in points if broad > 4 else (points[0], points[-1]):
            self.oval(x, y, width / 2 - 0.2, width / 2 - 0.2, ink)

    def text(self, x: float, y: float, words: str, size: float, stroke: float = 0) -> None:
        self._draw.text(
            (x * self.scale, y * self.scale),
            words,
            fill=255,
            font=lettering(size * self.scale),
            stroke_width=round(stroke * self.scale),
        )


class Stage:
    """One picture while it is painted."""

    def __init__(self, seed: str, *sky: str) -> None:
        self.image = Image.new("RGB", FULL)
        self.dice = random.Random(seed)
        self.image.paste(ramp(sky or ("#000000",), FULL[1]).resize(FULL))

    def paint(self, draw: Callable[[Pen], None], fill: Fill, **look: Unpack[Look]) -> None:
        """Lay `fill` wherever `draw` leaves ink; several colours make an upright gradient."""
        blur = look.get("blur", 0.0)
        pen = Pen(SOFT if blur else SHARP)
        draw(pen)
        mask = pen.mask
        if blur:
            mask = mask.filter(ImageFilter.GaussianBlur(blur * SOFT)).resize(FULL, Image.Resampling.BILINEAR)
        self.lay(mask, fill, look.get("alpha", 1.0), look.get("add", False))

    def lay(self, mask: Image.Image, fill: Fill, alpha: float = 1.0, add: bool = False) -> None:
        """Lay `fill` through a finished mask of the full size."""
        box = mask.getbbox()
        if box is None:
            return
        size = (box[2] - box[0], box[3] - box[1])
        colours = (fill,) if isinstance(fill, str) else fill
        ink = ramp(colours, size[1]).resize(size)
        cut = mask.crop(box)
        if alpha < 1:
            cut = cut.point([round(level * alpha) for level in range(256)])
        if add:
            under = self.image.crop(box)
            lit = Image.composite(ink, Image.new("RGB", size), cut)
            self.image.paste(ImageChops.screen(under, lit), box)
        else:
            self.image.paste(ink, box, cut)

    def poly(self, points: Sequence[Point], fill: Fill, **look: Unpack[Look]) -> None:
        self.paint(lambda pen: pen.poly(points), fill, **look)

    def blob(self, points: Sequence[Point], fill: Fill, **look: Unpack[Look]) -> None:
        """Paint a closed shape whose outline runs softly through `points`."""
        self.paint(lambda pen: pen.poly(close(points)), fill, **look)

    def rect(
        self, box: tuple[float, float, float, float], fill: Fill, round_by: float = 0, **look: Unpack[Look]
    ) -> None:
        """Paint a box from left, top, right and bottom."""
        self.paint(lambda pen: pen.rect(*box, round_by=round_by), fill, **look)

    def oval(self, x: float, y: float, rx: float, ry: float, fill: Fill, **look: Unpack[Look]) -> None:
        self.paint(lambda pen: pen.oval(x, y, rx, ry), fill, **look)

    def line(self, points: Sequence[Point], fill: Fill, width: float, **look: Unpack[Look]) -> None:
        self.paint(lambda pen: pen.line(points, width), fill, **look)

    def stroke(self, points: Sequence[Point], fill: Fill, width: float, **look: Unpack[Look]) -> None:
        """Paint a line that runs softly through `points`."""
        self.line(bend(points), fill, width, **look)

    def light(self, x: float, y: float, rx: float, ry: float, colour: str, power: float = 2.0) -> None:
        """Add a lamp's glow: full in the middle, nothing at the radius; more `power`, smaller heart."""
        # Pillow's round gradient reaches 181 where the circle touches its frame.
        fall = [round(255 * max(0.0, 1 - level / 178) ** (power * 0.8)) for level in range(256)]
        size = (max(2, round(rx * 2 * SHARP)), max(2, round(ry * 2 * SHARP)))
        glow = Image.radial_gradient("L").point(fall).resize(size)
        left, top = round((x - rx) * SHARP), round((y - ry) * SHARP)
        box = (left, top, left + size[0], top + size[1])
        lit = Image.composite(Image.new("RGB", size, colour), Image.new("RGB", size), glow)
        self.image.paste(ImageChops.screen(self.image.crop(box), lit), (left, top))

    def neon(self, points: Sequence[Point], colour: str, width: float = 6) -> None:
        """Bend a glowing tube along `points`: wide halo, coloured glass, pale heart."""
        self.line(points, colour, width * 3.5, blur=width * 3, alpha=0.75, add=True)
        self.line(points, colour, width * 1.6, blur=width * 0.8, add=True)
        self.line(points, colour, width)
        self.line(points, "#fff4ff", width * 0.42, alpha=0.9)

    def mirror(self, y: float, dim: float = 0.6, ripple: float = 3, tint: str = "#000010") -> None:
        """Fill all below `y` with what stands above it, upside down, darkened and rippled."""
        top, (wide, tall) = round(y * SHARP), FULL
        deep = tall - top
        above = self.image.crop((0, max(0, top - deep), wide, top)).resize((wide, deep))
        upside = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        upside = Image.blend(Image.new("RGB", upside.size, tint), upside, dim)
        for row in range(0, deep, 4):
            sway = self.dice.uniform(-1, 1) * ripple * SHARP * (0.3 + row / deep)
            strip = upside.crop((0, row, wide, min(deep, row + 4)))
            self.image.paste(ImageChops.offset(strip, round(sway), 0), (0, top + row))

    def vignette(self, depth: float = 0.6) -> None:
        """Darken the corners by `depth` (0 to 1)."""
        dark = [round(255 * (1 - depth * (level / 255) ** 2.2)) for level in range(256)]
        shade = Image.radial_gradient("L").crop((20, 20, 236, 236)).point(dark).resize(FULL)
        self.image = ImageChops.multiply(self.image, Image.merge("RGB", (shade, shade, shade)))

    def finished(self) -> Image.Image:
        """Return the picture at its own size, 480 by 360, in full colour."""
        return self.image.reduce(int(SHARP))
