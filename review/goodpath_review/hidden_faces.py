"""Finds what of faces of pages and names of albums the teacher removed, so that no reader quotes it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, product

from goodpath_core.play.albums import PLAIN_NAME, AlbumArranged, AlbumLocked
from goodpath_core.play.edits import Edits
from goodpath_core.play.event import Event
from goodpath_core.play.hidden_faces import FaceHidden, without_part
from goodpath_core.play.profile import PageEdited
from goodpath_core.play.taken_down import AlbumNameHidden
from goodpath_core.record import Record, event_of

NAME = "name"
"""The part of an album's event that says what it is called."""
_ALBUMS = frozenset((AlbumArranged.kind, AlbumLocked.kind))


def removed_parts(records: Iterable[Record]) -> Mapping[int, Sequence[str]]:
    """Which parts of what events of pages said were removed later, by the events' numbers.

    LogError if one of them cannot be read.
    """
    edits, albums, names = Edits(), defaultdict[tuple[str, str], list[int]](list), set[int]()
    for record in records:
        if record.kind in _ALBUMS:
            albums[_album(record)].append(record.seq)
        elif record.kind == PageEdited.kind or record.kind == FaceHidden.kind and not record.erased:
            edits.take(event_of(record))
        elif record.kind == AlbumNameHidden.kind and not record.erased:
            names.update(albums[_album(record)])
    found = defaultdict[int, list[str]](list)
    for seq, part in chain(edits.all_gone(), product(names, (NAME,))):
        found[seq].append(part)
    return dict(found)


def _album(record: Record) -> tuple[str, str]:
    """The page and the album that an event is about."""
    return record.room, getattr(event_of(record).fact, "album", "")


def without_parts(event: Event, parts: Iterable[str]) -> Event:
    """An event as those have it who came back after the removal; in the end it folds to the same."""
    for part in parts:
        nameless = event.fact.model_copy(update={NAME: PLAIN_NAME})
        event = event._replace(fact=nameless if part == NAME else without_part(event.fact, part))
    return event
