"""Keep how far each room has been read, and what is new in it."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from goodpath_core.play.messages import PRIVATE
from goodpath_core.play.state import Message

Lines = Callable[[str], Sequence[Message]]


class UnreadBook:
    """What is unread, room by room; own lines and lines that are gone never count."""

    def __init__(self, lines: Lines, me: Callable[[], str], is_mine: Callable[[Message], bool]) -> None:
        """Know a room's `lines`, oldest first, the own persona, and whether a line was written here."""
        self._lines = lines
        self._me = me
        self._is_mine = is_mine
        self._read: dict[str, int] = {}
        self._alone: dict[str, set[int]] = {}
        """Lines read behind the mark, with unread ones before them."""

    def seen(self, room: str, seq: int) -> None:
        """All lines up to `seq` were read; a mark moves forward only."""
        self._read[room] = max(seq, self.read(room))
        self._alone[room] = {one for one in self._alone.get(room, ()) if one > self._read[room]}

    def see(self, room: str, seqs: Iterable[int]) -> bool:
        """Just these lines were on the screen of somebody who looked, or read aloud; whether one was new."""
        alone = self._alone.setdefault(room, set())
        fresh = {seq for seq in seqs if seq > self.read(room)} - alone
        if not fresh:
            return False
        alone |= fresh
        first = self.first(room)
        self.seen(room, first - 1 if first else max(alone))
        return True

    def mark_unread(self, room: str, seq: int) -> None:
        """Let everything from the line `seq` on count as new again."""
        self._read[room] = min(seq - 1, self.read(room))
        self._alone[room] = {one for one in self._alone.get(room, ()) if one < seq}

    def read(self, room: str) -> int:
        """Number of the last line before which nothing is unread; 0 for none."""
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
        read, alone = self.read(room), self._alone.get(room, ())
        for line in reversed(self._lines(room)):
            if line.seq <= read:
                return
            if not line.gone and line.seq not in alone and not self._is_mine(line):
                yield line
