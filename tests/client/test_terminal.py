"""The terminal is left as it was found: after quit, crash, SIGTERM and SIGHUP, in a real pseudo-terminal."""

import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from mortal import mortal

ROOT = Path(__file__).parents[2]
BEGINNING = """
import sys, time
sys.path[:0] = {paths!r}
from goodpath_client.app import StudentApp
from goodpath_client.joined import Joined
from goodpath_client.teacher.app import TeacherApp
from goodpath_client.teacher.door import Door
from goodpath_client.terminal import run_cleanly
from client.screens.stage import Stage

secret = "what I only think"
stage = Stage("ten-pictures", "yuting")
stage.start()

def now():
    return int(time.time() * 1000)

def crash(*arguments):
    hidden = secret
    raise ValueError(hidden)
"""
STUDENT = """
class Crashing(StudentApp):
    DEEDS = {**StudentApp.DEEDS, "theme": crash}

sys.exit(run_cleanly(Crashing(Joined(stage.link, stage.store), now=now)))
"""
TEACHER = """
class Crashing(TeacherApp):
    def run_deed(self, deed):
        (crash if deed.name == "theme" else super().run_deed)(deed)

sys.exit(run_cleanly(Crashing(stage.link, stage.store, now=now, door=Door("127.0.0.1:1"))))
"""
PATHS = [str(ROOT / part) for part in ("core", "client", "tests", ".")]


@dataclass(frozen=True)
class Client:
    """One of the two apps, and how to get along with it."""

    program: str
    ready: bytes
    """What its first screen shows."""
    leave: bytes
    """Keys by which one leaves it."""
    question: bytes
    """What it asks then."""


CLIENTS = {
    "student": Client(STUDENT, b"F9", b"/quit\r", b"Leave?"),
    "teacher": Client(TEACHER, b"F6", b"\x1bq", b"Close this console?"),
}


class Terminal:
    """A process in a pseudo-terminal of 80 x 24."""

    def __init__(self, client: Client) -> None:
        self.master, self.slave = pty.openpty()
        self.gone = False
        self.before = termios.tcgetattr(self.slave)
        self.out = b""
        self.process = subprocess.Popen(
            mortal(sys.executable, "-c", BEGINNING.format(paths=PATHS) + client.program),
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"},
            start_new_session=True,
        )

    def read_until(self, wanted: bytes) -> None:
        """Read until this comes; fails after 20 seconds."""
        end = time.monotonic() + 20
        while wanted not in self.out:
            assert time.monotonic() < end, f"{wanted!r} did not come"
            self._read()

    def finish(self) -> int:
        """Wait for the end; the exit code."""
        end = time.monotonic() + 20
        while self.process.poll() is None:
            assert time.monotonic() < end, "it did not end"
            self._read()
        while self._read():
            pass
        return self.process.returncode

    def press(self, keys: bytes) -> None:
        """Type."""
        os.write(self.master, keys)

    def vanish(self) -> None:
        """Be gone, as when a window is closed; the process is in a session of its own and hears no signal."""
        for end in (self.slave, self.master):
            os.close(end)
        self.gone = True

    def close(self) -> None:
        """Let go of everything."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        if not self.gone:
            os.close(self.slave)
            os.close(self.master)

    def _read(self) -> bool:
        """Take what comes soon; whether something came."""
        comes = bool(select.select([self.master], [], [], 0.1)[0])
        if comes:
            self.out += os.read(self.master, 65536)
        return comes

    def assert_clean(self) -> None:
        """Screen, mouse, paste and cursor are back, and what is typed is shown."""
        for on, off in (("?1049h", "?1049l"), ("?1000h", "?1000l"), ("?2004h", "?2004l"), ("?25l", "?25h")):
            last_on, last_off = (
                self.out.rfind(b"\x1b[" + on.encode()),
                self.out.rfind(b"\x1b[" + off.encode()),
            )
            assert last_off > last_on, on
        assert termios.tcgetattr(self.slave)[3] & (termios.ECHO | termios.ICANON) == self.before[3] & (
            termios.ECHO | termios.ICANON
        )


@pytest.fixture(params=CLIENTS)
def client(request: pytest.FixtureRequest) -> Client:
    return CLIENTS[request.param]


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_in_good_order(client: Client, sent: signal.Signals) -> None:
    terminal = Terminal(client)
    try:
        terminal.read_until(client.ready)
        terminal.process.send_signal(sent)
        assert terminal.finish() == 128 + sent
        terminal.assert_clean()
    finally:
        terminal.close()


def test_it_ends_with_its_terminal_also_when_no_signal_tells_it(client: Client) -> None:
    terminal = Terminal(client)
    try:
        terminal.read_until(client.ready)
        terminal.vanish()
        assert terminal.process.wait(20) == 128 + signal.SIGHUP
    finally:
        terminal.close()


def test_quitting_ends_it_in_good_order(client: Client) -> None:
    terminal = Terminal(client)
    try:
        terminal.read_until(client.ready)
        terminal.press(client.leave)
        terminal.read_until(client.question)
        terminal.press(b"\r")
        assert terminal.finish() == 0
        terminal.assert_clean()
    finally:
        terminal.close()


def test_a_crash_says_one_sentence_and_nothing_that_was_written(client: Client) -> None:
    terminal = Terminal(client)
    try:
        terminal.read_until(client.ready)
        terminal.press(b"\x1bt")
        assert terminal.finish() == 1
        terminal.assert_clean()
        said = terminal.out[terminal.out.rfind(b"\x1b[?1049l") :]
        assert b"goodpath stopped because of a fault of its own: ValueError" in said
        assert b"what I only think" not in said and b"Traceback" not in said and b"hidden" not in said
    finally:
        terminal.close()


UNREADABLE = {
    "gbk": b"\xb4\xf2",
    "no utf-8": b"\xff",
    "no sign": b"\x1b[1114112u",
    "endless": b"\x1b[99999999999999999999u",
    "half a sign": b"\x1b[97;1;55296u",
    "two numbers": b"\x1b[97:65;2u",
    "no size": b"\x1b[48;24;80;0;0t\x1b[<35;5;5M",
}


@pytest.mark.parametrize("sent", UNREADABLE.values(), ids=UNREADABLE)
def test_bytes_that_mean_nothing_end_nothing(client: Client, sent: bytes) -> None:
    terminal = Terminal(client)
    try:
        terminal.read_until(client.ready)
        terminal.press(sent)
        time.sleep(0.5)
        # What stands in a box by now would be in front of the words by which one leaves.
        terminal.press(b"\x7f\x7f\x7f" + client.leave)
        terminal.read_until(client.question)
        terminal.press(b"\r")
        assert terminal.finish() == 0
        terminal.assert_clean()
    finally:
        terminal.close()
