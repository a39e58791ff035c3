"""Say how the sockets of a house do, and where the own plug is in line."""

from typing import Final

from goodpath_client.lacking import socket_count
from goodpath_client.plurals import counted
from goodpath_client.store import Store

_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth")


def socket_words(store: Store, house: str) -> str:
    """How many sockets a house has, and where the own plug is in line."""
    many = socket_count(store, house)
    if not many:
        return "No socket in this house."
    sockets = store.world.sockets.get(house)
    words = "One socket" if many == 1 else counted(many, "socket")
    if sockets is None or not sockets.plugs:
        return f"{words}, nothing plugged in."
    plugs = counted(len(sockets.plugs), "plug")
    if store.me not in sockets.plugs:
        return f"{words}, {plugs}; yours is not among them."
    at = sockets.plugs.index(store.me)
    place = "is charging" if at < sockets.live else f"is {_ORDINALS[min(at, 5)]} in line"
    return f"{words}, {plugs}: yours {place}."
