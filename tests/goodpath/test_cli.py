"""The command line says in one sentence what is wrong and what to do, and leaves with 1, or with 2."""

import errno
import os
import socket
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from goodpath.cli import app, run

from core.scenario.small import SMALL
from goodpath import __version__
from goodpath_core.errors import Problem, ScenarioProblems
from processes import OWN, ROOT, WORDS, surroundings
from refusals import misused, refused
from review.evening import saved

STARTING = [
    ["serve", "TOWN", "-o", "OUT/x.goodpath", "--port", "0"],
    ["host", "TOWN", "-o", "OUT/x.goodpath", "--port", "0"],
    ["rehearse", "TOWN", "-o", "OUT/x.goodpath"],
    ["demo", "TOWN", "--folder", "OUT"],
]


@pytest.mark.parametrize("words", STARTING, ids=[words[0] for words in STARTING])
def test_a_broken_scenario_is_one_sentence_that_leads_to_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    town, out = tmp_path / "my-town", tmp_path / "out"
    town.mkdir()
    broken = SMALL.replace("age: 39", "age: 3").replace("lasts: 4m", "lasts: 1m")
    (town / "scenario.yaml").write_text(broken, encoding="utf-8")
    told = refused(capsys, *(word.replace("TOWN", str(town)).replace("OUT", str(out)) for word in words))

    assert told == (
        "goodpath: scenario.yaml has 3 problems, the first in line 31, column 10: "
        f"expected 18 or more; here is 3; run: {OWN} scenario check {town}\n"
    )
    assert not out.exists()


PROBLEM = Problem("scenario.yaml", 3, 5, "expected a date such as 2013-07-14")
SUMMED_UP = {
    "one": (
        [PROBLEM],
        "scenario.yaml has a problem in line 3, column 5: expected a date such as 2013-07-14",
    ),
    "two": (
        [PROBLEM, Problem("scenario.yaml", 9, 1, "x")],
        "scenario.yaml has 2 problems, the first in line 3, column 5: expected a date such as 2013-07-14",
    ),
    "in the whole file": (
        [Problem("town.yaml", 0, 0, "this file cannot be read")],
        "town.yaml has a problem: this file cannot be read",
    ),
    "in a line": (
        [Problem("town.yaml", 7, 0, "this is not UTF-8 text")],
        "town.yaml has a problem in line 7: this is not UTF-8 text",
    ),
    "in a picture as well": (
        [PROBLEM, Problem("pictures/a.png", 0, 0, "this is not a PNG picture")],
        "The scenario has 2 problems, the first in pictures/a.png: this is not a PNG picture",
    ),
}


@pytest.mark.parametrize(("problems", "sentence"), SUMMED_UP.values(), ids=SUMMED_UP.keys())
def test_problems_are_summed_up(
    capsys: pytest.CaptureFixture[str], problems: list[Problem], sentence: str
) -> None:
    def fail() -> None:
        raise ScenarioProblems(problems, "town")

    assert run(fail) == 1
    assert capsys.readouterr().err == f"goodpath: {sentence}; run: {OWN} scenario check town\n"


def test_a_name_with_a_space_is_quoted_as_a_shell_wants_it(capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise ScenarioProblems([PROBLEM], "my town")

    assert run(fail) == 1
    assert capsys.readouterr().err.endswith(f"run: {OWN} scenario check 'my town'\n")


def test_a_hostile_name_reaches_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise ScenarioProblems([PROBLEM], "a\x1b[2Jb")

    def fail_at_a_file() -> None:
        raise FileNotFoundError(2, "No such file or directory", "a\x1b[2Jb")

    assert (run(fail), run(fail_at_a_file)) == (1, 1)
    assert "\x1b" not in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")

    assert misused(capsys, "demo", "--folder", f"{tmp_path}/file/sessions") == (
        f"goodpath: {tmp_path}/file/sessions cannot be a folder, as a file is in its way; "
        "choose another with --folder.\n"
    )


@pytest.mark.parametrize("command", ["serve", "host", "rehearse"])
def test_a_session_file_in_a_folder_that_is_not_there_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    told = misused(capsys, command, "ten-pictures", "-o", f"{tmp_path}/nowhere/x.goodpath")

    assert f"{tmp_path}/nowhere/x.goodpath cannot be written" in told
    assert told.count("\n") == 1


@pytest.mark.parametrize("command", ["serve", "host"])
@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (("ten-picture", "-o", "OUT/x.goodpath"), "did you mean ten-pictures?"),
        (("ten-pictures", "-o", "OUT/no/x.goodpath"), "no/x.goodpath cannot be written (there is no folder"),
        (("ten-pictures", "-o", "OUT/x.txt"), "x.txt is no name for a session file"),
    ],
    ids=["scenario", "folder", "name"],
)
def test_what_was_typed_is_looked_at_before_the_port(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, typed: tuple[str, ...], says: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        words = [word.replace("OUT", str(tmp_path)) for word in typed]
        told = misused(capsys, command, *words, "--port", str(other.getsockname()[1]))

    assert says in told and told.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["x.goodpath", "x.md", "x.html", "x.log"])
def test_a_rehearsal_that_would_write_over_something_does_not_begin(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / name).write_text("mine")

    assert misused(capsys, "rehearse", "ten-pictures", "-o", f"{tmp_path}/x.goodpath") == (
        f"goodpath: {tmp_path}/{name} is there already; choose another name with -o, or move it away.\n"
    )
    assert [(entry.name, entry.read_text()) for entry in tmp_path.iterdir()] == [(name, "mine")]


def test_a_rehearsal_is_not_written_into_its_own_transcript(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert misused(capsys, "rehearse", "ten-pictures", "-o", f"{tmp_path}/dry.md") == (
        f"goodpath: {tmp_path}/dry.md is no name for a session file, which ends in .goodpath; "
        f"say: -o {tmp_path}/dry.goodpath\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_fault_of_the_network_leads_to_the_address(capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise OSError(113, "No route to host")

    assert run(fail) == 1
    assert capsys.readouterr().err == "goodpath: No route to host; check the address and the network.\n"


ROOM = "make room on its disk, or choose another place."
NETWORK = "check the address and the network."
OTHERS = "close some other programs and try again."


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (TimeoutError(), f"That took too long and was given up; {NETWORK}"),
        (ConnectionResetError(), f"ConnectionResetError; {NETWORK}"),
        (ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused"), f"Connection refused; {NETWORK}"),
        (socket.gaierror(-2, "Name or service not known"), f"Name or service not known; {NETWORK}"),
        (OSError(errno.ENETUNREACH, "Network is unreachable"), f"Network is unreachable; {NETWORK}"),
        (OSError("Multiple exceptions: two addresses"), f"Multiple exceptions: two addresses; {NETWORK}"),
        (
            OSError(errno.ENOSPC, "No space left on device"),
            f"Not all was written: No space left on device; {ROOM}",
        ),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), f"Not all was written: Disk quota exceeded; {ROOM}"),
        (OSError(errno.EFBIG, "File too large"), f"Not all was written: File too large; {ROOM}"),
        (OSError(errno.EIO, "Input/output error"), f"Not all was written: Input/output error; {ROOM}"),
        (OSError(errno.EMFILE, "Too many open files"), f"Too many open files; {OTHERS}"),
        (OSError(errno.ENOSYS, "Function not implemented"), "Function not implemented; try again."),
    ],
)
def test_a_fault_of_the_machine_is_one_sentence_that_leads_to_where_it_can_be_mended(
    capsys: pytest.CaptureFixture[str], fault: OSError, says: str
) -> None:
    def fail() -> None:
        raise fault

    assert run(fail) == 1
    assert capsys.readouterr().err == f"goodpath: {says}\n"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this machine has no device that is full")
@pytest.mark.parametrize(
    "words",
    [
        ("scenario", "list"),
        ("scenario", "schema"),
        ("export", "FILE", "--as", "md"),
        ("verify", "FILE"),
        ("--help",),
    ],
    ids=" ".join,
)
def test_what_is_printed_where_there_is_no_room_is_one_sentence(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    file = str(saved(tmp_path))
    with open("/dev/full", "wb") as full:
        found = subprocess.run(
            [*WORDS, *(word.replace("FILE", file) for word in words)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env=surroundings(tmp_path),
        )
    assert (found.returncode, found.stderr) == (
        1,
        f"goodpath: Not all was written: No space left on device; {ROOM}\n",
    )


def test_what_goes_well_leaves_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(partial(app, ["scenario", "list"], standalone_mode=False)) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    "words",
    [
        ("export", "FILE", "--as", "md"),
        ("export", "FILE", "--as", "csv"),
        ("export", "FILE", "--as", "jsonl"),
        ("verify", "FILE"),
        ("scenario", "list"),
        ("scenario", "show", "ten-pictures"),
        ("scenario", "schema"),
        ("--help",),
    ],
    ids=" ".join,
)
def test_who_reads_what_is_printed_may_leave_before_the_end(tmp_path: Path, words: tuple[str, ...]) -> None:
    file = str(saved(tmp_path))
    reading, writing = os.pipe()
    os.close(reading)
    found = subprocess.run(
        [*WORDS, *(word.replace("FILE", file) for word in words)],
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        env=surroundings(tmp_path),
    )
    os.close(writing)

    assert (found.returncode, found.stderr) == (0, "")


def test_a_reader_of_the_first_line_gets_it_and_no_complaint_follows(tmp_path: Path) -> None:
    words = [*WORDS, "export", str(saved(tmp_path)), "--as", "jsonl"]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings(tmp_path)
    ) as process:
        assert process.stdout and process.stderr
        assert process.stdout.readline().startswith(b'{"seq": 1, ')
        process.stdout.close()
        assert (process.wait(60), process.stderr.read()) == (0, b"")


def test_what_is_wrong_is_said_also_to_those_who_do_not_read_on(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    words = [*WORDS, "rehearse", "ten-picture", "-o", f"{tmp_path}/x.goodpath"]
    found = subprocess.run(
        words, stdout=writing, stderr=subprocess.PIPE, text=True, env=surroundings(tmp_path)
    )
    os.close(writing)

    assert (found.returncode, "did you mean ten-pictures?" in found.stderr) == (2, True)


def loaded_by(module: str) -> set[str]:
    """What a fresh interpreter has loaded once it has imported this module."""
    found = subprocess.run(
        [sys.executable, "-c", f"import sys, {module}; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env=surroundings(ROOT),
    )
    return set(found.stdout.split())


def test_help_and_a_mistyped_command_load_nothing_large() -> None:
    large = {"textual", "websockets", "pydantic", "msgpack", "jinja2", "rich", "sqlite3"}
    assert large & loaded_by("goodpath.cli") == set()


def test_a_seat_in_lines_of_text_loads_no_screen_and_no_picture() -> None:
    assert {"textual", "PIL", "goodpath_client.app"} & loaded_by("goodpath.line_seat") == set()


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    app(["--version"], standalone_mode=False)

    assert capsys.readouterr().out == f"goodpath {__version__}\n"


def test_the_help_says_of_every_command_in_a_whole_sentence_what_it_does(
    capsys: pytest.CaptureFixture[str],
) -> None:
    app(["--help"], standalone_mode=False)
    out, _ = capsys.readouterr()
    assert "teach     The teacher's console to a running server.\n" in out
    assert "..." not in out.partition("Commands:")[2]
