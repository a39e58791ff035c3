"""Files for their owner alone."""

import errno
import os
import stat
from pathlib import Path

import pytest

from goodpath_server.private import owner_only, write_private


def test_a_file_takes_the_place_of_one_that_others_could_read(tmp_path: Path) -> None:
    path = tmp_path / "tokens.txt"
    path.write_text("old")
    path.chmod(0o644)
    write_private(path, "潘")
    assert (path.read_text("utf-8"), path.stat().st_mode & 0o777) == ("潘", 0o600)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="other systems open no folders")
def test_the_name_is_on_the_disk_as_well_as_the_text(tmp_path: Path) -> None:
    path = tmp_path / "tokens.txt"
    forced: list[tuple[bool, bool]] = []

    def note(file: int) -> None:
        forced.append((stat.S_ISDIR(os.fstat(file).st_mode), path.exists()))
        os.fsync(file)

    write_private(path, "secret", note)
    assert forced == [(False, False), (True, True)], "first the file, then the folder that names it"


@pytest.mark.skipif(os.name != "posix", reason="other systems open no folders")
def test_a_file_system_that_forces_no_folders_takes_the_text_all_the_same(tmp_path: Path) -> None:
    def refuse(file: int) -> None:
        if stat.S_ISDIR(os.fstat(file).st_mode):
            raise OSError(errno.EINVAL, "no folders here")
        os.fsync(file)

    write_private(tmp_path / "tokens.txt", "secret", refuse)
    assert (tmp_path / "tokens.txt").read_text("utf-8") == "secret"


def test_whoever_has_the_unfinished_file_open_sees_nothing_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "tokens.txt.new").touch(0o644)
    with (tmp_path / "tokens.txt.new").open() as opened:
        write_private(tmp_path / "tokens.txt", "secret")
        assert opened.read() == ""


def test_what_is_opened_anew_is_for_its_owner_alone(tmp_path: Path) -> None:
    with open(tmp_path / "report.html", "x", opener=owner_only) as file:
        assert (tmp_path / "report.html").stat().st_mode & 0o777 == 0o600
        file.write("a report")
    assert (tmp_path / "report.html").read_text() == "a report"


def test_no_link_leads_the_text_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "tokens.txt.new").symlink_to(tmp_path / "elsewhere")
    write_private(tmp_path / "tokens.txt", "secret")
    assert os.listdir(tmp_path) == ["tokens.txt"]


def test_a_place_that_cannot_be_written_is_an_error_of_the_machine(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file or directory"):
        write_private(tmp_path / "nowhere" / "tokens.txt", "secret")
