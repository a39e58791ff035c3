"""A session file that another program has for itself is known by what SQLite complains of."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from goodpath_core.file_held import held_words, is_held, kind_of


def busy(folder: Path) -> sqlite3.Error:
    with (
        closing(sqlite3.connect(folder / "class.goodpath", isolation_level=None)) as other,
        closing(sqlite3.connect(folder / "class.goodpath", isolation_level=None, timeout=0)) as own,
    ):
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.Error) as found:
            own.execute("BEGIN IMMEDIATE")
        return found.value


def busy_in_recovery() -> sqlite3.Error:
    fault = sqlite3.OperationalError("database is locked")
    fault.sqlite_errorcode = sqlite3.SQLITE_BUSY_RECOVERY
    return fault


def locked(folder: Path) -> sqlite3.Error:
    with closing(sqlite3.connect(folder / "class.goodpath", isolation_level=None)) as own:
        own.execute("CREATE TABLE event (seq)")
        own.executemany("INSERT INTO event VALUES (?)", [(1,), (2,)])
        reading = own.execute("SELECT seq FROM event")
        reading.fetchone()
        with pytest.raises(sqlite3.Error) as found:
            own.execute("DROP TABLE event")
        return found.value


def no_table(folder: Path) -> sqlite3.Error:
    with (
        closing(sqlite3.connect(folder / "class.goodpath")) as own,
        pytest.raises(sqlite3.Error) as found,
    ):
        own.execute("SELECT * FROM event")
    return found.value


def test_a_file_or_a_table_that_something_else_has_is_held(tmp_path: Path) -> None:
    assert [is_held(fault) for fault in (busy(tmp_path), busy_in_recovery(), locked(tmp_path))] == [True] * 3


def test_what_is_missing_in_a_file_or_wrong_with_its_disk_is_something_else(tmp_path: Path) -> None:
    assert not is_held(no_table(tmp_path))
    assert not is_held(OSError(5, "Input/output error"))


def test_the_kind_of_a_complaint_is_its_primary_code(tmp_path: Path) -> None:
    assert kind_of(busy_in_recovery()) == sqlite3.SQLITE_BUSY
    assert kind_of(locked(tmp_path)) == sqlite3.SQLITE_LOCKED
    assert kind_of(OSError(5, "Input/output error")) == 0


@pytest.mark.parametrize("name", ["class.goodpath", Path("class.goodpath")], ids=["a name", "a path"])
def test_it_is_said_with_what_to_do(name: object) -> None:
    assert held_words(name) == (
        "Another program, such as a tool for SQLite, is writing to class.goodpath; "
        "close it there and try again."
    )
