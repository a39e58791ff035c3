"""Give up what a teacher asked for and got no answer to before the connection ended: no key acts later."""

from typing import Final

from goodpath_client.asks import AskBook
from goodpath_client.outbox import Outbox
from goodpath_client.store import Store
from goodpath_core.wire.frames import AskDoor, AskReset, Query

NOT_DONE: Final = "Not done: the server cannot be reached. Press it again when it is back."
NOT_KNOWN: Final = (
    "Not known whether that happened: look when the server is back, and do it again if it did not."
)


class LateKeys:
    """What would act on another moment of the class if it were sent again on the next connection."""

    def __init__(self, store: Store, outbox: Outbox, asks: AskBook) -> None:
        self._store, self._outbox, self._asks = store, outbox, asks

    def give_up(self) -> None:
        """The connection has ended: say of each key that waits what is known of it.

        What others ask for is kept. Newest first: what may have happened is said last, and so stays in sight.
        """
        self._asks.give_up(_acts_now, NOT_KNOWN)
        waiting = list(self._outbox) if self._store.role == "teacher" else []
        for request in reversed(waiting):
            never_left = self._outbox.is_unsent(request.id)
            code, text = ("not_done", NOT_DONE) if never_left else ("not_known", NOT_KNOWN)
            self._outbox.settle(request.id, refused=True)
            self._store.refuse(request.id, code, text)


def _acts_now(query: Query) -> bool:
    """Whether a question is a key of the teacher's."""
    return isinstance(query, AskReset) or (isinstance(query, AskDoor) and query.turn != "look")
