"""Keep how far each room has been read, and what is new in it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from goodpath_client.new_count import NewCount
from goodpath_client.read_marks import Mark, ReadMarks
from goodpath_core.play.event import PRIVATE
from goodpath_core.play.state import Message

Lines = Callable[[str], Sequence[Message]]


class Marks(Protocol):
    """What remembers how far each room has been read."""

    def find(self, room: str) -> Mark:
        """How far a room has been read."""

    def keep(self, room: str, mark: Mark) -> None:
        """A room has been read so far."""


class UnreadBook:
    """What is unread, room by room; own lines and lines that are gone never count."""

    def __init__(
        self,
        lines: Lines,
        me: Callable[[], str],
        is_mine: Callable[[Message], bool],
        marks: Marks | None = None,
        gap: Callable[[str], int] = lambda room: 0,
    ) -> None:
        """Know a room's `lines`, oldest first, the own persona, and whether a line was written here.

        How far each room has been read stands in `marks`; up to which number lines of it may be unknown says
        `gap`.
        """
        self._lines = lines
        self._me = me
        self._is_mine = is_mine
        self._marks: Marks = marks or ReadMarks(None)
        self._gap = gap

    def seen(self, room: str, seq: int) -> None:
        """All lines up to `seq` were read; a mark moves forward only."""
        read, alone = self._marks.find(room)
        self._marks.keep(room, _reaching(max(seq, read), alone))

    def see(self, room: str, seqs: Iterable[int]) -> bool:
        """Just these lines were on the screen of somebody who looked, or read aloud; whether one was new."""
        read, known = self._marks.find(room)
        alone = known.union(seq for seq in seqs if seq > read)
        if alone == known:
            return False
        self._reach(room, Mark(read, alone))
        return True

    def settle(self, room: str) -> None:
        """Lines of a room that were unknown are known now: the mark goes on as far as all has been read."""
        self._reach(room, self._marks.find(room))

    def mark_unread(self, room: str, seq: int) -> None:
        """Let everything from the line `seq` on count as new again."""
        read, alone = self._marks.find(room)
        self._marks.keep(room, Mark(min(seq - 1, read), frozenset(one for one in alone if one < seq)))

    def mark(self, room: str) -> Mark:
        """How far a room has been read."""
        return self._marks.find(room)

    def read(self, room: str) -> int:
        """Number of the last line before which nothing is unread; 0 for none."""
        return self._marks.find(room).read

    def lacks(self, room: str, since: Mark | None = None) -> bool:
        """Whether more lines may be new, since a mark or the one that holds, than are known."""
        return self._gap(room) > (since or self._marks.find(room)).read

    def new(self, room: str) -> frozenset[int]:
        """Numbers of the lines that are known and new."""
        return frozenset(line.seq for line in self._new(room))

    def count(self, room: str, since: Mark | None = None) -> int:
        """How many lines are known that are new, since a mark or the one that holds."""
        return sum(1 for _ in self._new(room, since))

    def told(self, room: str, since: Mark | None = None) -> NewCount:
        """How many lines are new, as it is told."""
        return NewCount(self.count(room, since), self.lacks(room, since))

    def mentions(self, room: str) -> int:
        """How many of the new lines name me."""
        me = self._me()
        return sum(1 for line in self._new(room) if me and me in line.mentions)

    def first(self, room: str, since: Mark | None = None) -> int:
        """Number of the oldest new line that is known, above which a divider stands; 0 for none."""
        return min((line.seq for line in self._new(room, since)), default=0)

    def first_to_read(self, room: str, since: Mark | None = None) -> int:
        """Number of the oldest new line that names me, else of the oldest new one; 0 for none."""
        me = self._me()
        named = [line.seq for line in self._new(room, since) if me and me in line.mentions]
        return min(named, default=0) or self.first(room, since)

    def next_room(self, rooms: Iterable[str], current: str = "") -> str:
        """The room to jump to: mentions first, then private chats, then the longest wait; empty for none."""
        fresh = [room for room in rooms if room != current and self.told(room)]
        return min(fresh, key=self._urgency, default="")

    def _urgency(self, room: str) -> tuple[bool, bool, int]:
        return (not self.mentions(room), not room.startswith(PRIVATE), self.first(room))

    def _reach(self, room: str, mark: Mark) -> None:
        """Keep a mark, moved on to where new lines begin; never over lines that nobody can have seen here."""
        read, alone = mark
        if not self.lacks(room, mark):
            first = self.first(room, mark)
            read = max(first - 1 if first else max(alone, default=0), read)
        self._marks.keep(room, _reaching(read, alone))

    def _new(self, room: str, since: Mark | None = None) -> Iterator[Message]:
        """The lines that are new, newest first, where so much was read, or else as much as was."""
        read, alone = since or self._marks.find(room)
        for line in reversed(self._lines(room)):
            if line.seq <= read:
                return
            if not line.gone and line.seq not in alone and not self._is_mine(line):
                yield line


def _reaching(read: int, alone: frozenset[int]) -> Mark:
    """A mark at the line `read`, before which no line need be named."""
    return Mark(read, frozenset(one for one in alone if one > read))
