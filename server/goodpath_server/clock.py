"""The server's clock: wall time, or a faster one for rehearsals."""

import time


class Clock:
    """Milliseconds since 1970, running `rate` times as fast as real time from the moment it was made."""

    def __init__(self, rate: float = 1.0) -> None:
        self.rate = rate
        self._wall = time.time() * 1000
        self._start = time.monotonic()

    def now_ms(self) -> int:
        """The time now; never goes backwards, even if the computer's clock is set."""
        return int(self._wall + (time.monotonic() - self._start) * 1000 * self.rate)

    def real_seconds(self, milliseconds: int) -> float:
        """How many real seconds so many of this clock's milliseconds take."""
        return milliseconds / 1000 / self.rate
