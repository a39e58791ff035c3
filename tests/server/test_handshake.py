"""What comes before the first message: a handshake in any number of parts, with anything behind it."""

import asyncio
import logging
import random
from collections.abc import AsyncIterator, Iterable
from contextlib import suppress

import pytest
from websockets.frames import Frame, Opcode

from goodpath_core.wire.codec import decode_server, encode
from goodpath_core.wire.frames import Ask, Hello, Part, Welcome
from goodpath_core.wire.limits import PROTOCOL
from goodpath_server.server import Server
from server.callers import UPGRADE, Run, join
from soaks.frames import spoilt

GET = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
OLD = UPGRADE.replace(b"13", b"8")
FROM_A_BROWSER = UPGRADE.replace(b"Host: x", b"Host: x\r\nOrigin: http://example.org")
PATIENCE_S = 20


@pytest.fixture(autouse=True)
async def complaints(caplog: pytest.LogCaptureFixture) -> AsyncIterator[None]:
    """Nothing that any caller here says may end up as a fault in the teacher's terminal."""
    yield
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []


def framed(message: bytes) -> bytes:
    """A message as a client sends it."""
    return Frame(Opcode.BINARY, message).serialize(mask=True)


async def calling(
    server: Server, parts: Iterable[bytes]
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A caller that has sent these parts, each of which the server could read by itself."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    for part in parts:
        writer.write(part)
        for _ in range(3):
            await asyncio.sleep(0)
    return reader, writer


async def left(writer: asyncio.StreamWriter) -> None:
    """Wait until a caller has gone."""
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()


async def answer(server: Server, *parts: bytes) -> bytes:
    """All that a caller with these parts hears until the server says no more."""
    reader, writer = await calling(server, parts)
    async with asyncio.timeout(PATIENCE_S):
        said = await reader.read()
    await left(writer)
    return said


@pytest.mark.parametrize("behind", [b"", GET, b"hello", framed(b"hello"), b"\n" * 60_000], ids=len)
@pytest.mark.parametrize(
    ("head", "status"),
    [(GET, b"426"), (OLD, b"400"), (FROM_A_BROWSER, b"403")],
    ids=["get", "old", "browser"],
)
async def test_a_refused_handshake_is_answered_and_ended_whatever_stands_behind_it(
    server: Server, head: bytes, status: bytes, behind: bytes
) -> None:
    for parts in ([head + behind], [head, behind, behind], [head[:9], head[9:] + behind]):
        assert (await answer(server, *parts))[:12] == b"HTTP/1.1 " + status


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (b"GET /" + b"x" * 9000, b"414"),
        (GET[:-2] + b"X: " + b"x" * 9000, b"431"),
        (GET[:-2] + b"X: x\r\n" * 200, b"431"),
    ],
    ids=["its first line", "a line", "its lines"],
)
async def test_a_head_that_does_not_end_is_refused_once_it_is_too_long(
    server: Server, head: bytes, status: bytes
) -> None:
    assert (await answer(server, head))[:12] == b"HTTP/1.1 " + status
    assert (await answer(server, head[:20], head[20:]))[:12] == b"HTTP/1.1 " + status


async def test_a_head_that_does_not_end_is_waited_for_no_longer_than_a_hello(run: Run) -> None:
    server = await run(hello_s=0.05)
    reader, writer = await calling(server, [GET[:-2]])
    async with asyncio.timeout(PATIENCE_S):
        with suppress(ConnectionError):
            assert await reader.read() == b""
    await left(writer)


async def hear(reader: asyncio.StreamReader, kind: type[Welcome | Part]) -> None:
    """Read messages until one of this kind has come."""
    async with asyncio.timeout(PATIENCE_S):
        while True:
            head = await reader.readexactly(2)
            size = head[1] if head[1] < 126 else int.from_bytes(await reader.readexactly(2), "big")
            if isinstance(decode_server(await reader.readexactly(size)), kind):
                return


async def test_what_stands_behind_an_upgrade_is_heard_wherever_the_bytes_are_cut(run: Run) -> None:
    server = await run(load_test=True)
    token = (await join(server)).welcome.token
    hello = framed(encode(Hello(version=PROTOCOL, token=token, history=0)))
    question = framed(encode(Ask(id=1, query={"kind": "picture", "file": "lamp.png"})))
    said = UPGRADE + hello + question
    for cut in range(len(UPGRADE) - 4, len(said) + 1):
        reader, writer = await calling(server, [said[:cut], said[cut:]])
        assert (await reader.readuntil(b"\r\n\r\n"))[:12] == b"HTTP/1.1 101"
        await hear(reader, Welcome)
        await hear(reader, Part)
        await left(writer)


async def test_a_long_message_whose_beginning_stands_behind_an_upgrade_is_one_message(server: Server) -> None:
    hello = framed(encode(Hello(version=PROTOCOL, code=server.code, name="雨" * 64, history=0)))
    for cut in (1, 3, 7, 8, 100, len(hello) - 1):
        reader, writer = await calling(server, [UPGRADE + hello[:cut], hello[cut:]])
        assert (await reader.readuntil(b"\r\n\r\n"))[:12] == b"HTTP/1.1 101"
        await hear(reader, Welcome)
        await left(writer)


async def test_a_thousand_spoilt_handshakes_disturb_nobody_but_whoever_sent_them(run: Run) -> None:
    server, dice = await run(load_test=True), random.Random(20130714)
    watcher = await join(server)
    hello = framed(encode(Hello(version=PROTOCOL, code=server.code, history=0)))
    for _ in range(1000):
        said = spoilt(dice, dice.choice((GET + GET, OLD + hello, UPGRADE + hello, UPGRADE)))
        cut = dice.randrange(len(said) + 1)
        reader, writer = await calling(server, [said[:cut], said[cut:]])
        if dice.randrange(2):
            writer.write_eof()
        if dice.randrange(3) == 0:
            writer.transport.abort()
        await left(writer)
    assert await watcher.ask("still", "observe") == "done"
