"""Finds what of faces of pages and names of albums the teacher removed, so that no reader quotes it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from goodpath_core.play.albums import PLAIN_NAME, AlbumArranged, AlbumLocked
from goodpath_core.play.event import Event
from goodpath_core.play.moderation import FaceHidden, says_hidden, without_part
from goodpath_core.play.taken_down import AlbumNameHidden
from goodpath_core.record import Record, event_of

NAME = "name"
"""The part of an album's event that says what it is called."""
Removals = Mapping[str, Sequence[tuple[int, FaceHidden | AlbumNameHidden]]]
"""Page -> number of each removal on it, and what it removed."""


def face_removals(records: Iterable[Record]) -> Removals:
    """The removals of a whole session. LogError if one of them cannot be read."""
    found: dict[str, list[tuple[int, FaceHidden | AlbumNameHidden]]] = defaultdict(list)
    for record in records:
        if record.kind in (FaceHidden.kind, AlbumNameHidden.kind) and not record.erased:
            event = event_of(record)
            if isinstance(event.fact, FaceHidden | AlbumNameHidden):
                found[event.room].append((event.seq, event.fact))
    return dict(found)


def removed_parts(removals: Removals, event: Event) -> tuple[str, ...]:
    """Which parts of what an event of a page said were removed later; none for most events."""
    later = (hidden for seq, hidden in removals.get(event.room, ()) if event.seq < seq)
    return tuple(dict.fromkeys(part for hidden in later if (part := _part(event, hidden))))


def _part(event: Event, hidden: FaceHidden | AlbumNameHidden) -> str:
    """The part of an earlier event that is gone with this; empty for none."""
    if isinstance(hidden, FaceHidden):
        return hidden.part if hidden.since < event.seq and says_hidden(event.fact, hidden.part) else ""
    fact = event.fact
    return NAME if isinstance(fact, AlbumArranged | AlbumLocked) and fact.album == hidden.album else ""


def without_parts(event: Event, parts: Iterable[str]) -> Event:
    """An event as those have it who came back after the removal; in the end it folds to the same."""
    for part in parts:
        nameless = event.fact.model_copy(update={NAME: PLAIN_NAME})
        event = event._replace(fact=nameless if part == NAME else without_part(event.fact, part))
    return event
