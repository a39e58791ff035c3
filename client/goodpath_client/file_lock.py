"""Lock files among the clients of one account; the system lets go of a lock when its process ends."""

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


TRIES: Final = 100
TRY_S: Final = 0.01
"""Whoever holds the lock has only a small file to read and write; one that is stopped must stop no other."""
_HELD: Final = (BlockingIOError, PermissionError)
"""How the systems say that another has the lock."""


def try_lock(file: int) -> bool:
    """Lock an open file, without waiting; whether it is ours now."""
    try:
        _lock(file)
    except OSError:
        return False
    return True


@contextlib.contextmanager
def one_at_a_time(path: Path, wait: Callable[[float], None] = time.sleep) -> Iterator[None]:
    """Let no other client into such a block for the same file, so that what is read is changed and written.

    Where no lock can be had, the block runs all the same: what it keeps is worth more than what may be lost.
    """
    file = _open_beside(path)
    try:
        if file is not None:
            _take(file, wait)
        yield
    finally:
        if file is not None:
            os.close(file)


def _open_beside(path: Path) -> int | None:
    """A file that is there only to be locked; None where there can be none."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return os.open(path.with_name(f"{path.name}.lock"), os.O_WRONLY | os.O_CREAT, 0o600)
    except OSError:
        return None


def _take(file: int, wait: Callable[[float], None]) -> None:
    for _ in range(TRIES):
        try:
            _lock(file)
            return
        except _HELD:
            wait(TRY_S)
        except OSError:
            # Not every disk knows locks.
            return
