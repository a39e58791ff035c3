"""Which seat is given back where all are taken: one in which nobody has done anything, longest away first."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from goodpath_core.play.closed_seats import is_unused
from goodpath_core.play.state import Seat
from goodpath_server.eyes import author_of
from goodpath_server.session import Session


class UnusedSeats:
    """Knows who left when, and whose seat is only just being opened."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._left: dict[int, None] = {}
        """Seats whose connection was lost since the server began, in the order of that."""
        self._arriving = Counter[int]()
        """Seats of those who are about to be let in, and how often."""

    def note_left(self, seat: int) -> None:
        """The connection of a seat was lost just now."""
        self._left.pop(seat, None)
        self._left[seat] = None

    @contextmanager
    def arriving(self, seat: int) -> Iterator[None]:
        """Somebody is on the way into this seat, who must not lose it before they are there."""
        self._arriving[seat] += 1
        try:
            yield
        finally:
            self._arriving[seat] -= 1

    def find(self) -> int:
        """The number of the unused seat that was left longest ago; 0 if there is none.

        Whoever has not come since the server began has been away the longest.
        """
        order = {seat: place for place, seat in enumerate(self._left, start=1)}
        unused = [seat.number for seat in self._session.world.seats.values() if self._may_go(seat)]
        return min(unused, key=lambda number: order.get(number, 0), default=0)

    def _may_go(self, seat: Seat) -> bool:
        session, number = self._session, seat.number
        is_free = is_unused(seat) and session.audience.seat(number) is None and not self._arriving[number]
        return is_free and not session.requests.has_any(author_of(seat))
