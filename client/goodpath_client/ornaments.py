"""The ornament of a page by its skin: two lines of signs that every terminal draws one cell wide."""

from types import MappingProxyType
from typing import Final

ORNAMENTS: Final = MappingProxyType(
    {
        "plain": ("    .  .    .  .    ", "  .    .  .    .  . "),
        "rain": ("  /  / '  /  /  ' / ", " '  /  /  ' /  /  ' "),
        "neon": ("__/\\__/\\__/\\__/\\__/\\", "  ==  ==  ==  ==  =="),
        "rose": ("  @}-,-'--  @}-,-'--", "     `  '      `  ' "),
        "gold": (" $ . * . $ . * . $ .", " . * . $ . * . $ . *"),
        "village": ("   /\\     /\\    /\\  ", "__/  \\_^_/  \\__/  \\_"),
    }
)
"""Skin -> what stands above the face of a page and below it."""
