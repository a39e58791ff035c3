"""Telling who is connected and whether all is stored: the newest value, at most once a second."""

import asyncio
from collections.abc import Callable, Collection

from goodpath_core.errors import LogError, Refused
from goodpath_core.play.event import Now
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.registry import must_be_open
from goodpath_core.wire.codec import encode
from goodpath_core.wire.frames import Here, Typing
from goodpath_server.audience import NO_CELL
from goodpath_server.member import Member
from goodpath_server.outbox import websocket_frame
from goodpath_server.session import Session, who_asks
from goodpath_server.unstored import none_opened, nothing_stored

SECONDS = 1.0
CELL_MAX = 60
"""In a larger cell nobody is named: the telling alone would flood it."""


class Presence:
    """Sends `here` and `typing`, the two frames that may be lost."""

    def __init__(
        self,
        session: Session,
        cell_max: int = CELL_MAX,
        unwritten: Callable[[], LogError | None] = lambda: None,
    ) -> None:
        """In a cell or room of more than `cell_max` members nobody is named, nor is it told who types.

        `unwritten` says why the key file could not be written, if it could not.
        """
        self._session = session
        self._cell_max = cell_max
        self._unwritten = unwritten
        self._due: set[int] = set()

    def changed(self, cell: int) -> None:
        """Somebody of a cell came or went; of NO_CELL: a teacher did, or storing goes another way now."""
        if cell not in self._due:
            self._due.add(cell)
            asyncio.get_running_loop().call_later(SECONDS, self._tell, cell)

    def _tell(self, cell: int) -> None:
        self._due.discard(cell)
        if cell != NO_CELL:
            self._tell_cell(cell)
            return
        # A teacher who is alone is told as well.
        for one in self._session.audience.cells or (NO_CELL,):
            self._tell_cell(one, large_too=True)

    def _tell_cell(self, cell: int, large_too: bool = False) -> None:
        audience = self._session.audience
        members = audience.in_cell(cell)
        is_large = len(members) > self._cell_max
        if is_large and not large_too:
            return
        personas = tuple(sorted(one.viewer.persona for one in members if one.viewer.persona and not is_large))
        teachers = audience.in_cell(NO_CELL)
        self._say(teachers, personas, "teacher")
        if cell != NO_CELL:
            self._say(members, personas, "student")

    def _say(self, members: Collection[Member], personas: tuple[str, ...], role: str) -> None:
        session = self._session
        unstored = nothing_stored(role, session.retry.fault)
        here = Here(
            personas=personas,
            teacher_here=session.audience.has_teacher,
            unstored=unstored,
            unopened=none_opened(role, self._unwritten()),
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
