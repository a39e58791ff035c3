"""Hold what was asked for without a connection while the world is paused, until the world goes on.

1. Whoever wrote without a connection could not see the pause: the request waits, and goes out by itself.
2. Whoever writes in a pause sees it: the refusal stands.
3. What is held keeps its place in the outbox, and stops nothing that may be done in a pause.
4. A teacher's key never acts later: a teacher's request is not held.
"""

from typing import Final

from goodpath_client.outbox import Outbox
from goodpath_client.store import Store

PAUSED: Final = "paused"
"""Code of a refusal because the world is paused."""
_SEEN: Final = ("connected", "reloaded")
"""States of the link in which a person sees the world as it is now."""


class HeldRequests:
    """Which requests of an outbox wait for the world to go on."""

    def __init__(self, store: Store, outbox: Outbox) -> None:
        self._store, self._outbox = store, outbox
        self._unseeing: set[str] = set()
        """What was asked for by somebody who could not see whether the world was paused."""
        self._held: set[str] = set()

    def note_asked(self, request: str) -> None:
        """A request was made just now."""
        if self._store.link.kind not in _SEEN:
            self._unseeing.add(request)

    def begin(self) -> None:
        """A new connection: all that waits for it is tried, and may be held."""
        self._unseeing, self._held = {one.id for one in self._outbox}, set()

    def take(self, request: str) -> bool:
        """Hold a request that was refused because the world is paused; whether it is one to be held."""
        if request not in self._unseeing or request not in self._outbox or self._store.role == "teacher":
            return False
        self._held.add(request)
        return True

    def release(self) -> bool:
        """Hold nothing any more, if the world goes on or is over; whether anything may leave now."""
        session = self._store.world.session
        if not self._held or self._store.stale or (session.paused and session.stage == "playing"):
            return False
        self._held.clear()
        return True

    def __contains__(self, request: object) -> bool:
        return request in self._held

    def __len__(self) -> int:
        return sum(request in self._outbox for request in self._held)
