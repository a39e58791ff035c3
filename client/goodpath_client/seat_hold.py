"""Hold a seat on this machine while its client runs, so that nobody else is taken for its student.

1. One file per seat, locked by whoever plays it; the system lets go of the lock when the process ends.
2. Who leaves takes the file along. So a lock counts only on the file that is still in its place.
"""

import contextlib
import hashlib
import os
import sys
from pathlib import Path
from typing import NamedTuple

from goodpath_client.file_lock import try_lock
from goodpath_client.kept_seats import too_many


class _Lock(NamedTuple):
    """A locked file."""

    file: int
    """Descriptor that holds the lock; closing it lets go."""
    path: Path
    """Where the file was when it was locked; it may have gone from there."""


if sys.platform == "win32":

    def _take_away(lock: _Lock) -> None:
        os.close(lock.file)
        # What another client has open by now cannot be removed.
        with contextlib.suppress(OSError):
            lock.path.unlink()
else:

    def _take_away(lock: _Lock) -> None:
        # While it is still locked: afterwards the file in its place may be another client's.
        with contextlib.suppress(OSError):
            if _is_in_place(lock.file, lock.path):
                lock.path.unlink()
        os.close(lock.file)


class SeatHold:
    """The one seat that this client holds."""

    def __init__(self, folder: Path | None) -> None:
        """Keep locks in `folder`; without one nothing is held and nothing is found held."""
        self._folder = folder
        self._held: _Lock | None = None

    def take(self, token: str) -> None:
        """Hold the seat of a token instead of any other, unless another client has it."""
        path = self._path(token)
        if self._held and self._held.path == path and _is_in_place(*self._held):
            return
        self.let_go()
        if path is None or not token:
            return
        # Where no lock can be written, nothing is held.
        with contextlib.suppress(OSError):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._held = _locked(path)
            _sweep(path)

    def is_elsewhere(self, token: str) -> bool:
        """Whether another client on this machine holds the seat of a token."""
        path = self._path(token)
        if path is None:
            return False
        try:
            file = os.open(path, os.O_WRONLY)
        except OSError:
            return False
        free = try_lock(file)
        os.close(file)
        return not free

    def let_go(self) -> None:
        """Hold no seat any more."""
        if self._held is not None:
            _take_away(self._held)
            self._held = None

    def _path(self, token: str) -> Path | None:
        return self._folder / hashlib.sha256(token.encode()).hexdigest()[:32] if self._folder else None


def _locked(path: Path) -> _Lock | None:
    """Lock the file in this place; None if another client has it. Raises OSError if none can be there."""
    while True:
        file = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
        if not try_lock(file):
            os.close(file)
            return None
        if _is_in_place(file, path):
            return _Lock(file, path)
        # Whoever held it has left meanwhile and taken it along.
        os.close(file)


def _sweep(newest: Path) -> None:
    """Take away what clients left that ended without leaving, where it is too much."""
    for path in too_many(newest.parent, newest):
        lock = _locked(path)
        if lock is not None:
            _take_away(lock)


def _is_in_place(file: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except OSError:
        return False
