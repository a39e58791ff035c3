"""The sockets: moves bytes between connections and the session, and ends each connection with its reason."""

import asyncio
import logging
from collections import Counter
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from goodpath_core.errors import LogError, ProtocolError
from goodpath_core.wire.closing import FULL, NO_HELLO, RESTART, Closing
from goodpath_core.wire.codec import decode_client, encode
from goodpath_core.wire.connection import JOINED, NEW, step
from goodpath_core.wire.frames import Ask, Do, Frame, Hello, Problem, Typing
from goodpath_core.wire.limits import FRAME_BYTES, HELLO_S
from goodpath_server.answers import Answers
from goodpath_server.member import Member
from goodpath_server.outbox import Outbox
from goodpath_server.presence import Presence
from goodpath_server.reception import Reception
from goodpath_server.session import Session

PING_S = 5
CLOSE_S = 3
BACKLOG = 4096
PER_ADDRESS = 300
CONNECTIONS = 500
SWEEP_S = 1.0
log = logging.getLogger("goodpath")


class Gateway:
    """Accepts connections and leads each through its life."""

    def __init__(
        self, session: Session, reception: Reception, answers: Answers, presence: Presence, *, free: bool
    ) -> None:
        self._session = session
        self._reception = reception
        self._answers = answers
        self._presence = presence
        self._free = free
        """Whether any number of connections may come: load tests only."""
        self._open: Counter[str] = Counter()
        self._tasks: set[asyncio.Task[None]] = set()
        self._server: Server | None = None

    async def listen(self, host: str, port: int) -> int:
        """Begin to accept connections; returns the port. Browsers are refused by their Origin."""
        self._server = await serve(
            self._handle,
            host,
            port,
            origins=[None],
            compression=None,
            max_size=FRAME_BYTES,
            max_queue=16,
            write_limit=32_768,
            ping_interval=PING_S,
            ping_timeout=PING_S,
            close_timeout=CLOSE_S,
            open_timeout=HELLO_S,
            backlog=BACKLOG,
            server_header=None,
        )
        self._spawn(self._sweep())
        return int(next(iter(self._server.sockets)).getsockname()[1])

    async def close(self) -> None:
        """End every connection with 1012 and stop; takes at most the close timeout."""
        for task in self._tasks:
            task.cancel()
        if self._server:
            self._server.close(code=RESTART.code, reason=RESTART.text)
            await self._server.wait_closed()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _sweep(self) -> None:
        """Cut those who have stopped reading although nothing new is written to them."""
        while True:
            await asyncio.sleep(SWEEP_S)
            for member in list(self._session.audience.members):
                member.outbox.check()

    async def _handle(self, socket: ServerConnection) -> None:
        address = str(socket.remote_address[0]) if socket.remote_address else ""
        if self._is_full(address):
            await socket.close(FULL.code, FULL.text)
            return
        self._open[address] += 1
        try:
            with suppress(ConnectionClosed):  # the everyday end of a connection
                await self._serve(socket, address)
        except ProtocolError as fault:
            await _end(socket, fault)
        except LogError as fault:
            await _end(socket, ProtocolError("storage_error", str(fault), 1013))
        finally:
            self._open[address] -= 1

    def _is_full(self, address: str) -> bool:
        if self._free:
            return False
        return self._open[address] >= PER_ADDRESS or self._open.total() >= CONNECTIONS

    async def _serve(self, socket: ServerConnection, address: str) -> None:
        hello = await _hello(socket)
        loop = asyncio.get_running_loop()
        outbox = Outbox(socket.transport, loop.time)

        def close(closing: Closing) -> None:
            self._spawn(socket.close(closing.code, closing.text))

        member = await self._reception.join(hello, address, outbox, close)
        self._presence.changed(member.viewer.cell)
        try:
            async for data in socket:
                self._receive(member, data)
        finally:
            self._reception.leave(member)
            self._presence.changed(member.viewer.cell)

    def _receive(self, member: Member, data: bytes | str) -> None:
        if member not in self._session.audience.members:
            return
        frame = decode_client(data)
        step(JOINED, frame)
        if isinstance(frame, Do):
            self._session.request(member, frame)
        elif isinstance(frame, Ask):
            self._spawn(self._answers.answer(member, frame))
        elif isinstance(frame, Typing):
            self._presence.typing(member, frame)


async def _hello(socket: ServerConnection) -> Hello:
    try:
        async with asyncio.timeout(HELLO_S):
            data = await socket.recv()
    except TimeoutError as late:
        raise ProtocolError("no_hello", NO_HELLO.text, NO_HELLO.code) from late
    frame: Frame = decode_client(data)
    step(NEW, frame)
    if not isinstance(frame, Hello):
        raise ProtocolError("out_of_turn", "Say hello first.")
    return frame


async def _end(socket: ServerConnection, fault: ProtocolError) -> None:
    log.info("connection ended: %s", fault.code)
    # It may have gone before it could be told.
    with suppress(ConnectionClosed):
        await socket.send(encode(Problem(code=fault.code, text=fault.text)))
        await socket.close(fault.close, fault.text[:100])
