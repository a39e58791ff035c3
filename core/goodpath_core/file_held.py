"""Tell that another program has a session file for itself by what SQLite complains of, and say so."""

from typing import Final

_BUSY: Final = 5
_LOCKED: Final = 6
"""SQLite's own numbers for a file, and for a table, that something else has for itself."""
_KIND: Final = 0xFF
"""The part of a code that says the kind of complaint; what stands above it says more."""


def kind_of(fault: Exception) -> int:
    """The kind of SQLite's complaint, one of its primary result codes; 0 where it is none of SQLite's."""
    return int(getattr(fault, "sqlite_errorcode", 0)) & _KIND


def is_held(fault: Exception) -> bool:
    """Whether a file could not be used because another program is writing to it."""
    return kind_of(fault) in (_BUSY, _LOCKED)


def held_words(name: object) -> str:
    """What is said of a session file that another program has for itself; `name` may be a path."""
    return f"Another program, such as a tool for SQLite, is writing to {name}; close it there and try again."
