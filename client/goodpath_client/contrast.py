"""Measure how well a text stands out from its ground, as WCAG 2 counts it."""

from textual.color import Color


def contrast(text: str, ground: str) -> float:
    """Return the contrast of two colours (WCAG 2), from 1 for none to 21 for black on white."""
    lighter, darker = sorted((_luminance(text), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part) for part in Color.parse(colour).normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
