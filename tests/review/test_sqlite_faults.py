"""What keeps SQLite from reading is told apart from what is wrong with the file."""

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from goodpath_review.sqlite_faults import fault_words, is_in_the_way, not_read


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
        "Another program, such as a tool for SQLite, is writing to class.goodpath; "
        "close it there and try again."
    )


def test_a_file_that_cannot_be_opened_is_not_damaged(tmp_path: Path) -> None:
    fault = complaint(tmp_path / "gone.goodpath", "mode=ro")

    assert is_in_the_way(fault)
    assert "cannot be read (unable to open database file)" in fault_words(tmp_path / "gone.goodpath", fault)


def test_what_found_no_room_is_not_a_matter_of_permissions(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "small.db")) as small, pytest.raises(sqlite3.Error) as full:
        small.execute("PRAGMA max_page_count = 1")
        small.execute("CREATE TABLE event (seq)")

    assert is_in_the_way(full.value)
    assert fault_words(tmp_path / "class.goodpath", full.value) == (
        "There is no space left for what reading class.goodpath needs; make room on the disk and try again."
    )


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.EACCES, "(Permission denied); look at its permissions, or read a copy of it."),
        (errno.EPERM, "(Operation not permitted); look at its permissions, or read a copy of it."),
        (errno.EIO, "(Input/output error); look at its disk, or read a copy of it."),
    ],
    ids=["may not be read", "not allowed", "a bad disk"],
)
def test_what_the_system_says_of_a_file_is_told_with_what_to_look_at(number: int, says: str) -> None:
    fault = OSError(number, os.strerror(number))
    assert not_read(Path("class.goodpath"), fault) == f"class.goodpath cannot be read {says}"


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
