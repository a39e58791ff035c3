"""Opens a session file with SQLite so that neither it nor anything beside it is changed.

1. Where no write-ahead log lies beside it nobody writes, and the one file is everything.
2. Where log and index lie beside it, they are read as they are, also while a server writes.
3. Where the index is missing, or cannot be used as it is, SQLite would have to write one: then a private copy
   of file and log is read, and removed at the end.
"""

import shutil
import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from urllib.parse import quote

from goodpath_core.errors import LogError
from goodpath_review.sqlite_faults import not_read

_TRIES: Final = 5
"""So often a copy is begun anew into which a server has written."""
_HEAD_BYTES: Final = 32
"""The head of a write-ahead log; it is another one when the log is begun anew."""
_ALONE: Final = "mode=ro&immutable=1"
_AS_IT_IS: Final = "mode=ro&readonly_shm=1"
_COPY: Final = "mode=ro"


class _Moved(Exception):
    """While it was copied a server has put into the file what stood in its log."""


def open_unchanged(path: Path, held: ExitStack) -> sqlite3.Connection:
    """A connection that only reads; `held` closes it, and removes what was made for it.

    LogError if the file, or what lies beside it, cannot be read.
    """
    # SQLite looks for the log beside the file itself, under whatever name that was reached.
    real = path.resolve()
    for _ in range(_TRIES):
        try:
            with ExitStack() as opened:
                connection = _open(real, opened)
                held.push(opened.pop_all())
                return connection
        except (_Moved, FileNotFoundError):
            continue
        except (OSError, sqlite3.Error) as fault:
            raise LogError(not_read(path, fault)) from fault
    raise LogError(f"{path.name} changes all the time; read it again in a moment.")


def _open(real: Path, opened: ExitStack) -> sqlite3.Connection:
    log, index = (real.with_name(f"{real.name}-{ending}") for ending in ("wal", "shm"))
    if not log.exists():
        return opened.enter_context(closing(_connect(real, _ALONE)))
    if index.exists():
        connection = opened.enter_context(closing(_connect(real, _AS_IT_IS)))
        if _answers(connection):
            return connection
    folder = Path(opened.enter_context(TemporaryDirectory(prefix="goodpath-")))
    return opened.enter_context(closing(_connect(_copied(real, log, folder), _COPY)))


def _connect(real: Path, how: str) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(str(real))}?{how}", uri=True, isolation_level=None)


def _answers(connection: sqlite3.Connection) -> bool:
    """Whether SQLite can read at all; that what it reads is damaged shows later."""
    try:
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    except sqlite3.OperationalError:
        return False
    except sqlite3.DatabaseError:
        return True
    return True


def _copied(real: Path, log: Path, folder: Path) -> Path:
    """Copies of both that fit together: the log may have grown, the file may not have changed meanwhile."""
    before = _marks(real, log)
    for one in (real, log):
        shutil.copyfile(one, folder / one.name)
    if _marks(real, log) != before:
        raise _Moved
    return folder / real.name


def _marks(real: Path, log: Path) -> tuple[int, int, bytes]:
    """What is another once a server has brought its log into the file, or begun the log anew."""
    seen = real.stat()
    with log.open("rb") as file:
        return seen.st_mtime_ns, seen.st_size, file.read(_HEAD_BYTES)
