"""Opens a session file with SQLite so that neither it nor anything beside it is changed.

1. Where no write-ahead log lies beside it, the one file is everything: its bytes are read once and opened in
   memory, as a server may begin on the file at any moment.
2. Where log and index lie beside it, they are read as they are, also while a server writes.
3. Where the index is missing, or cannot be used as it is, SQLite would have to write one: then a private copy
   of file and log is read, and removed at the end.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from urllib.parse import quote

from goodpath_core.errors import LogError
from goodpath_review.one_moment import one_moment
from goodpath_review.sqlite_faults import not_read

_AS_IT_IS: Final = "mode=ro&readonly_shm=1"
_COPY: Final = "mode=rw"
_DATABASE: Final = b"SQLite format 3\0"
"""How every database begins."""
_FORMS: Final = slice(18, 20)
"""Where the head of a database says how it is written and read."""
_WITH_LOG: Final = b"\2\2"
_WITHOUT_LOG: Final = b"\1\1"


def open_unchanged(path: Path, held: ExitStack) -> sqlite3.Connection:
    """A connection that only reads; `held` closes it, and removes what was made for it.

    LogError if the file, or what lies beside it, cannot be read, or there is no room for a copy it needs.
    """
    try:
        with ExitStack() as opened:
            # SQLite looks for the log beside the file itself, under whatever name that was reached.
            connection = _open(path.resolve(), opened)
            held.push(opened.pop_all())
            return connection
    except (OSError, sqlite3.Error) as fault:
        raise LogError(not_read(path, fault)) from fault


def _open(real: Path, opened: ExitStack) -> sqlite3.Connection:
    log, index = (real.with_name(f"{real.name}-{ending}") for ending in ("wal", "shm"))
    if log.exists() and index.exists():
        connection = opened.enter_context(closing(_connect(real, _AS_IT_IS)))
        if _answers(connection):
            return connection
    file, logged = one_moment(real, log)
    if not logged:
        return opened.enter_context(closing(_in_memory(file)))
    with _making_room(real):
        folder = Path(opened.enter_context(TemporaryDirectory(prefix="goodpath-")))
        for one, content in ((real, file), (log, logged)):
            (folder / one.name).write_bytes(content)
    return opened.enter_context(closing(_copied(folder / real.name)))


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


def _in_memory(file: bytes) -> sqlite3.Connection:
    """The database of these bytes; an empty one where they are none."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    # In memory there is no log, and SQLite opens no database there that says it has one.
    if file[_FORMS] == _WITH_LOG:
        file = file[: _FORMS.start] + _WITHOUT_LOG + file[_FORMS.stop :]
    if file.startswith(_DATABASE):
        connection.deserialize(file)
    return connection


def _copied(copy: Path) -> sqlite3.Connection:
    """The copy, which nobody else opens: so SQLite keeps its index in memory and needs no room for one."""
    connection = _connect(copy, _COPY)
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    return connection


@contextmanager
def _making_room(real: Path) -> Iterator[None]:
    """Say of what cannot be written for a copy that the session file has nothing to do with it."""
    try:
        yield
    except OSError as fault:
        raise LogError(
            f"{real.name} has to be read from a copy, and no folder for temporary files takes one; "
            "make room on the disk, or name another folder in TMPDIR."
        ) from fault
