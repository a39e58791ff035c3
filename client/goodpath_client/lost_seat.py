"""Give back what waits for a seat that is no more: no other seat may ever say it.

1. Where the server knows the token no more, or the teacher has closed the seat, nothing that waits is sent.
2. It is refused here, so its words come back as all refused words do, and are off the disk.
3. A line that was taken back does not come back; that it may stand there all the same is told.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from goodpath_client.outbox import Outbox, Request
from goodpath_client.store import Store
from goodpath_core.wire.closing import RESET, WRONG_CODE, Closing

SEAT_GONE: Final = "seat_gone"
"""Code of a refusal, made here, of what was for a seat that is no more."""
_ANEW: Final = "so it goes out no more; do it anew if it still fits."
_WHY: Final[Mapping[Closing, str]] = MappingProxyType(
    {
        RESET: f"This was for a seat that your teacher has closed, {_ANEW}",
        WRONG_CODE: f"This was for a seat that is not known any more, {_ANEW}",
    }
)
LOSSES: Final = frozenset(_WHY)
"""Closings after which a token may open nothing any more."""


def give_back(store: Store, outbox: Outbox, closing: Closing) -> None:
    """Refuse all that waits in the outbox of a seat that was lost so."""
    _refuse(store, outbox.give_up(), _WHY[closing])


def refuse_aside(store: Store, requests: Sequence[Request]) -> None:
    """Refuse what was still asked for from a seat after it was lost, once another one is opened."""
    _refuse(store, requests, _WHY[WRONG_CODE])


def _refuse(store: Store, requests: Sequence[Request], why: str) -> None:
    taken_back = {one.of for one in requests}
    for one in requests:
        # An earlier process may have asked for it.
        store.expect(*one)
        if one.id not in taken_back:
            store.refuse(one.id, SEAT_GONE, why)
        store.drop_pending(one.id)
