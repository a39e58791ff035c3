"""What is kept ready for those who come in or come back: the newest events and each room's newest lines."""

from array import array
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from goodpath_core.play.event import Event
from goodpath_core.play.messages import MessageHidden, MessageTakenBack, wordless
from goodpath_core.play.posts import PostRemoved
from goodpath_core.play.sight import Scope
from goodpath_core.wire.codec import event_blob, event_from, history_frames, unpack
from goodpath_core.wire.limits import HISTORY_DEFAULT
from goodpath_server.outbox import websocket_frame

KEPT = 20_000
"""So many events can be resumed from; who is further behind starts fresh."""

LINES = frozenset(("message.posted", "notice.set", "aside.spoken"))
"""Kinds of events that are lines of a room."""
REMOVALS = frozenset(("message.taken_back", "message.hidden", "post.removed"))
"""Kinds of events that take words away."""


class Kept(NamedTuple):
    """An event ready to be sent again."""

    seq: int
    scope: Scope
    blob: bytes


class Archive:
    """The newest events, and the newest lines of each room as finished frames."""

    def __init__(self) -> None:
        self._kept: deque[Kept] = deque(maxlen=KEPT)
        self._lines: defaultdict[str, deque[tuple[int, bytes]]] = defaultdict(_newest)
        self._numbers: defaultdict[str, array[int]] = defaultdict(_numbers)
        """Room -> the numbers of all its lines."""
        self._frames: dict[str, bytes] = {}
        self.gone: dict[int, bytes] = {}
        """Lines taken back or hidden, each with the event that says so; their words are never sent again."""

    def add(self, event: Event, scope: Scope, blob: bytes) -> None:
        """Keep an event; a removal also takes the words out of what is kept."""
        self._kept.append(Kept(event.seq, scope, blob))
        if event.fact.kind in LINES:
            self._lines[event.room].append((event.seq, blob))
            self._numbers[event.room].append(event.seq)
            self._frames.pop(event.room, None)
        elif event.fact.kind in REMOVALS:
            self._remove(event, blob)

    def _remove(self, event: Event, blob: bytes) -> None:
        if isinstance(event.fact, MessageTakenBack | MessageHidden):
            self.gone[event.fact.message] = blob
            self._forget(event.fact.message, event.room)
        elif isinstance(event.fact, PostRemoved):
            self._forget(event.fact.post, event.room)

    def _forget(self, seq: int, room: str) -> None:
        """Take the words of a line out of everything kept."""
        first = self._kept[0].seq
        if seq >= first:
            kept = self._kept[seq - first]
            self._kept[seq - first] = kept._replace(blob=without_words(kept.blob))
        lines = self._lines.get(room, _newest())
        for place, (number, blob) in enumerate(lines):
            if number == seq:
                lines[place] = (number, without_words(blob))
        self._frames.pop(room, None)

    def reaches(self, seq: int) -> bool:
        """Whether everything after a number is still kept."""
        return not self._kept or seq >= self._kept[0].seq - 1

    def after(self, seq: int) -> Iterator[Kept]:
        """The kept events after a number."""
        if not self._kept:
            return
        start = max(0, seq + 1 - self._kept[0].seq)
        for place in range(start, len(self._kept)):
            yield self._kept[place]

    def numbers(self, room: str, before: int, limit: int) -> Sequence[int]:
        """The numbers of the newest lines of a room before a number, oldest first."""
        numbers = self._numbers.get(room, _numbers())
        end = bisect_left(numbers, before)
        return numbers[max(0, end - limit) : end]

    def history(self, room: str, lines: int) -> bytes:
        """The newest lines of a room as finished WebSocket frames, made once for all who ask."""
        if lines == HISTORY_DEFAULT and room in self._frames:
            return self._frames[room]
        kept = list(self._lines.get(room, ()))[-lines:] if lines else []
        blobs = [blob for _, blob in kept] + [self.gone[seq] for seq, _ in kept if seq in self.gone]
        frames = b"".join(websocket_frame(frame) for frame in history_frames(room, blobs))
        if lines == HISTORY_DEFAULT:
            self._frames[room] = frames
        return frames


def _newest() -> deque[tuple[int, bytes]]:
    return deque(maxlen=HISTORY_DEFAULT)


def _numbers() -> "array[int]":
    return array("q")


def without_words(blob: bytes) -> bytes:
    """The same event without its text."""
    event = event_from(unpack(blob))
    return event_blob(event._replace(fact=wordless(event.fact))) if event else blob
