"""A log whose disk is full for as long as a test wants it to be."""

import time
from collections.abc import Sequence

from goodpath_core.errors import LogError
from goodpath_server.log.memory import MemoryLog
from goodpath_server.log.port import Entry


class FullDisk(MemoryLog):
    """A log whose disk can be full."""

    full = False
    tried: tuple[float, ...] = ()
    """When it was asked to store something while it was full, in seconds of the loop's clock."""

    def append(self, entries: Sequence[Entry]) -> None:
        if self.full:
            self.tried += (time.monotonic(),)
            raise LogError("The session file could not be written (full).")
        super().append(entries)
