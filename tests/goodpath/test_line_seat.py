"""A seat in lines as a real process: a wrong code asked for again, nobody nameless, every way to leave."""

import io
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from goodpath.line_seat import LineSeat

from goodpath_client.joined import Joined
from goodpath_client.plain.door import Wanted
from open_class import open_class
from processes import Spoken, Terminal
from refusals import misused

LEFT = "You have left; your seat is kept."


@pytest.fixture
def hosted(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Address and code of a class that is open."""
    with open_class(tmp_path / "class.goodpath") as line:
        yield line


def test_a_wrong_code_is_asked_for_again_and_the_name_is_not_forgotten(
    hosted: tuple[str, str], tmp_path: Path
) -> None:
    address, code = hosted
    student = Terminal(tmp_path, "join", "--plain", address, "WRNG-2345", "--name", "Ana")
    try:
        student.wait_for("check it with your teacher and type it again.")
        student.wait_for("Code, as on the board:")
        student.press(f"{code}\n".encode())
        student.wait_for("Type /go when you have heard the briefing")
        student.press(b"/quit\n")
        assert student.finish() == 0
    finally:
        student.close()
    seats = (tmp_path / "state" / "goodpath" / "seats.json").read_text("utf-8")
    assert '"Ana"' in seats and "WRNG" not in seats


@pytest.mark.parametrize("command", ["join", "watch"])
def test_a_code_is_taken_as_it_is_read_from_the_board_with_a_space_in_it(
    hosted: tuple[str, str], tmp_path: Path, command: str
) -> None:
    address, code = hosted
    student = Spoken(tmp_path, command, "--plain", address, *code.lower().split("-"), "--name", "Ana")
    try:
        student.wait_for("Type /go when you have heard the briefing")
    finally:
        student.close()


@pytest.mark.parametrize("command", ["join", "watch"])
def test_a_name_that_was_not_given_is_asked_for_until_there_is_one(
    hosted: tuple[str, str], tmp_path: Path, command: str
) -> None:
    student = Terminal(tmp_path, command, "--plain", *hosted)
    try:
        student.wait_for("Your own name; only your teacher sees it:")
        student.press(b"\n")
        student.wait_for("Your teacher finds you by your own name, so it cannot be empty")
        student.press(b"Ana\n")
        student.wait_for("Type /go when you have heard the briefing")
    finally:
        student.close()


def test_whoever_is_asked_for_a_name_can_ask_to_stop_and_leave(
    hosted: tuple[str, str], tmp_path: Path
) -> None:
    student = Terminal(tmp_path, "join", "--plain", *hosted)
    try:
        student.wait_for("Your own name; only your teacher sees it:")
        student.press(b"/stop\n")
        student.wait_for("raise your hand, or go to your teacher")
        student.press(b"/quit\n")
        student.wait_for("You have left before you were in.")
        assert student.finish() == 0
    finally:
        student.close()


@pytest.mark.parametrize("words", [("join", "--plain"), ("join",), ("watch", "--plain")])
def test_an_empty_name_is_refused_with_a_sentence(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    told = misused(capsys, *words, "127.0.0.1:1", "ABCD-2345", "--name", "  ")

    assert told.startswith("goodpath: Your teacher finds you by your own name, so it cannot be empty")


def test_where_nobody_can_be_asked_the_name_must_be_given(capsys: pytest.CaptureFixture[str]) -> None:
    told = misused(capsys, "join", "127.0.0.1:1", "ABCD-2345")

    assert told.startswith("goodpath: Say who you are: goodpath join ADDRESS CODE --name NAME")


def test_a_script_of_lines_is_done_to_its_end_whatever_its_bytes(
    hosted: tuple[str, str], tmp_path: Path
) -> None:
    student = Spoken(tmp_path, "join", *hosted, "--name", "Ana")
    try:
        assert student.process.stdin
        os.write(student.process.stdin.fileno(), b"/stop\n/go\n/take yuting\n\xff\xfe\n/who\n")
        student.process.stdin.close()
        assert student.finish() == 0
        assert "Kept quiet (an offer, not a duty to reveal)" in student.said
        assert "Wei Jun: not played." in student.said and LEFT in student.said
    finally:
        student.close()


def test_ctrl_c_says_how_to_come_back(hosted: tuple[str, str], tmp_path: Path) -> None:
    student = Terminal(tmp_path, "join", "--plain", *hosted, "--name", "Ana")
    try:
        student.wait_for("Type /go when you have heard the briefing")
        os.kill(student.process.pid, signal.SIGINT)
        student.wait_for(LEFT)
        assert student.finish() == 0
        assert "Traceback" not in student.text
    finally:
        student.close()


def test_whoever_comes_under_the_name_of_a_seat_that_is_open_in_another_window_is_asked(
    hosted: tuple[str, str], tmp_path: Path
) -> None:
    anna = Terminal(tmp_path, "join", "--plain", *hosted, "--name", "Anna")
    try:
        anna.wait_for("Type /go when you have heard the briefing")
        it_is_left_alone_where_nobody_can_be_asked(hosted, tmp_path)
        a_second_student_gets_a_seat_of_their_own(hosted, tmp_path)
        assert "another terminal" not in anna.text
        the_same_student_takes_it_over(hosted, tmp_path)
        anna.wait_for("another terminal")
    finally:
        anna.close()


def it_is_left_alone_where_nobody_can_be_asked(hosted: tuple[str, str], folder: Path) -> None:
    second = Spoken(folder, "join", *hosted, "--name", "Anna")
    try:
        assert second.finish() == 1
        assert (
            "goodpath: The seat of Anna is open in another window of this computer; leave it there first, "
            "or come in under another name with --name." in second.said
        )
    finally:
        second.close()


def a_second_student_gets_a_seat_of_their_own(hosted: tuple[str, str], folder: Path) -> None:
    second = Terminal(folder, "join", "--plain", *hosted, "--name", "anna")
    try:
        second.wait_for("The seat of anna is open in another window of this computer. Is that you?")
        second.press(b"no\n")
        second.wait_for("Your own name; only your teacher sees it:")
        second.press(b"Anna B\n")
        second.wait_for("Type /go when you have heard the briefing")
    finally:
        second.close()


def the_same_student_takes_it_over(hosted: tuple[str, str], folder: Path) -> None:
    second = Terminal(folder, "join", "--plain", *hosted, "--name", "Anna")
    try:
        second.wait_for("Is that you?")
        second.press(b"Yes\n")
        second.wait_for("Type /go when you have heard the briefing")
    finally:
        second.close()


def test_a_fault_of_the_program_is_one_sentence_without_what_was_written(
    capfd: pytest.CaptureFixture[str],
) -> None:
    def come(wanted: Wanted) -> Joined:
        raise ValueError(wanted.name)

    wanted = Wanted("127.0.0.1:1", "ABCD-2345", "a secret")
    assert LineSeat(wanted, come, (), lambda wanted: False, now=lambda: 0, source=io.StringIO()).play() == 1
    said = capfd.readouterr()
    assert said.err.startswith("goodpath stopped because of a fault of its own: ValueError")
    assert "a secret" not in said.err + said.out
