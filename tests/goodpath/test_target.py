"""What `host` and `serve` open: a scenario in a new session file, or a session file that goes on alone."""

import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from goodpath.library import list_shipped
from goodpath.target import Target, find_target

from processes import Spoken
from refusals import misused, refused


def test_a_scenario_has_the_session_file_that_was_named_or_a_new_one_of_its_name() -> None:
    assert find_target("apple-phone", Path("a.goodpath")) == Target("apple-phone", Path("a.goodpath"))
    scenario, session = find_target("towns/evening.yaml", None)
    assert (scenario, session.parent) == ("towns/evening.yaml", Path.cwd())
    assert session.name.startswith("evening-20") and session.suffix == ".goodpath"


def test_where_nothing_is_named_a_session_file_goes_on_and_a_new_one_is_of_the_first_scenario(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.goodpath"
    assert find_target("", path) == Target("ten-pictures", path)
    path.touch()
    assert find_target("", path) == Target("", path)
    assert find_target("", None).scenario == "ten-pictures"


def test_a_session_file_brings_its_own_scenario(tmp_path: Path) -> None:
    path = tmp_path / "a.goodpath"
    path.touch()
    assert find_target(str(path), None) == find_target(str(path), path) == Target("", path)


def test_a_folder_is_a_scenario_whatever_its_name_ends_in(tmp_path: Path) -> None:
    folder = tmp_path / "town.goodpath"
    folder.mkdir()
    assert find_target(str(folder), tmp_path / "a.goodpath").scenario == str(folder)


@pytest.mark.parametrize("command", ["host", "serve"])
@pytest.mark.parametrize(
    ("words", "says"),
    [
        (
            ("FOLDER/none.goodpath",),
            "There is no session file none.goodpath; look at its name and its folder, "
            "or name a scenario to begin a new session.",
        ),
        (
            ("FOLDER/a.goodpath", "-o", "FOLDER/b.goodpath"),
            "a.goodpath is a session file and goes on in its own place; leave -o out, "
            "or name a scenario to begin a new session.",
        ),
    ],
    ids=["missing", "another place"],
)
def test_what_cannot_go_on_is_said_in_one_sentence_and_nothing_is_made(
    tmp_path: Path, command: str, words: Sequence[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.goodpath").write_text("not one")
    typed = [word.replace("FOLDER", str(tmp_path)) for word in words]
    said = misused(capsys, command, *typed, "--port", "0").replace(f"{tmp_path}/", "")
    assert said.startswith(f"goodpath: {says}") and said.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["a.goodpath"]


@pytest.mark.parametrize("command", ["host", "serve"])
def test_what_is_no_session_file_is_refused_and_nothing_is_made(
    tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.goodpath"
    path.write_text("not one")
    said = refused(capsys, command, str(path), "--port", "0")
    assert said.startswith("goodpath: a.goodpath is not a session file, or is damaged; ")
    assert (said.count("\n"), [*tmp_path.iterdir()], path.read_text()) == (1, [path], "not one")


@pytest.mark.parametrize("command", ["host", "serve"])
def test_a_session_of_ones_own_scenario_goes_on_with_its_pictures_once_the_scenario_is_gone(
    tmp_path: Path, command: str
) -> None:
    shutil.copytree(list_shipped()["ten-pictures"], tmp_path / "evening")
    open_once(tmp_path, command, "evening", "-o", "a.goodpath", "--cells", "2")
    shutil.rmtree(tmp_path / "evening")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with closing(sqlite3.connect(tmp_path / "a.goodpath")) as file:
        pictures = file.execute("SELECT count(*) FROM picture").fetchone()
    said = open_once(elsewhere, command, "../a.goodpath")
    assert ": Ten pictures\n" in said
    with closing(sqlite3.connect(tmp_path / "a.goodpath")) as file:
        assert file.execute("SELECT count(*) FROM picture").fetchone() == pictures != (0,)
        assert file.execute("SELECT count(*) FROM epoch").fetchone() == (2,)
    assert list(elsewhere.glob("*.goodpath")) == []


def open_once(folder: Path, *words: str) -> str:
    """Open a session, and stop it again; what was said."""
    process = Spoken(folder, *words, "--port", "0")
    try:
        process.wait_for("Session:   ")
        process.process.terminate()
        assert process.finish() == 0
    finally:
        process.close()
    return process.said
