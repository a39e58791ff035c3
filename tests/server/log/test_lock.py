"""One writer to a session file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from goodpath_core.errors import LogError
from goodpath_server.log.lock import lock, lock_path, note_address
from small_disk import bounded_files

HOLD = "import sys, pathlib; from goodpath_server.log.lock import lock\n" + (
    "held = lock(pathlib.Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
)


def test_whoever_comes_second_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "class.goodpath"
    held = lock(path)
    with pytest.raises(LogError, match="Another server already writes class.goodpath"):
        lock(path)
    held.close()
    lock(path).close()


def test_whoever_comes_second_is_told_where_the_console_of_the_first_is(tmp_path: Path) -> None:
    path = tmp_path / "class.goodpath"
    held = lock(path)
    note_address(held, "127.0.0.1:8713")
    with pytest.raises(LogError) as no:
        lock(path)
    assert str(no.value).endswith(f" Its console: goodpath teach 127.0.0.1:8713 --key {tmp_path}/class.key")
    held.close()


def test_a_lock_is_for_its_owner_alone_from_its_beginning_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "class.goodpath"
    before = os.umask(0)
    try:
        held = lock(path)
        modes = [lock_path(path).stat().st_mode & 0o777]
        note_address(held, "127.0.0.1:8713")
    finally:
        os.umask(before)
    held.close()
    modes.append(lock_path(path).stat().st_mode & 0o777)
    assert modes == [0o600, 0o600]


def test_the_address_is_written_into_the_file_that_is_held_whatever_lies_in_its_place_by_now(
    tmp_path: Path,
) -> None:
    path = tmp_path / "class.goodpath"
    held = lock(path)
    lock_path(path).rename(tmp_path / "held")
    lock_path(path).write_text("mine")
    note_address(held, "127.0.0.1:8713")
    held.close()
    assert (tmp_path / "held").read_text() == "127.0.0.1:8713"
    assert lock_path(path).read_text() == "mine"


def test_a_shorter_address_leaves_nothing_of_a_longer_one_before_it(tmp_path: Path) -> None:
    path = tmp_path / "class.goodpath"
    for address in ("127.0.0.1:58713", "127.0.0.1:8713"):
        with lock(path) as held:
            note_address(held, address)
    assert lock_path(path).read_text() == "127.0.0.1:8713"


def test_where_no_address_can_be_written_the_lock_holds_all_the_same_and_tells_none(tmp_path: Path) -> None:
    path = tmp_path / "class.goodpath"
    with lock(path) as first:
        note_address(first, "127.0.0.1:8713")
    held = lock(path)
    with bounded_files(0):
        note_address(held, "127.0.0.1:9999")
        with pytest.raises(LogError, match=r"choose another file with -o\.$"):
            lock(path)
        held.close()


def test_two_files_in_one_folder_have_two_locks(tmp_path: Path) -> None:
    with lock(tmp_path / "one.goodpath"), lock(tmp_path / "two.goodpath"):
        assert len(list(tmp_path.iterdir())) == 2


def test_a_lock_ends_with_the_process_that_held_it_however_it_ends(tmp_path: Path) -> None:
    path = tmp_path / "class.goodpath"
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout and other.stdout.readline() == b"held\n"
        with pytest.raises(LogError, match="Another server"):
            lock(path)
        other.kill()
    lock(path).close()
