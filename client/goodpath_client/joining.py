"""Say hello: who joins, with which right to which seat, and from where the copy goes on."""

from dataclasses import dataclass
from typing import Literal

from goodpath_client.seats import SeatToken, SeatTokens, is_of
from goodpath_core.text import clean_name, over_limit
from goodpath_core.wire.frames import Hello, Welcome
from goodpath_core.wire.limits import PROTOCOL, SHORT_CHARACTERS, STUDENT_CHARACTERS


@dataclass(frozen=True, slots=True)
class Identity:
    """Who joins."""

    role: Literal["student", "observer", "teacher", "robot"] = "student"
    """As whom; the server judges whether the code is one for it."""
    code: str = ""
    """Join code; the teacher's secret for the role teacher."""
    name: str = ""
    """The student's own name, for the key file only."""
    cell: int = 0
    """Which cell an observer asks for; 0 leaves it to the server."""
    token: str = ""
    """Token of the seat that was chosen among those kept here; empty finds one by code and name."""


def too_long(code: str, name: str) -> str:
    """Which of both is longer than can be taken, and by how much, as one sentence; empty for neither."""
    parts = (("the code", code, SHORT_CHARACTERS), ("your name", clean_name(name), STUDENT_CHARACTERS))
    return next(
        (over_limit(len(text) - limit, limit, part).text for part, text, limit in parts if len(text) > limit),
        "",
    )


class Joining:
    """How one person joins one server, the first time and every time after."""

    def __init__(self, address: str, who: Identity, tokens: SeatTokens) -> None:
        self._address = address
        self._who = who
        self._tokens = tokens
        self._token = ""
        self._guess = ""
        """The token that was tried for its address and name alone; it may be of another session."""
        self._box = ""
        """Name of the outbox of the seat that the token is of; empty until it is known which that is."""
        self._is_known = False
        """Whether a welcome has come with the token; until then it is a secret beside the code."""

    def hello(self, epoch: str, seq: int) -> Hello:
        """The first frame; a token known for this code and name brings the seat back."""
        who = self._who
        if not self._token:
            self._find_token()
        self._tokens.hold.take(self._token)
        return Hello(
            version=PROTOCOL,
            role=who.role,
            code=who.code,
            token=self._token if self._is_known else "",
            secret="" if self._is_known else self._token,
            name=who.name,
            cell=who.cell,
            epoch=epoch,
            seq=seq,
            # The state brings the newest lines along.
            history=0,
        )

    def _find_token(self) -> None:
        """Take up the token of an earlier time, or make one for a seat to be opened."""
        who = self._who
        found = self._chosen() or self._tokens.find(self._address, who.code, who.name, who.role, who.cell)
        found = found or self._guessed()
        if found is None and who.code and who.role != "teacher":
            found = self._tokens.make(self._address, who.code, who.name, who.role, who.cell)
        self._token = found.token if found else ""
        self._is_known = bool(found and found.session)
        self._box = _box_of(found.session, found.role, found.seat) if found and found.session else ""

    def _chosen(self) -> SeatToken | None:
        """The seat that was chosen; where its session may have got another code since, it is tried once."""
        who = self._who
        found = self._tokens.get(who.token) if who.token != self._guess else None
        if found and not is_of(found, self._address, who.code):
            self._guess = found.token
        return found

    def _guessed(self) -> SeatToken | None:
        """The seat that may be meant where the session has got another code since; tried once."""
        who = self._who
        found = None if self._guess else self._tokens.guess(self._address, who.name, who.role, who.cell)
        self._guess = found.token if found else self._guess
        return found

    def keep(self, welcome: Welcome) -> str:
        """Remember the seat of a welcome; the name of its outbox."""
        who = self._who
        if welcome.token != self._token:
            self._tokens.forget(self._token)
            self._tokens.hold.take(welcome.token)
        # No earlier: a window that is not let in must not take the seat from the one that plays it.
        self._tokens.newest.claim(welcome.token)
        self._token, self._is_known, self._guess = welcome.token, bool(welcome.token), ""
        seat = (self._address, welcome.session, who.code, who.name, who.role, welcome.seat, welcome.token)
        if welcome.token:
            self._tokens.keep(SeatToken(*seat, cell=who.cell))
        self._box = _box_of(welcome.session, who.role, welcome.seat)
        return self._box

    @property
    def is_replaced(self) -> bool:
        """Whether another window of this machine has come to the seat since this one did."""
        return self._tokens.newest.is_replaced()

    def leave(self) -> None:
        """This client plays the seat no longer; the token stays for coming back."""
        self._tokens.hold.let_go()
        self._tokens.newest.leave()

    @property
    def has_seat(self) -> bool:
        """Whether the token is one of a seat, as far as is known here."""
        return self._is_known

    def lost_box(self, is_closed: bool = False) -> str:
        """Name of the outbox of the seat whose token was refused just now; empty for none.

        What was only tried is not lost, unless the server knows that its seat `is_closed`: it may be good
        for the session that it is of.
        """
        return self._box if self._is_known and (is_closed or self._token != self._guess) else ""

    def give_up_token(self, is_closed: bool = False) -> bool:
        """Give up a token the server does not know; whether the code alone is worth a try.

        It is forgotten, unless it was only tried, and is not of a seat that `is_closed`.
        """
        was_known, self._is_known = self._is_known, False
        if is_closed or self._token != self._guess:
            self._tokens.forget(self._token)
        self._token = self._box = ""
        return was_known and bool(self._who.code)


def _box_of(session: str, role: str, seat: int) -> str:
    """Name of the outbox of one seat."""
    return f"{session}|{role}|{seat}"
