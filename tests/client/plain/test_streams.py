"""Lines are printed wrapped at words to the width of a terminal as it is now, and whole into a pipe."""

import os
import pty
import termios
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from goodpath_client.plain.streams import print_line

LONG = "What you type here is read by all who play."
END = "\x04"


class Screen:
    """A terminal that shows nothing, and what was written to it."""

    def __init__(self, holding: ExitStack) -> None:
        self.master, slave = pty.openpty()
        holding.callback(os.close, self.master)
        self.out = holding.enter_context(os.fdopen(slave, "w", encoding="utf-8"))

    def be_wide(self, columns: int) -> None:
        termios.tcsetwinsize(self.master, (24, columns))

    def rows(self) -> list[str]:
        """The rows written since the last asking: a terminal gives them in parts, so a mark ends them."""
        print(END, end="", file=self.out, flush=True)
        seen = b""
        while not seen.endswith(END.encode()):
            seen += os.read(self.master, 65_536)
        return seen.decode().removesuffix(END).splitlines()


@pytest.fixture
def screen() -> Iterator[Screen]:
    with ExitStack() as holding:
        yield Screen(holding)


def test_on_a_terminal_words_stay_whole_at_the_width_that_it_has_now(screen: Screen) -> None:
    screen.be_wide(30)
    print_line(LONG, screen.out)
    assert screen.rows() == ["What you type here is read by", "all who play."]
    screen.be_wide(20)
    print_line(LONG, screen.out)
    assert screen.rows() == ["What you type here", "is read by all who", "play."]


def test_chinese_breaks_between_any_two_signs_and_takes_two_cells_a_sign(screen: Screen) -> None:
    screen.be_wide(11)
    print_line("雨之城是一个网名", screen.out)
    assert screen.rows() == ["雨之城是一", "个网名"]


def test_where_the_width_is_not_known_a_line_is_whole(screen: Screen) -> None:
    screen.be_wide(0)
    print_line(LONG, screen.out)
    assert screen.rows() == [LONG]


def test_into_a_pipe_each_line_stays_whole(capfd: pytest.CaptureFixture[str]) -> None:
    print_line(LONG * 9)
    assert capfd.readouterr().out == LONG * 9 + "\n"
