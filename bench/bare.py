"""The third peer: no rules, but a log on disk before anybody receives, and one write per member and commit.

Run as `python -m bench.bare FILE`; it prints its port and serves until it is ended. For measurements only: a
bound for servers in this language that store; what goodpath takes above it is the price of its rules.
"""

import asyncio
import queue
import sqlite3
import sys
import threading
from collections import defaultdict
from typing import Any, NamedTuple

import msgpack  # type: ignore[import-untyped]

from bench.relay import Group, Groups, serve_groups
from goodpath_server.outbox import websocket_frame


class Line(NamedTuple):
    """A line on its way to the disk."""

    group: Group
    """Whose members receive it."""
    seq: int
    """Its number, and its place in the file."""
    packed: bytes
    """As it is stored and sent."""


class Bare:
    """One writer thread, and what has been read since it was last given work."""

    def __init__(self, file: str) -> None:
        self._loop = asyncio.get_running_loop()
        self._read: list[Line] = []
        self._writing = False
        self._work: queue.SimpleQueue[list[Line]] = queue.SimpleQueue()
        threading.Thread(target=self._store_all, args=(file,), daemon=True).start()

    def take(self, group: Group, line: dict[str, Any]) -> None:
        """Take a line down, and hand it to the writer with all that this turn of the loop reads."""
        if not self._read and not self._writing:
            self._loop.call_soon(self._hand_over)
        self._read.append(Line(group, line["seq"], msgpack.packb(line)))

    def _hand_over(self) -> None:
        if self._read and not self._writing:
            self._writing = True
            self._work.put(self._read)
            self._read = []

    def _store_all(self, file: str) -> None:
        """Commit one batch after the other; runs in a thread of its own."""
        log = sqlite3.connect(file)
        log.execute("PRAGMA journal_mode=WAL")
        log.execute("PRAGMA synchronous=FULL")
        log.execute("CREATE TABLE line (seq INTEGER PRIMARY KEY, packed BLOB)")
        while batch := self._work.get():
            with log:
                log.executemany("INSERT INTO line VALUES (?, ?)", [(line.seq, line.packed) for line in batch])
            self._loop.call_soon_threadsafe(self._deliver, batch)

    def _deliver(self, batch: list[Line]) -> None:
        self._writing = False
        self._hand_over()
        said: defaultdict[Group, list[bytes]] = defaultdict(list)
        for line in batch:
            said[line.group].append(websocket_frame(line.packed))
        for group, frames in said.items():
            data = b"".join(frames)
            for member in group.members:
                member.transport.write(data)


async def main(file: str) -> None:
    """Serve on any free port of this machine."""
    await serve_groups(Groups(Bare(file).take))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
