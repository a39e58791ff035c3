"""Measure the student's client in a real terminal: how soon something is there, and how soon a key shows.

`python -m bench.client_terminal` plays a seat in a chat in which others write; `measure()` starts that and
types. What is typed are letters of which each comes once, so that each is found in what the terminal gets.
"""

import asyncio
import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from statistics import median

from goodpath.collector import spare_the_collector
from goodpath.frame_rate import let_draw

from bench.client_app import Chat, Quiet
from goodpath_client.app import StudentApp
from goodpath_client.joined import Joined

ROWS, COLUMNS = 36, 120
STARTS = 5
"""How often the start is measured; the median counts."""
LINES_PER_S = 50
KEYS_PER_S = 20
WARM_S = 3.0
PATIENCE_S = 20.0
LETTERS = "".join(chr(code) for code in chain(range(0x3B1, 0x3CA), range(0x430, 0x450), range(0x561, 0x587)))
"""Greek, Cyrillic and Armenian ones: nobody in the chat uses any."""
_JOIN = ("-c", "from goodpath.cli import main; main()", "join")
_PLAY = ("-m", "bench.client_terminal")
_FORM = "192.168.1.20"
_CHAT = "Page makers"


class Terminal:
    """A process in a terminal of its own, and what it has written there."""

    def __init__(self, words: Sequence[str], home: Path) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        surroundings = {**os.environ, "HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        let_draw(surroundings)
        self._process = subprocess.Popen(
            [sys.executable, *words],
            cwd=Path(__file__).parent.parent,
            env={name: value for name, value in surroundings.items() if not name.startswith("XDG_")},
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
        )
        os.close(slave)

    def read(self, seconds: float) -> bytes:
        """What comes within a time; nothing if nothing does."""
        ready, _, _ = select.select([self._master], [], [], max(0.0, seconds))
        return os.read(self._master, 1 << 16) if ready else b""

    def wait_for(self, text: str) -> float:
        """Seconds until a text has come; TimeoutError if it does not."""
        begin, heard, sought = time.monotonic(), b"", text.encode()
        while sought not in heard:
            if time.monotonic() > begin + PATIENCE_S:
                raise TimeoutError(f"{text!r} never came")
            heard = heard[-len(sought) :] + self.read(0.05)
        return time.monotonic() - begin

    def skip(self, seconds: float) -> None:
        """Read for so long, whatever comes."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.read(end - time.monotonic())

    def press(self, letter: str) -> float:
        """Milliseconds from pressing a key to the letter in what the terminal gets."""
        os.write(self._master, letter.encode())
        return self.wait_for(letter) * 1000

    def end(self) -> None:
        """End the process."""
        self._process.terminate()
        late = time.monotonic() + PATIENCE_S
        while self._process.poll() is None and time.monotonic() < late:
            try:
                self.read(0.05)
            except OSError:  # nobody has it open any more
                time.sleep(0.05)
        self._process.kill()
        self._process.wait()
        os.close(self._master)


@contextmanager
def in_terminal(words: Sequence[str]) -> Iterator[Terminal]:
    """A Python program in a terminal, with a home of its own."""
    with tempfile.TemporaryDirectory(prefix="goodpath-bench-") as home:
        terminal = Terminal(words, Path(home))
        try:
            yield terminal
        finally:
            terminal.end()


def measure(starts: int = STARTS, letters: str = LETTERS) -> dict[str, float]:
    """Seconds to the first screen, and milliseconds from a key to its letter while others write."""
    return {"first_screen_s": median(_first_screen() for _ in range(starts)), **_typed(letters)}


def _first_screen() -> float:
    with in_terminal(_JOIN) as terminal:
        return terminal.wait_for(_FORM)


def _typed(letters: str) -> dict[str, float]:
    with in_terminal(_PLAY) as terminal:
        terminal.wait_for(_CHAT)
        terminal.skip(WARM_S)
        echoes = list[float]()
        for letter in letters:
            begin = time.monotonic()
            echoes.append(terminal.press(letter))
            terminal.skip(begin + 1 / KEYS_PER_S - time.monotonic())
    ordered = sorted(echoes)
    return {"echo_p50_ms": median(ordered), "echo_p95_ms": ordered[int(len(ordered) * 0.95)]}


async def _play() -> None:
    """A seat whose chat others fill, so many lines a second, until the process is ended."""
    spare_the_collector()
    chat = Chat()
    app = StudentApp(Joined(Quiet(), chat.store), now=lambda: 0)

    async def talk() -> None:
        begin, said = time.monotonic(), 0
        while True:
            await asyncio.sleep(1 / LINES_PER_S)
            while said < (time.monotonic() - begin) * LINES_PER_S:
                chat.line()
                said += 1

    talking = asyncio.create_task(talk())
    try:
        await app.run_async()
    finally:
        talking.cancel()


if __name__ == "__main__":
    asyncio.run(_play())
