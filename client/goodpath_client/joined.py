"""What a seat is made of once a person joins: its connection, its copy, and what is kept for it on disk."""

from typing import NamedTuple

from goodpath_client.kept_drafts import KeptDrafts
from goodpath_client.last_room import LastRooms
from goodpath_client.shelf import Link
from goodpath_client.store import Store


class Joined(NamedTuple):
    """A seat that a person joins: its connection and its copy."""

    link: Link
    """Runs beside the screens from the moment somebody joins."""
    store: Store
    """The copy that this link keeps and the screens read."""
    rooms: LastRooms = LastRooms(None)
    """Which chat was open last; nothing is remembered unless it is said where."""
    drafts: KeptDrafts | None = None
    """Where what is begun and not sent is kept; None for nowhere."""
