"""Write a small file that nobody but its owner may read, in one step."""

import os
from pathlib import Path


def write_privately(path: Path, content: bytes, force: bool = False) -> None:
    """Put `content` in place of what the file held; a reader finds the old or the new, never half of it.

    `force` brings it past the page cache first, so that it outlives the loss of power. Raises OSError where
    nothing can be written; then the file holds what it held.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            if force:
                out.flush()
                os.fsync(out.fileno())
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
