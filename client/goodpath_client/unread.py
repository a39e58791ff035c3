"""Keep how far each room has been read, and what is new in it."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from goodpath_core.play.messages import PRIVATE
from goodpath_core.play.state import Message

Lines = Callable[[str], Sequence[Message]]


class UnreadBook:
    """What is unread, room by room; own lines and lines that are gone never count."""

    def __init__(self, lines: Lines, me: Callable[[], str]) -> None:
        self._lines = lines
        self._me = me
        self._read: dict[str, int] = {}

    def seen(self, room: str, seq: int) -> None:
        """The line `seq` was on the screen of somebody who looked; a mark moves forward only."""
        self._read[room] = max(seq, self.read(room))

    def mark_unread(self, room: str, seq: int) -> None:
        """Let everything from the line `seq` on count as new again."""
        self._read[room] = seq - 1

    def read(self, room: str) -> int:
        """Number of the last line read; 0 for none."""
        return self._read.get(room, 0)

    def count(self, room: str) -> int:
        """How many lines are new."""
        return sum(1 for _ in self._new(room))

    def mentions(self, room: str) -> int:
        """How many of the new lines name me."""
        me = self._me()
        return sum(1 for line in self._new(room) if me and me in line.mentions)

    def first(self, room: str) -> int:
        """Number of the oldest new line, above which a divider stands; 0 for none."""
        return min((line.seq for line in self._new(room)), default=0)

    def next_room(self, rooms: Iterable[str], current: str = "") -> str:
        """The room to jump to: mentions first, then private chats, then the longest wait; empty for none."""
        fresh = [room for room in rooms if room != current and self.first(room)]
        return min(fresh, key=self._urgency, default="")

    def _urgency(self, room: str) -> tuple[bool, bool, int]:
        return (not self.mentions(room), not room.startswith(PRIVATE), self.first(room))

    def _new(self, room: str) -> Iterator[Message]:
        read, me = self.read(room), self._me()
        for line in reversed(self._lines(room)):
            if line.seq <= read:
                return
            if not line.gone and (line.voice != me or not me):
                yield line
