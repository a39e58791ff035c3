"""Telling who is connected and whether all is stored: the newest value, at most once a second."""

import asyncio
from collections.abc import Collection, Iterable

from goodpath_core.errors import Refused
from goodpath_core.play.event import Now
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.registry import must_be_open
from goodpath_core.wire.codec import encode
from goodpath_core.wire.frames import Here, Typing
from goodpath_server.audience import NO_CELL
from goodpath_server.eyes import who_asks
from goodpath_server.key_writing import KeyWriting
from goodpath_server.member import Member
from goodpath_server.outbox import websocket_frame
from goodpath_server.session import Session
from goodpath_server.unstored import none_opened, nothing_stored

SECONDS = 1.0
CELL_MAX = 60
"""In a larger cell nobody is named: the telling alone would flood it."""


class Presence:
    """Sends `here` and `typing`, the two frames that may be lost."""

    def __init__(
        self,
        session: Session,
        key_writing: KeyWriting,
        cell_max: int = CELL_MAX,
    ) -> None:
        """In a cell or room of more than `cell_max` members nobody is named, nor is it told who types."""
        self._session = session
        self._cell_max = cell_max
        self._key_writing = key_writing
        self._due: set[int] = set()

    def changed(self, cell: int) -> None:
        """Somebody of a cell came or went; of NO_CELL: a teacher did, or storing goes another way now."""
        if not self._due:
            asyncio.get_running_loop().call_later(SECONDS, self._tell)
        self._due.add(cell)

    def _tell(self) -> None:
        """Tell each cell in which something changed of itself, and the teachers of all cells in one frame."""
        audience = self._session.audience
        due, self._due = {cell for cell in self._due if not self._is_large(cell)}, set()
        if not due:
            return
        everybody = list[str]()
        for cell in audience.cells:
            named = self._named(cell)
            everybody += named
            if cell in due or NO_CELL in due:
                self._say(audience.in_cell(cell), named, "student")
        self._say(audience.in_cell(NO_CELL), everybody, "teacher")

    def _is_large(self, cell: int) -> bool:
        return cell != NO_CELL and len(self._session.audience.in_cell(cell)) > self._cell_max

    def _named(self, cell: int) -> list[str]:
        """The personas of a cell that are here; of a large one nobody."""
        if self._is_large(cell):
            return []
        members = self._session.audience.in_cell(cell)
        return [one.viewer.persona for one in members if one.viewer.persona]

    def _say(self, members: Collection[Member], personas: Iterable[str], role: str) -> None:
        session = self._session
        unstored = nothing_stored(role, session.retry.fault)
        here = Here(
            personas=tuple(sorted(personas)),
            teacher_here=session.audience.has_teacher,
            unstored=unstored,
            unopened=none_opened(role, self._key_writing.fault),
        )
        frame = websocket_frame(encode(here))
        for member in members:
            member.outbox.write(frame, ephemeral=True)

    def typing(self, member: Member, frame: Typing) -> None:
        """Tell the others in a room that somebody is typing, who could send there what is typed."""
        room = self._session.stored.rooms.get(frame.room)
        viewer = member.viewer
        now = asyncio.get_running_loop().time()
        if member.pace and member.pace.typing.take(now):
            return
        if room is None or viewer.persona not in room.members or len(room.members) > self._cell_max:
            return
        if not self._may_write(member):
            return
        told = Typing(room=room.id, voice=viewer.persona)
        for other in self._session.audience.members:
            if other is not member and other.viewer.persona in room.members:
                other.send(told, ephemeral=True)

    def _may_write(self, member: Member) -> bool:
        """Whether somebody could say a line at this moment: nobody types on a phone that is out of hand."""
        session = self._session
        by, now = who_asks(session.stored, member), Now(session.clock.now_ms())
        try:
            must_be_open(session.stored, PostMessage.kind, by, now)
        except Refused:
            return False
        return True
