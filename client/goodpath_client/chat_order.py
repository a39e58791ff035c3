"""Say in which order chats are listed: groups, the town's, private ones; the first is open at the start."""

from collections.abc import Iterable

from goodpath_core.play.state import Room

_KINDS = ("group", "town", "private")


def in_order(rooms: Iterable[Room]) -> list[Room]:
    """These rooms as they are listed, within each kind as the scenario names them."""
    return sorted(rooms, key=lambda room: _KINDS.index(room.kind))
