"""Reading a session leaves no trace beside it and reads all of it, also where nothing may be written."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from goodpath_review.session_file import SessionFile
from mortal import mortal
from only_read import limited, unwritable
from processes import WORDS, surroundings
from review.evening import evening, saved
from small_disk import bounded_files, can_mount, on_small_disk

NEWEST = f"Whole: {len(evening().records)} records; 1 erased on purpose."
PAIR = ("evening.goodpath", "evening.goodpath-wal")
WITH_INDEX = (*PAIR, "evening.goodpath-shm")

PAGE = 4096
ROOM = 100_000
"""Bytes of a file: too little for a copy of the session file."""
NO_ROOM = (
    "goodpath: evening.goodpath has to be read from a copy, and no folder for temporary files takes one; "
    "make room on the disk, or name another folder in TMPDIR.\n"
)
FORMS: dict[str, Callable[[Path], tuple[str, ...]]] = {
    "verify": lambda path: ("verify", str(path)),
    "report": lambda path: ("report", str(path), "-o", str(path.with_suffix(".html"))),
    "export": lambda path: ("export", str(path), "--as", "md", "-o", str(path.with_suffix(".md"))),
}
RUN = """
import sys
from pathlib import Path
from goodpath_core.record import event_of
from goodpath_server.log.sqlite import SqliteLog
log = SqliteLog(Path(sys.argv[1]))
records = list(log.records())
log.begin_epoch(f"after {len(records)}", 0)
log.append([(event_of(record)._replace(seq=len(records) + record.seq), "", "") for record in records])
log.close()
"""
"""A run of a server in which as much happens as is in the file already."""


@contextmanager
def served(folder: Path) -> Iterator[Path]:
    """A session file whose last ten records stand in its write-ahead log, still open as a server has it."""
    path = saved(folder)
    with closing(sqlite3.connect(path, isolation_level=None)) as server:
        last = server.execute("SELECT * FROM event ORDER BY seq DESC LIMIT 10").fetchall()
        server.execute("DELETE FROM event WHERE seq > ?", (len(evening().records) - 10,))
        server.execute("PRAGMA journal_mode = WAL")
        marks = ", ".join("?" * len(last[0]))
        server.executemany(f"INSERT INTO event VALUES ({marks})", reversed(last))
        yield path


def crashed(folder: Path, left: tuple[str, ...]) -> Path:
    """What a server left that had no time to close its files, moved on without some of them."""
    folder.mkdir()
    running = folder.with_name("running")
    running.mkdir()
    with served(running):
        for name in left:
            shutil.copyfile(running / name, folder / name)
    return folder / left[0]


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def verified(path: Path, temporary: Path) -> "subprocess.CompletedProcess[str]":
    """What `goodpath verify` says, as somebody who may do what the modes of the files say."""
    return spoken(temporary, "verify", str(path), within=limited())


def spoken(temporary: Path, *words: str, within: Sequence[str] = ()) -> "subprocess.CompletedProcess[str]":
    """What a line of goodpath says that has this folder for temporary files; `within` goes before it."""
    temporary.mkdir(exist_ok=True)
    environment = {**surroundings(temporary), "TMPDIR": str(temporary)}
    line = [*within, *mortal(*WORDS, *words)]
    return subprocess.run(line, capture_output=True, text=True, env=environment)


@pytest.mark.parametrize("left", [PAIR, WITH_INDEX], ids=["without an index", "with an index"])
@pytest.mark.parametrize("only_read", [False, True], ids=["writable", "only read"])
def test_what_a_crash_left_is_read_whole_and_nothing_changes(
    tmp_path: Path, left: tuple[str, ...], only_read: bool
) -> None:
    folder, temporary = tmp_path / "class", tmp_path / "temporary"
    path = crashed(folder, left)
    before = bytes_in(folder)

    with unwritable(*(folder.iterdir() if only_read else ()), *([folder] if only_read else ())):
        said = verified(path, temporary)

    assert said.stderr == ""
    assert said.stdout.startswith(NEWEST)
    assert bytes_in(folder) == before
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("only_read", [False, True], ids=["writable", "only read"])
def test_a_session_whose_server_runs_is_read_to_its_newest_record_and_nothing_changes(
    tmp_path: Path, only_read: bool
) -> None:
    folder = tmp_path / "class"
    folder.mkdir()
    with served(folder) as path:
        before = bytes_in(folder)
        with unwritable(*(folder.iterdir() if only_read else ()), *([folder] if only_read else ())):
            said = verified(path, tmp_path / "temporary")
        after = bytes_in(folder)

    assert (said.stderr, said.stdout[: len(NEWEST)]) == ("", NEWEST)
    assert set(before) == set(WITH_INDEX)
    assert after == before


@pytest.mark.parametrize("left", [(), PAIR, WITH_INDEX], ids=["ended well", "crashed", "with an index"])
def test_a_server_that_begins_after_the_opening_changes_nothing_of_what_is_read(
    tmp_path: Path, left: tuple[str, ...]
) -> None:
    path = crashed(tmp_path / "class", left) if left else saved(tmp_path)
    run = [sys.executable, "-c", RUN, str(path)]
    with SessionFile(path) as file:
        subprocess.run(run, check=True, env=surroundings(tmp_path))
        assert list(file.records()) == evening().records
        assert file.damage() == ""
    with SessionFile(path) as file:
        assert len(list(file.records())) == 2 * len(evening().records)


def test_the_log_of_a_file_that_is_named_by_a_link_is_read_as_well(tmp_path: Path) -> None:
    path = crashed(tmp_path / "class", PAIR)
    link = tmp_path / "monday.goodpath"
    link.symlink_to(path)

    with SessionFile(link) as file:
        assert len(list(file.records())) == len(evening().records)


@pytest.mark.parametrize("closed", PAIR)
def test_what_may_not_be_read_is_not_called_damaged(tmp_path: Path, closed: str) -> None:
    path = crashed(tmp_path / "class", PAIR)
    with unwritable(path.with_name(closed), mode=0):
        said = verified(path, tmp_path / "temporary")

    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr.startswith("goodpath: evening.goodpath cannot be read (")
    assert said.stderr.endswith("); look at its permissions, or read a copy of it.\n")


def test_a_copy_is_removed_also_where_what_is_in_it_is_damaged(tmp_path: Path) -> None:
    path = crashed(tmp_path / "class", PAIR)
    path.write_text("Dear teacher, " * 100)

    said = verified(path, tmp_path / "temporary")

    assert said.stderr.startswith("goodpath: evening.goodpath is damaged (")
    assert list((tmp_path / "temporary").iterdir()) == []


@pytest.mark.parametrize("most", [0, ROOM], ids=["no folder for temporary files", "no room in it"])
@pytest.mark.parametrize("form", ["verify", "report", "export"])
def test_that_there_is_no_room_for_a_copy_is_said_and_no_fault_is_found_with_the_file(
    tmp_path: Path, form: str, most: int
) -> None:
    path = crashed(tmp_path / "class", PAIR)
    with bounded_files(most):
        said = spoken(tmp_path / "temporary", *FORMS[form](path))

    assert (said.returncode, said.stdout, said.stderr) == (1, "", NO_ROOM)
    assert list((tmp_path / "temporary").iterdir()) == []


def test_a_copy_needs_no_more_room_than_the_file_and_its_log(tmp_path: Path) -> None:
    if not can_mount(tmp_path):
        pytest.skip("this machine lets nobody have a small file system")
    path = crashed(tmp_path / "class", PAIR)
    needed = sum(path.with_name(name).stat().st_size // PAGE + 1 for name in PAIR) * PAGE // 1024
    line = ("/usr/bin/env", f"TMPDIR={tmp_path / 'disk'}", *WORDS, "verify", str(path))

    enough, too_little = (on_small_disk(tmp_path, kilobytes, *line) for kilobytes in (needed + 8, needed - 8))

    assert enough.startswith(NEWEST) and enough.endswith("code 0\n")
    assert too_little == f"{NO_ROOM}code 1\n"
