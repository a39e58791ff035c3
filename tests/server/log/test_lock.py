"""One writer to a session file."""

import subprocess
import sys
from pathlib import Path

import pytest

from goodpath_core.errors import LogError
from goodpath_server.log.lock import lock, note_address

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
    note_address(path, "127.0.0.1:8713")
    with pytest.raises(LogError) as no:
        lock(path)
    assert str(no.value).endswith(f" Its console: goodpath teach 127.0.0.1:8713 --key {tmp_path}/class.key")
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
