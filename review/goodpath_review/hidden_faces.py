"""Finds what of faces of pages and names of albums the teacher removed, so that no reader quotes it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from goodpath_core.play.albums import PLAIN_NAME, AlbumArranged, AlbumLocked
from goodpath_core.play.event import Event
from goodpath_core.play.hidden_faces import FaceHidden, edits_hidden, without_part
from goodpath_core.play.profile import PageEdited
from goodpath_core.play.taken_down import AlbumNameHidden
from goodpath_core.record import Record, event_of

NAME = "name"
"""The part of an album's event that says what it is called."""
_REMOVALS = frozenset((FaceHidden.kind, AlbumNameHidden.kind))
_SAID = frozenset((PageEdited.kind, AlbumArranged.kind, AlbumLocked.kind))


def removed_parts(records: Iterable[Record]) -> Mapping[int, Sequence[str]]:
    """Which parts of what events of pages said were removed later, by the events' numbers.

    LogError if one of them cannot be read.
    """
    told: dict[str, list[Event]] = defaultdict(list)
    found: dict[int, list[str]] = defaultdict(list)
    for record in records:
        if record.kind in _SAID:
            told[record.room].append(event_of(record))
        elif record.kind in _REMOVALS and not record.erased:
            removal = event_of(record)
            part, numbers = _removed(told[record.room], removal)
            for seq in numbers:
                found[seq] += [part] * (part not in found[seq])
    return dict(found)


def _removed(told: Sequence[Event], removal: Event) -> tuple[str, Iterable[int]]:
    """The part that goes with a removal, and the numbers of the earlier events of its page that said it."""
    fact = removal.fact
    if isinstance(fact, FaceHidden):
        return fact.part, edits_hidden(told, removal, fact)
    album = getattr(fact, "album", "")
    return NAME, [event.seq for event in told if getattr(event.fact, "album", None) == album]


def without_parts(event: Event, parts: Iterable[str]) -> Event:
    """An event as those have it who came back after the removal; in the end it folds to the same."""
    for part in parts:
        nameless = event.fact.model_copy(update={NAME: PLAIN_NAME})
        event = event._replace(fact=nameless if part == NAME else without_part(event.fact, part))
    return event
