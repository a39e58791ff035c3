"""Take back a line that is not known to be stored: unsent it is dropped, under way it is followed.

What is said aloud, thought or said out of character can be dropped too, but once it has left it stays.
"""

from goodpath_client.held_requests import LINES
from goodpath_client.outbox import Outbox
from goodpath_client.store import Store
from goodpath_core.play.messages import PostMessage, TakeBackMessage


class Recall:
    """The requests that take back lines whose numbers are still to come.

    Such a request waits in the outbox behind its line, so it survives as the line does; the number is put in
    when the line is acknowledged, before the line is forgotten. Where the line is refused, it goes too.
    """

    def __init__(self, store: Store, outbox: Outbox) -> None:
        self._store, self._outbox = store, outbox

    def begin(self, request: str) -> str:
        """Take back the line of a request that is not answered; the new request.

        Empty where none is needed: the line had not left, and will not.
        """
        line = next((one for one in self._outbox if one.id == request), None)
        if line is None or not isinstance(line.command, LINES):
            return ""
        if self._outbox.is_unsent(request) and self._store.link.kind != "closed":
            self._drop(request)
            return ""
        if not isinstance(line.command, PostMessage):
            return ""
        command = TakeBackMessage(room=line.command.room, message=0)
        follower = self._outbox.add(command, line.persona, of=request)
        self._store.expect(*follower)
        return follower.id

    def number(self, request: str, seq: int) -> None:
        """A request was stored as event `seq`: whatever takes that line back now knows which it is."""
        for one in self._outbox:
            if one.of == request and isinstance(one.command, TakeBackMessage):
                known = one._replace(command=one.command.model_copy(update={"message": seq}), of="")
                self._outbox.replace(known)
                self._store.expect(*known)

    def drop_recalled(self, request: str) -> None:
        """Drop a request that is not stored and waits, if it is to be taken back, and what asks for that."""
        if any(one.of == request for one in self._outbox):
            self._drop(request)
            self.give_up(request)

    def give_up(self, request: str) -> None:
        """A request was refused: there is no line to take back."""
        for one in self._outbox:
            if one.of == request:
                self._drop(one.id)

    def _drop(self, request: str) -> None:
        self._outbox.settle(request, refused=True)
        self._store.drop_pending(request)
