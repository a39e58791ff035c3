"""Know whether a box holds the notice of a group, and say whose it is and which keys set or leave it."""

from typing import Final

from goodpath_client.allowed import owns_group
from goodpath_client.keys import BY_NAME, parse_slash
from goodpath_client.readers import fitting
from goodpath_client.store import Store

NOTICE: Final = f"/{BY_NAME['notice'].name}"
"""How a notice begins in the box."""
_STEPS: Final = (
    "notice of {group} · Enter sets it for all · Esc leaves it as it is",
    "notice of {group}: Enter sets it for all, Esc leaves it",
    "notice of {group}: Enter for all, Esc leave it",
    "notice: Enter sets it for all, Esc leaves it",
    "notice: Enter for all, Esc leave it",
)
"""The longest words first."""


def holds_notice(store: Store, room: str, text: str) -> bool:
    """Whether a text would become the notice of a group that is one's own, were it sent there."""
    found = parse_slash(text)
    return found is not None and found[0].name == "notice" and owns_group(store, room)


def notice_title(store: Store, room: str, cells: int) -> str:
    """The title of a box that holds the notice of a room, in so many cells."""
    return fitting((step.format(group=store.room_name(room)) for step in _STEPS), cells)
