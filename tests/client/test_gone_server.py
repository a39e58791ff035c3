"""Where a server is known never to come back, nobody waits for it: its end is said at once, and why."""

import asyncio

import pytest

from client.little_server import LittleServer, until
from goodpath_core.wire.closing import ABNORMAL, RESTART, Closing
from town import playing

WHY = "The class broke off; start the demo again to play."


@pytest.mark.parametrize("goodbye", [None, RESTART], ids=["without a word", "as if it came back"])
async def test_a_server_that_went_for_good_is_not_waited_for(goodbye: Closing | None) -> None:
    gone = ""
    async with LittleServer(playing()) as server:
        link, store = server.link(gone=lambda: gone)
        task = asyncio.create_task(link.run())
        await until(lambda: store.link.kind == "connected")
        gone = WHY
        if goodbye:
            await server.end(goodbye)
    assert await task == Closing(ABNORMAL, False, WHY)
    assert (store.link.kind, store.link.text) == ("closed", WHY)


async def test_a_connection_that_was_only_lost_is_taken_up_again() -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(gone=lambda: "")
        task = asyncio.create_task(link.run())
        await until(lambda: store.link.kind == "connected")
        await server.end(RESTART)
        await until(lambda: store.link.kind == "reconnecting")
        await until(lambda: store.link.kind == "connected")
        await link.close()
        assert await task is None
