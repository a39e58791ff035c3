"""The log as a session file: SQLite, write-ahead log, synchronous FULL, one writing connection."""

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from functools import partial
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

from goodpath_core.errors import LogError
from goodpath_core.file_held import held_words, is_held
from goodpath_core.record import APPLICATION_ID, COLUMNS, FORMAT, Record, first_hash, record_of
from goodpath_core.session_head import HEAD, begins_a_session
from goodpath_core.session_schema import TABLES, VIEWS
from goodpath_server.log.lock import lock, lock_path, note_address
from goodpath_server.log.patience import Patience
from goodpath_server.log.port import Entry, Epoch
from goodpath_server.log.remains import said_of_remains
from goodpath_server.private import owner_only
from goodpath_server.space import is_for_space, no_space, not_written

_ROW = f"({','.join('?' * len(COLUMNS))})"
TOGETHER = 64
"""Up to so many records are stored by one statement, which is then the whole commit: for each statement the
interpreter goes to another thread and has to be waited for."""
_INSERTS = tuple(f"INSERT INTO event VALUES {','.join([_ROW] * many)}" for many in range(TOGETHER + 1))
READ_TOGETHER = 500
WAL_BYTES = 64 * 1024 * 1024
PATIENCE_S = 5.0
"""Seconds to wait for another program that has the file just now."""
ROOM_BYTES = 4_500_000
"""A little more than the thousand pages after which SQLite begins the write-ahead log anew."""


class SqliteLog:
    """Keeps records in a session file; `append` may run in another thread, one call at a time."""

    def __init__(self, path: Path, patience_s: float = PATIENCE_S) -> None:
        """Open a session file that exists; LogError if it is none, is damaged, or is being written.

        For another program that has the file just now it waits so many seconds each time.
        """
        if not path.is_file():
            raise LogError(f"There is no session file {path}; check the name.")
        self.path = path
        # Before anything is written beside it.
        _must_look_like_one(path)
        self._lock = lock(path)
        _make_room(path)
        self._patience = Patience(path, patience_s)
        self._connection = _open(path, patience_s)
        try:
            with self._readable():
                _prepare(self._connection)
            self._check()
            self._last = self._read_last()
            # From here on whoever waits is not SQLite, which cannot be told to hurry.
            self._connection.execute("PRAGMA busy_timeout = 0")
        except LogError:
            self._let_go()
            raise

    def _let_go(self) -> None:
        self._connection.close()
        self._lock.close()

    @classmethod
    def create(cls, path: Path, meta: Mapping[str, str], pictures: Mapping[str, bytes]) -> "SqliteLog":
        """Make a new session file; LogError if one, or records of one, lie there, or it cannot be written."""
        if path.exists():
            raise LogError(f"{path} is already there; choose another name with -o.")
        if said := said_of_remains(path):
            raise LogError(said)
        try:
            _begin_private(path)
        except OSError as fault:
            raise _not_made(path, fault) from fault
        try:
            _fill(path, meta, pictures)
            return cls(path)
        except (sqlite3.Error, OSError) as fault:
            _remove(path)
            raise _not_made(path, fault) from fault
        except LogError as fault:
            _remove(path)
            if isinstance(fault.__cause__, sqlite3.Error):
                # What was only just laid out is not damaged; and its lock was held, so it is our own.
                unmake(path)
                raise _not_made(path, fault.__cause__) from fault
            raise

    def _check(self) -> None:
        written = self.meta().get("format", "")
        if not written.isdecimal():
            raise LogError(f"{self.path.name} does not say how it is written; use a copy of it.")
        if int(written) > FORMAT:
            raise LogError(f"{self.path.name} was written by a newer goodpath; install that one.")
        self.epochs()

    def _read_last(self) -> tuple[int, bytes]:
        rows = self._rows("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1", int, bytes)
        return (rows[0][0], rows[0][1]) if rows else (0, first_hash(self.meta()))

    def _rows(self, query: str, *kinds: type) -> list[tuple[Any, ...]]:
        """What a query finds; LogError if SQLite cannot say, or a column holds something of another kind."""
        with self._readable():
            rows: list[tuple[Any, ...]] = self._connection.execute(query).fetchall()
        if any(tuple(map(type, row)) != kinds for row in rows):
            raise LogError(f"{self.path.name} holds something other than it should; run `goodpath verify`.")
        return rows

    @contextmanager
    def _readable(self) -> Iterator[None]:
        """Turn what SQLite says about a broken file, or one that cannot be used now, into one sentence."""
        try:
            yield
        except sqlite3.Error as fault:
            if is_held(fault):
                raise LogError(held_words(self.path)) from fault
            if is_for_space(self.path, fault):
                raise no_space(self.path) from fault
            # Of a text that cannot be read SQLite says all of it.
            why = str(fault).partition(" with text ")[0]
            raise LogError(f"{self.path.name} is damaged ({why}); run `goodpath verify` on it.") from fault

    def append(self, entries: Sequence[Entry]) -> None:
        """Store entries for good, all or none."""
        before = self._last[1]
        records = []
        for event, request, digest in entries:
            record = record_of(event, request, digest, before)
            records.append(record)
            before = record.hash
        self._patience.run(partial(self._insert, records))
        self._last = (records[-1].seq, before)

    def _insert(self, records: Sequence[Record]) -> None:
        if len(records) <= TOGETHER:
            self._connection.execute(_INSERTS[len(records)], tuple(chain.from_iterable(records)))
            return
        with _together(self._connection):
            for at in range(0, len(records), TOGETHER):
                some = records[at : at + TOGETHER]
                self._connection.execute(_INSERTS[len(some)], tuple(chain.from_iterable(some)))

    def records(self, after: int = 0) -> Iterator[Record]:
        """All records with a number above `after`, in order."""
        with self._readable():
            found = self._connection.execute("SELECT * FROM event WHERE seq > ? ORDER BY seq", (after,))
            while rows := found.fetchmany(READ_TOGETHER):
                yield from map(Record._make, rows)

    def read(self, numbers: Sequence[int]) -> list[Record]:
        """The records with these numbers, in order of number; opens a reader of its own."""
        wanted = f"SELECT * FROM event WHERE seq IN ({','.join('?' * len(numbers))}) ORDER BY seq"
        try:
            with closing(sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True)) as reader:
                rows = reader.execute(wanted, tuple(numbers)).fetchall()
        except sqlite3.Error as fault:
            raise LogError(f"The session file could not be read ({fault}); ask again in a moment.") from fault
        return [Record._make(row) for row in rows]

    def meta(self) -> Mapping[str, str]:
        """What is known of the session as a whole."""
        return dict(self._rows("SELECT key, value FROM meta", str, str))

    def pictures(self) -> dict[str, bytes]:
        """The scenario's pictures, by file name."""
        return dict(self._rows("SELECT file, png FROM picture", str, bytes))

    def epochs(self) -> list[Epoch]:
        """Runs of the server so far, oldest first."""
        asked = "SELECT epoch, first_seq FROM epoch ORDER BY first_seq, wall_ms"
        return [Epoch(name, first) for name, first in self._rows(asked, str, int)]

    def begin_epoch(self, name: str, wall_ms: int) -> None:
        """A new run begins after the last record."""
        row = (name, self._last[0] + 1, wall_ms)
        self._patience.run(partial(self._connection.execute, "INSERT INTO epoch VALUES (?, ?, ?)", row))

    def prove(self) -> None:
        """Write a number of the file's head anew, as it is; LogError if not even that can be stored."""
        try:
            self._connection.execute("PRAGMA user_version = 0")
        except sqlite3.Error as fault:
            raise not_written(self.path, fault) from fault

    def hurry(self, seconds: float) -> None:
        """From now on wait for other programs so many seconds in all."""
        self._patience.end_within(seconds)

    def note_address(self, address: str) -> None:
        """Say in the lock where the server of this session file listens."""
        note_address(self._lock, address)

    def settle(self) -> bool:
        """Bring what stands in the write-ahead log into the one file, as far as its readers allow."""
        # A full disk keeps the write-ahead log; what is in it can be moved later.
        with suppress(sqlite3.Error):
            asked = "PRAGMA wal_checkpoint(PASSIVE)"
            (busy, pages, moved) = self._connection.execute(asked).fetchone()
            return not busy and bool(pages == moved)
        return False

    def close(self) -> None:
        """Put everything into the one file and let go of it."""
        # A full disk keeps the write-ahead log; the next opening takes it up again.
        with suppress(sqlite3.Error):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._let_go()


def _begin_private(path: Path) -> None:
    """An empty file for its owner alone: SQLite gives what it lays beside it the same mode."""
    with open(path, "xb", opener=owner_only):
        pass


def _fill(path: Path, meta: Mapping[str, str], pictures: Mapping[str, bytes]) -> None:
    """Lay out a new session file, all of it or nothing."""
    with closing(_open(path)) as connection, connection:
        _prepare(connection)
        connection.executescript(f"BEGIN; PRAGMA application_id = {APPLICATION_ID};" + TABLES + VIEWS)
        everything = {"format": str(FORMAT), **meta}
        connection.executemany("INSERT INTO meta VALUES (?, ?)", everything.items())
        rows = [(file, sha256(png).hexdigest(), png) for file, png in pictures.items()]
        connection.executemany("INSERT INTO picture VALUES (?, ?, ?)", rows)


def unmake(path: Path) -> None:
    """Remove a session file of which nothing came, with what lies beside it, once nobody has it open."""
    _remove(path)
    with suppress(OSError):
        lock_path(path).unlink(missing_ok=True)


def _remove(path: Path) -> None:
    """Remove a session file and what SQLite laid beside it, but not its lock, which may be another's."""
    for beside in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            path.with_name(f"{path.name}{beside}").unlink(missing_ok=True)


def _not_made(path: Path, fault: Exception) -> LogError:
    if is_for_space(path, fault):
        return no_space(path)
    return LogError(f"{path} cannot be written ({fault}); choose another folder with -o.")


def _must_look_like_one(path: Path) -> None:
    """LogError if the first bytes of a file are not those of a session file."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError as fault:
        raise LogError(f"{path} cannot be read ({fault.strerror}); look at its permissions.") from fault
    if not begins_a_session(head):
        raise LogError(
            f"{path.name} is not a session file, or is damaged; "
            "choose a file that ends in .goodpath, or run `goodpath verify` on it."
        )


def _open(path: Path, patience_s: float = PATIENCE_S) -> sqlite3.Connection:
    """A connection in which each statement is a commit of its own."""
    return sqlite3.connect(path, check_same_thread=False, timeout=patience_s, isolation_level=None)


def _make_room(path: Path) -> None:
    """Lay out the write-ahead log before there is anything in it: SQLite takes zeros for an empty one.

    A file that grows costs the disk one more write for each commit than one that is written over.
    """
    wal = path.with_name(f"{path.name}-wal")
    # A log that is there already holds what a run that ended badly has stored.
    with suppress(OSError), open(wal, "xb", opener=owner_only) as file:
        try:
            file.write(bytes(ROOM_BYTES))
            os.fsync(file.fileno())
        except OSError:
            # The last room of a disk is for what is to be stored.
            wal.unlink()


@contextmanager
def _together(connection: sqlite3.Connection) -> Iterator[None]:
    """What is written inside is stored as one commit, or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        yield


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA journal_size_limit = {WAL_BYTES}")
