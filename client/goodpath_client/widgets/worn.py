"""Draw the rows of a page in the skin that its owner chose."""

from functools import lru_cache
from typing import Final, NamedTuple

from rich.style import Style
from textual.color import Color

from goodpath_client.contrast import READABLE, contrast, stand_out
from goodpath_core.looks import dress

_ACCENTED: Final = frozenset(
    ("speaker", "own", "divider", "notice", "mention", "phone", "out-of-character", "teacher")
)
"""Roles in the accent of a skin, beside the names in inks."""
_QUIET: Final = frozenset(("stamp", "quote", "detail", "narrator", "system"))
"""Roles that stand back, as far as they can still be read."""
_CHOSEN = 0.22
"""How much of the accent is in the ground of the chosen row."""


class Wear(NamedTuple):
    """The colours of a page in one skin, as `#rrggbb`; all texts can be read on both grounds."""

    ground: str
    """What lies behind all."""
    chosen: str
    """What lies behind the chosen row."""
    words: str
    """What is written."""
    quiet: str
    """What stands back."""
    accent: str
    """Names and headings."""


@lru_cache(maxsize=64)
def wear(skin: str) -> Wear:
    """The colours of a page in a skin."""
    look = dress(skin)
    chosen = _blend(look.background, look.accent, _CHOSEN)
    while contrast(look.foreground, chosen) < READABLE:
        chosen = _blend(chosen, look.background, 0.2)
    grounds = (look.background, chosen)
    quiet = stand_out(_blend(look.foreground, look.background, 0.3), grounds)
    return Wear(look.background, chosen, look.foreground, quiet, stand_out(look.accent, grounds))


def worn(role: str, base: Style, skin: str) -> Style:
    """The style of a role in a skin: bold and italic stay as they are."""
    colours = wear(skin)
    accented = role in _ACCENTED or role.startswith("ink")
    words = colours.accent if accented else colours.quiet if role in _QUIET else colours.words
    ground = colours.chosen if role == "cursor" else colours.ground
    return base.without_color + Style(color=words, bgcolor=ground)


def _blend(colour: str, other: str, part: float) -> str:
    return Color.parse(colour).blend(Color.parse(other), part).hex
