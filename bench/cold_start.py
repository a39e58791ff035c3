"""How long a server takes to go on with a long session: from its start until it is open."""

import asyncio
import re
import sys
import tempfile
import time
from pathlib import Path

from goodpath.serving import begin_or_go_on, look_at

from bench.load import line
from bench.measured_process import MeasuredProcess
from goodpath_core.play.event import Event
from goodpath_core.play.messages import MessagePosted
from goodpath_server.log.port import Entry
from goodpath_server.log.sqlite import SqliteLog
from goodpath_server.server import Config

SCENARIO = "ten-pictures"
ROOM = "1/page-makers"
VOICES = ("1/yuting", "1/chunmei")
TOGETHER = 1000


def measure(records: int) -> float:
    """Seconds until `goodpath serve` is open on a session of at least so many records."""
    with tempfile.TemporaryDirectory(prefix="goodpath-bench-") as folder:
        path = Path(folder) / "long.goodpath"
        asyncio.run(_write(path, records))
        program = "from goodpath.cli import main; main()"
        begin = time.monotonic()
        command = [sys.executable, "-uc", program, "serve", SCENARIO, "-o", str(path), "--port", "0"]
        with MeasuredProcess(command) as process:
            while not re.search(r"127\.0\.0\.1:\d+", process.line()):
                pass
            return time.monotonic() - begin


async def _write(path: Path, records: int) -> None:
    """A session in which two have talked for long."""
    server = begin_or_go_on(look_at(SCENARIO, path), path, Config(port=0))
    await server.start()
    await server.stop()
    first = server.session.stored.seq + 1
    log = SqliteLog(path)
    for at in range(first, first + records, TOGETHER):
        log.append([_said(seq) for seq in range(at, at + TOGETHER)])
    log.close()


def _said(seq: int) -> Entry:
    fact = MessagePosted(text=line())
    who = ("phone", f"seat:{seq % 2 + 1}", VOICES[seq % 2], ROOM, "room")
    return Entry(Event(seq, 1_373_800_000_000 + seq, 65_000, 0, 1, *who, fact), f"r{seq}", "0" * 16)
