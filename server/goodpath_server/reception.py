"""Letting people in: hello to welcome, a seat found or opened, and what was missed."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Literal, NamedTuple

from goodpath_core.errors import LogError, ProtocolError, Refused
from goodpath_core.join_code import plain_code
from goodpath_core.play.closed_seats import CloseSeat
from goodpath_core.play.event import Command
from goodpath_core.play.registry import decide
from goodpath_core.play.seats import MarkHere, OpenSeat
from goodpath_core.play.sight import Viewer, enters
from goodpath_core.text import clean_name
from goodpath_core.wire.closing import (
    CROWD,
    ENDED,
    GUESSING,
    LOCKED,
    NO_CELL,
    NO_ROBOTS,
    NO_SEAT,
    NOT_STORED,
    OFTEN,
    RESET,
    RESTART,
    TAKEN_OVER,
    WRONG_CODE,
    Closing,
)
from goodpath_core.wire.codec import encode, news_frames
from goodpath_core.wire.frames import CaughtUp, Hello, Welcome
from goodpath_core.wire.limits import ANNOUNCED, OF_PACE, PROTOCOL, STUDENT_CHARACTERS
from goodpath_server.arrivals import Arrivals
from goodpath_server.comings import Comings
from goodpath_server.key_writing import KeyWriting
from goodpath_server.keyfile import KeyFile
from goodpath_server.lobby import LONG_CODE_LENGTH, Door, Guessing, Verdict, new_code, new_token
from goodpath_server.log.port import Epoch
from goodpath_server.member import Member
from goodpath_server.missed import missed_blobs
from goodpath_server.outbox import Outbox, websocket_frame
from goodpath_server.rates import Pace, full_pace
from goodpath_server.session import SERVER, STOPPED, Session, author_of, viewer_of
from goodpath_server.storing import all_stored
from goodpath_server.unused_seats import UnusedSeats

TEACHER = Viewer("teacher")


class Place(NamedTuple):
    """Where somebody who comes in belongs."""

    viewer: Viewer
    """As whom they see the session: the teacher, or a seat with its persona."""
    token: str
    """For coming back; empty for the teacher."""


class Reception:
    """Turns a hello into a member of the session, or into a reason to close."""

    def __init__(
        self,
        session: Session,
        door: Door,
        keys: KeyFile,
        key_writing: KeyWriting,
        epochs: list[Epoch],
        *,
        free: bool,
        robots: bool,
        time: Callable[[], float] | None = None,
    ) -> None:
        """`time` gives seconds, and is the loop's own if left out."""
        self._session = session
        self.door = door
        self._keys = keys
        self._epochs = epochs
        self._free = free
        """Whether seats may ask as fast as they like: load tests only."""
        self._robots = robots
        """Whether robots may have seats; where students play, a claim to be one would hide who it is."""
        self._time = time or asyncio.get_running_loop().time
        self._key_writing = key_writing
        self._arrivals = Arrivals()
        self._comings = Comings(session.clock.rate)
        self._unused = UnusedSeats(session)
        self._paces: dict[int, Pace] = {}
        """Seat -> how fast it may ask: a new connection has no new burst."""

    def find_seat(self, hello: Hello, address: str) -> Place | None:
        """The place of somebody who has one, None for a new one with the right code; else ProtocolError."""
        if self._session.stopping:
            raise ProtocolError("stopping", RESTART.text, RESTART.code)
        if hello.role == "teacher":
            if not self.door.is_teacher(hello.code):
                raise _wrong_code()
            return Place(TEACHER, "")
        token = hello.token or hello.secret
        seat = self._session.stored.seats.get(self._keys.seat_of(token))
        # The log is asked too: an older key file that was put back knows nothing of it.
        # What is decided counts: whoever came in before it is stored would be at a seat that is none.
        if self._keys.is_void(token) or (seat and self._session.world.seats[seat.number].closed):
            raise ProtocolError("seat_closed", RESET.text, RESET.code)
        if seat:
            if not self._free and not self._comings.admit(seat.number, self._time()):
                raise ProtocolError("often", OFTEN.text, OFTEN.code)
            return Place(viewer_of(self._session.stored, seat.number), token)
        if hello.token:
            # A wrong token is not counted: it cannot be guessed, and a class with yesterday's tokens,
            # all from one address, would lock itself out.
            raise _wrong_code()
        self._check_new(hello, address)
        return None

    def _check_new(self, hello: Hello, address: str) -> None:
        """Whether somebody may have a new seat; else ProtocolError."""
        if len(clean_name(hello.name)) > STUDENT_CHARACTERS:
            raise ProtocolError("bad_frame", f"The field name has at most {STUDENT_CHARACTERS} characters.")
        if hello.role == "robot" and not self._robots:
            raise ProtocolError("no_robots", NO_ROBOTS.text, NO_ROBOTS.code)
        now = self._time()
        verdict = self.door.judge(plain_code(hello.code), address, now)
        if verdict is Verdict.LATER:
            raise ProtocolError("guessing", GUESSING.text, GUESSING.code)
        if verdict is Verdict.WRONG:
            raise _wrong_code()
        if self.door.locked:
            raise ProtocolError("locked", LOCKED.text, LOCKED.code)
        try:
            self._in_the_way(_new_seat(hello))
        except Refused as no:
            raise _no_seat(no) from no
        if not self._free and not self._arrivals.admit(address, now):
            raise ProtocolError("crowd", CROWD.text, CROWD.code)

    def _in_the_way(self, new: OpenSeat) -> int:
        """The number of the seat that has to go before a new one can be opened; 0 if none has to.

        Refused if it can not.
        """
        try:
            decide(self._session.world, new, SERVER, self._session.now())
        except Refused as no:
            unused = self._unused.find() if no.code == "no_seat" else 0
            if not unused:
                raise
            return unused
        return 0

    def let_in(self, place: Place, hello: Hello, outbox: Outbox, close: Callable[[Closing], None]) -> Member:
        """Seat somebody and send the welcome; whoever cannot be welcomed does not stay as here."""
        member = self._member(place.viewer, outbox, close)
        try:
            self._seat(member)
            self._welcome(member, hello, place.token)
        except Exception:
            self.leave(member)
            raise
        return member

    async def open_seat(self, hello: Hello) -> Place:
        """A new seat, stored, and its key before it; ProtocolError if it cannot be.

        The same secret again is the same seat, whatever broke in between.
        """
        session, token = self._session, hello.secret or new_token()
        try:
            number = await self._reserve(token, hello.name)
            with self._unused.arriving(number):
                await self._open(number, hello)
        except LogError as fault:
            raise _not_stored() from fault
        except Refused as no:
            raise _no_seat(no) from no
        if session.stopping:
            raise ProtocolError("stopping", RESTART.text, RESTART.code)
        return Place(viewer_of(session.stored, number), token)

    async def _open(self, number: int, hello: Hello) -> None:
        """Open a seat, unless it is there, and wait until it is stored; another one may have to go for it."""
        session = self._session
        if session.stopping:
            raise ProtocolError("stopping", RESTART.text, RESTART.code)
        new = None if number in session.world.seats else _new_seat(hello, number)
        if new and session.retry.is_resting:
            # Each try would keep the class waiting longer.
            raise _not_stored()
        # In one turn: nobody comes back to the one that goes, and nobody else gets the room it leaves.
        goes = self._in_the_way(new) if new else 0
        if goes:
            session.command(CloseSeat(seat=goes), SERVER)
        await self._happen(new)
        if goes:
            self._paces.pop(goes, None)
            # The log says it too, and a key file that takes nothing now is written again.
            with suppress(LogError):
                await self._key_writing.write(partial(self._keys.void, goes))

    async def _reserve(self, token: str, name: str) -> int:
        """The number of the seat that a token is to have; LogError if that cannot be written down."""

        def reserve() -> int:
            return self._keys.reserve(token, name, max(self._session.world.seats, default=0))

        return await self._key_writing.write(reserve)

    async def _happen(self, command: Command | None) -> None:
        """Let the session do something, and wait until this and all before it is stored; LogError if not."""
        if command:
            self._session.command(command, SERVER)
        await all_stored(self._session)

    def _member(self, viewer: Viewer, outbox: Outbox, close: Callable[[Closing], None]) -> Member:
        seat = self._session.stored.seats.get(viewer.seat)
        author = author_of(seat) if seat else "teacher"
        return Member(outbox, close, viewer, author, self._pace(viewer.seat))

    def _pace(self, seat: int) -> Pace | None:
        if self._free or not seat:
            return None
        if seat not in self._paces:
            now = self._time()
            self._paces[seat] = full_pace(now, self._session.clock.rate)
        return self._paces[seat]

    def _seat(self, member: Member) -> None:
        """The newest connection of a seat wins; the older is told why it ends."""
        session = self._session
        older = session.audience.seat(member.viewer.seat)
        if older:
            session.audience.discard(older)
            older.close(TAKEN_OVER)
        session.audience.add(member)
        self._mark(member.viewer.seat, here=True)

    def leave(self, member: Member) -> None:
        """A connection is gone; its seat is marked unless a newer one has it."""
        session = self._session
        if member not in session.audience.members:
            return
        session.audience.discard(member)
        self._unused.note_left(member.viewer.seat)
        if not session.stopping:
            self._mark(member.viewer.seat, here=False)

    def _mark(self, number: int, here: bool) -> None:
        """Mark a seat; while nothing can be stored it is left to the session, which marks all once it can."""
        session = self._session
        seat = session.world.seats.get(number)
        if seat and seat.here != here and not session.retry.is_resting:
            session.command(MarkHere(seat=number, here=here), SERVER)

    async def reset(self, seat: int) -> None:
        """Close a seat: nobody comes back to it, whoever is at it is sent away; LogError if not on disk.

        For a token that has come into the wrong hands: it is worthless at once, even where the disk is full.
        Refused while the server stops: then neither the key file nor the log says that the seat is closed.
        """
        if self._session.stopping:
            raise STOPPED
        try:
            await self._key_writing.write(partial(self._keys.void, seat))
        finally:
            there = self._session.audience.seat(seat)
            if there:
                self.leave(there)
                there.close(RESET)
        await self._happen(CloseSeat(seat=seat))

    async def turn_key(self, turn: Literal["look", "lock", "unlock", "renew"]) -> Guessing:
        """Lock or open the door, or make a long code and throw the old one away; LogError if not on disk.

        Returns how much is being guessed.
        """
        if turn == "renew":
            code = new_code(LONG_CODE_LENGTH)
            await self._key_writing.write(partial(self._keys.change_code, code))
            self.door.change_code(code)
        elif turn != "look":
            self.door.locked = turn == "lock"
        return self.door.guessing(self._time())

    def _welcome(self, member: Member, hello: Hello, token: str) -> None:
        session, viewer = self._session, member.viewer
        seat = session.stored.seats.get(viewer.seat)
        missed = self._missed(member, hello.seq) if self._can_resume(hello) else None
        welcome = Welcome(
            version=PROTOCOL,
            session=session.name,
            epoch=self._epochs[-1].name,
            seq=session.stored.seq,
            mode="fresh" if missed is None else "resumed",
            role=viewer.role,
            seat=viewer.seat,
            cell=viewer.cell,
            persona=viewer.persona,
            token=token,
            now_ms=session.clock.now_ms(),
            rate=session.clock.rate,
            limits=_told(member),
            teacher_here=session.audience.has_teacher,
            briefed=bool(seat and seat.briefed),
        )
        after = self._history(member, hello.history) if missed is None else missed
        member.outbox.catch_up((websocket_frame(encode(welcome)), *after))

    def _can_resume(self, hello: Hello) -> bool:
        """Whether a position lies in this log: in a run it knows, before the next began, and still kept."""
        ends = [epoch.first_seq - 1 for epoch in self._epochs[1:]] + [self._session.stored.seq]
        for epoch, end in zip(self._epochs, ends, strict=True):
            if epoch.name == hello.epoch:
                return 0 < hello.seq <= end and self._session.archive.reaches(hello.seq)
        return False

    def _missed(self, member: Member, seq: int) -> list[bytes] | None:
        """The frames that tell what was missed, and that this was all; None if one has to start fresh."""
        session = self._session
        blobs = missed_blobs(session.stored, member.viewer, session.archive.after(seq))
        if blobs is None:
            return None
        end = encode(CaughtUp(seq=session.stored.seq))
        return list(map(websocket_frame, (*news_frames(blobs), end)))

    def _history(self, member: Member, lines: int) -> list[bytes]:
        if not lines:
            return []
        session, viewer = self._session, member.viewer
        rooms = [room.id for room in session.stored.rooms.values() if enters(room, viewer)]
        return [session.archive.history(room, lines) for room in rooms]


def _told(member: Member) -> dict[str, float]:
    """The limits that hold for a member: where no rate is kept, none is told."""
    return {limit: number for limit, number in ANNOUNCED.items() if member.pace or limit not in OF_PACE}


def _new_seat(hello: Hello, number: int = 0) -> OpenSeat:
    """The seat that somebody new asks for; only who watches may choose the cell."""
    watches = hello.role == "observer"
    role: Literal["student", "observer"] = "observer" if watches else "student"
    return OpenSeat(seat=number, role=role, robot=hello.role == "robot", cell=hello.cell if watches else 0)


def _no_seat(no: Refused) -> ProtocolError:
    if no.code == "ended":
        return ProtocolError("ended", ENDED.text, ENDED.code)
    if no.code == "no_such_cell":
        return ProtocolError("no_cell", no.text, NO_CELL.code)
    return ProtocolError("no_seat", NO_SEAT.text, NO_SEAT.code)


def _not_stored() -> ProtocolError:
    return ProtocolError("storage_error", NOT_STORED.text, NOT_STORED.code)


def _wrong_code() -> ProtocolError:
    return ProtocolError("wrong_code", WRONG_CODE.text, WRONG_CODE.code)
