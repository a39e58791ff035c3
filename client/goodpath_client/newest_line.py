"""Find the own line of a chat that was sent last, wherever it has come to, and have it taken back."""

from typing import Final, NamedTuple, Protocol

from goodpath_client.own_lines import Pending
from goodpath_client.store import Store

NOT_SENT: Final = "That line had not left yet, so it is not sent; nobody has read it."
FOLLOWS: Final = "That line is still on its way; it is taken back as soon as it has arrived."
_NONE: Final = "There is no line of yours to take back in this chat."
_GOING: Final = "Your newest line is being taken back already; to take back another one, choose it."
_ASIDE: Final = "Your newest line is out of character and stays; to take back another one, choose it."


class Newest(NamedTuple):
    """The own line that was sent last in a chat."""

    seq: int = 0
    """Number of its event; 0 while that is not known."""
    request: str = ""
    """The request that says it, while it is not known to be stored."""
    why_not: str = ""
    """Why there is nothing to take back, as one sentence."""


class Recalling(Protocol):
    """What is needed of the link."""

    def recall(self, request: str) -> str:
        """Take back a line that is not known to be stored; the request that asks for it, or empty."""


def newest_line(store: Store, room: str) -> Newest:
    """The own line of a room that was sent last; one that was refused was not sent, and a notice is none."""
    waiting = [line for line in store.pending(room) if line.state == "pending"]
    if waiting:
        return find_waiting(store, waiting[-1])
    own = [
        line for line in store.lines(room) if store.is_mine(line) and not line.gone and line.kind != "notice"
    ]
    if not own:
        return Newest(why_not=_NONE)
    return Newest(own[-1].seq) if own[-1].kind == "line" else Newest(why_not=_ASIDE)


def find_waiting(store: Store, line: Pending) -> Newest:
    """A line that is on its way: by its number once the server has said that, by its request before."""
    if line.id in store.link.held:
        return Newest(request=line.id)
    if line.kind == "aside":
        return Newest(why_not=_ASIDE)
    if line.is_going:
        return Newest(why_not=_GOING)
    return Newest(line.stored) if line.stored else Newest(request=line.id)
