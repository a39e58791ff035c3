"""How fast new seats are opened: a bucket for each address."""

from goodpath_server.rates import Bucket

BURST = 60
"""New seats at once from one address: a whole class behind one router."""
RATE = 4.0
"""New seats a second from one address after that."""
ADDRESSES = 1000
"""So many addresses are remembered."""


class Arrivals:
    """Counts those who get a new seat; whoever comes back to one is none of them."""

    def __init__(self) -> None:
        self._buckets: dict[str, Bucket] = {}

    def admit(self, address: str, now: float) -> bool:
        """Whether one more may come from an address; `now` is in seconds."""
        if len(self._buckets) >= ADDRESSES and address not in self._buckets:
            # Everybody counted here had the right code, and the number of seats at a time has its own bound.
            self._buckets.clear()
        bucket = self._buckets.setdefault(address, Bucket(BURST, RATE, now))
        return not bucket.take(now)
