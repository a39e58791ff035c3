"""Opening seats for those who have none: whether somebody may have one, and the seat on disk."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Literal

from goodpath_core.errors import LogError, ProtocolError, Refused
from goodpath_core.join_code import plain_code
from goodpath_core.play.closed_seats import CloseSeat
from goodpath_core.play.registry import decide
from goodpath_core.play.seats import OpenSeat
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
    RESTART,
    WRONG_CODE,
)
from goodpath_core.wire.frames import Hello
from goodpath_core.wire.limits import STUDENT_CHARACTERS
from goodpath_server.arrivals import Arrivals
from goodpath_server.key_writing import KeyWriting
from goodpath_server.keyfile import KeyFile
from goodpath_server.lobby import Door, Verdict
from goodpath_server.paces import Paces
from goodpath_server.session import SERVER, Session
from goodpath_server.storing import all_stored
from goodpath_server.unused_seats import UnusedSeats


class Newcomers:
    """Judges whoever comes with a code, and opens seats within the bounds of the class."""

    def __init__(
        self,
        session: Session,
        door: Door,
        keys: KeyFile,
        key_writing: KeyWriting,
        unused: UnusedSeats,
        paces: Paces,
        time: Callable[[], float],
        *,
        free: bool,
        robots: bool,
    ) -> None:
        """`time` gives seconds; `free`: as many may come at once as like to."""
        self._session = session
        self._door = door
        self._keys = keys
        self._key_writing = key_writing
        self._unused = unused
        self._paces = paces
        self._time = time
        self._free = free
        self._robots = robots
        """Whether robots may have seats; where students play, a claim to be one would hide who it is."""
        self._arrivals = Arrivals()

    def check(self, hello: Hello, address: str) -> None:
        """Whether somebody may have a new seat; else ProtocolError."""
        if len(clean_name(hello.name)) > STUDENT_CHARACTERS:
            raise ProtocolError("bad_frame", f"The field name has at most {STUDENT_CHARACTERS} characters.")
        if hello.role == "robot" and not self._robots:
            raise ProtocolError("no_robots", NO_ROBOTS.text, NO_ROBOTS.code)
        now = self._time()
        verdict = self._door.judge(plain_code(hello.code), address, now)
        if verdict is Verdict.LATER:
            raise ProtocolError("guessing", GUESSING.text, GUESSING.code)
        if verdict is Verdict.WRONG:
            raise wrong_code()
        if self._door.locked:
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

    async def open_seat(self, token: str, hello: Hello) -> int:
        """The number of a token's new seat, stored, and its key before it; ProtocolError if it cannot be.

        The same token again is the same seat, whatever broke in between.
        """
        try:
            number = await self._reserve(token, hello.name)
            with self._unused.arriving(number):
                await self._open(number, hello)
        except LogError as fault:
            raise _not_stored() from fault
        except Refused as no:
            raise _no_seat(no) from no
        self._must_go_on()
        return number

    async def _open(self, number: int, hello: Hello) -> None:
        """Open a seat, unless it is there, and wait until it is stored; another one may have to go for it."""
        self._must_go_on()
        session = self._session
        new = None if number in session.world.seats else _new_seat(hello, number)
        if new and session.retry.is_resting:
            # Each try would keep the class waiting longer.
            raise _not_stored()
        # In one turn: nobody comes back to the one that goes, and nobody else gets the room it leaves.
        goes = self._in_the_way(new) if new else 0
        if goes:
            session.command(CloseSeat(seat=goes), SERVER)
        if new:
            session.command(new, SERVER)
        await all_stored(session)
        if goes:
            self._paces.drop(goes)
            # The log says it too, and a key file that takes nothing now is written again.
            with suppress(LogError):
                await self._key_writing.write(partial(self._keys.void, goes))

    async def _reserve(self, token: str, name: str) -> int:
        """The number of the seat that a token is to have; LogError if that cannot be written down."""

        def reserve() -> int:
            return self._keys.reserve(token, name, max(self._session.world.seats, default=0))

        return await self._key_writing.write(reserve)

    def _must_go_on(self) -> None:
        if self._session.stopping:
            raise ProtocolError("stopping", RESTART.text, RESTART.code)


def wrong_code() -> ProtocolError:
    """That neither code nor token is known here."""
    return ProtocolError("wrong_code", WRONG_CODE.text, WRONG_CODE.code)


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
