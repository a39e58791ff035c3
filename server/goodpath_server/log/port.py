"""The log as a port: what a session needs of whatever keeps it.

1. `append` returns only when the entries survive the loss of power; else it raises LogError and keeps none.
2. Numbers follow each other without a hole; the adapter keeps the chain of hashes.
3. One writer: a second one on the same log is refused when it opens.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from goodpath_core.play.event import Event
from goodpath_core.record import Record


class Entry(NamedTuple):
    """An event on its way into the log."""

    event: Event
    """Numbered already, one higher than the entry before."""
    request: str = ""
    """The client's id of the request, on the first event it made."""
    digest: str = ""
    """Fingerprint of the request's content."""


class Epoch(NamedTuple):
    """A run of the server: its name and the number of its first event."""

    name: str
    """Drawn anew for each run; a client tells it when it comes back."""
    first_seq: int
    """Number of its first event, whether there is one yet or not."""


class Log(Protocol):
    """Keeps the events of one session."""

    def append(self, entries: Sequence[Entry]) -> None:
        """Store entries for good, all or none."""

    def prove(self) -> None:
        """Find out whether something could be stored, without storing anything; LogError if not."""

    def hurry(self, seconds: float) -> None:
        """From now on wait for other programs so many seconds in all; safe to call from another thread."""

    def records(self, after: int = 0) -> Iterator[Record]:
        """All records with a number above `after`, in order."""

    def read(self, numbers: Sequence[int]) -> list[Record]:
        """The records with these numbers, in order of number; safe to call from another thread."""

    def meta(self) -> Mapping[str, str]:
        """What is known of the session as a whole."""

    def epochs(self) -> list[Epoch]:
        """Runs of the server so far, oldest first."""

    def begin_epoch(self, name: str, wall_ms: int) -> None:
        """A new run begins after the last record."""

    def note_address(self, address: str) -> None:
        """Say to whoever is refused as the second writer where the first one listens; never raises."""

    def settle(self) -> bool:
        """Bring what is stored to where whoever copies the log finds it; whether all of it is there.

        It can wait: what `append` has stored is safe without it. Called where `append` is; never raises.
        """

    def close(self) -> None:
        """Let go of the log."""
