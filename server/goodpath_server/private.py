"""Writes files that nobody but their owner may read, not even for a moment."""

import os
from contextlib import suppress
from pathlib import Path

OWNER_ONLY = 0o600


def owner_only(path: str, flags: int) -> int:
    """What `open` needs as its opener so that a new file is for its owner alone."""
    return os.open(path, flags, OWNER_ONLY)


def write_private(path: Path, text: str) -> None:
    """Write a text to disk for good, in place of what was there; OSError if it cannot be."""
    fresh = path.with_name(path.name + ".new")
    fresh.unlink(missing_ok=True)
    try:
        with open(fresh, "x", encoding="utf-8", opener=owner_only) as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise
