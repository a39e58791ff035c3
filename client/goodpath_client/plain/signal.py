"""Say in lines how it stands with the own stop signal: each thing once."""

from goodpath_client.changes import Change
from goodpath_client.own_signal import OwnSignal
from goodpath_client.store import Store


class SignalTeller:
    """Knows what was said of the own stop signal."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._own = OwnSignal()
        self._said = ""

    def give(self, now_ms: int) -> None:
        """The signal is about to be asked for."""
        self._own.give(now_ms)

    def hear(self, change: Change, now_ms: int) -> list[str]:
        """Something has changed; what is to be said now."""
        self._own.note(change, self._store, now_ms)
        return self.due(now_ms)

    def due(self, now_ms: int) -> list[str]:
        """What is to be said at the own time `now_ms`: nothing that was said last."""
        before, self._said = self._said, self.words(now_ms)
        return [self._said] if self._said not in ("", before) else []

    def words(self, now_ms: int) -> str:
        """How it stands; empty if there is nothing to tell."""
        return self._own.words(self._store, now_ms)
