"""What one message costs inside the server: CPU from its bytes to the bytes queued for every member."""

import asyncio
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from goodpath.collector import spare_the_collector
from goodpath.load_test import seat_everybody
from goodpath.serving import meta_of

from bench.load import line
from bench.peers import packed_post
from goodpath_core.play.event import persona_id
from goodpath_core.play.sight import Viewer
from goodpath_core.scenario.crowd import crowd
from goodpath_core.wire.codec import decode_client
from goodpath_core.wire.frames import Do
from goodpath_server.keyfile import KeyFile
from goodpath_server.log.sqlite import SqliteLog
from goodpath_server.member import Member
from goodpath_server.outbox import Outbox
from goodpath_server.server import Config, Server

MEMBERS = 40
BATCH = 32
"""Messages that one turn of the loop reads, as in a full room."""


class Sink:
    """A transport that takes everything at once."""

    def __init__(self) -> None:
        self.writes = 0

    def write(self, data: bytes) -> None:
        """Take bytes."""
        self.writes += 1

    def push(self, data: bytes) -> int:
        """Take bytes at once."""
        self.writes += 1
        return len(data)

    def get_write_buffer_size(self) -> int:
        """Nothing ever waits."""
        return 0

    def abort(self) -> None:
        """Nothing to end."""

    def is_closing(self) -> bool:
        """Never."""
        return False


def measure(messages: int) -> float:
    """CPU microseconds of one message among 40 members: checked, decided, on disk, queued for everybody."""
    with tempfile.TemporaryDirectory(prefix="goodpath-bench-") as folder:
        return asyncio.run(_measured(Path(folder), messages))


async def _measured(folder: Path, messages: int) -> float:
    scenario = crowd(MEMBERS)
    log = SqliteLog.create(folder / "one.goodpath", meta_of(scenario, 1, True, datetime.now(UTC)), {})
    server = Server(scenario, {}, log, KeyFile(None), Config(port=0, load_test=True))
    await server.start()
    seat_everybody(server, MEMBERS)
    await _stored(server)
    members = [_member(server, seat) for seat in range(1, MEMBERS + 1)]
    frames = [packed_post(1, number, line()) for number in range(messages)]
    spare_the_collector()
    begin = time.process_time()
    for at in range(0, messages, BATCH):
        read = [decode_client(data) for data in frames[at : at + BATCH]]
        asked = [(members[n % MEMBERS], frame) for n, frame in enumerate(read) if isinstance(frame, Do)]
        server.session.take(asked)
        await _stored(server)
    spent = time.process_time() - begin
    await server.stop()
    return spent / messages * 1e6


def _member(server: Server, seat: int) -> Member:
    sink = Sink()
    outbox = Outbox(sink, sink.push, time.monotonic)
    viewer = Viewer("student", seat, 1, persona_id(1, f"m{seat}"))
    member = Member(outbox, lambda closing: None, viewer, f"seat:{seat}", None)
    server.session.audience.add(member)
    return member


async def _stored(server: Server) -> None:
    stored = asyncio.get_running_loop().create_future()
    server.session.when_stored(stored.set_result)
    await stored
