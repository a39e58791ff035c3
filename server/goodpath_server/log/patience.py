"""How long what is to be stored waits for another program that has the file just now."""

import sqlite3
import time
from collections.abc import Callable
from math import inf
from pathlib import Path

from goodpath_core.file_held import is_held
from goodpath_server.space import not_written

AGAIN_S = 0.01
"""Seconds between one try and the next."""


class Patience:
    """Tries again while another program has the file: SQLite's own patience cannot be cut short."""

    def __init__(self, path: Path, seconds: float) -> None:
        self._path = path
        self._seconds = seconds
        self._until = inf

    def end_within(self, seconds: float) -> None:
        """Wait for nobody longer than so many seconds from now; may be called from any thread."""
        self._until = time.monotonic() + seconds

    def run(self, write: Callable[[], object]) -> None:
        """Write something, all or nothing; LogError if it cannot be, or if nothing is left to wait."""
        late = time.monotonic() + self._seconds
        while True:
            try:
                write()
            except (sqlite3.Error, OSError) as fault:
                if not is_held(fault) or time.monotonic() >= min(late, self._until):
                    raise not_written(self._path, fault) from fault
                time.sleep(AGAIN_S)
            else:
                return
