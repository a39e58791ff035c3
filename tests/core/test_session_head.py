"""A session file is known by its first bytes."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from goodpath_core.session_head import HEAD, begins_a_session


@pytest.mark.parametrize(("number", "is_one"), [(1198477409, True), (1198477408, False), (0, False)])
def test_a_database_is_a_session_file_by_its_application_id(
    tmp_path: Path, number: int, is_one: bool
) -> None:
    with closing(sqlite3.connect(tmp_path / "class.goodpath")) as file:
        file.execute(f"PRAGMA application_id = {number}")
        file.execute("CREATE TABLE event (seq)")
    assert begins_a_session((tmp_path / "class.goodpath").read_bytes()[:HEAD]) is is_one


@pytest.mark.parametrize("head", [b"", b"Dear teacher", b"SQLite format 3\0", b"\0" * 68 + b"GoPa"])
def test_anything_else_is_none(head: bytes) -> None:
    assert not begins_a_session(head)
