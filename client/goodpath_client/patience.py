"""Say how long to wait: before a new try to connect, and before the next request."""

from dataclasses import dataclass

FIRST_S = 2.0
"""The first try comes at a random moment within this time, so that a class does not come back as one."""
GROWTH = 1.6
LONGEST_S = 15.0
SPREAD = 0.2
STEADY_S = 30.0
"""After so long a connection the counting of tries begins anew."""


def wait_s(attempt: int, dice: float) -> float:
    """Seconds before try number `attempt` (from 1); `dice` is a number from 0 to 1."""
    if attempt <= 1:
        return FIRST_S * dice
    base = min(LONGEST_S, FIRST_S * GROWTH ** (attempt - 1))
    return base * (1 - SPREAD + 2 * SPREAD * dice)


@dataclass(slots=True)
class Pace:
    """How fast requests may leave: some at once, then so many a second."""

    burst: float
    """How many may leave at once after a rest."""
    rate: float
    """How many a second may leave after that."""
    left: float = 0.0
    """How many might leave at `since`; below 0 after a refusal that said how long to wait."""
    since: float = 0.0
    """When it was last counted, in seconds of the caller's clock."""

    def delay(self, now_s: float) -> float:
        """Seconds until the next request may leave; taking it is `spend`."""
        self.left = min(self.burst, self.left + (now_s - self.since) * self.rate)
        self.since = now_s
        return max(0.0, (1 - self.left) / self.rate)

    def spend(self) -> None:
        """A request leaves."""
        self.left -= 1

    def rest(self, seconds: float, now_s: float) -> None:
        """Only one request may leave after so many seconds, and then so many a second."""
        self.left = 1 - seconds * self.rate
        self.since = now_s
