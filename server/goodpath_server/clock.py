"""The server's clock: wall time, or a faster one for rehearsals."""

import time


class Clock:
    """Milliseconds since 1970, running `rate` times as fast as real time from the moment it was made."""

    def __init__(self, rate: float = 1.0) -> None:
        self.rate = rate
        self._speed = rate * 1000
        self._origin = time.time() * 1000 - time.monotonic() * self._speed

    def now_ms(self) -> int:
        """The time now; never goes backwards, even if the computer's clock is set."""
        return int(self._origin + time.monotonic() * self._speed)

    def begin_no_earlier(self, wall_ms: int) -> None:
        """Go on from `wall_ms` if that is later than what is shown."""
        self._origin += max(0, wall_ms - self.now_ms())

    def real_seconds(self, milliseconds: int) -> float:
        """How many real seconds so many of this clock's milliseconds take."""
        return milliseconds / 1000 / self.rate
