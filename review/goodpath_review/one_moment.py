"""Reads a session file and its write-ahead log as they stood together at one moment, without any lock."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from goodpath_core.errors import LogError

_TRIES: Final = 5
"""So often reading is begun anew after a server has written into what was read."""
_HEAD_BYTES: Final = 32
"""The head of a write-ahead log; it is another one when the log is begun anew."""


def one_moment(file: Path, log: Path, read: Callable[[Path], bytes] = Path.read_bytes) -> tuple[bytes, bytes]:
    """All bytes of a session file and of its log; of a log that is not there none.

    `read` gives the bytes of one file. LogError if a server writes each time anew; OSError if a file may not
    be read.
    """
    for _ in range(_TRIES):
        try:
            before = _marks(file, log)
            found = read(file), read(log) if before[-1] is not None else b""
            if _marks(file, log) == before:
                return found
        except FileNotFoundError:
            # One of them went between two looks.
            continue
    raise LogError(f"{file.name} changes all the time; read it again in a moment.")


def _marks(file: Path, log: Path) -> tuple[int, int, int, bytes | None]:
    """What is another once a server has begun on the file, changed it, or begun its log anew.

    A log that only grew is not told apart: what came to its end is whole, or SQLite leaves it out.
    """
    seen = file.stat()
    return seen.st_ino, seen.st_mtime_ns, seen.st_size, _head(log)


def _head(log: Path) -> bytes | None:
    """How a log begins; None where there is none."""
    try:
        with log.open("rb") as found:
            return found.read(_HEAD_BYTES)
    except FileNotFoundError:
        return None
