"""Another program that holds the session file is named as what is in the way, and not the disk."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from goodpath_core.errors import LogError
from goodpath_server.log.sqlite import SqliteLog
from server.log.test_log import META, line

LONG_S = 60.0
"""Seconds that nobody waits in these tests, unless something is wrong."""


def class_file(folder: Path) -> Path:
    path = folder / "class.goodpath"
    SqliteLog.create(path, META, {}).close()
    return path


def says(path: str | Path) -> str:
    return f"Another program, such as a tool for SQLite, is writing to {path}; close it there and try again."


@pytest.mark.parametrize(
    "write",
    [
        lambda log: log.append([line(1)]),
        lambda log: log.append([line(n) for n in range(1, 200)]),
        lambda log: log.begin_epoch("one", 1_000),
        lambda log: log.prove(),
    ],
    ids=["a batch", "a large batch", "a run", "nothing"],
)
def test_what_cannot_be_stored_while_another_writes_is_said_so_and_is_stored_after(
    tmp_path: Path, request: pytest.FixtureRequest, write: Callable[[SqliteLog], None]
) -> None:
    path = class_file(tmp_path)
    log = SqliteLog(path, patience_s=0.0)
    request.addfinalizer(log.close)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LogError) as no:
            write(log)
        assert str(no.value) == says(path)
    write(log)


def test_what_waits_for_another_is_stored_once_that_lets_go(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    path = class_file(tmp_path)
    log = SqliteLog(path, patience_s=LONG_S)
    request.addfinalizer(log.close)
    with ThreadPoolExecutor() as beside, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        stored = beside.submit(log.append, [line(1)])
        with pytest.raises(TimeoutError):
            stored.result(0.1)
        other.execute("ROLLBACK")
        stored.result(LONG_S)
    assert [record.seq for record in log.records()] == [1]


def test_who_is_told_to_hurry_waits_no_longer_and_ends_without_waiting(tmp_path: Path) -> None:
    path = class_file(tmp_path)
    log = SqliteLog(path, patience_s=LONG_S)
    with ThreadPoolExecutor() as beside, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        stored = beside.submit(log.append, [line(1)])
        log.hurry(0.0)
        assert str(stored.exception(LONG_S / 2)) == says(path)
        beside.submit(log.close).result(LONG_S / 2)
    SqliteLog(path).close()


def test_a_file_that_another_keeps_for_itself_is_not_called_damaged(tmp_path: Path) -> None:
    path = class_file(tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("INSERT INTO epoch VALUES ('theirs', 1, 1)")
        with pytest.raises(LogError) as no:
            SqliteLog(path, patience_s=0.0)
        assert str(no.value) == says(path)
    SqliteLog(path, patience_s=0.0).close()
