"""Walks through a session file from its first event to its last, and says each in words."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from goodpath_core.play.event import Event, Fact
from goodpath_core.play.messages import MessageHidden, MessageTakenBack
from goodpath_core.play.posts import PostRemoved
from goodpath_core.record import Record, event_of, fold
from goodpath_review.scene import Scene
from goodpath_review.sentences import say
from goodpath_review.session_file import SessionFile

ERASED = "(erased)"
"""What stands for a text that was erased from the file."""


class Line(NamedTuple):
    """One event with what it means at its moment."""

    record: Record
    event: Event
    sentence: str
    """One sentence; empty for events that a reader can do without."""
    name: str
    """The voice as a name; empty if the event has none."""
    room: str
    """The room or page as a name; empty if it happened in none."""
    gone: str
    """How its text went, if somebody took it back or removed it; the sentence then leaves it out."""


def walk(file: SessionFile) -> Iterator[tuple[Scene, Line]]:
    """Each event with the scene just before it. LogError at the first that is not as it was written.

    The scene is one and the same object, folded on after each step.
    """
    scene = Scene(file.scenario(), file.cells() > 1, gone_texts(file))
    for record, event in file.events():
        yield scene, _line(scene, record, event, scene.gone.get(event.seq, ""))
        fold(scene.world, event)


def gone_texts(file: SessionFile) -> dict[int, str]:
    """Events whose text somebody took back or removed later: number -> how."""
    gone = {}
    for record in file.records():
        if record.kind in _GONE:
            field, how = _GONE[record.kind]
            gone[getattr(event_of(record).fact, field)] = how
    return gone


_GONE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        MessageTakenBack.kind: ("message", "(taken back by its writer)"),
        MessageHidden.kind: ("message", "(removed by the teacher)"),
        PostRemoved.kind: ("post", "(taken down by its writer)"),
    }
)
"""Kind -> the field that names what is gone, and how it went."""


def _line(scene: Scene, record: Record, event: Event, gone: str) -> Line:
    name = scene.voice(event.voice) if event.voice else ""
    room = scene.room(event.room) if event.room else ""
    withheld = ERASED if record.erased else gone
    shown = event._replace(fact=_withheld(event, withheld)) if withheld else event
    return Line(record, shown, say(scene, shown), name, room, withheld)


def _withheld(event: Event, why: str) -> Fact:
    """The fact with a note where its text was, and without its pictures."""
    fields = type(event.fact).model_fields
    blank = {"text": why, "card": "", "cards": ()}
    return event.fact.model_copy(update={name: value for name, value in blank.items() if name in fields})
