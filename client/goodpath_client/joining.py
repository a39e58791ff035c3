"""Say hello: who joins, with which right to which seat, and from where the copy goes on."""

from dataclasses import dataclass
from typing import Literal

from goodpath_client.seats import SeatToken, SeatTokens
from goodpath_core.wire.frames import Hello, Welcome
from goodpath_core.wire.limits import PROTOCOL


@dataclass(frozen=True, slots=True)
class Identity:
    """Who joins."""

    role: Literal["student", "observer", "teacher", "robot"] = "student"
    code: str = ""
    """Join code; the teacher's secret for the role teacher."""
    name: str = ""
    """The student's own name, for the key file only."""


class Joining:
    """How one person joins one server, the first time and every time after."""

    def __init__(self, address: str, who: Identity, tokens: SeatTokens) -> None:
        self._address = address
        self._who = who
        self._tokens = tokens
        self._token = ""

    def hello(self, epoch: str, seq: int) -> Hello:
        """The first frame; a token known for this address, code and name brings the seat back."""
        who = self._who
        if not self._token:
            found = self._tokens.find(self._address, who.code, who.name, who.role)
            self._token = found.token if found else ""
        self._tokens.hold.take(self._token)
        return Hello(
            version=PROTOCOL,
            role=who.role,
            code=who.code,
            token=self._token,
            name=who.name,
            epoch=epoch,
            seq=seq,
            # The state brings the newest lines along.
            history=0,
        )

    def keep(self, welcome: Welcome) -> str:
        """Remember the seat of a welcome; the name of its outbox."""
        who = self._who
        if welcome.token != self._token:
            self._tokens.hold.take(welcome.token)
        self._token = welcome.token
        if welcome.token:
            self._tokens.keep(
                SeatToken(
                    self._address, welcome.session, who.code, who.name, who.role, welcome.seat, welcome.token
                )
            )
        return f"{self._address}|{welcome.session}|{who.role}|{welcome.seat}"

    def leave(self) -> None:
        """This client plays the seat no longer; the token stays for coming back."""
        self._tokens.hold.let_go()

    def give_up_token(self) -> bool:
        """Forget a token the server does not know; whether the code alone is worth a try."""
        if not self._token:
            return False
        self._tokens.forget(self._token)
        self._token = ""
        return bool(self._who.code)
