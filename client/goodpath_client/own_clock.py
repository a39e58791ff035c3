"""A client's clock: wall time when it was made, and from then on time that nobody can set."""

import time
from collections.abc import Callable


class OwnClock:
    """Milliseconds since 1970 that go on evenly, also while the machine's clock is put right.

    A client has one, which its link and its screens share: they count from the same welcome.

    While a machine sleeps this clock stands still on Linux and macOS, as the server's does, so that the two
    agree where they sleep together. Where the student's machine alone has slept, this clock is behind:
    the connection is gone unless the sleep was short, and the welcome of the next one says what time it is;
    else the next thing that happens does (`SessionCopy.catch_up_with`).
    """

    def __init__(
        self, wall_s: Callable[[], float] = time.time, steady_s: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin at `wall_s` (seconds since 1970), and go on with `steady_s` (seconds since any moment)."""
        self._steady_s = steady_s
        self._origin_s = wall_s() - steady_s()

    def now_ms(self) -> int:
        """The time now; never goes backwards."""
        return int((self._origin_s + self._steady_s()) * 1000)
