"""Lines for this machine run when they are pasted, however the program was started."""

import shlex
import subprocess
import sys
from pathlib import Path

from goodpath.own_line import called, own_line, runs_here

from processes import Spoken


def program(folder: Path) -> Path:
    """A `goodpath` that can be run, in a folder of its own with its Python."""
    folder.mkdir(parents=True)
    found = folder / "goodpath"
    found.write_text("#!/bin/sh\n")
    found.chmod(0o755)
    return found


def test_a_goodpath_that_no_path_leads_to_is_called_by_its_whole_name(tmp_path: Path) -> None:
    own = program(tmp_path / "copy" / ".venv" / "bin")
    python = str(own.with_name("python"))
    assert called(str(own), python, {"PATH": "/nowhere"}) == [str(own)]
    assert called("/copy/goodpath/__main__.py", python, {"PATH": "/nowhere"}) == [str(own)]
    assert called("/copy/goodpath/__main__.py", python, {}) == [str(own)]


def test_another_goodpath_on_the_path_is_not_meant(tmp_path: Path) -> None:
    own, other = program(tmp_path / "own"), program(tmp_path / "other")
    assert called(str(own), str(own.with_name("python")), {"PATH": str(other.parent)}) == [str(own)]


def test_the_one_on_the_path_is_called_by_its_name_also_through_a_link(tmp_path: Path) -> None:
    own, links = program(tmp_path / "tool"), tmp_path / "links"
    links.mkdir()
    (links / "goodpath").symlink_to(own)
    python = str(own.with_name("python"))
    assert called(str(own), python, {"PATH": str(own.parent)}) == ["goodpath"]
    assert called(str(links / "goodpath"), python, {"PATH": str(links)}) == ["goodpath"]


def test_the_path_of_an_activated_environment_holds_in_one_terminal_only(tmp_path: Path) -> None:
    own = program(tmp_path / "env" / "bin")
    environ = {"PATH": str(own.parent), "VIRTUAL_ENV": str(tmp_path / "env")}
    assert called("/x/goodpath/__main__.py", str(own.with_name("python")), environ) == [str(own)]


def test_without_a_script_python_runs_it(tmp_path: Path) -> None:
    python = str(tmp_path / "python3")
    assert called("/x/goodpath/__main__.py", python, {"PATH": "/nowhere"}) == [python, "-m", "goodpath"]


def test_a_name_with_spaces_is_one_word_for_the_shell() -> None:
    words = shlex.split(own_line("report", "my class.goodpath"))
    assert words[-2:] == ["report", "my class.goodpath"]


def test_the_lines_that_a_server_prints_run_in_a_shell_as_they_stand(tmp_path: Path) -> None:
    hosted = Spoken(tmp_path, "host", "ten-pictures", "--port", "0", "-o", "my class.goodpath")
    try:
        line = hosted.wait_for(r"Teacher:   (.*)\n")[1]
    finally:
        hosted.close()
    words = shlex.split(line)
    assert words[0] == str(Path(sys.executable).with_name("goodpath")) and words[1] == "teach"
    ran = subprocess.run(line, shell=True, cwd="/", stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert ran.stderr == "goodpath: The console needs a terminal; open one and start it there.\n"


def test_a_sentence_from_elsewhere_brings_lines_that_run_here() -> None:
    for sentence, line in (
        ("x.goodpath is damaged; run `goodpath verify` on it.", own_line("verify")),
        ("It is open. Its console: goodpath teach 127.0.0.1:8713 --key a.key", own_line("teach")),
    ):
        assert line in runs_here(sentence) and "`goodpath " not in runs_here(sentence)
    assert runs_here("goodpath teach needs a terminal.") == "goodpath teach needs a terminal."
