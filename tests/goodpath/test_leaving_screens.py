"""Whoever leaves the screens reads on the terminal how to come back, and nothing that is not true."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from open_class import open_class
from processes import Terminal

LEFT = "You have left; your seat is kept. To come back, type the same line with the same name."
ALT_Q, ENTER = b"\x1bq", b"\r"


@pytest.fixture
def hosted(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Address and code of a class that is open."""
    with open_class(tmp_path / "class.goodpath") as line:
        yield line


@pytest.mark.parametrize(
    ("command", "said"),
    [("join", LEFT), ("watch", "You have left. To watch again, type the same line.")],
)
def test_whoever_leaves_the_screens_reads_how_to_come_back(
    hosted: tuple[str, str], tmp_path: Path, command: str, said: str
) -> None:
    seat = Terminal(tmp_path, command, *hosted, "--name", "Ana")
    try:
        seat.wait_for("F9 try the stop key")
        seat.press(ALT_Q)
        seat.wait_for("Leave?")
        seat.press(ENTER)
        assert seat.finish() == 0
        assert said in seat.text
    finally:
        seat.close()


def test_whoever_leaves_before_they_were_in_is_not_told_of_a_seat(tmp_path: Path) -> None:
    seat = Terminal(tmp_path, "join")
    try:
        seat.wait_for("code from your teacher")
        seat.press(ALT_Q)
        seat.wait_for("Leave?")
        seat.press(ENTER)
        assert seat.finish() == 0
        assert "You have left" not in seat.text
    finally:
        seat.close()
