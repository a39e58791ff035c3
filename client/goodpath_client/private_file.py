"""Write a small file that nobody but its owner may read, in one step."""

import errno
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

_UNFORCED: Final = frozenset((errno.EINVAL, errno.ENOTSUP, errno.EACCES))
"""How a system says that it forces no folder, or not this one: then a name is as safe as it makes it."""


def write_privately(path: Path, content: bytes, force: Callable[[int], None] | None = None) -> None:
    """Put `content` in place of what the file held; a reader finds the old or the new, never half of it.

    `force`, such as os.fsync, brings an open file or folder past the page cache, so that content and name
    outlive the loss of power; None if they need not. Raises OSError where nothing can be written; then the
    file holds what it held.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # A name of its own: another client of this account may be writing the same file.
    handle, name = tempfile.mkstemp(".new", f".{path.name}.", path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            if force:
                out.flush()
                force(out.fileno())
        fresh.replace(path)
        if force:
            _force_folder(path.parent, force)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


def _force_folder(folder: Path, force: Callable[[int], None]) -> None:
    """Bring the names in a folder past the page cache, where a system lets that be asked. Raises OSError."""
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
