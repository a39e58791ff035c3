"""Hold lines, and what was asked for without a connection, while the world is paused, until it goes on.

1. Whoever acted without a connection could not see the pause: the request waits, and goes out by itself.
2. So does a line that is written in a pause, or was on its way as it began; it can be taken back.
3. Whoever presses another key in a pause sees it: the refusal stands, and the key does nothing later.
4. What is held keeps its place in the outbox, and stops nothing that may be done in a pause.
5. No line overtakes one that is held: while there is one, and in a pause that is known, none is sent.
6. A teacher's key never acts later: a teacher's request is not held.
"""

from typing import Final

from goodpath_client.outbox import Outbox, Request
from goodpath_client.store import Store
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.offline import SayAloud, Think
from goodpath_core.play.safety import SpeakAside

PAUSED: Final = "paused"
"""Code of a refusal because the world is paused."""
_SEEN: Final = ("connected", "reloaded")
"""States of the link in which a person sees the world as it is now."""
LINES: Final = (PostMessage, SpeakAside, SayAloud, Think)
"""What is said, written or thought in the box of a chat or of the room."""


class HeldRequests:
    """Which requests of an outbox wait for the world to go on."""

    def __init__(self, store: Store, outbox: Outbox) -> None:
        self._store, self._outbox = store, outbox
        self._may_wait: set[str] = set()
        """Lines, and what was asked for by somebody who could not see whether the world was paused."""
        self._held: set[str] = set()

    def note_asked(self, request: Request) -> None:
        """A request was made just now; it is held at once where it would be refused or overtake another."""
        is_line = isinstance(request.command, LINES) and self._store.role == "student"
        is_seen = self._store.link.kind in _SEEN
        if is_line or not is_seen:
            self._may_wait.add(request.id)
        if is_line and is_seen and (self._stands_still or self.ids):
            self._held.add(request.id)

    def begin(self) -> None:
        """A new connection: all that waits for it is tried, and may be held."""
        self._may_wait, self._held = {one.id for one in self._outbox}, set()

    def take(self, request: str) -> bool:
        """Hold a request that was refused because the world is paused; whether it is one to be held."""
        if request not in self._may_wait or request not in self._outbox or self._store.role == "teacher":
            return False
        self._held.add(request)
        return True

    def release(self) -> bool:
        """Hold nothing any more, if the world goes on or is over; whether anything may leave now."""
        if not self._held or self._store.stale or self._stands_still:
            return False
        self._held.clear()
        return True

    def __contains__(self, request: object) -> bool:
        return request in self._held

    @property
    def ids(self) -> tuple[str, ...]:
        """Those that are held, in the order in which they were made."""
        return tuple(one.id for one in self._outbox if one.id in self._held)

    @property
    def _stands_still(self) -> bool:
        session = self._store.world.session
        return bool(session.paused) and session.stage == "playing"
