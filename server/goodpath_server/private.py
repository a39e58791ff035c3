"""Writes files that nobody but their owner may read, not even for a moment."""

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

OWNER_ONLY = 0o600
_UNFORCED = frozenset((errno.EINVAL, errno.ENOTSUP, errno.EACCES))
"""How a system says that it forces no folder, or not this one: then a name is as safe as it makes it."""


def owner_only(path: str, flags: int) -> int:
    """What `open` needs as its opener so that a new file is for its owner alone."""
    return os.open(path, flags, OWNER_ONLY)


def write_private(path: Path, text: str, force: Callable[[int], None] = os.fsync) -> None:
    """Write a text to disk for good, in place of what was there; OSError if it cannot be.

    `force` brings an open file or folder past the page cache.
    """
    fresh = path.with_name(path.name + ".new")
    fresh.unlink(missing_ok=True)
    try:
        with open(fresh, "x", encoding="utf-8", opener=owner_only) as file:
            file.write(text)
            file.flush()
            force(file.fileno())
        fresh.replace(path)
        _force_folder(path.parent, force)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise


def _force_folder(folder: Path, force: Callable[[int], None]) -> None:
    """Bring the names in a folder to disk for good, where a system lets that be asked. Raises OSError."""
    if sys.platform == "win32":
        return
    try:
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            force(opened)
        finally:
            os.close(opened)
    except OSError as fault:
        if fault.errno not in _UNFORCED:
            raise
