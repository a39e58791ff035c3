"""One writer to a session file: a lock beside it that ends with the process."""

import sys
from contextlib import suppress
from io import FileIO
from pathlib import Path

from goodpath_core.errors import LogError
from goodpath_server.private import owner_only
from goodpath_server.session_name import key_path

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 20
    """Which byte is locked: nobody else can read one that is, and the address must be read."""

    def _take(file: FileIO) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: FileIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def lock_path(path: Path) -> Path:
    """Where the lock of a session file lies: beside the file itself, under whatever name it was reached."""
    real = path.resolve()
    return real.with_name(f".{real.name}.lock")


def lock(path: Path) -> FileIO:
    """Hold the lock of a session file until the returned file is closed; LogError if somebody has it.

    Then it is said where that one's console is, as far as that was noted.
    """
    beside = lock_path(path)
    try:
        # Without a buffer, so that what a full disk does not take is not tried again on closing.
        file = FileIO(beside, "a", opener=owner_only)
    except OSError as fault:
        raise LogError(f"{beside} cannot be written ({fault.strerror}); look at its folder.") from fault
    try:
        _take(file)
    except OSError as fault:
        file.close()
        raise LogError(
            f"Another server already writes {path.name}; stop it first, or choose another file with -o."
            f"{_way_to(path, beside)}"
        ) from fault
    return file


def note_address(held: FileIO, address: str) -> None:
    """Say in a lock that this process holds where its server listens."""
    # A full disk costs no more than that word.
    with suppress(OSError):
        held.truncate(0)
        held.write(address.encode())


def _way_to(path: Path, beside: Path) -> str:
    """How the console of whoever holds the lock is opened; empty where that is not known."""
    address = ""
    with suppress(OSError, ValueError):
        address = beside.read_text("utf-8")
    return f" Its console: goodpath teach {address} --key {key_path(path)}" if address else ""
