"""File and log are read as they stood together at one moment, or it is said that they change all the time."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from goodpath_core.errors import LogError
from goodpath_review.one_moment import one_moment


def beginning(path: Path) -> sqlite3.Connection:
    """A server that begins on a file: what it stores stands in the log until it has closed its files."""
    server = sqlite3.connect(path, isolation_level=None)
    server.execute("PRAGMA journal_mode = WAL")
    server.execute("CREATE TABLE IF NOT EXISTS line (text)")
    server.execute("INSERT INTO line VALUES ('hello')")
    return server


def run(path: Path) -> None:
    """A server that begins and stops again."""
    beginning(path).close()


def after_the_first(then: Callable[[], object]) -> Callable[[Path], bytes]:
    """Reads whole files, and lets something happen once the first was read."""
    waiting = [then]

    def read(path: Path) -> bytes:
        found = path.read_bytes()
        if waiting:
            waiting.pop()()
        return found

    return read


def files(tmp_path: Path) -> tuple[Path, Path]:
    path = tmp_path / "class.goodpath"
    run(path)
    return path, tmp_path / "class.goodpath-wal"


def test_a_file_without_a_log_is_all_there_is(tmp_path: Path) -> None:
    path, log = files(tmp_path)
    assert one_moment(path, log) == (path.read_bytes(), b"")


def test_a_file_that_a_server_ran_on_meanwhile_is_read_anew(tmp_path: Path) -> None:
    path, log = files(tmp_path)
    before = path.read_bytes()

    file, logged = one_moment(path, log, after_the_first(lambda: run(path)))

    assert (file, logged) == (path.read_bytes(), b"")
    assert file != before


def test_a_log_that_appeared_meanwhile_is_read_with_the_file(tmp_path: Path) -> None:
    path, log = files(tmp_path)
    servers: list[sqlite3.Connection] = []

    found = one_moment(path, log, after_the_first(lambda: servers.append(beginning(path))))

    with closing(servers[0]):
        assert found == (path.read_bytes(), log.read_bytes())
        assert log.stat().st_size > 0


def test_a_log_that_went_into_the_file_meanwhile_is_read_there(tmp_path: Path) -> None:
    path, log = files(tmp_path)
    server = beginning(path)

    file, logged = one_moment(path, log, after_the_first(server.close))

    assert (file, logged) == (path.read_bytes(), b"")


def test_a_file_that_another_took_the_place_of_is_read_anew(tmp_path: Path) -> None:
    path, log = files(tmp_path)
    other = tmp_path / "other"
    other.write_bytes(b"monday")

    assert one_moment(path, log, after_the_first(lambda: other.replace(path))) == (b"monday", b"")


def test_a_file_that_never_stands_still_is_to_be_read_again_in_a_moment(tmp_path: Path) -> None:
    path, log = files(tmp_path)

    def read(one: Path) -> bytes:
        found = one.read_bytes()
        run(path)
        return found

    with pytest.raises(LogError) as said:
        one_moment(path, log, read)
    assert str(said.value) == "class.goodpath changes all the time; read it again in a moment."
