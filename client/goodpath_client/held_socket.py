"""Tell who holds a socket, and who waits for it, that a plugged phone does not charge in the hand."""

from typing import Final

from goodpath_client.socket_holders import held_words
from goodpath_client.sockets import charges, plug_number
from goodpath_client.store import Store

ON_SCREENS: Final = "F4"
"""How the phone is put down on the screens."""
IN_LINES: Final = "/down"
"""How it is put down in the line mode."""
MAY_HOLD: Final = ("sockets.changed", "place.changed")
"""Kinds of events after which a phone may keep a socket without charging."""
_KEPT: Final = (
    "Your plug keeps the socket, but your phone does not charge in the hand. "
    "Put it down ({way}) to charge it; there /unplug frees the socket."
)


def keeps_socket(store: Store) -> bool:
    """Whether the own phone is at a live socket and in the hand."""
    person = store.my_person
    return person is not None and person.place == "phone" and charges(store, plug_number(store))


def kept_words(store: Store, way: str) -> str:
    """What is said while the own plug keeps a socket, with the `way` to put the phone down; else empty."""
    return _KEPT.format(way=way) if keeps_socket(store) else ""


def waited_for(store: Store) -> str:
    """Whose phones keep the sockets that the own one waits for while they are in the hand; empty for none.

    Whoever is on the line sees no socket.
    """
    person, number = store.my_person, plug_number(store)
    sees = person is not None and person.place != "shift"
    return held_words(store) if sees and number and not charges(store, number) else ""


class HeldSocket:
    """What is known of held sockets, so that a change is told, and told once."""

    def __init__(self, way: str) -> None:
        """Know nothing yet; `way` is how the phone is put down here."""
        self._way = way
        self._keeps, self._told = False, ""

    def look(self, store: Store) -> None:
        """The whole copy is new: what stands in it is no news."""
        self._keeps, self._told = keeps_socket(store), waited_for(store)

    def hear(self, store: Store, kind: str) -> str:
        """What is to be said after an event of this kind; empty for nothing.

        Whoever waits hears once of the same phones, until something changes at the sockets.
        """
        kept, self._keeps = self._keeps, keeps_socket(store)
        if self._keeps and not kept:
            return kept_words(store, self._way)
        told = "" if kind == "sockets.changed" else self._told
        words = waited_for(store)
        self._told = words or told
        return words if words != told else ""
