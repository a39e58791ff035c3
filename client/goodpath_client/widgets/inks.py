"""Give each speaker of a chat an ink of their own, so that one sees who speaks before reading the name."""

from collections.abc import Iterable
from typing import Final

from rich.style import Style

from goodpath_client.contrast import stand_out

INKS: Final = ("#0b5394", "#b3261e", "#6a1fa2", "#00707a", "#8a5a00", "#b0186b", "#4a55c8", "#7a3e1d")
"""On a light ground: far from one another, and from the green of one's own name."""
LIGHT_INKS: Final = (
    "#7cb8f0",
    "#ff8a80",
    "#c9a0ff",
    "#4dd0c8",
    "#f2c14e",
    "#ff8ac4",
    "#9fb0ff",
    "#e0a070",
)
"""The same on a dark ground."""
INK: Final = "ink"
"""How the role of a name in an ink begins; its number, counted from 1, follows."""
_MIDDLE = 3 * 127
"""Red, green and blue together, above which a text is one of light on dark."""


def inked(number: int, base: Style, grounds: Iterable[Style]) -> Style:
    """A style in another ink, readable on the grounds of these styles; as it is where it has no colour."""
    colour = base.color.triplet if base.color else None
    behind = tuple(one.bgcolor.triplet.hex for one in grounds if one.bgcolor and one.bgcolor.triplet)
    if colour is None or not behind or colour.red == colour.green == colour.blue:
        return base
    inks = LIGHT_INKS if sum(colour) > _MIDDLE else INKS
    return base + Style(color=stand_out(inks[(number - 1) % len(inks)], behind))
