"""One connection over a real socket: messages whole and in order, pings, limits, an end with its reason."""

import asyncio
import struct
import sys
from collections.abc import AsyncIterator
from socket import SO_LINGER, SOL_SOCKET

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from goodpath_core.wire.limits import FRAME_BYTES
from goodpath_server.connection import CLOSE_TICKS, PING_TICKS, Connection
from goodpath_server.rates import Bucket


class Room:
    """Keeps what connections say."""

    def __init__(self) -> None:
        self.buffer = memoryview(bytearray(FRAME_BYTES))
        self.connections: list[Connection] = []
        self.heard: asyncio.Queue[bytes | str] = asyncio.Queue()
        self.gone: asyncio.Queue[Connection] = asyncio.Queue()
        self.port = 0

    def made(self, connection: Connection) -> None:
        """Nothing to do yet: the handshake comes first."""

    def opened(self, connection: Connection) -> None:
        self.connections.append(connection)

    def received(self, connection: Connection, data: bytes | str) -> None:
        self.heard.put_nowait(data)

    def lost(self, connection: Connection) -> None:
        self.gone.put_nowait(connection)


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    room = Room()
    server = await asyncio.get_running_loop().create_server(lambda: Connection(room), "127.0.0.1", 0)
    room.port = server.sockets[0].getsockname()[1]
    yield room
    server.close()
    for connection in room.connections:
        connection.abort()


def entering(room: Room) -> connect:
    return connect(f"ws://127.0.0.1:{room.port}", compression=None, ping_interval=None)


async def closed(client: ClientConnection) -> tuple[int, str]:
    with pytest.raises(ConnectionClosed) as end:
        while True:
            await client.recv()
    assert end.value.rcvd
    return end.value.rcvd.code, end.value.rcvd.reason


async def test_messages_arrive_whole_and_in_order_also_in_parts_and_after_pings(room: Room) -> None:
    async with entering(room) as client:
        await client.send(b"one")
        await (await client.ping())
        await client.send([b"two ", b"and ", b"a half"])
        await client.send("three")
        await client.send(b"x" * FRAME_BYTES)
        assert await room.heard.get() == b"one"
        assert await room.heard.get() == b"two and a half"
        assert await room.heard.get() == "three"
        assert await room.heard.get() == b"x" * FRAME_BYTES


async def test_a_message_above_the_limit_ends_the_connection_with_1009(room: Room) -> None:
    async with entering(room) as client:
        await client.send(b"x" * (FRAME_BYTES + 1))
        assert (await closed(client))[0] == 1009
    assert room.heard.empty()


async def test_a_browser_is_refused_by_its_origin(room: Room) -> None:
    with pytest.raises(InvalidStatus) as refused:
        await connect(f"ws://127.0.0.1:{room.port}", origin="http://example.org")  # type: ignore[arg-type]
    assert refused.value.response.status_code == 403
    assert room.connections == []


async def test_what_comes_while_it_is_held_is_handed_on_later_in_order(room: Room) -> None:
    async with entering(room) as client:
        connection = room.connections[0]
        connection.hold()
        await client.send(b"one")
        connection.let_go()
        await client.send(b"two")
        assert [await room.heard.get(), await room.heard.get()] == [b"one", b"two"]


PING = b"\x89\x80" + bytes(4)
SAID = b"\x82\x84" + bytes(4)
"""The head of a message of four bytes."""
GOODBYE = b"\x88\x80" + bytes(4)
RESET = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
"""As SO_LINGER: what was not read is forgotten, and the other end is told at once."""


async def test_beyond_its_frames_of_any_kind_nothing_is_read_of_a_connection_and_of_others_all_is(
    room: Room,
) -> None:
    async with entering(room) as flooder, entering(room) as other:
        now = asyncio.get_running_loop().time()
        room.connections[0].inflow.frames = Bucket(3, 0.001, now)
        flooder.transport.write(SAID + b"fire" + PING + SAID + b"fore" + SAID + b"late" + PING)
        assert [await room.heard.get(), await room.heard.get()] == [b"fire", b"fore"]
        await other.send(b"calm")
        assert await room.heard.get() == b"calm"


async def test_what_was_not_read_yet_comes_later_whole_and_in_order(room: Room) -> None:
    async with entering(room) as client:
        room.connections[0].inflow.frames = Bucket(1, 1000, asyncio.get_running_loop().time())
        said = [b"%06d" % number + bytes(20_000) for number in range(20)]
        for one in said:
            await client.send(one)
        assert [await room.heard.get() for _ in said] == said


async def test_a_door_that_decides_keeps_a_connection_unread_that_may_speak_again(room: Room) -> None:
    async with entering(room) as client:
        connection = room.connections[0]
        connection.inflow.frames = Bucket(1, 100, asyncio.get_running_loop().time())
        await client.send(b"one")
        assert await room.heard.get() == b"one"
        connection.hold()
        await client.send(b"two")
        await asyncio.sleep(0.05)
        assert room.heard.empty()
        connection.let_go()
        await client.send(b"three")
        assert [await room.heard.get(), await room.heard.get()] == [b"two", b"three"]


async def test_who_was_told_to_leave_and_has_gone_by_a_reset_while_its_goodbye_waited_unread_is_gone(
    room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    async with entering(room) as client:
        connection = room.connections[0]
        connection.inflow.frames = Bucket(1, 20, asyncio.get_running_loop().time())
        client.transport.write(SAID + b"fire" + PING + GOODBYE)
        assert await room.heard.get() == b"fire"
        connection.close(1002, "")
        client.transport.get_extra_info("socket").setsockopt(SOL_SOCKET, SO_LINGER, RESET)
        client.transport.abort()
        async with asyncio.timeout(20):
            assert await room.gone.get() is connection
    assert caplog.records == []


async def test_the_silent_are_asked_and_an_answer_is_enough(room: Room) -> None:
    async with entering(room) as client:
        for _ in range(3):
            for _ in range(PING_TICKS):
                room.connections[0].tick()
            await client.send(b"still here")
            await room.heard.get()
        assert room.gone.empty()


async def test_who_gives_no_sign_at_all_is_cut(room: Room) -> None:
    async with entering(room) as client:
        client.transport.pause_reading()
        for _ in range(2 * PING_TICKS):
            room.connections[0].tick()
        for _ in range(10):
            await asyncio.sleep(0)
        assert room.gone.empty()
        room.connections[0].tick()
        assert await room.gone.get() is room.connections[0]
        client.transport.resume_reading()
        with pytest.raises(ConnectionClosed):
            await client.recv()


async def test_an_end_carries_its_reason_cut_between_characters_and_nothing_is_said_after_it(
    room: Room,
) -> None:
    async with entering(room) as client:
        connection = room.connections[0]
        connection.send(b"before")
        connection.close(4100, "满" * 60)
        connection.outbox.write(b"\x82\x05after")
        assert await client.recv() == b"before"
        assert await closed(client) == (4100, "满" * 41)


async def test_who_was_told_to_leave_and_stays_is_cut() -> None:
    room = Room()
    server = await asyncio.get_running_loop().create_server(lambda: Connection(room), "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(
        b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
    )
    await reader.readuntil(b"\r\n\r\n")
    room.connections[0].close(1012, "")
    for _ in range(CLOSE_TICKS + 1):
        room.connections[0].tick()
    assert await room.gone.get() is room.connections[0]
    writer.close()
    server.close()
