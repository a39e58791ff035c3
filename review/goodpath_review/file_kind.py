"""Say what a file is that is no session file."""

from pathlib import Path
from typing import Final

_LOOK_BYTES: Final = 4096
_MARKS: Final = (
    (b"SQLite format 3\0", "a database of another program"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"%PDF", "a PDF"),
)
"""How files of a kind begin."""


def is_no_session(path: Path) -> str:
    """One sentence that says what the file is instead, and what a session file is called."""
    named = path.suffix == ".goodpath"
    tail = ", whatever its name says" if named else "; the names of session files end in .goodpath"
    return f"{path.name} is not a session file but {_kind(path)}{tail}."


def _kind(path: Path) -> str:
    head = path.read_bytes()[:_LOOK_BYTES]
    known = next((words for mark, words in _MARKS if head.startswith(mark)), "")
    if known or not head:
        return known or "empty"
    # A look may end inside a sign.
    return (
        "text"
        if b"\0" not in head and "\ufffd" not in head.decode("utf-8", "replace")[:-4]
        else "something else"
    )
