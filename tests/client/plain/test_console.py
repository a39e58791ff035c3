"""At a terminal what is typed and what comes do not run together, and the terminal is left as it was."""

import asyncio
import os
import pty
import signal
import subprocess
import sys
import termios
import tty
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, suppress
from typing import TextIO

import pyte
import pytest

from client.little_server import until
from goodpath_client.plain.console import Console, can_hold, held

COLUMNS = 20


class Terminal:
    """A terminal in memory: what stands on it, and its keyboard."""

    def __init__(self, holding: ExitStack) -> None:
        self.master, slave = pty.openpty()
        holding.callback(os.close, self.master)
        os.set_blocking(self.master, False)
        termios.tcsetwinsize(self.master, (10, COLUMNS))
        self.source: TextIO = holding.enter_context(os.fdopen(slave, encoding="utf-8"))
        self.out: TextIO = holding.enter_context(os.fdopen(os.dup(slave), "w", encoding="utf-8"))
        self.screen = pyte.Screen(COLUMNS, 10)
        self._stream = pyte.ByteStream(self.screen)

    def press(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def rows(self) -> list[str]:
        """What stands on it, without the empty rows at its end."""
        with suppress(BlockingIOError):  # nothing new
            self._stream.feed(os.read(self.master, 65_536))
        return "\n".join(row.rstrip() for row in self.screen.display).rstrip().split("\n")

    async def show(self, *rows: str) -> None:
        try:
            await until(lambda: self.rows() == [*rows])
        except TimeoutError:
            raise AssertionError(f"{rows} is not {self.rows()}") from None


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    with ExitStack() as holding:
        yield Terminal(holding)


@asynccontextmanager
async def hold(terminal: Terminal) -> AsyncIterator[Console]:
    with held(terminal.source, terminal.out) as console:
        yield console


async def test_a_line_that_comes_stands_above_the_one_that_is_typed_which_can_still_be_sent(
    terminal: Terminal,
) -> None:
    async with hold(terminal) as console:
        terminal.press("I am not")
        await terminal.show("I am not")
        console.write("Ming: hello")
        await terminal.show("Ming: hello", "I am not")
        terminal.press(" there.\n")
        assert await console.read() == "I am not there."
        console.write("You: I am not there.")
        await terminal.show("Ming: hello", "I am not there.", "You: I am not there.")


async def test_a_typed_line_of_several_rows_goes_and_comes_whole(terminal: Terminal) -> None:
    async with hold(terminal) as console:
        terminal.press("It is hot in here, and the fan")
        await terminal.show("It is hot in here, a", "nd the fan")
        console.write("Ming: who has the key to the yard?")
        await terminal.show("Ming: who has the", "key to the yard?", "It is hot in here, a", "nd the fan")
        terminal.press("\x17\x17\x7f\n")
        assert await console.read() == "It is hot in here, and"


async def test_keys_do_what_they_do_in_a_terminal_and_arrows_write_nothing(terminal: Terminal) -> None:
    async with hold(terminal) as console:
        terminal.press("no\x15城市\x7f里\x1b[A\x1bOP x\n")
        assert await console.read() == "城里 x"
        terminal.press("left\x04\n")
        assert await console.read() == "left"
        terminal.press("\x04")
        assert await console.read() is None


def pasted(text: str) -> str:
    """As a terminal sends it."""
    return f"\x1b[200~{text}\x1b[201~"


async def test_what_is_pasted_is_one_line_and_only_enter_sends_it(terminal: Terminal) -> None:
    async with hold(terminal) as console:
        terminal.press("so: " + pasted("one\rtwo.\nthree\r\n"))
        await terminal.show("so: one; two. three")
        terminal.press("!\n")
        assert await console.read() == "so: one; two. three !"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("two ", "onetwo three"),
        ("two\n", "onetwo three"),
        (" two  \n\nor ", "one two; or three"),
        (" ", "one three"),
        ("", "onethree"),
        (f"{'x' * 4000}\n", f"one{'x' * 4000} three"),
    ],
)
async def test_the_ends_of_what_is_pasted_part_words(terminal: Terminal, text: str, line: str) -> None:
    async with hold(terminal) as console:
        terminal.press("one" + pasted(text) + "three\n")
        assert await console.read() == line


async def test_of_a_long_paste_it_is_told_what_enter_does_and_it_can_be_dropped(terminal: Terminal) -> None:
    async with hold(terminal) as console:
        terminal.press(pasted("a\nb\nc\nd"))
        told = ("Pasted: 4 lines, as", "one. Enter sends", "them, Ctrl+U drops", "them.")
        await terminal.show(*told, "a; b; c; d")
        terminal.press("\x15")
        await terminal.show(*told)
        terminal.press(pasted("\n".join(f"{number}" for number in range(1, 31))) + "\n")
        assert await console.read() == "; ".join(f"{number}" for number in range(1, 31))


async def test_a_paste_that_no_line_can_hold_is_not_taken_and_keys_in_one_do_nothing(
    terminal: Terminal,
) -> None:
    async with hold(terminal) as console:
        terminal.press(pasted("word " * 900) + pasted("a\x15\x04\x1b[Ab") + "\n")
        assert await console.read() == "a\ufffd\ufffd\ufffd[Ab"
        await terminal.show(
            "Not pasted: 4499",
            "characters are too",
            "many; 4000 fit in",
            "one line.",
            "a\ufffd\ufffd\ufffd[Ab",
        )


async def test_a_paste_may_come_in_pieces(terminal: Terminal) -> None:
    console = Console(terminal.source, terminal.out, now=lambda: 0.0)
    tty.setcbreak(terminal.source)
    for sign in pasted("a\nb") + "c":
        terminal.press(sign)
        console.take()
    await terminal.show("a; bc")


async def test_a_sign_may_come_in_pieces(terminal: Terminal) -> None:
    async with hold(terminal) as console:
        for byte in "雨\n".encode():
            os.write(terminal.master, bytes((byte,)))
            await asyncio.sleep(0)
        assert await console.read() == "雨"


@pytest.mark.parametrize("key", ["\x1b[A", "\x1bOP", "\x1b[1;5C"])
async def test_a_key_without_a_sign_may_come_in_pieces(terminal: Terminal, key: str) -> None:
    console = Console(terminal.source, terminal.out, now=lambda: 0.0)
    tty.setcbreak(terminal.source)
    for sign in f"hi{key} there":
        terminal.press(sign)
        console.take()
    await terminal.show("hi there")


@pytest.mark.parametrize(
    ("begun", "later_s"),
    [("\x1b", 0.0), ("\x1b", 9.0), ("\x1b[", 9.0), ("\x1bO", 9.0)],
)
async def test_escape_by_itself_takes_nothing_of_the_words_behind_it(
    terminal: Terminal, begun: str, later_s: float
) -> None:
    times = iter((0.0, later_s))
    console = Console(terminal.source, terminal.out, now=lambda: next(times))
    tty.setcbreak(terminal.source)
    for piece in (begun, "hello"):
        terminal.press(piece)
        console.take()
    await terminal.show("hello")


async def test_what_was_typed_before_is_not_lost(terminal: Terminal) -> None:
    terminal.press("early\nand")
    async with hold(terminal) as console:
        assert await console.read() == "early"
        terminal.press(" late\n")
        assert await console.read() == "and late"


async def test_the_terminal_is_left_as_it_was_and_what_is_typed_ends_its_row(terminal: Terminal) -> None:
    before = termios.tcgetattr(terminal.source)
    async with hold(terminal):
        assert termios.tcgetattr(terminal.source) != before
        terminal.press("half a li")
        await terminal.show("half a li")
    assert termios.tcgetattr(terminal.source) == before
    terminal.out.write("Goodbye.")
    terminal.out.flush()
    await terminal.show("half a li", "Goodbye.")


async def test_a_shell_that_gives_it_back_otherwise_changes_nothing(terminal: Terminal) -> None:
    before = termios.tcgetattr(terminal.source)
    async with hold(terminal) as console:
        terminal.press("half")
        await terminal.show("half")
        termios.tcsetattr(terminal.source, termios.TCSANOW, before)
        terminal.out.write("\n$ fg\n")
        terminal.out.flush()
        os.kill(os.getpid(), signal.SIGCONT)
        await terminal.show("half", "$ fg", "half")
        terminal.press("x\x7f a line\n")
        assert await console.read() == "half a line"


async def test_a_terminal_that_is_gone_is_the_end_of_what_is_typed_and_no_fault(terminal: Terminal) -> None:
    gone, slave = pty.openpty()
    with os.fdopen(slave, encoding="utf-8") as source, held(source, terminal.out) as console:
        os.close(gone)
        assert await console.read() is None


ENDED = """
import asyncio, sys
from goodpath_client.plain.console import lines_in_and_out

async def wait() -> None:
    with lines_in_and_out(sys.stdin, sys.stdout, "xterm") as (read, write):
        write("ready")
        await read()

asyncio.run(wait())
"""


async def test_whoever_is_ended_leaves_it_as_it_was(terminal: Terminal) -> None:
    before = termios.tcgetattr(terminal.source)
    process = subprocess.Popen(
        [sys.executable, "-c", ENDED],
        stdin=terminal.source,
        stdout=terminal.out,
    )
    try:
        await terminal.show("ready")
        process.terminate()
        assert await asyncio.to_thread(process.wait) == -signal.SIGTERM
    finally:
        process.kill()
        process.wait()
    assert termios.tcgetattr(terminal.source) == before


@pytest.mark.parametrize(("term", "holds"), [("xterm", True), ("dumb", False), ("", False)])
def test_only_a_terminal_on_which_one_can_go_back_is_held(terminal: Terminal, term: str, holds: bool) -> None:
    assert can_hold(terminal.source, terminal.out, term) is holds
    with open(os.devnull, encoding="utf-8") as nothing:
        assert not can_hold(nothing, terminal.out, term)
