"""Say how the sockets of a house do, where the own plug is in line, and when that has changed."""

from typing import Final

from goodpath_client.lacking import socket_count
from goodpath_client.plurals import counted
from goodpath_client.socket_holders import others_words
from goodpath_client.store import Store
from goodpath_core.play.phone import has_current

_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth")
_CHARGES: Final = "Your phone is charging."
_TURN: Final = "It is your turn at the socket: your phone is charging."
_TURN_HELD: Final = "It is your turn at the socket: put your phone down, and it charges."
_WAITS: Final = "You wait for the socket; you are number {number} in line."
_CUT: Final = "Your phone does not charge: there is no current."


def plug_number(store: Store) -> int:
    """Which in line the own phone is at the sockets of the house, from 1; 0 while it is not there."""
    person = store.my_person
    sockets = store.world.sockets.get(person.house) if person else None
    return sockets.plugs.index(store.me) + 1 if sockets and store.me in sockets.plugs else 0


def charges(store: Store, number: int) -> bool:
    """Whether a phone with this number in line charges."""
    person = store.my_person
    sockets = store.world.sockets.get(person.house) if person else None
    return sockets is not None and 0 < number <= sockets.live


def is_cut(store: Store) -> bool:
    """Whether nothing comes out of the sockets of the own house."""
    person = store.my_person
    return person is not None and not has_current(store.world, person.house)


def plug_sign(store: Store) -> str:
    """Stands behind the battery: `, charging` or `, no. 2 in line`; empty where it is not plugged in.

    While the current is cut it is `, no current`, plugged in or not.
    """
    number = plug_number(store)
    if is_cut(store):
        return ", no current"
    if not number:
        return ""
    return ", charging" if charges(store, number) else f", no. {number} in line"


class PlugNews:
    """What is known of the own plug, so that a change of it can be told."""

    def __init__(self) -> None:
        self._number, self._cut = 0, False

    def look(self, store: Store) -> None:
        """The whole copy is new: what stands in it is no news."""
        self._number, self._cut = plug_number(store), is_cut(store)

    def hear(self, store: Store) -> str:
        """What is to be said now that the sockets have changed; empty for nothing."""
        before, self._number = self._number, plug_number(store)
        was_cut, self._cut = self._cut, is_cut(store)
        if not self._number or charges(store, before) and not was_cut:
            return ""
        if self._cut:
            return "" if was_cut else _CUT
        if not charges(store, self._number):
            return "" if before else _WAITS.format(number=self._number)
        is_held = store.my_person is not None and store.my_person.place == "phone"
        return _TURN_HELD if is_held else _TURN if before and not was_cut else _CHARGES


def socket_words(store: Store, house: str) -> str:
    """How many sockets a house has, where the own plug is in line, and whose phones it waits for."""
    many = socket_count(store, house)
    if not many:
        return "No socket in this house."
    sockets = store.world.sockets.get(house)
    words = "One socket" if many == 1 else counted(many, "socket")
    if sockets is None or not sockets.plugs:
        return f"{words}; there is no current." if is_cut(store) else f"{words}, nothing plugged in."
    plugs = counted(len(sockets.plugs), "plug")
    if is_cut(store):
        return f"{words}, {plugs}, and nothing comes out: there is no current."
    number = plug_number(store)
    if not number:
        return f"{words}, {plugs}; yours is not among them. {others_words(store)}"
    if charges(store, number):
        return f"{words}, {plugs}: yours is charging."
    return f"{words}, {plugs}: yours is {_ORDINALS[min(number, 6) - 1]} in line. {others_words(store)}"
