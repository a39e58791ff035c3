"""Keep the tokens with which a student comes back to a seat; a name alone never does."""

import contextlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from secrets import token_hex
from typing import Final, NamedTuple

from goodpath_client.file_lock import one_at_a_time
from goodpath_client.kept_seats import SEATS_MAX
from goodpath_client.newest_window import NewestWindow
from goodpath_client.private_file import write_privately
from goodpath_client.seat_hold import SeatHold
from goodpath_core.join_code import plain_code


@dataclass(frozen=True, slots=True)
class SeatToken:
    """The right to one seat of one session."""

    address: str
    """Where the session was last; a server may come back at another address."""
    session: str
    """Empty until a welcome has come: then the token is a secret that may have opened a seat or not."""
    code: str
    """The join code it was got with; empty for none."""
    name: str
    """The name it was got with, so that two students on one machine keep two seats."""
    role: str
    """student, observer or robot."""
    seat: int
    """Number of the seat; 0 until a welcome has come."""
    token: str
    """What lets its holder into the seat; never shown."""
    cell: int = 0
    """Which cell was asked for, so that an observer of another cell gets another seat; 0 for none."""


class KnownSeat(NamedTuple):
    """A seat that this machine has a token for."""

    name: str
    """The student's own name it was opened with."""
    live: bool
    """Whether another client here plays it at this moment."""
    token: str
    """The token of just this seat; another seat may get the same name."""


class SeatTokens:
    """The tokens of this user, in one file that nobody else may read; those of the newest SEATS_MAX seats."""

    def __init__(self, file: Path | None) -> None:
        """Use `file`, or keep nothing beyond this process if there is none."""
        self._file = file
        self._tokens = _read(file) if file else []
        self.hold = SeatHold(file.parent / "held" if file else None)
        self.newest = NewestWindow(file.parent / "newest" if file else None)

    def find(self, address: str, code: str, name: str, role: str, cell: int = 0) -> SeatToken | None:
        """The newest token that was got with this code, name, role and cell, at whatever address.

        No two sessions have the same code, but the same session may move. Where no code is given, it is the
        newest of this address. Who gives no name comes back only to a seat that nobody on this machine plays
        at the moment: two who sit at one computer are two students.
        """
        for one in self._tokens_of(name, role, cell):
            if is_of(one, address, code) and (name or not self.hold.is_elsewhere(one.token)):
                return one
        return None

    def get(self, token: str) -> SeatToken | None:
        """What is kept of the seat with this token; None for a seat that is gone from here."""
        return next((one for one in self._tokens if one.token == token), None)

    def guess(self, address: str, name: str, role: str, cell: int = 0) -> SeatToken | None:
        """The newest token of a seat with this address, name, role and cell, whatever its code.

        A session may have got another code since; only its server knows whether the seat is one of its own.
        Who gives no name may be anybody.
        """
        found = self._tokens_of(name, role, cell) if name else []
        return next((one for one in found if one.session and one.address == address), None)

    def _tokens_of(self, name: str, role: str, cell: int) -> list[SeatToken]:
        """The tokens that were got so, newest first; before all others those of just this spelling.

        Two whose names differ in capital letters alone are two students.
        """
        who = (plain_name(name), role, cell)
        got = [one for one in reversed(self._tokens) if (plain_name(one.name), one.role, one.cell) == who]
        return sorted(got, key=lambda one: one.name != name)

    def known(self, address: str, code: str, role: str) -> tuple[KnownSeat, ...]:
        """The seats with a name that were opened from here, newest first, each name once.

        With a code those of its session, and those of this address that are played here at the moment: the
        session may have got the code since. Without a code those of this address.
        """
        opened = [one for one in reversed(self._tokens) if one.role == role and one.name and one.session]
        found: dict[str, KnownSeat] = {}
        for one in opened:
            if is_of(one, address, code):
                found.setdefault(plain_name(one.name), self._known(one))
        for one in opened:
            if one.address == address and self._known(one).live:
                found.setdefault(plain_name(one.name), self._known(one))
        return tuple(found.values())

    def _known(self, token: SeatToken) -> KnownSeat:
        return KnownSeat(token.name, self.hold.is_elsewhere(token.token), token.token)

    def keep(self, token: SeatToken) -> None:
        """Remember a token in place of an older one for the same seat, and of what was known of it before."""
        seat = (token.session, token.seat)
        self._change(lambda one: one.token != token.token and (one.session, one.seat) != seat, token)

    def make(self, address: str, code: str, name: str, role: str, cell: int = 0) -> SeatToken:
        """Make the secret of a seat that is still to be opened, and keep it, so that it is opened once."""
        fresh = SeatToken(address, "", code, name, role, 0, token_hex(16), cell=cell)
        self._change(lambda one: True, fresh)
        return fresh

    def forget(self, token: str) -> None:
        """Drop a token that the server no longer knows."""
        self._change(lambda one: one.token != token)

    def _change(self, stays: Callable[[SeatToken], bool], *added: SeatToken) -> None:
        if self._file is None:
            self._tokens = _changed(self._tokens, stays, added)
            return
        with one_at_a_time(self._file):
            # Read again first: another terminal may have joined meanwhile.
            known = _read(self._file) if self._file.exists() else self._tokens
            self._tokens = _changed(known, stays, added)
            # Without a writable home the seat is kept until this process ends.
            with contextlib.suppress(OSError):
                _write(self._file, self._tokens)


_KEPT: Final = frozenset(field.name for field in fields(SeatToken))


def _changed(
    known: list[SeatToken], stays: Callable[[SeatToken], bool], added: tuple[SeatToken, ...]
) -> list[SeatToken]:
    return [*(one for one in known if stays(one)), *added][-SEATS_MAX:]


def is_of(token: SeatToken, address: str, code: str) -> bool:
    """Whether a token is of the session with this code, or, where none is given, of this address."""
    return plain_code(token.code) == plain_code(code) if plain_code(code) else token.address == address


def plain_name(name: str) -> str:
    """A name without the ways in which the same person types it: spaces, capital letters."""
    return "".join(name.split()).casefold()


def _read(file: Path) -> list[SeatToken]:
    try:
        records = json.loads(file.read_text("utf-8"))
        # What another version keeps of a seat besides must not cost the seat.
        return [SeatToken(**{key: record[key] for key in record if key in _KEPT}) for record in records]
    except (OSError, ValueError, TypeError):
        return []


def _write(file: Path, tokens: list[SeatToken]) -> None:
    write_privately(file, json.dumps([asdict(token) for token in tokens]).encode())
