"""Keep a message list in line with one room of the store, changing only what has changed."""

import contextlib
from collections.abc import Callable, Sequence
from typing import Final

from goodpath_client.changes import Change
from goodpath_client.read_marks import Mark
from goodpath_client.room_rows import DAY, Png, line_row, room_rows, seq_of
from goodpath_client.shelf import Link
from goodpath_client.store import Store
from goodpath_client.unread import UnreadBook
from goodpath_client.unread_history import fetch_back_to
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.rows import Key, Row
from goodpath_core.errors import GoodpathError
from goodpath_core.play.event import Event, Fact
from goodpath_core.play.hidden_faces import FaceHidden
from goodpath_core.play.messages import MessageHidden, MessageTakenBack
from goodpath_core.play.narration import Narrated
from goodpath_core.play.phone import PhoneChanged
from goodpath_core.play.profile import PageEdited

_NEWEST: Final = 40
"""So many of the last rows are looked through for what has just come."""


class RoomFeed:
    """What stands between one room and the list that shows it."""

    def __init__(
        self, store: Store, room: str, lines: MessageList, png: Png, unread: UnreadBook | None = None
    ) -> None:
        """What is new stands in `unread`; without it, in the store's own."""
        self._store, self._room, self._lines, self._png = store, room, lines, png
        self._unread = unread or store.unread
        self._read = self._unread.mark(room)
        """How far the room was read when it was opened, or when the copy was made anew since."""

    def open(self) -> None:
        """Fill the list from the store, with a divider above what is new."""
        self._read = self._unread.mark(self._room)
        self._lines.set_rows(room_rows(self._store, self._room, self._png))
        self.divide()

    def reload(self) -> None:
        """Bring every row in line; what is on screen stays where it is."""
        fresh = room_rows(self._store, self._room, self._png)
        old = {row.key: row for row in self._lines.rows}
        wanted = {row.key for row in fresh}
        if wanted.isdisjoint(old):
            self.open()
            return
        self._lines.discard_all(old.keys() - wanted)
        self._lines.revise(row for row in fresh if row.key in old and old[row.key] != row)
        first = next((at for at, row in enumerate(fresh) if row.key in old), len(fresh))
        if first and first < len(fresh):
            self._lines.prepend(fresh[:first])
        later = [row for row in fresh[first:] if row.key not in old]
        if later:
            self._put(later)

    async def fetch_older(self, link: Link, is_shown: Callable[[], bool]) -> None:
        """Fetch what came before, and show it if the room is still shown by then.

        Raises GoodpathError where it cannot be had; it may be asked for once more then.
        """
        try:
            found = await link.fetch_history(self._room)
        except GoodpathError:
            if is_shown():
                self._lines.prepend(())
            raise
        if found and is_shown():
            self.reload()

    @property
    def lacks(self) -> bool:
        """Whether lines that may be new were not known when the room was opened, and are not yet."""
        return self._unread.lacks(self._room, self._read)

    async def fetch_new(self, link: Link, is_shown: Callable[[], bool]) -> int:
        """Fetch what of the new lines is not known; the divider then stands where they begin.

        Returns the number of the line to go to, 0 for none. Where not all of them can be had now, as many as
        could be are shown.
        """
        before = self._store.known.gap(self._room)
        with contextlib.suppress(GoodpathError):
            await fetch_back_to(link, self._store, self._room, self._read.read)
        if self._store.known.gap(self._room) == before or not is_shown():
            return 0
        self.reload()
        if not self._unread.told(self._room):
            return 0  # Whoever was shown the end has said by now that all was read.
        self._divide(self._read)
        return self._unread.first_to_read(self._room, self._read)

    def lead_on(self, led_to: int, first: int) -> None:
        """Whoever was led to a line and has it on screen still, or the end for 0, is led to another one."""
        lines = self._lines
        if led_to in lines.visible_keys() if led_to else lines.following:
            lines.show_from(first)

    def sync(self, changes: Sequence[Change], looking: bool) -> None:
        """Show what these changes did to the room; none means: look at everything.

        Somebody who is `looking` at the end gets no divider above what arrives.
        """
        here = [one for one in changes if self._concerns(one)]
        if not changes or any(one.kind == "state" for one in here):
            self._read = self._unread.mark(self._room)
            self.reload()
        elif here:
            self._revise([one.event for one in here if one.event is not None])
            self._add()
        if (here or not changes) and not (looking and self._lines.following):
            self.divide()

    def _concerns(self, change: Change) -> bool:
        fact = change.event.fact if change.event else None
        if change.kind == "link":  # what is on its way may wait for the world to go on, or no more
            return bool(self._store.pending(self._room))
        everywhere = change.kind == "state" or isinstance(fact, Narrated | PhoneChanged)
        return everywhere or _is_renaming(fact) or change.room == self._room

    def _revise(self, events: Sequence[Event]) -> None:
        """Bring in line the rows of renamed voices, of lines that went, and of what quotes either."""
        voices = {event.room for event in events if _is_renaming(event.fact)}
        gone = {
            event.fact.message for event in events if isinstance(event.fact, MessageTakenBack | MessageHidden)
        }
        if not voices and not gone:
            return
        known = {line.seq: line for line in self._store.lines(self._room)}
        other = {seq for seq, line in known.items() if line.voice in voices or seq in gone}
        self._lines.revise(
            line_row(self._store, line, known, self._png)
            for seq, line in known.items()
            if seq in other or line.reply_to in other
        )

    def _add(self) -> None:
        """Append what has come to the room, and bring the own pending lines in line."""
        store, lines = self._store, self._lines
        pending = self._pending()
        last = lines.newest(_NEWEST + len(pending))
        lines.discard_all({row.key for row in last if _is_own_line(row.key)} - pending)
        newest = max((seq_of(row.key) for row in last), default=0)
        fresh = room_rows(store, self._room, self._png, newest)
        if fresh:
            self._put(fresh)

    def _put(self, rows: Sequence[Row]) -> None:
        """Add rows behind what is stored; own lines on their way, new ones too, stay below all of it."""
        pending = self._pending()
        last = self._lines.newest(_NEWEST + len(pending))
        first = next((row.key for row in last if row.key in pending), None)
        self._lines.append([row for row in rows if row.key not in pending], above=first)
        self._lines.append([row for row in rows if row.key in pending])

    def _pending(self) -> set[Key]:
        """The keys of own lines that are not stored yet."""
        return {line.id for line in self._store.pending(self._room)}

    def divide(self) -> None:
        """Put the divider above the oldest new line; it stays until the room is opened anew or answered."""
        self._divide(None)

    def _divide(self, since: Mark | None) -> None:
        """Put it above what is new since a mark, or since the one that holds."""
        first = self._unread.first(self._room, since)
        if not first:
            return
        count = self._unread.told(self._room, since)
        rows = self._lines.rows
        if rows:
            self._lines.mark_unread(_before(rows, first), f"{count} new")


def _before(rows: Sequence[Row], first: int) -> Key:
    """Behind which row the oldest new line stands, the day above it included; -1 for none."""
    old = [at for at, row in enumerate(rows) if 0 < seq_of(row.key) < first]
    place = old[-1] + 1 if old else 0
    dated = place < len(rows) and str(rows[place].key).startswith(DAY)
    return rows[place].key if dated else rows[place - 1].key if old else -1


def _is_own_line(key: Key) -> bool:
    """Whether a row shows an own line that was not stored yet."""
    return isinstance(key, str) and not key.startswith(("told:", DAY))


def _is_renaming(fact: Fact | None) -> bool:
    if isinstance(fact, FaceHidden):
        return fact.part == "nickname"
    return isinstance(fact, PageEdited) and fact.nickname is not None
