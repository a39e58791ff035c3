"""Say where a picture comes from, on the screen as in the report: whose it is and where it was taken."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from goodpath_core.scenario.choices import Provenance, Taken

WHOSE: Final[Mapping[str, str]] = MappingProxyType(
    {"own": "own", "edited": "edited", "collected": "somebody else's"}
)
"""Provenance -> as it stands before `picture`."""
WHERE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "room": "in a room",
        "factory": "in the factory",
        "street": "on the street",
        "web": "from the web",
        "village": "in the village",
    }
)
"""Where a picture was taken -> as it stands behind `taken`."""


def source_words(provenance: Provenance, taken: Taken) -> str:
    """Both within a sentence: `somebody else's picture, taken from the web`."""
    return f"{WHOSE[provenance]} picture, taken {WHERE[taken]}"
