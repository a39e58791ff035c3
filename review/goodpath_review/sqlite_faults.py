"""Say in one sentence why a session file is not read: something bars the way, it is none, or is damaged."""

import errno
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from goodpath_core.file_held import held_words, is_held, kind_of
from goodpath_review.file_kind import is_no_session

_FULL: Final = "There is no space left for what reading {name} needs; make room on the disk and try again."
_CROWDED: Final = "There is no memory left to read {name}; close other programs and try again."
_CLOSED: Final = "{name} cannot be read ({why}); look at its permissions, or read a copy of it."
_BROKEN: Final = "{name} cannot be read ({why}); look at its disk, or read a copy of it."
_IN_THE_WAY: Final[Mapping[int, str]] = MappingProxyType(
    {
        sqlite3.SQLITE_PERM: _CLOSED,
        sqlite3.SQLITE_NOMEM: _CROWDED,
        sqlite3.SQLITE_READONLY: _CLOSED,
        sqlite3.SQLITE_IOERR: _BROKEN,
        sqlite3.SQLITE_CANTOPEN: _CLOSED,
        sqlite3.SQLITE_FULL: _FULL,
        sqlite3.SQLITE_NOLFS: _BROKEN,
        sqlite3.SQLITE_AUTH: _CLOSED,
    }
)
"""What is said where SQLite complains and the file itself may be whole."""
_OF_SYSTEM: Final[Mapping[int | None, str]] = MappingProxyType(
    {errno.EACCES: _CLOSED, errno.EPERM: _CLOSED, errno.ENOMEM: _CROWDED}
)
"""What is said where the system refuses; of all else that it says the disk is the cause."""


def is_in_the_way(fault: Exception) -> bool:
    """Whether something keeps SQLite from reading the file, so that nothing is known of its state."""
    return is_held(fault) or kind_of(fault) in _IN_THE_WAY


def not_read(path: Path, fault: OSError | sqlite3.Error) -> str:
    """Why a file cannot be read now, and what to do; it says nothing against the file."""
    if is_held(fault):
        return held_words(path.name)
    if isinstance(fault, OSError):
        said, why = _OF_SYSTEM.get(fault.errno, _BROKEN), fault.strerror or str(fault)
    else:
        said, why = _IN_THE_WAY.get(kind_of(fault), _BROKEN), str(fault)
    return said.format(name=path.name, why=why)


def fault_words(path: Path, fault: sqlite3.Error) -> str:
    """What SQLite's complaint about a file means."""
    if is_in_the_way(fault):
        return not_read(path, fault)
    if kind_of(fault) == sqlite3.SQLITE_NOTADB:
        return is_no_session(path)
    return f"{path.name} is damaged ({fault}); use a copy of it."
