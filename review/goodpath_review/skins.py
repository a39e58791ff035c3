"""The colours a page wears in the report: those of its skin on the screen."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Skin(NamedTuple):
    """Three colours, each `#rrggbb`."""

    background: str
    foreground: str
    accent: str


PLAIN = "plain"
SKINS: Mapping[str, Skin] = MappingProxyType(
    {
        PLAIN: Skin("#f4f8fc", "#10243a", "#0b5394"),
        "rain": Skin("#0e1a2b", "#dbe7f5", "#8ec5ff"),
        "neon": Skin("#14041f", "#ffe6ff", "#ff7ad9"),
        "rose": Skin("#fff0f4", "#4a1028", "#a8174f"),
        "gold": Skin("#2a1c00", "#fff3cf", "#ffcf5c"),
        "village": Skin("#eef4e4", "#23351a", "#3d5f16"),
    }
)
"""Skin -> colours."""


def skin_class(key: str) -> str:
    """The skin a page wears; the plain one for a skin nobody knows."""
    return key if key in SKINS else PLAIN
