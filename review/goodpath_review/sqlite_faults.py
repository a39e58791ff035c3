"""Say in one sentence why SQLite does not read a session file: it may not, it is none, or it is damaged."""

import sqlite3
from pathlib import Path
from typing import Final

from goodpath_review.file_kind import is_no_session

_IN_THE_WAY: Final = frozenset(
    {
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_NOLFS,
        sqlite3.SQLITE_AUTH,
    }
)
"""Of what SQLite complains where the file itself may be whole."""
_PRIMARY: Final = 0xFF
"""The part of a code that says the kind of complaint."""


def is_in_the_way(fault: Exception) -> bool:
    """Whether something keeps SQLite from reading the file, so that nothing is known of its state."""
    return getattr(fault, "sqlite_errorcode", 0) & _PRIMARY in _IN_THE_WAY


def not_read(path: Path, fault: Exception) -> str:
    """That a file cannot be read now, which says nothing against it."""
    why = getattr(fault, "strerror", None) or fault
    return f"{path.name} cannot be read ({why}); look at its permissions, or read a copy of it."


def fault_words(path: Path, fault: sqlite3.Error) -> str:
    """What SQLite's complaint about a file means."""
    if is_in_the_way(fault):
        return not_read(path, fault)
    if getattr(fault, "sqlite_errorcode", 0) & _PRIMARY == sqlite3.SQLITE_NOTADB:
        return is_no_session(path)
    return f"{path.name} is damaged ({fault}); use a copy of it."
