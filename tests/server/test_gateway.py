"""The sockets: who may open one, and how many."""

import asyncio

import pytest
from websockets.exceptions import InvalidMessage, InvalidStatus

from goodpath_core.wire.closing import (
    FULL,
    NO_HELLO,
    PROTOCOL_ERROR,
    WRONG_CODE,
    WRONG_VERSION,
)
from goodpath_core.wire.frames import Hello
from goodpath_core.wire.limits import PROTOCOL
from goodpath_server.gateway import MARGIN, PER_ADDRESS
from goodpath_server.server import Server
from server.callers import HELLO, LINE, Run, join
from whole_class import Wire


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "https://evil.example", "null", "http://127.0.0.1", "http://localhost:8713"],
)
async def test_a_page_in_a_browser_is_refused_by_its_origin(server: Server, origin: str) -> None:
    with pytest.raises(InvalidStatus) as no:
        await Wire.open(server.port, origin=origin)
    assert no.value.response.status_code == 403


async def test_compression_is_not_agreed_to(server: Server) -> None:
    wire = await Wire.open(server.port, compression="deflate")
    response = wire.socket.response
    assert response is not None
    assert response.headers.get("Sec-WebSocket-Extensions") is None
    await wire.leave()


async def test_a_handshake_that_is_never_finished_ends(run: Run) -> None:
    server = await run(hello_s=0.2)
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(b"GET / HTTP/1.1\r\nHost: x\r\n")
    async with asyncio.timeout(20):
        assert await reader.read() == b""
    writer.close()


async def test_who_says_nothing_is_sent_away(run: Run) -> None:
    server = await run(hello_s=0.2)
    wire = await Wire.open(server.port)
    assert await wire.ended() == NO_HELLO.code


async def test_who_has_said_hello_may_be_silent(run: Run) -> None:
    server = await run(hello_s=0.2)
    wire = await join(server)
    # Whoever came later and says nothing is sent away: the time of the one before is over by then.
    assert await (await Wire.open(server.port)).ended() == NO_HELLO.code
    assert await wire.ask("a", "fly") == "unknown_command"
    await wire.leave()


@pytest.mark.parametrize(
    ("value", "problem", "code"),
    [
        ({**HELLO, "version": PROTOCOL + 1}, "wrong_version", WRONG_VERSION.code),
        ({**HELLO, "version": PROTOCOL + 1, "role": "projector"}, "wrong_version", WRONG_VERSION.code),
        ({**HELLO, "version": PROTOCOL + 1, "token": "y" * 80}, "wrong_version", WRONG_VERSION.code),
        ({**HELLO, "version": 0, "code": ("a", "b")}, "wrong_version", WRONG_VERSION.code),
        ({**HELLO, "code": "WRONGWRONG"}, "wrong_code", WRONG_CODE.code),
        ({**HELLO, "token": "nobody's"}, "wrong_code", WRONG_CODE.code),
        ({**HELLO, "role": "teacher"}, "wrong_code", WRONG_CODE.code),
        ({**HELLO, "role": "server"}, "bad_frame", PROTOCOL_ERROR.code),
        ({**HELLO, "version": "1"}, "bad_frame", PROTOCOL_ERROR.code),
        ({"t": "do", "id": "a", "command": LINE}, "out_of_turn", PROTOCOL_ERROR.code),
        ({"t": "ask", "id": 1, "query": {"kind": "state"}}, "out_of_turn", PROTOCOL_ERROR.code),
        ({"t": "typing", "room": "1/line3"}, "out_of_turn", PROTOCOL_ERROR.code),
        ({"t": "雨" * 60}, "unknown_frame", PROTOCOL_ERROR.code),
        ("not a map", "bad_frame", PROTOCOL_ERROR.code),
    ],
)
async def test_a_first_word_that_is_no_good_hello_ends_with_its_reason(
    server: Server, value: object, problem: str, code: int
) -> None:
    wire = await Wire.open(server.port)
    await wire.send(value)
    assert (await wire.ended(), wire.problem) == (code, problem)


async def test_a_class_of_sixty_comes_in_at_once_from_one_address(run: Run) -> None:
    server = await run(cells=20)
    wires = await asyncio.gather(*(join(server) for _ in range(60)))
    assert sorted(wire.welcome.seat for wire in wires) == list(range(1, 61))


async def test_more_connections_than_an_address_may_have_are_sent_away_and_told_to_come_back(
    run: Run,
) -> None:
    server = await run(hello_s=60)
    wires = [await Wire.open(server.port) for _ in range(PER_ADDRESS)]
    one_more = await Wire.open(server.port)
    assert await one_more.ended() == FULL.code
    await wires[0].leave()
    assert (await join(server)).welcome.seat == 1


async def test_sockets_that_say_nothing_at_all_are_bounded_and_beyond_it_closed_unheard(run: Run) -> None:
    server = await run(hello_s=60)
    silent = [await asyncio.open_connection("127.0.0.1", server.port) for _ in range(PER_ADDRESS + MARGIN)]
    with pytest.raises((OSError, InvalidMessage)):
        await Wire.open(server.port)
    for _, writer in silent[: MARGIN + 1]:
        writer.close()
        await writer.wait_closed()
    async with asyncio.timeout(20):
        while True:
            wire = await Wire.open(server.port)
            await wire.say(Hello(version=PROTOCOL, code=server.code))
            await wire.until(lambda: wire.code or wire.welcomes)  # noqa: B023
            if wire.welcomes:
                break
    for _, writer in silent:
        writer.close()


async def test_in_a_load_test_any_number_of_sockets_may_come(run: Run) -> None:
    server = await run(load_test=True)
    writers = [
        (await asyncio.open_connection("127.0.0.1", server.port))[1] for _ in range(PER_ADDRESS + MARGIN + 1)
    ]
    assert (await join(server)).welcome.seat == 1
    for writer in writers:
        writer.close()
