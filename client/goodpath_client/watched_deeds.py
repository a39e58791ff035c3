"""Say what a deed does for somebody who only watches, where that is less than for whoever plays."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from goodpath_client.keys import Deed

WATCHED_DEEDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "contacts": "See who is here, and look at a page.",
        "card": "Fold what stands at the right in or out.",
        "lines": "Choose a line, to read a long one whole.",
        "notice": "Read the notice of this chat whole.",
        "visit": "Look at somebody's page; it leaves no visit there.",
    }
)
"""Name of a deed -> one sentence for the help."""


def help_for(deed: Deed, watches: bool) -> str:
    """What the help says of a deed to whoever `watches`, or plays."""
    return WATCHED_DEEDS.get(deed.name, deed.help) if watches else deed.help
