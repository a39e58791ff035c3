"""Hold a seat on this machine while its client runs, so that nobody else is taken for its student."""

import contextlib
import hashlib
import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class SeatHold:
    """The one seat that this client holds; the system lets go of it when the process ends."""

    def __init__(self, folder: Path | None) -> None:
        """Keep locks in `folder`; without one nothing is held and nothing is found held."""
        self._folder = folder
        self._held: int | None = None

    def take(self, token: str) -> None:
        """Hold the seat of a token instead of any other, unless another client has it."""
        self.let_go()
        file = self._open(token) if token else None
        if file is not None and _take_lock(file):
            self._held = file
        elif file is not None:
            os.close(file)

    def is_elsewhere(self, token: str) -> bool:
        """Whether another client on this machine holds the seat of a token."""
        file = self._open(token)
        if file is None:
            return False
        free = _take_lock(file)
        os.close(file)
        return not free

    def let_go(self) -> None:
        """Hold no seat any more."""
        if self._held is not None:
            os.close(self._held)
            self._held = None

    def _open(self, token: str) -> int | None:
        """The file that is locked for a token; None where none can be written."""
        if self._folder is None:
            return None
        name = hashlib.sha256(token.encode()).hexdigest()[:32]
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            return os.open(self._folder / name, os.O_WRONLY | os.O_CREAT, 0o600)
        return None


def _take_lock(file: int) -> bool:
    """Lock an open file; whether it is ours now."""
    try:
        _lock(file)
    except OSError:
        return False
    return True
