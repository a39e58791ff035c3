"""Hosting and joining as real processes: without a terminal, in one, and when something is wrong."""

import json
import os
import re
import shlex
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from goodpath.teachers_secret import find_secret

from goodpath_core.errors import GoodpathError
from goodpath_server.keyfile import KeyFile
from open_class import open_class
from processes import OWN, PATIENCE_S, Spoken, Terminal
from refusals import refused


@pytest.fixture
def hosted(tmp_path: Path) -> Iterator[Spoken]:
    """A class that is hosted without a terminal."""
    host = Spoken(tmp_path, "host", "ten-pictures", "--port", "0", "-o", "class.goodpath")
    yield host
    host.close()


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Address and code of a class that is open, where it does not matter who hosts it."""
    with open_class(tmp_path / "class.goodpath") as line:
        yield line


def test_without_a_terminal_line_code_and_qr_are_printed_and_a_student_joins(
    hosted: Spoken, tmp_path: Path
) -> None:
    found = hosted.wait_for(r"goodpath join (127\.0\.0\.1:\d+) (\w{4}-\w{4})")
    hosted.wait_for(r"Ctrl\+C ends the server")
    assert f"Code:      {found[2]}" in hosted.said and "█▀" in hosted.said
    student = Spoken(tmp_path, "join", found[1], found[2].lower(), "--name", "Ana")
    try:
        student.wait_for(r"Type /go when you have heard the briefing")
        student.say("/stop")
        student.say("/go")
        student.wait_for(r"Ten pictures\. Seat 1\.")
        student.say("/take Pan Yuting")
        student.wait_for(r"You play Pan Yuting")
        student.say("/quit")
        assert student.finish() == 0
    finally:
        student.close()
    again = Spoken(tmp_path, "join", found[1], found[2], "--name", "Ana")
    try:
        again.wait_for(r"Seat 1\. You play Pan Yuting")
    finally:
        again.close()
    hosted.process.send_signal(signal.SIGTERM)
    assert hosted.finish() == 0
    told = re.search(r"Its last hash, to note for the reviewer:  ([0-9a-f]{64})\n", hosted.said)
    assert told is not None
    review = Spoken(tmp_path, "verify", "class.goodpath")
    try:
        assert review.finish() == 0
        assert f"Last hash: {told[1]}" in review.said
    finally:
        review.close()
    assert (tmp_path / "class.key").stat().st_mode & 0o777 == 0o600


def test_an_observer_watches_in_lines(opened: tuple[str, str], tmp_path: Path) -> None:
    watcher = Spoken(tmp_path, "watch", *opened, "--plain")
    try:
        watcher.wait_for(r"Type /go when you have heard the briefing")
        watcher.say("/stop")
        watcher.say("/go")
        watcher.wait_for(r"Ten pictures\. Seat 1\. You watch\.")
    finally:
        watcher.close()


def test_an_observer_watches_the_cell_that_was_named_and_comes_back_to_it(tmp_path: Path) -> None:
    host = Spoken(tmp_path, "host", "ten-pictures", "--cells", "2", "--port", "0", "-o", "class.goodpath")
    try:
        found = host.wait_for(r"goodpath join (\S+) (\S+)")
        line = ("watch", found[1], found[2], "--plain", "--cell")
        for cell, said in (("2", r"Seat 1\. You watch\. This is cell 2"), ("1", r"Seat 2\. You watch\.\n")):
            watcher = Spoken(tmp_path, *line, cell)
            watcher.wait_for(r"Type /go")
            watcher.say("/stop")
            watcher.say("/go")
            watcher.wait_for(said)
            watcher.close()
        again = Spoken(tmp_path, *line, "2")
        again.wait_for(r"Seat 1\. You watch\. This is cell 2")
        again.close()
        nowhere = Spoken(tmp_path, *line, "3")
        assert nowhere.finish() == 1
        assert "goodpath: There is no cell 3 here; the cells are 1 to 2." in nowhere.said
        nowhere.close()
    finally:
        host.close()


def test_a_wrong_code_and_a_wrong_secret_end_in_one_sentence(opened: tuple[str, str], tmp_path: Path) -> None:
    address, _ = opened
    student = Spoken(tmp_path, "join", address, "WRONG234", "--name", "Ana")
    terminal = Terminal(tmp_path, "teach", address, "not-the-secret")
    try:
        assert student.finish() == 1
        assert "goodpath: That code is not known here" in student.said
        assert "Traceback" not in student.said
        terminal.wait_for(
            "goodpath: That is not the teacher's secret of this session; it stands in the .key file"
        )
    finally:
        student.close()
        terminal.close()


def test_the_secret_is_a_word_of_the_command_line_or_typed_unseen(
    opened: tuple[str, str], tmp_path: Path
) -> None:
    address, _ = opened
    secret = KeyFile(tmp_path / "class.key").secret
    old, asked = Terminal(tmp_path, "teach", address, secret), Terminal(tmp_path, "teach", address)
    try:
        asked.wait_for("The teacher's secret, which stands in the key file:")
        asked.press(secret.encode() + b"\n")
        for terminal in (old, asked):
            terminal.wait_for("goodpath join 127.0.0.1:")
            terminal.wait_for("connected")
        assert secret not in asked.text
    finally:
        old.close()
        asked.close()


@pytest.mark.parametrize("text", ["no json", "{}", ""])
def test_a_file_that_is_no_key_file_is_named_with_what_to_give(tmp_path: Path, text: str) -> None:
    (tmp_path / "class.txt").write_text(text)
    with pytest.raises(GoodpathError) as no:
        find_secret("", tmp_path / "class.txt")
    assert str(no.value) == (
        f"{tmp_path}/class.txt is no key file; give the one that ends in .key beside the session file."
    )


def test_in_lines_what_was_not_given_is_asked_for_as_the_form_does(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "join", "--plain")
    try:
        terminal.wait_for("Address, as on the board:")
        terminal.press(b"127.0.0.1:1\n")
        terminal.wait_for("Code, as on the board:")
        terminal.press(b"ABCD-EFGH\n")
        terminal.wait_for("Your own name; only your teacher sees it:")
        terminal.press(b"Ana\n")
        terminal.wait_for("No server answers at 127.0.0.1:1")
    finally:
        terminal.close()


@pytest.mark.parametrize("words", [("127.0.0.1:1", "secret"), ("127.0.0.1:1",)], ids=["told", "asked for"])
def test_a_console_without_a_terminal_is_refused(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    told = refused(capsys, "teach", *words)

    assert told == "goodpath: The console needs a terminal; open one and start it there.\n"


def test_a_mistyped_name_is_a_misuse_also_where_the_server_is_a_process_of_its_own(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "host", "ten-picture", "--port", "0", "-o", "class.goodpath")
    try:
        assert terminal.finish() == 2
        assert "did you mean ten-pictures?" in terminal.text
        assert list(tmp_path.iterdir()) == []
    finally:
        terminal.close()


def test_in_a_terminal_the_server_outlives_the_console_and_the_way_back_is_told(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "host", "ten-pictures", "--port", "0", "-o", "class.goodpath")
    pid = 0
    try:
        terminal.wait_for("F5 start")
        terminal.wait_for("connected")
        terminal.press(b"\x1bq")
        terminal.wait_for("Close this console?")
        terminal.press(b"\r")
        terminal.wait_for("Stop the server as well?")
        terminal.press(b"n\n")
        terminal.wait_for("Come back with:")
        # The path is longer than a line of this terminal.
        said = terminal.text.replace("\n", "")
        found = re.search(r"runs on as process (\d+).*?goodpath teach (\S+) --key (\S+\.key)", said)
        assert found is not None
        pid = int(found[1])
        os.kill(pid, 0)
        secret = json.loads((tmp_path / "class.key").read_text("utf-8"))["secret"]
        assert secret not in said
        (tmp_path / "elsewhere").mkdir()
        back = Terminal(tmp_path / "elsewhere", "teach", found[2], "--key", found[3])
        try:
            back.wait_for("goodpath join 127.0.0.1:")
            back.wait_for("connected")
        finally:
            back.close()
    finally:
        terminal.close()
        if pid:
            os.kill(pid, signal.SIGTERM)


def wait_until_it_sleeps(pid: int) -> None:
    """Wait until a process waits for its input: Python misses a signal between the question and that."""
    stat = Path(f"/proc/{pid}/stat")
    end = time.monotonic() + PATIENCE_S
    while stat.exists() and stat.read_text("utf-8").rpartition(")")[2].split()[0] != "S":
        assert time.monotonic() < end, "it never waits"


@pytest.mark.parametrize(
    ("over", "broken_off"),
    [(False, "end of input"), (True, "end of input"), (True, "Ctrl+C")],
    ids=["in play, end of input", "over, end of input", "over, Ctrl+C"],
)
def test_a_question_that_is_broken_off_means_no_and_the_rest_is_told(
    tmp_path: Path, over: bool, broken_off: str
) -> None:
    terminal = Terminal(tmp_path, "host", "ten-pictures", "--port", "0", "-o", "class.goodpath")
    pid = 0
    try:
        terminal.wait_for("connected")
        if over:
            terminal.press(b"\x1be")
            terminal.wait_for("End the session for good?")
            terminal.press(b"y")
            terminal.wait_for("OVER")
        terminal.press(b"\x1bq")
        terminal.wait_for("Close this console?")
        terminal.press(b"\r")
        terminal.wait_for("Stop the server? Screens" if over else "Stop the server as well?")
        if broken_off == "Ctrl+C":
            # Nobody's keys reach a process by a terminal that is not its own.
            wait_until_it_sleeps(terminal.process.pid)
            os.kill(terminal.process.pid, signal.SIGINT)
        else:
            terminal.press(b"\x04")
        assert terminal.finish() == 0
        found = re.search(r"^The server runs on as process (\d+)", terminal.text, re.MULTILINE)
        assert found is not None and "Aborted" not in terminal.text
        pid = int(found[1])
        os.kill(pid, 0)
        assert f"Come back with:  {OWN} teach" in _one_line(terminal.text)
        assert ("goodpath report" in _one_line(terminal.text)) == over
    finally:
        terminal.close()
        if pid:
            os.kill(pid, signal.SIGTERM)


def test_once_the_session_is_over_the_server_stops_with_the_console_unless_told_otherwise(
    tmp_path: Path,
) -> None:
    terminal = Terminal(tmp_path, "host", "ten-pictures", "--port", "0", "-o", "class.goodpath")
    try:
        terminal.wait_for("connected")
        terminal.press(b"\x1be")
        terminal.wait_for("End the session for good?")
        terminal.press(b"y")
        terminal.wait_for("OVER")
        terminal.press(b"\x1bq")
        terminal.wait_for("Close this console?")
        assert "The class goes on" not in terminal.text
        terminal.press(b"\r")
        terminal.wait_for("Stop the server? Screens that still show it are then")
        terminal.press(b"\n")
        terminal.wait_for("The server has stopped; the session is in class.goodpath.")
        terminal.finish()
        assert "goodpath report class.goodpath -o class.html" in _one_line(terminal.text)
        assert "Go on with" not in terminal.text
    finally:
        terminal.close()


def test_a_console_that_is_closed_says_the_way_back_and_after_the_end_how_to_make_the_report(
    hosted: Spoken, tmp_path: Path
) -> None:
    line = hosted.wait_for(r"Teacher:   \S+/goodpath (.*)\n")[1]
    terminal = Terminal(tmp_path, *shlex.split(line))
    try:
        terminal.wait_for("connected")
        terminal.press(b"\x1bq")
        terminal.wait_for("Close this console?")
        terminal.press(b"\r")
        terminal.wait_for("Come back with:")
        terminal.finish()
        assert f"Come back with:  {OWN} {line}" in _one_line(terminal.text)
        assert "goodpath report" not in terminal.text
    finally:
        terminal.close()
    terminal = Terminal(tmp_path, *shlex.split(line))
    try:
        terminal.wait_for("connected")
        terminal.press(b"\x1be")
        terminal.wait_for("End the session for good?")
        terminal.press(b"y")
        terminal.wait_for("Alt+Q closes this and names the report.")
        terminal.press(b"\x1bq")
        terminal.wait_for("Close this console?")
        terminal.press(b"\r")
        terminal.wait_for("Stop the server? Screens that still show it are then cut off. [Y/n]")
        terminal.press(b"n\n")
        terminal.wait_for("The server runs on")
        terminal.wait_for("Come back with:")
        terminal.finish()
        assert hosted.process.poll() is None
        told = re.search(
            r"Make the report to look at together: +\S+/goodpath (.*\.html)", _one_line(terminal.text)
        )
    finally:
        terminal.close()
    assert told is not None
    assert shlex.split(told[1]) == [
        *("report", str(tmp_path / "class.goodpath"), "-o", str(tmp_path / "class.html"))
    ]
    report = Spoken(tmp_path, *shlex.split(told[1]))
    try:
        assert report.finish() == 0
        assert (tmp_path / "class.html").exists()
    finally:
        report.close()


def _one_line(screen: str) -> str:
    """What a terminal has broken at its right end; its lines are as wide as it is."""
    return "".join(screen.splitlines())


@pytest.mark.parametrize("command", ["host", "serve"])
def test_a_taken_port_is_said_in_one_sentence_and_nothing_is_left_behind(
    tmp_path: Path, command: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        process = Spoken(tmp_path, command, "ten-pictures", "--port", str(other.getsockname()[1]))
        try:
            assert process.finish() == 1
            assert re.fullmatch(
                r"goodpath: Port \d+ is taken, perhaps by another goodpath; "
                r"choose another with --port, or --port 0 for any free one\.\n",
                process.said,
            )
            assert list(tmp_path.iterdir()) == []
        finally:
            process.close()


def test_words_that_the_server_left_no_time_to_send_stand_in_the_terminal(
    hosted: Spoken, tmp_path: Path
) -> None:
    line = hosted.wait_for(r"Teacher:   \S+/goodpath (.*)\n")[1]
    terminal = Terminal(tmp_path, *shlex.split(line))
    try:
        terminal.wait_for("connected")
        terminal.press(b"\x1be")
        terminal.wait_for("End the session for good?")
        terminal.press(b"y")
        terminal.wait_for("OVER")
        terminal.press(b"t")
        terminal.wait_for("who speaks")
        terminal.press(b"Rain at nine")
        terminal.wait_for("Rain at nine")
        hosted.process.send_signal(signal.SIGTERM)
        terminal.wait_for("so nobody has read it.")
        assert terminal.finish() == 1
        assert re.search(r"so nobody has read it\..*\n  Rain at nine", terminal.text)
    finally:
        terminal.close()
