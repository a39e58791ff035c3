"""Give a persona's page one of six looks: three colours and an ornament of two lines.

Ornaments use only signs that every terminal draws one cell wide.
"""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Skin:
    """The look of one page; colours are `#rrggbb`."""

    key: str
    name: str
    background: str
    foreground: str
    accent: str
    ornament: tuple[str, str]
    """Two lines of the same width."""


SKINS: Final = MappingProxyType(
    {
        skin.key: skin
        for skin in (
            Skin(
                "plain",
                "Plain",
                "#f4f8fc",
                "#10243a",
                "#0b5394",
                ("    .  .    .  .    ", "  .    .  .    .  . "),
            ),
            Skin(
                "rain",
                "City after rain",
                "#0e1a2b",
                "#dbe7f5",
                "#8ec5ff",
                ("  /  / '  /  /  ' / ", " '  /  /  ' /  /  ' "),
            ),
            Skin(
                "neon",
                "Neon",
                "#14041f",
                "#ffe6ff",
                "#ff7ad9",
                ("__/\\__/\\__/\\__/\\__/\\", "  ==  ==  ==  ==  =="),
            ),
            Skin(
                "rose",
                "Rose",
                "#fff0f4",
                "#4a1028",
                "#a8174f",
                ("  @}-,-'--  @}-,-'--", "     `  '      `  ' "),
            ),
            Skin(
                "gold",
                "Gold",
                "#2a1c00",
                "#fff3cf",
                "#ffcf5c",
                (" $ . * . $ . * . $ .", " . * . $ . * . $ . *"),
            ),
            Skin(
                "village",
                "Village",
                "#eef4e4",
                "#23351a",
                "#3d5f16",
                ("   /\\     /\\    /\\  ", "__/  \\_^_/  \\__/  \\_"),
            ),
        )
    }
)
"""All skins by key."""
