"""How fast each seat may ask, whatever the connection: a new one has no new burst."""

from collections.abc import Callable

from goodpath_server.rates import Pace, full_pace


class Paces:
    """The pace of each seat."""

    def __init__(self, rate: float, time: Callable[[], float], *, free: bool) -> None:
        """`rate` is how many of the server's seconds pass in a real one, `time` gives real seconds.

        `free`: seats may ask as fast as they like.
        """
        self._rate = rate
        self._time = time
        self._free = free
        self._paces: dict[int, Pace] = {}

    def of(self, seat: int) -> Pace | None:
        """How fast a seat may ask; None where that is not limited, as for the teacher, whose seat is 0."""
        if self._free or not seat:
            return None
        if seat not in self._paces:
            self._paces[seat] = full_pace(self._time(), self._rate)
        return self._paces[seat]

    def drop(self, seat: int) -> None:
        """Forget a seat that is no more."""
        self._paces.pop(seat, None)
