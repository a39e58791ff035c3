"""The look of a page by its skin: three colours, the same on the screen and in the report."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from zlib import crc32

PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Look:
    """What the page of one skin looks like; colours are `#rrggbb`."""

    skin: str
    """Key of a skin that goodpath itself knows; a scenario may name others, see `dress`."""
    background: str
    """What lies behind the whole page."""
    foreground: str
    """The words of the page."""
    accent: str
    """What stands out on it, such as its name and its ornament."""


LOOKS: Mapping[str, Look] = MappingProxyType(
    {
        look.skin: look
        for look in (
            Look(PLAIN, "#f4f8fc", "#10243a", "#0b5394"),
            Look("rain", "#0e1a2b", "#dbe7f5", "#8ec5ff"),
            Look("neon", "#14041f", "#ffe6ff", "#ff7ad9"),
            Look("rose", "#fff0f4", "#4a1028", "#a8174f"),
            Look("gold", "#2a1c00", "#fff3cf", "#ffcf5c"),
            Look("village", "#eef4e4", "#23351a", "#3d5f16"),
        )
    }
)
"""Skin -> look."""


def dress(skin: str) -> Look:
    """The look of a skin that a scenario names; one not known always gets the same of those that are."""
    if skin in LOOKS:
        return LOOKS[skin]
    related = [look for known, look in LOOKS.items() if known in skin]
    fancy = [look for known, look in LOOKS.items() if known != PLAIN]
    return related[0] if related else fancy[crc32(skin.encode("utf-8", "surrogatepass")) % len(fancy)]
