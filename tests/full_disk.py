"""A log whose disk is full for as long as a test wants it to be."""

import time
from collections.abc import Sequence

from goodpath_core.errors import LogError
from goodpath_server.log.memory import MemoryLog
from goodpath_server.log.port import Entry

FULL = "There is no space left for town.goodpath; make room on its disk and try again."


class FullDisk(MemoryLog):
    """A log whose disk can be full."""

    full = False
    tried: tuple[float, ...] = ()
    """When it was asked to store something while it was full, or whether it could; in seconds."""

    def append(self, entries: Sequence[Entry]) -> None:
        self.prove()
        super().append(entries)

    def prove(self) -> None:
        if self.full:
            self.tried += (time.monotonic(),)
            raise LogError(FULL)
