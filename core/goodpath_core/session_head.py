"""Tells by its first bytes whether a file is a session file."""

from goodpath_core.record import APPLICATION_ID

HEAD = 100
"""So many bytes SQLite keeps at the beginning of a file for itself."""
_MAGIC = b"SQLite format 3\0"
_ID_AT = 68


def begins_a_session(head: bytes) -> bool:
    """Whether the first HEAD bytes of a file are those of a session file."""
    return head.startswith(_MAGIC) and head[_ID_AT : _ID_AT + 4] == APPLICATION_ID.to_bytes(4, "big")
