"""Servers on real sockets for the tests of this folder."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from goodpath_server.keyfile import KeyFile
from goodpath_server.log.memory import MemoryLog
from goodpath_server.server import Config, Server
from server.callers import Run
from town import one_phase
from whole_class import see_off


@pytest.fixture
async def run() -> AsyncIterator[Run]:
    """Starts servers on free ports of this machine, which end with the test."""
    servers = list[Server]()

    async def start(**config: Any) -> Server:
        log = MemoryLog({"session": "s1"})
        server = Server(one_phase(), {"lamp.png": b"x"}, log, KeyFile(None), Config(port=0, **config))
        await server.start()
        servers.append(server)
        return server

    yield start
    for server in servers:
        if not server.session.stopping:
            await server.stop()
    await see_off()


@pytest.fixture
async def server(run: Run) -> Server:
    """A server as a class has it."""
    return await run()
