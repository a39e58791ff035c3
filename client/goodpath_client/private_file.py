"""Write a small file that nobody but its owner may read, in one step."""

import os
import tempfile
from pathlib import Path


def write_privately(path: Path, content: bytes, force: bool = False) -> None:
    """Put `content` in place of what the file held; a reader finds the old or the new, never half of it.

    `force` brings it past the page cache first, so that it outlives the loss of power. Raises OSError where
    nothing can be written; then the file holds what it held.
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
                os.fsync(out.fileno())
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
