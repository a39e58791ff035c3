"""Hold goodpath as its users have it: a process in pipes, or in a terminal in memory."""

import os
import pty
import re
import select
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import pyte

from mortal import mortal

ROOT = Path(__file__).parents[1]
PATIENCE_S = 40
SOON_S = 0.1
QUESTION = b"\x1b[>1u"
"""Which keys do you know."""
FINGERS_S = 0.3
"""Between two keys: whoever presses Tab sees where it went before pressing the next one."""
OWN = str(Path(sys.executable).with_name("goodpath"))
"""How lines for this machine call the program."""
WORDS = [sys.executable, "-m", "goodpath"]


def surroundings(folder: Path) -> dict[str, str]:
    """The environment of a process that keeps its seats in `folder`."""
    paths = os.pathsep.join(str(ROOT / part) for part in ("core", "server", "client", "review", "."))
    return {
        **os.environ,
        "PYTHONPATH": paths,
        "XDG_STATE_HOME": str(folder / "state"),
        "TERM": "xterm-256color",
    }


class Spoken:
    """A process without a terminal, and all it has said."""

    def __init__(self, folder: Path, *words: str, through: Sequence[str] = ()) -> None:
        """Start it in a folder; `through` are the words of a program that becomes it."""
        self.said = ""
        self.process = subprocess.Popen(
            [*through, *mortal(*WORDS, *words)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=folder,
            env=surroundings(folder),
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.said += line

    def say(self, line: str) -> None:
        """Write a line to it."""
        assert self.process.stdin
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def say_no_more(self) -> None:
        """Close its input."""
        assert self.process.stdin
        self.process.stdin.close()

    def wait_for(self, pattern: str) -> "re.Match[str]":
        """Wait until something was said."""
        end = time.monotonic() + PATIENCE_S
        while (found := re.search(pattern, self.said)) is None:
            assert time.monotonic() < end, f"{pattern!r} did not come:\n{self.said}"
            time.sleep(0.02)
        return found

    def finish(self) -> int:
        """Wait until it has ended; its exit code."""
        code = self.process.wait(PATIENCE_S)
        self._reader.join(PATIENCE_S)
        return code

    def close(self) -> None:
        """End it if it has not ended."""
        if self.process.poll() is None:
            self.process.kill()
        self.finish()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()


class Terminal:
    """A process in a terminal of 100 x 30, and what stands on it."""

    def __init__(self, folder: Path, *words: str) -> None:
        self.screen = pyte.Screen(100, 30)
        self._stream = pyte.ByteStream(self.screen)
        self._begun = b""
        """What came last, if it may be the beginning of a question that the terminal does not know."""
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen(
            mortal(*WORDS, *words),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=folder,
            env={**surroundings(folder), "COLUMNS": "100", "LINES": "30"},
            start_new_session=True,
        )
        os.close(slave)

    @property
    def text(self) -> str:
        """The screen, a line a line."""
        # The library's own `display` stumbles over half a wide sign that was written over.
        rows, columns = range(self.screen.lines), range(self.screen.columns)
        return "\n".join("".join(self.screen.buffer[y][x].data for x in columns) for y in rows)

    def wait_for(self, words: str) -> None:
        """Wait until words stand on the screen."""
        end = time.monotonic() + PATIENCE_S
        while words not in self.text:
            assert time.monotonic() < end, f"{words!r} did not come:\n{self.text}"
            self._read()

    def _read(self) -> bool:
        """Take what comes soon; whether something came."""
        if not select.select([self.master], [], [], SOON_S)[0]:
            return False
        try:
            part = os.read(self.master, 65_536)
        except OSError:  # nobody has it open any more
            time.sleep(SOON_S)
            return False
        # The terminal has no answer to questions such as "which keys do you know".
        part = (self._begun + part).replace(QUESTION, b"")
        start = part.rfind(b"\x1b", 1 - len(QUESTION))
        whole = len(part) if start < 0 or not QUESTION.startswith(part[start:]) else start
        self._stream.feed(part[:whole])
        self._begun = part[whole:]
        return True

    def press(self, *keys: bytes) -> None:
        """Send what a terminal sends for keys, no faster than fingers press them."""
        for number, key in enumerate(keys):
            if number:
                time.sleep(FINGERS_S)
            os.write(self.master, key)

    def finish(self) -> int:
        """Wait until it has ended; its exit code."""
        end = time.monotonic() + PATIENCE_S
        while self.process.poll() is None:
            assert time.monotonic() < end, f"it does not end:\n{self.text}"
            self._read()
        while self._read():
            pass
        return self.process.returncode

    def close(self) -> None:
        """End it if it has not ended."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(PATIENCE_S)
        os.close(self.master)
