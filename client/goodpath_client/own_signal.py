"""Say how it stands with the own stop signal: on its way, with the teacher, or seen."""

from typing import Final

from goodpath_client.changes import Change
from goodpath_client.store import Store
from goodpath_core.play.safety import SignalStop, StopAnswered, StopSignalled

# Each fits a line of sixty columns whole: what to do stands at the end of it.
ON_ITS_WAY: Final = "Your stop signal is on its way to your teacher."
NOT_TOLD: Final = "Your teacher may not know: raise your hand, or go to them."
NOBODY: Final = "Signal kept, no teacher at the console: raise your hand."
NOT_YET: Final = (
    "You have not joined yet, so nobody can be told from here: raise your hand, or go to your teacher."
)
WAITS: Final = "You asked to stop; only your teacher has been told."
SEEN: Final = "Your teacher has seen your signal."
ON_ITS_WAY_MS: Final = 3_000
"""So long a signal may be on its way before it is said that the teacher may not know."""
SEEN_MS: Final = 60_000
"""How long the answer stands: whoever is in tears, or writes on, does not miss it."""


class OwnSignal:
    """What has become of the own stop signal."""

    def __init__(self) -> None:
        self._given_ms: int | None = None
        """When it was given here; None for one that was given before the program began."""
        self._seen_ms: int | None = None
        """When the teacher's answer came here."""

    def give(self, now_ms: int) -> None:
        """The signal is about to be asked for: noted only after that, it would first be told of as late."""
        self._given_ms = now_ms

    def note(self, change: Change, store: Store, now_ms: int) -> None:
        """Something has changed, perhaps this."""
        fact = change.event.fact if change.event else None
        if isinstance(fact, StopSignalled | StopAnswered) and fact.seat == store.seat:
            self._seen_ms = now_ms if isinstance(fact, StopAnswered) else None

    def words(self, store: Store, now_ms: int) -> str:
        """What the student is told of it now; empty if there is nothing to tell."""
        if _is_stored(store):
            return WAITS if store.teacher_here else NOBODY
        if any(isinstance(command, SignalStop) for command, _ in store.asked.values()):
            return ON_ITS_WAY if self._may_arrive(store, now_ms) else NOT_TOLD
        return SEEN if _is_recent(self._seen_ms, now_ms, SEEN_MS) else ""

    def _may_arrive(self, store: Store, now_ms: int) -> bool:
        """Whether nothing speaks against it that the signal gets through in a moment."""
        reached = store.link.online and not store.link.unstored
        return reached and _is_recent(self._given_ms, now_ms, ON_ITS_WAY_MS)


def _is_stored(store: Store) -> bool:
    """Whether the own seat has given the stop signal and the teacher has not answered yet."""
    seat = store.world.seats.get(store.seat)
    return seat is not None and bool(seat.stopped_ms)


def _is_recent(then_ms: int | None, now_ms: int, within_ms: int) -> bool:
    return then_ms is not None and 0 <= now_ms - then_ms < within_ms
