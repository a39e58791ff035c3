"""Whatever keeps a socket from opening is one named error, and whoever waits for it is told."""

import asyncio

import pytest
from textual.worker import WorkerFailed

from client.little_server import LittleServer
from goodpath_client.crash import kind_and_place
from goodpath_client.plain.talk import talk
from goodpath_client.store import Store
from goodpath_client.wire import NoServer, Wire
from town import playing


@pytest.mark.parametrize("address", ["ws://a..b/", "ws://[::1/", "ws://localhost:99999/", "nothing"])
async def test_an_address_that_cannot_be_opened_is_no_server(address: str) -> None:
    with pytest.raises(NoServer):
        async with Wire(address, Store()).open():
            pass


@pytest.mark.parametrize("elsewhere", ["ws://h:99999/x", "ws://a..b/", "ws://[::1/"])
async def test_a_server_that_sends_one_to_no_address_is_no_server(elsewhere: str) -> None:
    async def redirect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(f"HTTP/1.1 302 Found\r\nLocation: {elsewhere}\r\nContent-Length: 0\r\n\r\n".encode())
        writer.close()

    async with await asyncio.start_server(redirect, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(NoServer):
            async with Wire(f"ws://127.0.0.1:{port}", Store()).open():
                pass


async def test_a_link_that_breaks_before_its_first_answer_ends_the_lines_with_its_error() -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(gone=_broken)
    printed: list[str] = []
    lines: asyncio.Queue[str | None] = asyncio.Queue()
    lines.put_nowait("/help\n")
    lines.put_nowait(None)
    async with asyncio.timeout(10):
        with pytest.raises(KeyError, match="broken"):
            await talk(link, store, read=lines.get, write=printed.append, now=lambda: 0)


def _broken() -> str:
    raise KeyError("broken")


def test_of_failed_work_it_is_told_what_failed_in_it() -> None:
    try:
        _broken()
    except KeyError as fault:
        told = kind_and_place(WorkerFailed(fault))
    assert told.startswith("KeyError (line ") and told.endswith(" of _broken)")
