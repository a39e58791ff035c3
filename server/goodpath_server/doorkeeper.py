"""What the teacher does at the door: look at it, lock it, change its code, and close a seat."""

from collections.abc import Callable
from functools import partial
from typing import Literal

from goodpath_core.play.closed_seats import CloseSeat
from goodpath_core.wire.closing import RESET
from goodpath_server.key_writing import KeyWriting
from goodpath_server.keyfile import KeyFile
from goodpath_server.lobby import LONG_CODE_LENGTH, Door, Guessing, new_code
from goodpath_server.reception import Reception
from goodpath_server.session import SERVER, STOPPED, Session
from goodpath_server.storing import all_stored


class Doorkeeper:
    """Keeps the code and the tokens that open the door, and takes them away."""

    def __init__(
        self,
        session: Session,
        door: Door,
        keys: KeyFile,
        key_writing: KeyWriting,
        reception: Reception,
        time: Callable[[], float],
    ) -> None:
        """`reception` sees off whoever is at a seat that is closed; `time` gives seconds."""
        self._session = session
        self.door = door
        self._keys = keys
        self._key_writing = key_writing
        self._reception = reception
        self._time = time

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

    async def reset(self, seat: int) -> None:
        """Close a seat: nobody comes back to it, whoever is at it is sent away; LogError if not on disk.

        For a token that has come into the wrong hands: it is worthless at once, even where the disk is full.
        Refused while the server stops: then neither the key file nor the log says that the seat is closed.
        """
        session = self._session
        if session.stopping:
            raise STOPPED
        try:
            await self._key_writing.write(partial(self._keys.void, seat))
        finally:
            there = session.audience.seat(seat)
            if there:
                self._reception.leave(there)
                there.close(RESET)
        session.command(CloseSeat(seat=seat), SERVER)
        await all_stored(session)
