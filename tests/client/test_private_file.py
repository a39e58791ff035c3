"""A small private file: whole, for its owner alone, and as it was where nothing can be written."""

import errno
import os
import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from goodpath_client.private_file import write_privately


@pytest.mark.parametrize("force", [None, os.fsync], ids=["not forced", "forced"])
def test_the_file_holds_what_was_written_last_and_is_its_owners_alone(
    tmp_path: Path, force: Callable[[int], None] | None
) -> None:
    path = tmp_path / "made" / "seats.json"
    for content in (b"first", b"second"):
        write_privately(path, content, force)
    assert path.read_bytes() == b"second"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert os.listdir(path.parent) == ["seats.json"]


@pytest.mark.skipif(os.name != "posix", reason="other systems open no folders")
def test_the_name_is_on_the_disk_as_well_as_the_content_where_it_is_forced(tmp_path: Path) -> None:
    path = tmp_path / "seats.json"
    forced: list[tuple[bool, bool]] = []

    def note(file: int) -> None:
        forced.append((stat.S_ISDIR(os.fstat(file).st_mode), path.exists()))
        os.fsync(file)

    write_privately(path, b"content", note)
    assert forced == [(False, False), (True, True)], "first the file, then the folder that names it"


@pytest.mark.skipif(os.name != "posix", reason="other systems open no folders")
def test_a_file_system_that_forces_no_folders_takes_the_file_all_the_same(tmp_path: Path) -> None:
    def refuse(file: int) -> None:
        if stat.S_ISDIR(os.fstat(file).st_mode):
            raise OSError(errno.EINVAL, "no folders here")
        os.fsync(file)

    write_privately(tmp_path / "seats.json", b"content", refuse)
    assert (tmp_path / "seats.json").read_bytes() == b"content"


def test_where_it_cannot_be_put_in_place_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "seats.json"
    path.mkdir()
    with pytest.raises(OSError):
        write_privately(path, b"content")
    assert os.listdir(tmp_path) == ["seats.json"]


def test_of_many_that_write_at_once_each_writes_the_whole(tmp_path: Path) -> None:
    path = tmp_path / "seats.json"
    contents = [sign * 100_000 for sign in (b"a", b"b", b"c", b"d")]

    def write(content: bytes) -> set[bytes]:
        found = set()
        for _ in range(20):
            write_privately(path, content)
            found.add(path.read_bytes())
        return found

    with ThreadPoolExecutor(len(contents)) as writers:
        found = set().union(*writers.map(write, contents))
    assert found <= set(contents)
    assert os.listdir(tmp_path) == ["seats.json"]
