"""Whether a disk has no room left, and what is said of a session or key file that could not be written."""

import errno
import shutil
from pathlib import Path
from typing import Final

from goodpath_core.errors import LogError
from goodpath_core.file_held import held_words, is_held, kind_of

LEAST_BYTES = 64 * 1024
"""With less, SQLite cannot even lay out what it needs beside a file, and calls it a fault of the disk."""
_FULL = (errno.ENOSPC, errno.EDQUOT)
_NO_ROOM: Final = 13
"""SQLite's own number for a file for which there is no room."""
_OF_THE_DISK: Final = (10, 14)
"""Its numbers for a disk that fails and a file that cannot be opened: what it says of one with so little.
What it says of a damaged file is something else."""


def is_full(folder: Path) -> bool:
    """Whether there is no room left where a folder lies."""
    try:
        return shutil.disk_usage(folder).free < LEAST_BYTES
    except OSError:
        return False


def not_written(path: Path, fault: Exception) -> LogError:
    """What is said of a session file for which the disk had no room, or that failed for another reason."""
    if is_held(fault):
        return LogError(held_words(path))
    if is_for_space(path, fault):
        return no_space(path)
    return LogError(f"{path} could not be written ({fault}); look at its disk and try again.")


def key_not_written(path: Path, fault: OSError) -> LogError:
    """What is said of a key file for which the disk had no room, or that failed for another reason."""
    if is_for_space(path, fault):
        return no_space(path)
    # The system names what was in its way; where that is the file itself, it is named once.
    named = Path(fault.filename).name if fault.filename else path.name
    cause = fault.strerror if named == path.name else f"{named}: {fault.strerror}"
    return LogError(
        f"The key file {path} could not be written ({cause}); "
        "look at its folder, and whether files can be written there."
    )


def if_full(file: Path) -> str:
    """That there is no space for a file, where that is so; else empty."""
    return str(no_space(file)) if is_full(file.parent) else ""


def no_space(path: Path) -> LogError:
    """What is said of a file for which there is no room."""
    return LogError(f"There is no space left for {path}; make room on its disk and try again.")


def is_for_space(path: Path, fault: Exception) -> bool:
    """Whether a file could not be used because its disk is full."""
    if isinstance(fault, OSError):
        return fault.errno in _FULL
    kind = kind_of(fault)
    return kind == _NO_ROOM or (kind in _OF_THE_DISK and is_full(path.parent))
