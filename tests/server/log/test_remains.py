"""What a killed server stored last is not destroyed by a new session in the place of its file."""

from pathlib import Path

import pytest

from goodpath_core.errors import LogError
from goodpath_server.log.remains import said_of_remains
from goodpath_server.log.sqlite import SqliteLog
from server.log.test_log import META, line


def orphaned(path: Path) -> dict[str, bytes]:
    """What lies in the folder after a server was killed and its session file moved away."""
    log = SqliteLog.create(path, META, {})
    log.append([line(1), line(2)])
    wal = path.with_name(f"{path.name}-wal")
    stored = wal.read_bytes()
    log.close()
    path.unlink()
    wal.write_bytes(stored)
    return left(path)


def left(path: Path) -> dict[str, bytes]:
    return {entry.name: entry.read_bytes() for entry in path.parent.iterdir()}


def test_acknowledged_records_without_their_session_file_are_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "class.goodpath"
    before = orphaned(path)
    with pytest.raises(LogError) as no:
        SqliteLog.create(path, META, {})
    assert str(no.value) == (
        f"{path}-wal may hold what a session stored last; "
        "put its session file back beside it, or choose another name with -o."
    )
    assert left(path) == before


def test_put_beside_their_session_file_again_they_are_there(tmp_path: Path) -> None:
    path, kept = tmp_path / "class.goodpath", tmp_path / "kept"
    log = SqliteLog.create(path, META, {})
    log.settle()
    kept.write_bytes(path.read_bytes())
    log.append([line(1), line(2)])
    stored = path.with_name("class.goodpath-wal").read_bytes()
    log.close()
    path.unlink()
    path.with_name("class.goodpath-wal").write_bytes(stored)
    with pytest.raises(LogError, match="put its session file back"):
        SqliteLog.create(path, META, {})
    kept.rename(path)
    again = SqliteLog(path)
    assert [record.seq for record in again.records()] == [1, 2]
    again.close()


@pytest.mark.parametrize("ending", ["-wal", "-journal"])
def test_whatever_is_named_so_is_left_as_it_is(tmp_path: Path, ending: str) -> None:
    beside = tmp_path / f"class.goodpath{ending}"
    beside.write_bytes(b"somebody's records")
    with pytest.raises(LogError, match=f"class.goodpath{ending} may hold"):
        SqliteLog.create(tmp_path / "class.goodpath", META, {})
    assert left(tmp_path / "class.goodpath") == {beside.name: b"somebody's records"}


def test_where_nothing_is_left_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "class.goodpath-shm").touch()
    (tmp_path / "other.goodpath-wal").touch()
    assert said_of_remains(tmp_path / "class.goodpath") == ""
