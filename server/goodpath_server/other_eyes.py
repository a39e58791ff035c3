"""Cutting a batch where a seat begins to see with other eyes: what came before is told to the old ones."""

from collections.abc import Sequence
from typing import NamedTuple

from goodpath_core.play.event import Event
from goodpath_core.play.seats import SeatChanged
from goodpath_server.delivery import Receipt


class Stretch(NamedTuple):
    """Events during which nobody's eyes change; only the first of them can be what changed them."""

    events: Sequence[Event]
    """In their order."""
    receipts: Sequence[Receipt]
    """Word of the requests that began here or before."""


def stretches(events: Sequence[Event], receipts: Sequence[Receipt]) -> list[Stretch]:
    """All events, each once, and all receipts, each with its own first event or after it.

    Nearly always it is one: nothing is copied then.
    """
    starts = [place for place, event in enumerate(events) if isinstance(event.fact, SeatChanged) and place]
    if not starts:
        return [Stretch(events, receipts)]
    cut = list[Stretch]()
    for start, end in zip([0, *starts], starts, strict=False):
        begun = [receipt for receipt in receipts if receipt.seq < events[end].seq]
        receipts = [receipt for receipt in receipts if receipt.seq >= events[end].seq]
        cut.append(Stretch(events[start:end], begun))
    return [*cut, Stretch(events[starts[-1] :], receipts)]


def changed_by(events: Sequence[Event]) -> tuple[SeatChanged, int] | None:
    """What a stretch begins with, if that is a seat that sees with other eyes, and the cell it sees."""
    fact = events[0].fact if events else None
    return (fact, events[0].cell) if isinstance(fact, SeatChanged) else None
