"""A way to a server that can stall, and be cut in the middle of anything, as a pulled cable does."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

PIECE = 65_536


class Passage:
    """Carries bytes between a port of its own and a server's."""

    def __init__(self, to: int) -> None:
        self.port = 0
        self._to = to
        self._writers = set[asyncio.StreamWriter]()
        self.there, self.back = asyncio.Event(), asyncio.Event()
        """Set while bytes pass to the server, and back from it; meanwhile they wait, and a cut loses them."""
        self.flow()

    def flow(self) -> None:
        """Let bytes pass both ways."""
        self.there.set()
        self.back.set()

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Carry one connection's bytes both ways until it ends."""
        there, back = await asyncio.open_connection("127.0.0.1", self._to)
        self._writers |= {writer, back}
        await asyncio.gather(self._copy(reader, back, self.there), self._copy(there, writer, self.back))

    async def _copy(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, passing: asyncio.Event
    ) -> None:
        with suppress(OSError):
            while data := await reader.read(PIECE):
                await passing.wait()
                writer.write(data)
        writer.close()
        self._writers.discard(writer)

    def cut(self) -> None:
        """Break every connection; new ones are carried."""
        for writer in self._writers:
            writer.transport.abort()
        self._writers.clear()


@asynccontextmanager
async def passage(to: int) -> AsyncIterator[Passage]:
    """A way to the server at this port."""
    way = Passage(to)
    server = await asyncio.start_server(way.carry, "127.0.0.1", 0)
    way.port = server.sockets[0].getsockname()[1]
    try:
        yield way
    finally:
        way.cut()
        way.flow()
        server.close()
        await server.wait_closed()
