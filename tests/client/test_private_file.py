"""A small private file: whole, for its owner alone, and as it was where nothing can be written."""

import errno
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from goodpath_client.private_file import write_privately


@pytest.mark.parametrize("force", [False, True])
def test_the_file_holds_what_was_written_last_and_is_its_owners_alone(tmp_path: Path, force: bool) -> None:
    path = tmp_path / "made" / "seats.json"
    for content in (b"first", b"second"):
        write_privately(path, content, force)
    assert path.read_bytes() == b"second"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert os.listdir(path.parent) == ["seats.json"]


@pytest.mark.skipif(os.name != "posix", reason="other systems open no folders")
def test_the_name_is_on_the_disk_as_well_as_the_content_where_it_is_forced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "seats.json"
    forced: list[tuple[bool, bool]] = []
    force = os.fsync

    def note(file: int) -> None:
        forced.append((stat.S_ISDIR(os.fstat(file).st_mode), path.exists()))
        force(file)

    monkeypatch.setattr(os, "fsync", note)
    write_privately(path, b"content", force=True)
    assert forced == [(False, False), (True, True)], "first the file, then the folder that names it"
    write_privately(path, b"content")
    assert len(forced) == 2


@pytest.mark.skipif(os.name != "posix", reason="other systems open no folders")
def test_a_file_system_that_forces_no_folders_takes_the_file_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    force = os.fsync

    def refuse(file: int) -> None:
        if stat.S_ISDIR(os.fstat(file).st_mode):
            raise OSError(errno.EINVAL, "no folders here")
        force(file)

    monkeypatch.setattr(os, "fsync", refuse)
    write_privately(tmp_path / "seats.json", b"content", force=True)
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
