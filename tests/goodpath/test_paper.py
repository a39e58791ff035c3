"""A paper is there whole or not at all, for its owner alone, and what cannot be written says the way out."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from goodpath.paper import write_new_paper, write_paper

from goodpath_core.errors import GoodpathError, LogError
from small_disk import bounded_files

Write = Callable[[Path, Iterable[str], str], None]
WAY_OUT = "choose another place after -o."
LONG = ["a line of the class\n"] * 10_000


def left(folder: Path) -> dict[str, str]:
    return {entry.name: entry.read_text("utf-8") for entry in folder.iterdir()}


def test_a_paper_takes_the_place_of_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "class.md"
    out.write_text("an older one")
    write_paper(out, ["# 城", "\n"], WAY_OUT)
    assert left(tmp_path) == {"class.md": "# 城\n"}
    assert out.stat().st_mode & 0o777 == 0o600


def test_a_new_paper_is_written_only_where_nothing_lies(tmp_path: Path) -> None:
    out = tmp_path / "class.md"
    write_new_paper(out, ["# 城", "\n"], WAY_OUT)
    assert out.stat().st_mode & 0o777 == 0o600
    with pytest.raises(GoodpathError) as no:
        write_new_paper(out, ["another"], WAY_OUT)
    assert str(no.value) == f"{out} cannot be written (File exists); choose another place after -o."
    assert left(tmp_path) == {"class.md": "# 城\n"}


@pytest.mark.parametrize("write", [write_paper, write_new_paper])
def test_a_full_disk_is_named_with_the_paper_and_leaves_nothing_of_it(tmp_path: Path, write: Write) -> None:
    out = tmp_path / "class.md"
    with bounded_files(20_000), pytest.raises(GoodpathError) as no:
        write(out, LONG, WAY_OUT)
    assert str(no.value) == f"{out} cannot be written (File too large); choose another place after -o."
    assert left(tmp_path) == {}


def test_on_a_full_disk_the_older_paper_stays(tmp_path: Path) -> None:
    out = tmp_path / "class.md"
    out.write_text("an older one")
    with bounded_files(20_000), pytest.raises(GoodpathError, match="File too large"):
        write_paper(out, LONG, WAY_OUT)
    assert left(tmp_path) == {"class.md": "an older one"}


@pytest.mark.parametrize("write", [write_paper, write_new_paper])
def test_what_cannot_be_read_to_its_end_leaves_no_half_a_paper(tmp_path: Path, write: Write) -> None:
    def broken() -> Iterator[str]:
        yield "# A class\n"
        raise LogError("Record 38 does not match its hash.")

    with pytest.raises(LogError):
        write(tmp_path / "class.md", broken(), WAY_OUT)
    assert left(tmp_path) == {}
