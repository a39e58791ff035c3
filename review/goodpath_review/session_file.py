"""Opens a session file for reading, and gives its records, events, pictures and scenario."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from goodpath_core.errors import LogError, ScenarioProblems
from goodpath_core.play.event import Event
from goodpath_core.record import APPLICATION_ID, COLUMNS, FORMAT, Record, checked, event_of
from goodpath_core.scenario.reader import read
from goodpath_core.scenario.value import Scenario
from goodpath_core.session_schema import NAMES
from goodpath_review.file_kind import is_no_session
from goodpath_review.sqlite_faults import fault_words, is_in_the_way
from goodpath_review.unchanged import open_unchanged

_NUMBERS: Final = ("cells", "created_ms")
_NUMBER: Final = re.compile(r"[0-9]{1,13}")
"""A number of `meta`; in thirteen digits is every moment of three centuries."""


class SessionFile:
    """An open session file; nothing in it or beside it is ever changed.

    One object reads one moment of the file, also while a server is writing to it. LogError, with one
    sentence, if it is no session file, a damaged one, one that may not be read, or one from a newer goodpath.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        """Where it lies."""
        self._held = ExitStack()
        try:
            self._connection = _connect(path, self._held)
            with self._readable():
                self._check_kind()
                self._connection.execute("BEGIN")
                rows = self._connection.execute("SELECT key, value FROM meta ORDER BY key").fetchall()
            self.meta: dict[str, str] = {str(key): str(value) for key, value in rows}
            """What the server wrote about the session: title, scenario, cells and so on."""
            self._check_numbers()
            self._check_format()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._held.close()

    def records(self) -> Iterator[Record]:
        """Every record in order, just as it stands, whole or not."""
        with self._readable():
            cursor = self._connection.execute(f"SELECT {', '.join(COLUMNS)} FROM event ORDER BY seq")
            for row in cursor:
                yield Record(*row)

    def has(self, kind: str) -> bool:
        """Whether there is a record of this kind."""
        with self._readable():
            found = self._connection.execute("SELECT 1 FROM event WHERE kind = ? LIMIT 1", (kind,))
            return found.fetchone() is not None

    def last_hash(self) -> str:
        """Hash of the last record as it stands there, hexadecimal; empty if there is none."""
        with self._readable():
            found = self._connection.execute("SELECT hash FROM event ORDER BY seq DESC LIMIT 1").fetchone()
        return bytes(found[0]).hex() if found else ""

    def events(self) -> Iterator[tuple[Record, Event]]:
        """Every record with its event; LogError at the first that is not as it was written."""
        if self.damage():
            raise LogError(f"{self.path.name} is damaged; run `goodpath verify` on it, or use a copy.")
        for record in checked(self.records(), self.meta):
            yield record, event_of(record)

    def damage(self) -> str:
        """What SQLite itself finds wrong with the file; empty if nothing. LogError if it cannot look."""
        try:
            found = self._connection.execute("PRAGMA integrity_check(1)").fetchone()
        except sqlite3.DatabaseError as error:
            if is_in_the_way(error):
                raise LogError(fault_words(self.path, error)) from error
            return str(error)
        text = str(found[0]) if found else "no answer"
        return "" if text == "ok" else text

    def missing(self) -> str:
        """What of a session file's tables and views is not there; empty if nothing."""
        with self._readable():
            found = {name for (name,) in self._connection.execute("SELECT name FROM sqlite_master")}
        return ", ".join(name for name in NAMES if name not in found)

    def pictures(self) -> dict[str, tuple[str, bytes]]:
        """The pictures by file name: the SHA-256 they should have, and the PNG."""
        with self._readable():
            rows = self._connection.execute("SELECT file, sha256, png FROM picture ORDER BY file").fetchall()
        return {str(file): (str(sha), bytes(png)) for file, sha, png in rows}

    def runs(self) -> list[int]:
        """Of each run of the server the number of its first record."""
        with self._readable():
            rows = self._connection.execute("SELECT first_seq FROM epoch").fetchall()
        if not all(isinstance(first, int) for (first,) in rows):
            raise LogError(f"{self.path.name} is damaged (a run without a number); use a copy of it.")
        return [first for (first,) in rows]

    def scenario(self) -> Scenario | None:
        """The scenario the session was played from; None for a session without one, such as a load test."""
        text = self.meta.get("scenario_text", "")
        if not text:
            return None
        key = self.meta.get("scenario", "scenario")
        try:
            return read(text, key=key, file=self.path.name, pictures=self.pictures())
        except ScenarioProblems as problems:
            raise LogError(
                f"The scenario in {self.path.name} cannot be read by this goodpath; "
                f"use the one that played it ({self.meta.get('program', 'unknown')})."
            ) from problems

    def cells(self) -> int:
        """How many parallel copies of the cast were open."""
        return int(self.meta.get("cells", "1"))

    def _check_kind(self) -> None:
        (found,) = self._connection.execute("PRAGMA application_id").fetchone()
        if found != APPLICATION_ID:
            raise LogError(is_no_session(self.path))

    def _check_numbers(self) -> None:
        """What the file says of itself in numbers are such as a server writes."""
        wrong = [key for key in _NUMBERS if not _NUMBER.fullmatch(self.meta.get(key, "1"))]
        if wrong:
            raise LogError(f"{self.path.name} is damaged ({wrong[0]} is no such number); use a copy of it.")

    def _check_format(self) -> None:
        found = self.meta.get("format", "")
        if not _NUMBER.fullmatch(found):
            raise LogError(f"{self.path.name} does not say how it is written; use a copy of it.")
        if int(found) > FORMAT:
            raise LogError(f"{self.path.name} was written by a newer goodpath; read it with that one.")

    @contextmanager
    def _readable(self) -> Iterator[None]:
        """Turn what SQLite says about a file into one sentence."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise LogError(fault_words(self.path, error)) from error


def _connect(path: Path, held: ExitStack) -> sqlite3.Connection:
    if path.is_dir():
        raise LogError(f"{path.name or path} is a folder; name the session file in it.")
    if not path.is_file():
        raise LogError(f"There is no file {path}; look at its name and folder.")
    connection = open_unchanged(path, held)
    connection.text_factory = _decode
    return connection


def _decode(raw: bytes) -> Any:
    """The text; a broken byte becomes a mark, which the hash of its record will not match."""
    return raw.decode("utf-8", "replace")
