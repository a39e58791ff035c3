"""Keep the lines of rooms that have left the window of the state: scrolled out, or fetched as older pages."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from goodpath_core.play.bounds import ENDLESS
from goodpath_core.play.event import Event
from goodpath_core.play.messages import MessageHidden, MessageTakenBack, take_words
from goodpath_core.play.registry import reduce
from goodpath_core.play.state import Message, Room, World


class LineBook:
    """Older lines by room, oldest first."""

    def __init__(self, world: Callable[[], World]) -> None:
        """Keep what is older than the windows of the copy that `world` gives."""
        self._world = world
        self._older: dict[str, list[Message]] = {}
        self._gaps: dict[str, int] = {}
        """By room, where anything of it has left the window or was fetched: see `gap`."""
        self._window: list[Message] = []
        """The lines in the window of the room of the event that is being folded, before it."""
        self._left = 0
        """Number of the last line that had left that window by then; 0 for none."""

    def forget(self) -> None:
        """Drop everything: the state was made anew and older pages are asked for again."""
        self._older.clear()
        self._gaps.clear()

    def watch(self, event: Event) -> None:
        """Look at an event about to be folded: mark the line it removes."""
        room = self._world().rooms.get(event.room)
        self._window = room.messages[:] if room else []
        self._left = room.left if room else 0
        if isinstance(event.fact, MessageTakenBack | MessageHidden):
            how = "taken back" if isinstance(event.fact, MessageTakenBack) else "hidden"
            for line in self._older.get(event.room, ()):
                if line.seq == event.fact.message:
                    take_words(line, how)

    def keep_left(self, event: Event) -> None:
        """Keep the lines that the event just folded has pushed out of the window."""
        room = self._world().rooms.get(event.room)
        if room is not None and self._window and room.left >= self._window[0].seq:
            self._gaps.setdefault(event.room, self._left)
            self._add(event.room, [line for line in self._window if line.seq <= room.left])

    def gap(self, room: str) -> int:
        """Up to this number lines of a room may be unknown, and none behind it; 0 where all are known."""
        found = self._world().rooms.get(room)
        return self._gaps.get(room, found.left if found else 0)

    def add_page(self, room: str, lines: Sequence[Message], before: int = 0) -> None:
        """Put a page among the lines of a room: from its first all `before` a number; 0 for up to its last.

        A page that does not reach what is known is of no use: between the two nobody would see the hole.
        """
        gap = self.gap(room)
        if (before or max((line.seq + 1 for line in lines), default=0)) <= gap:
            return
        self._gaps[room] = min(gap, lines[0].seq - 1 if lines else 0)
        self._add(room, lines)

    def _add(self, room: str, lines: Iterable[Message]) -> None:
        """Put lines among those of a room; each once, in order."""
        older = self._older.setdefault(room, [])
        for line in lines:
            if not older or line.seq > older[-1].seq:
                older.append(line)
            elif all(line.seq != known.seq for known in older):
                older.append(line)
                older.sort(key=lambda known: known.seq)

    def lines(self, room: str) -> list[Message]:
        """All known lines of a room, oldest first, each once."""
        found = self._world().rooms.get(room)
        newest = found.messages if found else []
        older = self._older.get(room, [])
        if not newest or not older:
            return [*older, *newest]
        return older[: bisect_left(older, newest[0].seq, key=lambda line: line.seq)] + newest


def fold_page(room: Room, events: Iterable[Event]) -> list[Message]:
    """The lines that a page of a room's history holds, by the same fold as everything else."""
    fresh = Room(room.id, room.kind, room.name, room.members, room.owner)
    scratch = World(rooms={room.id: fresh}, bounds=ENDLESS)
    for event in events:
        reduce(scratch, event)
    return scratch.rooms[room.id].messages
