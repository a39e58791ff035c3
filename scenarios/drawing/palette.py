"""Packs a finished picture into a small PNG of few colours."""

from __future__ import annotations

import io

from PIL import Image, ImageChops

LARGEST = 56 * 1024
"""The most bytes that one picture may have."""

PALETTES = (256, 160, 96, 64, 32)

WEAVE = (0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5)
"""The order in which a square of four by four pixels grows brighter."""

STRENGTH = 8


def weave(size: tuple[int, int]) -> Image.Image:
    """Return a fine, even pattern that hides the steps between two colours; it packs well, unlike noise."""
    tile = Image.new("L", (4, 4))
    tile.putdata([round(level / 15 * STRENGTH) for level in WEAVE])
    strip = Image.new("L", (size[0], 4))
    for x in range(0, size[0], 4):
        strip.paste(tile, (x, 0))
    sheet = Image.new("L", size)
    for y in range(0, size[1], 4):
        sheet.paste(strip, (0, y))
    return Image.merge("RGB", (sheet, sheet, sheet))


def encode(picture: Image.Image, colours: int) -> bytes:
    """Return the picture as PNG with so many colours."""
    # Half the size is enough to choose the colours from, and four times as quick.
    palette = picture.reduce(2).quantize(
        colours, Image.Quantize.MEDIANCUT, kmeans=1, dither=Image.Dither.NONE
    )
    woven = ImageChops.add(picture, weave(picture.size), 1, -(STRENGTH // 2))
    file = io.BytesIO()
    woven.quantize(palette=palette, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def fit(picture: Image.Image) -> bytes:
    """Return the picture as PNG with as many colours as `LARGEST` allows; ValueError if none do."""
    for colours in PALETTES:
        data = encode(picture, colours)
        if len(data) <= LARGEST:
            return data
    raise ValueError("Paint this picture with fewer details: it does not fit.")
