"""What keeps SQLite from reading is told apart from what is wrong with the file."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from goodpath_review.sqlite_faults import fault_words, is_in_the_way


def complaint(path: Path, how: str) -> sqlite3.Error:
    """What SQLite complains of when it is to read a file."""
    address = f"file:{path}?{how}"
    with (
        pytest.raises(sqlite3.Error) as found,
        closing(sqlite3.connect(address, uri=True, timeout=0)) as reader,
    ):
        reader.execute("SELECT * FROM event")
    return found.value


def test_a_file_that_another_program_holds_is_not_damaged(tmp_path: Path) -> None:
    path = tmp_path / "class.goodpath"
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("CREATE TABLE event (seq)")
        holder.execute("BEGIN EXCLUSIVE")
        fault = complaint(path, "mode=ro")

    assert is_in_the_way(fault)
    assert fault_words(path, fault) == (
        "class.goodpath cannot be read (database is locked); look at its permissions, or read a copy of it."
    )


def test_a_file_that_cannot_be_opened_is_not_damaged(tmp_path: Path) -> None:
    fault = complaint(tmp_path / "gone.goodpath", "mode=ro")

    assert is_in_the_way(fault)
    assert "cannot be read (unable to open database file)" in fault_words(tmp_path / "gone.goodpath", fault)


def test_a_file_that_lacks_what_it_should_hold_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "class.goodpath"
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE other (seq)")
    fault = complaint(path, "mode=ro")

    assert not is_in_the_way(fault)
    assert fault_words(path, fault) == ("class.goodpath is damaged (no such table: event); use a copy of it.")


def test_a_file_that_is_no_database_is_called_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "essay.goodpath"
    path.write_text("Dear teacher, " * 100)
    fault = complaint(path, "mode=ro")

    assert not is_in_the_way(fault)
    assert fault_words(path, fault) == (
        "essay.goodpath is not a session file but text, whatever its name says."
    )
