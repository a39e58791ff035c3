"""How fast one seat may ask and speak: a bucket that fills with time."""

from typing import NamedTuple

from goodpath_core.wire.limits import (
    ASK_BURST,
    ASK_RATE,
    BURST,
    FRAME_BURST,
    FRAME_RATE,
    RATE,
    TYPING_BURST,
    TYPING_RATE,
)


class Bucket:
    """Holds up to `burst` permissions and gains `rate` of them a second."""

    def __init__(self, burst: float, rate: float, now: float) -> None:
        self._burst = burst
        self._rate = rate
        self._level = burst
        self._at = now

    def take(self, now: float) -> float:
        """Take one permission and return 0, or return the seconds after which there is one."""
        self._fill(now)
        if self._level >= 1:
            self._level -= 1
            return 0.0
        return self._wait()

    def spend(self, now: float, cost: float) -> float:
        """Take `cost` permissions, owed where there are fewer; the seconds until there is one again."""
        self._fill(now)
        self._level -= cost
        return max(0.0, self._wait())

    def _fill(self, now: float) -> None:
        self._level = min(self._burst, self._level + (now - self._at) * self._rate)
        self._at = now

    def _wait(self) -> float:
        return (1 - self._level) / self._rate


def told_wait(wait_s: float) -> float:
    """Seconds to wait, as they are told: in hundredths, and never 0, which would mean not to wait."""
    return max(0.01, round(wait_s, 2))


class Pace(NamedTuple):
    """The buckets of one seat, whatever the connection."""

    commands: Bucket
    """For what changes something."""
    asks: Bucket
    """For questions."""
    typing: Bucket
    """For saying that somebody is writing."""
    frames: Bucket
    """For whatever comes, pings too: what they do not let through is not even read."""


def full_pace(now: float, rate: float) -> Pace:
    """Full buckets; `rate` is how many of the server's seconds pass in a real one."""
    return Pace(
        Bucket(BURST, RATE * rate, now),
        Bucket(ASK_BURST, ASK_RATE * rate, now),
        Bucket(TYPING_BURST, TYPING_RATE * rate, now),
        full_frames(now, rate),
    )


def full_frames(now: float, rate: float = 1.0) -> Bucket:
    """A full bucket for the frames of somebody who has no seat yet; `rate` as above."""
    return Bucket(FRAME_BURST, FRAME_RATE * rate, now)
