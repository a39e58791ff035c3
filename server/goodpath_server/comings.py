"""How often a seat may be opened anew: a bucket for each seat, whatever the connection."""

from goodpath_server.rates import Bucket

BURST = 10
"""Comings at once: a window that is closed and opened again and again, two windows that take a seat from each
other."""
RATE = 0.5
"""Comings a second after that. Each is an event that is stored, and so is each going."""


class Comings:
    """Counts how often each seat is come back to."""

    def __init__(self, rate: float) -> None:
        """`rate` is how many of the server's seconds pass in a real one."""
        self._rate = RATE * rate
        self._buckets: dict[int, Bucket] = {}

    def admit(self, seat: int, now: float) -> bool:
        """Whether a seat may be opened once more; `now` is in seconds."""
        bucket = self._buckets.get(seat)
        if bucket is None:
            bucket = self._buckets[seat] = Bucket(BURST, self._rate, now)
        return not bucket.take(now)
