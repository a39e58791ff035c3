"""A log in memory: for tests and for trying things out; it forgets everything when the process ends."""

from collections.abc import Iterator, Mapping, Sequence

from goodpath_core.record import Record, first_hash, record_of
from goodpath_server.log.port import Entry, Epoch


class MemoryLog:
    """Keeps records in a list."""

    def __init__(self, meta: Mapping[str, str]) -> None:
        self._meta = dict(meta)
        self._records: list[Record] = []
        self._epochs: list[Epoch] = []

    def append(self, entries: Sequence[Entry]) -> None:
        """Store entries; they live as long as the process."""
        before = self._records[-1].hash if self._records else first_hash(self._meta)
        for event, request, digest in entries:
            record = record_of(event, request, digest, before)
            self._records.append(record)
            before = record.hash

    def prove(self) -> None:
        """There is always room."""

    def hurry(self, seconds: float) -> None:
        """There is nobody to wait for."""

    def records(self, after: int = 0) -> Iterator[Record]:
        """All records with a number above `after`, in order."""
        return iter(self._records[after:])

    def read(self, numbers: Sequence[int]) -> list[Record]:
        """The records with these numbers, in order of number."""
        wanted = frozenset(numbers)
        return [record for record in self._records if record.seq in wanted]

    def meta(self) -> Mapping[str, str]:
        """What is known of the session as a whole."""
        return self._meta

    def epochs(self) -> list[Epoch]:
        """Runs of the server so far, oldest first."""
        return list(self._epochs)

    def begin_epoch(self, name: str, wall_ms: int) -> None:
        """A new run begins after the last record."""
        self._epochs.append(Epoch(name, len(self._records) + 1))

    def note_address(self, address: str) -> None:
        """There is nobody to tell."""

    def settle(self) -> bool:
        """There is nothing to copy."""
        return True

    def close(self) -> None:
        """Nothing to let go of."""
