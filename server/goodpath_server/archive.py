"""What is kept ready for those who come in or come back: the newest events and each room's newest lines."""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from types import MappingProxyType
from typing import NamedTuple

from goodpath_core.play.edits import KINDS as OF_FACES
from goodpath_core.play.edits import Edits
from goodpath_core.play.event import Event, Fact
from goodpath_core.play.hidden_faces import FaceHidden, without_part
from goodpath_core.play.messages import MessageHidden, MessageTakenBack, wordless
from goodpath_core.play.moderation import CommentHidden, PostHidden
from goodpath_core.play.posts import PostRemoved
from goodpath_core.play.sight import Scope, scope_of
from goodpath_core.play.taken_down import SAID_IN, SaidHidden, still_said
from goodpath_core.wire.codec import event_blob, event_from, history_frames, unpack
from goodpath_core.wire.limits import HISTORY_DEFAULT
from goodpath_server.newest import Newest
from goodpath_server.outbox import websocket_frame

KEPT = 20_000
"""So many events can be resumed from; who is further behind starts fresh."""
KEPT_BYTES = 8_388_608
"""So much can be resumed from: twice what one seat may have missed, since not all of it is for every seat."""
LINES_BYTES = 262_144
"""So much of a room is kept as finished frames: as many lines as are sent, unless they are very long."""

LINES = frozenset(("message.posted", "notice.set", "aside.spoken"))
"""Kinds of events that are lines of a room."""
_OF_LINES = frozenset((MessageTakenBack.kind, MessageHidden.kind))
"""Kinds of events that take away a line of a room."""
_WHOLE = MappingProxyType(
    {
        **dict.fromkeys(_OF_LINES, "message"),
        PostRemoved.kind: "post",
        PostHidden.kind: "post",
        CommentHidden.kind: "comment",
        SaidHidden.kind: "line",
    }
)
"""Kind of an event that takes all words of one earlier event away -> its field with the number of that."""
REMOVALS = frozenset((*_WHOLE, FaceHidden.kind, *SAID_IN))
"""Kinds of events that take words away."""


class Kept(NamedTuple):
    """A stored event ready to be sent, to those who hear it now and to those who come back."""

    seq: int
    """Number of the event."""
    kind: str
    """Kind of the event, so that nothing need be unpacked to know it."""
    scope: Scope
    """Decides who hears it, so that nothing need be unpacked for that."""
    blob: bytes
    """The event in msgpack, as frames of news hold it; without author and audience."""


def kept_of(event: Event) -> Kept:
    """An event made ready, once for all."""
    return Kept(event.seq, event.fact.kind, scope_of(event), event_blob(event))


class _Lines:
    """The lines of one room."""

    __slots__ = ("frames", "newest", "numbers")

    def __init__(self) -> None:
        self.newest = Newest[Kept](HISTORY_DEFAULT, LINES_BYTES)
        self.numbers: array[int] = array("q")
        """The numbers of all of them."""
        self.frames = b""
        """The newest as finished frames; empty until somebody asks."""


class Archive:
    """The newest events, each room's newest lines as finished frames, and the past that `decide` asks."""

    def __init__(self) -> None:
        self._kept = Newest[Kept](KEPT, KEPT_BYTES)
        self._lines: defaultdict[str, _Lines] = defaultdict(_Lines)
        self.gone: dict[int, bytes] = {}
        """Lines taken back or hidden, each with the event that says so; their words are never sent again."""
        self.edits = Edits()

    def add(self, event: Event, kept: Kept) -> None:
        """Keep an event; a removal also takes the words out of what is kept."""
        size = len(kept.blob)
        self._kept.add(kept, size)
        kind = event.fact.kind
        if kind in LINES:
            lines = self._lines[event.room]
            lines.newest.add(kept, size)
            lines.numbers.append(kept.seq)
            lines.frames = b""
        if kind in OF_FACES:
            self.edits.take(event)
        if kind in REMOVALS:
            self._remove(event, kept.blob)

    def take_up(self, log: Iterable[Sequence[Event]]) -> None:
        """Keep the events of a whole log, some at a time; only what can still be asked for is made ready."""
        newest = Newest[Event](KEPT, KEPT_BYTES)
        lines = defaultdict[str, Newest[Event]](lambda: Newest(HISTORY_DEFAULT, LINES_BYTES))
        removals: list[Event] = []
        for events in log:
            newest.extend(events, _sizes(events))
            for room, said in _lines_of(events).items():
                lines[room].extend(said, _sizes(said))
                self._lines[room].numbers.extend([event.seq for event in said])
            for event in events:
                if event.fact.kind in OF_FACES:
                    self.edits.take(event)
            removals += [event for event in events if event.fact.kind in REMOVALS]
        wanted = chain(newest.things, *(kept.things for kept in lines.values()))
        ready = {event.seq: kept_of(event) for event in wanted}
        for event in newest.things:
            _keep(self._kept, ready[event.seq])
        for room, kept in lines.items():
            for event in kept.things:
                _keep(self._lines[room].newest, ready[event.seq])
        for event in removals:
            self._remove(event, event_blob(event))

    def _remove(self, event: Event, blob: bytes) -> None:
        kind = event.fact.kind
        if kind in _WHOLE:
            seq: int = getattr(event.fact, _WHOLE[kind])
            if kind in _OF_LINES:
                self.gone[seq] = blob
            self._forget(seq, event.room)
        elif isinstance(event.fact, FaceHidden):
            self._forget_part(event, event.fact)
        else:
            self._forget_within(event)

    def _forget(self, seq: int, room: str) -> None:
        """Take the words of a line out of everything kept."""
        first = self._kept.things[0].seq
        if seq >= first:
            _blank(self._kept, seq - first)
        if room in self._lines:
            lines = self._lines[room]
            lines.frames = b""
            for place, kept in enumerate(lines.newest.things):
                if kept.seq == seq:
                    _blank(lines.newest, place)

    def _forget_part(self, event: Event, fact: FaceHidden) -> None:
        """Take the words of one part of a face out of the edits of its page that are kept."""
        first = self._kept.things[0].seq
        for seq in self.edits.gone(event.room, fact.part, first, event.seq):
            _blank(self._kept, seq - first, partial(without_part, part=fact.part))

    def _forget_within(self, removal: Event) -> None:
        """Take what a removal names out of all earlier events that said it among other things."""
        kinds = SAID_IN[removal.fact.kind]
        for place, kept in enumerate(self._kept.things):
            if kept.seq < removal.seq and kept.kind in kinds:
                told = event_from(unpack(kept.blob))
                left = still_said(told, removal) if told else None
                if told and left is not None and left != told.fact:
                    _blank(self._kept, place, partial(_instead, left))

    def reaches(self, seq: int) -> bool:
        """Whether everything after a number is still kept."""
        kept = self._kept.things
        return not kept or seq >= kept[0].seq - 1

    def after(self, seq: int) -> Iterator[Kept]:
        """The kept events after a number."""
        kept = self._kept.things
        if not kept:
            return
        yield from islice(kept, max(0, seq + 1 - kept[0].seq), None)

    def numbers(self, room: str, before: int, limit: int) -> Sequence[int]:
        """The numbers of the newest lines of a room before a number, oldest first."""
        numbers = self._lines[room].numbers if room in self._lines else ()
        end = bisect_left(numbers, before)
        return numbers[max(0, end - limit) : end]

    def stands(self, room: str, seq: int) -> bool:
        """Whether a number is a line of a room that is not gone, however old."""
        return seq not in self.gone and seq in self.numbers(room, seq + 1, 1)

    def words(self, page: str, part: str, seq: int) -> int | None:
        """The mark of the words that a version has in a part; 0 for none, None if it is no version."""
        return self.edits.words(page, part, seq)

    def history(self, room: str, lines: int) -> bytes:
        """The newest lines of a room as finished WebSocket frames, made once for all who ask."""
        found = self._lines[room]
        if lines == HISTORY_DEFAULT and found.frames:
            return found.frames
        kept = list(found.newest.things)[-lines:] if lines else []
        blobs = [one.blob for one in kept] + [self.gone[one.seq] for one in kept if one.seq in self.gone]
        frames = b"".join(websocket_frame(frame) for frame in history_frames(room, blobs))
        if lines == HISTORY_DEFAULT:
            found.frames = frames
        return frames


def _sizes(events: Sequence[Event]) -> list[int]:
    """At least so many bytes events have; all is known once they are made ready."""
    return [len(getattr(event.fact, "text", "")) for event in events]


def _lines_of(events: Sequence[Event]) -> dict[str, list[Event]]:
    """Those events that are lines, by room."""
    found = defaultdict[str, list[Event]](list)
    for event in events:
        if event.fact.kind in LINES:
            found[event.room].append(event)
    return found


def _keep(newest: Newest[Kept], kept: Kept) -> None:
    newest.add(kept, len(kept.blob))


def _blank(newest: Newest[Kept], place: int, without: Callable[[Fact], Fact] = wordless) -> None:
    """Take words out of one that is kept."""
    kept = without_words(newest.things[place], without)
    newest.put(place, kept, len(kept.blob))


def _instead(left: Fact, told: Fact) -> Fact:
    return left


def without_words(kept: Kept, without: Callable[[Fact], Fact] = wordless) -> Kept:
    """The same event without its text."""
    event = event_from(unpack(kept.blob))
    return kept._replace(blob=event_blob(event._replace(fact=without(event.fact)))) if event else kept
