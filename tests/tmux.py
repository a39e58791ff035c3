"""Hold terminals in a tmux server of its own: start programs in them, press keys, read their screens."""

import os
import re
import secrets
import shlex
import shutil
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

from mortal import LONGEST_S, mortal

TMUX = shutil.which("tmux")
PATIENCE_S = 40
LOOK_S = 0.05
FINGERS_S = 0.3
"""Between two keys: whoever presses Tab sees where it went before pressing the next one."""


class Tmux:
    """A tmux server that nobody else talks to; it ends with the test, and with it all that runs in it."""

    def __init__(self) -> None:
        assert TMUX is not None
        self._call = [TMUX, "-u", "-L", f"goodpath-{secrets.token_hex(6)}"]
        # Programs believe these before they ask the terminal, and a library may have set them here.
        surroundings = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "LINES")}
        self._server = subprocess.Popen(mortal(*self._call, "-f", "/dev/null", "-D"), env=surroundings)
        end = time.monotonic() + PATIENCE_S
        while subprocess.run([*self._call, "show", "-g"], capture_output=True, check=False).returncode:
            assert time.monotonic() < end, "tmux did not start"
            time.sleep(LOOK_S)

    def ask(self, *words: str) -> str:
        """What tmux answers."""
        return subprocess.run([*self._call, *words], check=True, capture_output=True, text=True).stdout

    def open(
        self,
        name: str,
        size: tuple[int, int],
        words: list[str],
        folder: Path,
        surroundings: Mapping[str, str],
    ) -> "Terminal":
        """Start a program in a terminal of its own of so many columns and rows."""
        columns, rows = map(str, size)
        sets = [part for key, value in surroundings.items() for part in ("-e", f"{key}={value}")]
        place = ["-s", name, "-x", columns, "-y", rows, "-c", str(folder)]
        # A terminal whose last program has ended is emptied, so one stays.
        command = f"{shlex.join(words)}; echo ended with $?; exec sleep {LONGEST_S}"
        self.ask("new-session", "-d", *place, *sets, command)
        return Terminal(self, name)

    def close(self) -> None:
        """End the server; whatever still runs in it loses its terminal."""
        socket = Path(self.ask("display", "-p", "#{socket_path}").strip())
        self._server.terminate()
        self._server.wait(PATIENCE_S)
        socket.unlink(missing_ok=True)


class Terminal:
    """One terminal, and what stands on it."""

    def __init__(self, tmux: Tmux, name: str) -> None:
        self._tmux, self.name = tmux, name

    @property
    def text(self) -> str:
        """The screen, a line a line."""
        return self._tmux.ask("capture-pane", "-p", "-t", self.name)

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        columns, rows = self._tmux.ask(
            "display", "-p", "-t", self.name, "#{pane_width} #{pane_height}"
        ).split()
        return int(columns), int(rows)

    @property
    def words(self) -> str:
        """The screen as one line, without the borders of boxes and without pictures."""
        return " ".join(re.sub(r"[│╭╮╰╯─▌▐█▔▁▀▄▂▃▅▆▇]+", " ", self.text).split())

    def see(self, words: str) -> None:
        """Wait until words stand on the screen, perhaps broken over lines."""
        self.find(re.escape(words))

    def find(self, pattern: str) -> "re.Match[str]":
        """Wait until something stands on the screen."""
        end = time.monotonic() + PATIENCE_S
        while (found := re.search(pattern, self.words)) is None:
            assert time.monotonic() < end, f"{self.name} {self.size} does not see {pattern!r}:\n{self.text}"
            time.sleep(LOOK_S)
        return found

    def press(self, *keys: str) -> None:
        """Press keys, by tmux's names for them, no faster than fingers do."""
        for number, key in enumerate(keys):
            if number:
                time.sleep(FINGERS_S)
            self._tmux.ask("send-keys", "-t", self.name, key)

    def type(self, text: str) -> None:
        """Type a text, and wait until it is shown: an Enter right behind it would be part of a paste."""
        self._tmux.ask("send-keys", "-t", self.name, "-l", text)
        self.see(text)
