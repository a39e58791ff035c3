"""Measure how well a text stands out from its ground, as WCAG 2 counts it."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from textual.color import Color

READABLE: Final = 4.5
"""Contrast that every text has on its ground."""
_STEPS = 20


def contrast(text: str, ground: str) -> float:
    """Return the contrast of two colours (WCAG 2), from 1 for none to 21 for black on white."""
    lighter, darker = sorted((_luminance(text), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=256)
def stand_out(text: str, grounds: Sequence[str]) -> str:
    """Return the colour, made lighter or darker in its hue until it stands out from all these grounds.

    Black or white if nothing less does.
    """
    against = max(("#000000", "#ffffff"), key=lambda end: min(contrast(end, ground) for ground in grounds))
    hue, saturation, lightness = Color.parse(text).hsl
    way = float(against == "#ffffff") - lightness
    moved = (
        Color.from_hsl(hue, saturation, lightness + way * step / _STEPS).hex for step in range(1, _STEPS)
    )
    fits = (one for one in (text, *moved) if min(contrast(one, ground) for ground in grounds) >= READABLE)
    return next(fits, against)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part) for part in Color.parse(colour).normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
