"""When a log is to be settled: once it is quiet and something was stored, and not too often."""

QUIET_S = 0.05
"""Seconds without a batch after which the writer has nothing to do: a class that talks has such moments."""
EVERY_S = 10.0
"""Seconds at least between one settling and the next."""


class Settling:
    """Whether something was stored since the log was settled, and when that was.

    `now_s` is seconds of any clock that never goes back.
    """

    def __init__(self, every_s: float = EVERY_S) -> None:
        self._every_s = every_s
        self._open = False
        self._not_before = float("-inf")

    def stored(self) -> None:
        """Something was stored."""
        self._open = True

    def settled(self, whole: bool, now_s: float) -> None:
        """The log was settled, wholly or as far as its readers allowed."""
        self._open = not whole
        self._not_before = now_s + self._every_s

    def wait(self, now_s: float) -> float | None:
        """Seconds without a batch after which to settle; None if there is nothing to settle."""
        return max(QUIET_S, self._not_before - now_s) if self._open else None
