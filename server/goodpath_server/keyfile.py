"""The key file beside the session file: who sat where, and the fingerprints of their tokens.

1. It names its session: tokens and names of one session never open seats of another.
2. Delete it and the session is anonymous: nothing else says which student had which seat.
"""

import hashlib
import json
from contextlib import suppress
from itertools import chain, count
from pathlib import Path
from typing import Any

from goodpath_core.errors import LogError
from goodpath_core.text import clean_name
from goodpath_server.private import write_private
from goodpath_server.space import key_not_written


def fingerprint(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


class KeyFile:
    """Seats by token and names by seat, on disk with mode 0600; without a path, in memory only."""

    def __init__(self, path: Path | None, session: str = "") -> None:
        """Take up what is there; LogError if it cannot be read, or is not of `session` (empty: any)."""
        self._path = path
        self.session = session
        """The name of the session it belongs to."""
        self._seats: dict[str, int] = {}
        self._voided: set[str] = set()
        """Fingerprints of tokens that open nothing any more, so that their holders are told why."""
        self.names: dict[int, str] = {}
        """Seat -> the student's own name, as far as given."""
        self.code = ""
        """The join code, so that a server that comes back keeps it."""
        self.secret = ""
        """The teacher's secret."""
        self.fault: LogError | None = None
        """Why the last try to write it failed; None if it did not."""
        self._older: Path | None = None
        """Where the key file lies now that was in the way of this one."""
        if path and path.exists():
            self._read(path)

    @classmethod
    def fresh(cls, path: Path, session: str) -> "KeyFile":
        """The key file of a new session; one of an older session that lies there is moved aside."""
        older = None
        if path.exists():
            try:
                older = path.replace(_aside(path))
            except OSError as fault:
                raise LogError(f"The old key file {path} cannot be moved ({fault}); move it away.") from fault
        keys = cls(path, session)
        keys._older = older
        return keys

    def unmake(self) -> None:
        """Remove the key file of a session of which nothing came; what was moved aside for it comes back."""
        if self._path is None:
            return
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
            if self._older:
                self._older.replace(self._path)

    def _read(self, path: Path) -> None:
        try:
            kept: dict[str, Any] = json.loads(path.read_text("utf-8"))
            self._seats = {str(k): int(v) for k, v in kept["tokens"].items()}
            self._voided = {str(mark) for mark in kept["voided"]}
            self.names = {int(k): str(v) for k, v in kept["names"].items()}
            self.code, self.secret = str(kept["code"]), str(kept["secret"])
            owner = str(kept["session"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
            raise LogError(
                f"The key file {path} cannot be read; move it away to go on without names."
            ) from fault
        if self.session not in ("", owner):
            raise LogError(
                f"The key file {path} belongs to another session; move it away to go on without names."
            )
        self.session = owner

    def seat_of(self, token: str) -> int:
        """The seat of a token; 0 if there is none.

        A lookup is enough: how long it takes tells of fingerprints, and nobody can make a token to one.
        """
        return self._seats.get(fingerprint(token), 0)

    def is_void(self, token: str) -> bool:
        """Whether a token was one of a seat that is closed; without the whole of it nobody learns that."""
        return fingerprint(token) in self._voided

    def reserve(self, token: str, name: str, above: int) -> int:
        """The number of a token's seat, on disk before anybody opens it; LogError if it cannot be.

        A new one is higher than `above` and all that were reserved: none is ever given to a second token.
        """
        mark = fingerprint(token)
        if mark not in self._seats:
            seat = max(above, 0, *self._seats.values()) + 1
            self._seats[mark] = seat
            if own_name := clean_name(name):
                self.names[seat] = own_name
            try:
                self.save()
            except LogError:
                del self._seats[mark]
                self.names.pop(seat, None)
                raise
        return self._seats[mark]

    def add_many(self, tokens: dict[str, int]) -> None:
        """Remember many seats' tokens at once."""
        self._seats.update({fingerprint(token): seat for token, seat in tokens.items()})
        self.save()

    def change_code(self, code: str) -> None:
        """Keep another join code; LogError, and the old one stays, if it cannot be."""
        before, self.code = self.code, code
        try:
            self.save()
        except LogError:
            self.code = before
            raise

    def void(self, seat: int) -> None:
        """Make every token of a seat worthless, also where LogError says that it is not on disk.

        That they were tokens stays known, and whose the seat was.
        """
        self._voided.update(mark for mark, owner in self._seats.items() if owner == seat)
        self._seats = {mark: owner for mark, owner in self._seats.items() if owner != seat}
        self.save()

    def save(self) -> None:
        """Write everything to disk at once, replacing what was there; LogError if that cannot be."""
        if self._path is None:
            return
        kept = {
            "session": self.session,
            "code": self.code,
            "secret": self.secret,
            "tokens": self._seats,
            "voided": sorted(self._voided),
            "names": self.names,
        }
        try:
            write_private(self._path, json.dumps(kept, ensure_ascii=False, indent=1))
        except OSError as fault:
            self.fault = key_not_written(self._path, fault)
            raise self.fault from fault
        self.fault = None


def _aside(path: Path) -> Path:
    """A name beside a key file under which nothing lies yet: with the session it belongs to, and a number."""
    mark = f"{path.stem}-{_session_in(path) or 'old'}"
    names = (f"{mark}{more}{path.suffix}" for more in chain([""], (f"-{number}" for number in count(2))))
    return next(free for free in map(path.with_name, names) if not free.exists())


def _session_in(path: Path) -> str:
    """The session that a key file names; empty if it cannot be read."""
    try:
        return KeyFile(path).session
    except LogError:
        return ""
