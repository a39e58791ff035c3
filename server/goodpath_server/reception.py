"""Letting people in: from a hello to a member at a seat, and from there out again."""

from collections.abc import Callable
from typing import NamedTuple

from goodpath_core.errors import ProtocolError
from goodpath_core.play.clock import all_played_ms
from goodpath_core.play.seats import MarkHere
from goodpath_core.play.sight import Viewer
from goodpath_core.wire.closing import OFTEN, RESET, RESTART, TAKEN_OVER, Closing
from goodpath_core.wire.frames import Hello
from goodpath_server.comings import Comings
from goodpath_server.eyes import author_of, viewer_of
from goodpath_server.key_writing import KeyWriting
from goodpath_server.keyfile import KeyFile
from goodpath_server.lobby import Door, new_token
from goodpath_server.log.port import Epoch
from goodpath_server.member import Member
from goodpath_server.newcomers import Newcomers, wrong_code
from goodpath_server.outbox import Outbox
from goodpath_server.paces import Paces
from goodpath_server.resuming import Resuming
from goodpath_server.session import SERVER, Session
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
        time: Callable[[], float],
        *,
        free: bool,
        robots: bool,
    ) -> None:
        """`time` gives seconds; `free`: no limits of rate and number; `robots` may have seats or not."""
        self._session = session
        self._door = door
        self._keys = keys
        self._free = free
        self._time = time
        self._comings = Comings(session.clock.rate)
        self._unused = UnusedSeats(session)
        self._paces = Paces(session.clock.rate, time, free=free)
        self._resuming = Resuming(session, epochs)
        self._newcomers = Newcomers(
            session, door, keys, key_writing, self._unused, self._paces, time, free=free, robots=robots
        )

    def find_seat(self, hello: Hello, address: str) -> Place | None:
        """The place of somebody who has one, None for a new one with the right code; else ProtocolError."""
        if self._session.stopping:
            raise ProtocolError("stopping", RESTART.text, RESTART.code)
        if hello.role == "teacher":
            if not self._door.is_teacher(hello.code):
                raise wrong_code()
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
            raise wrong_code()
        self._newcomers.check(hello, address)
        return None

    async def open_seat(self, hello: Hello) -> Place:
        """A new seat, stored, and its key before it; ProtocolError if it cannot be.

        The same secret again is the same seat, whatever broke in between.
        """
        token = hello.secret or new_token()
        number = await self._newcomers.open_seat(token, hello)
        return Place(viewer_of(self._session.stored, number), token)

    def let_in(self, place: Place, hello: Hello, outbox: Outbox, close: Callable[[Closing], None]) -> Member:
        """Seat somebody and send the welcome; whoever cannot be welcomed does not stay as here."""
        member = self._member(place.viewer, outbox, close)
        try:
            self._seat(member)
            self._resuming.welcome(member, hello, place.token)
        except Exception:
            self.leave(member)
            raise
        return member

    def _member(self, viewer: Viewer, outbox: Outbox, close: Callable[[Closing], None]) -> Member:
        seat = self._session.stored.seats.get(viewer.seat)
        author = author_of(seat) if seat else "teacher"
        return Member(outbox, close, viewer, author, self._paces.of(viewer.seat))

    def _seat(self, member: Member) -> None:
        """The newest connection of a seat wins; the older is told why it ends."""
        session = self._session
        older = session.audience.seat(member.viewer.seat)
        if older:
            session.audience.discard(older)
            older.close(TAKEN_OVER)
        session.audience.add(member)
        self._mark(member.viewer.seat, here=True)
        if member.viewer.seat:
            wall_ms = session.clock.now_ms()
            session.last_acts.note_come(
                member.viewer.seat, wall_ms, all_played_ms(session.world.clock, wall_ms)
            )

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
