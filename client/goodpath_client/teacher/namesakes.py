"""Notice that a name has come to a second seat, as when a student comes back at another computer."""

from collections.abc import Mapping
from typing import Final

from goodpath_client.seats import plain_name
from goodpath_client.store import Store
from goodpath_client.teacher.seat_rows import Known, open_seats

_STAGES: Final = ("lobby", "playing")
"""Stages in which a persona may still go from one seat to the other."""
_WORDS: Final = (
    "Seats {old} and {new} are both called {name}. If that is one student at two computers, "
    "X closes the old seat and O gives its persona to the new one."
)


class Namesakes:
    """Remembers of which seats this console has told."""

    def __init__(self) -> None:
        self._told: set[int] = set()

    def words(self, store: Store, known: Mapping[int, Known]) -> str:
        """A sentence on a seat that has the name of an older one, once for each; empty if there is none."""
        first: dict[str, int] = {}
        for seat in open_seats(store) if store.world.session.stage in _STAGES else ():
            name = known.get(seat.number, Known()).name
            old = first.setdefault(plain_name(name), seat.number)
            if name and old != seat.number and seat.number not in self._told:
                self._told.add(seat.number)
                return _WORDS.format(old=old, new=seat.number, name=name)
        return ""
