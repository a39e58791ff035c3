"""Say how it stands with the own stop signal: on its way, with the teacher, or seen."""

from typing import Final

from goodpath_client.changes import Change
from goodpath_client.store import Store
from goodpath_core.play.safety import StopAnswered, StopSignalled

WAITS: Final = "You asked to stop; your teacher has been told."
SEEN: Final = "Your teacher has seen your signal."
NOT_TOLD: Final = "There is no connection: your teacher does not know yet. Raise your hand, or go to them."
SEEN_MS: Final = 60_000
"""How long the answer stands: whoever is in tears, or writes on, does not miss it."""


class OwnSignal:
    """What has become of the own stop signal."""

    def __init__(self) -> None:
        self._request = ""
        """The request that gives the signal, until it is answered."""
        self._seen_ms: int | None = None
        """When the teacher's answer came here."""

    def give(self, request: str) -> None:
        """The signal is on its way, as this request."""
        self._request = request

    def note(self, change: Change, store: Store, now_ms: int) -> None:
        """Something has changed, perhaps this."""
        if change.kind in ("done", "refused") and change.id == self._request:
            self._request = ""
        fact = change.event.fact if change.event else None
        if isinstance(fact, StopSignalled | StopAnswered) and fact.seat == store.seat:
            self._seen_ms = now_ms if isinstance(fact, StopAnswered) else None

    def words(self, store: Store, now_ms: int) -> str:
        """What the student is told of it now; empty if there is nothing to tell."""
        if is_waiting(store):
            return WAITS
        if self._request and not store.link.online:
            return NOT_TOLD
        answered = self._seen_ms is not None and 0 <= now_ms - self._seen_ms < SEEN_MS
        return SEEN if answered else ""


def is_waiting(store: Store) -> bool:
    """Whether the own seat has given the stop signal and the teacher has not answered yet."""
    seat = store.world.seats.get(store.seat)
    return seat is not None and seat.stopped
