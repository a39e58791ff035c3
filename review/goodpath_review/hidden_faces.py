"""Finds what of the faces of pages the teacher removed, so that no reader of the file quotes it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from goodpath_core.play.event import Event
from goodpath_core.play.moderation import FaceHidden, says_hidden, without_part
from goodpath_core.record import Record, event_of

Removals = Mapping[str, Sequence[tuple[int, FaceHidden]]]
"""Page -> number of each removal on it, and what it removed."""


def face_removals(records: Iterable[Record]) -> Removals:
    """The removals of a whole session. LogError if one of them cannot be read."""
    found: dict[str, list[tuple[int, FaceHidden]]] = defaultdict(list)
    for record in records:
        if record.kind == FaceHidden.kind and not record.erased:
            event = event_of(record)
            if isinstance(event.fact, FaceHidden):
                found[event.room].append((event.seq, event.fact))
    return dict(found)


def removed_parts(removals: Removals, event: Event) -> tuple[str, ...]:
    """Which parts of what an edit of a page said were removed later; none for any other event."""
    return tuple(
        hidden.part
        for seq, hidden in removals.get(event.room, ())
        if hidden.since < event.seq < seq and says_hidden(event.fact, hidden.part)
    )


def without_parts(event: Event, parts: Iterable[str]) -> Event:
    """An event as those have it who came back after the removal; in the end it folds to the same."""
    for part in parts:
        event = event._replace(fact=without_part(event.fact, part))
    return event
