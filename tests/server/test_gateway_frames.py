"""What may be said on a socket: sizes, parts, broken rules, and bytes that mean nothing."""

import asyncio
import socket as sockets

import pytest

from goodpath_core.play.control import StartWorld
from goodpath_core.play.event import By
from goodpath_core.play.messages import PostMessage
from goodpath_core.wire.closing import PROTOCOL_ERROR, TOO_BIG
from goodpath_core.wire.codec import encode
from goodpath_core.wire.frames import Ask, Do, Hello
from goodpath_core.wire.limits import FRAME_BYTES, PROTOCOL
from goodpath_server.server import Server
from hall import until
from server.callers import HELLO, LINE, heard, join, player, upgraded
from soaks.frames import send_spoilt
from town import TEACHER
from whole_class import Wire

EMPTY_PART, EMPTY_NEXT_PART = b"\x02\x80" + bytes(4), b"\x00\x80" + bytes(4)
STUDENT = By("student", "seat:1", 1, 1, "1/yuting")


async def test_a_frame_of_65536_bytes_is_read_and_one_byte_more_ends_the_connection(server: Server) -> None:
    wire = await join(server)
    head = len(encode(Do(id="a", command={"kind": "x" * (FRAME_BYTES // 2), "text": ""})))
    fill = FRAME_BYTES // 2 + FRAME_BYTES - head - 2
    await wire.say(Do(id="a", command={"kind": "x" * fill, "text": ""}))
    await wire.until(lambda: "a" in wire.refused)
    await wire.socket.send(b"x" * (FRAME_BYTES + 1))
    assert await wire.ended() == TOO_BIG.code


async def test_a_message_in_empty_parts_without_end_is_too_big(server: Server) -> None:
    def send_parts() -> bytes:
        with upgraded(server.port) as raw:
            raw.sendall(EMPTY_PART + EMPTY_NEXT_PART * 1000)
            return heard(raw, 4)

    assert (await asyncio.to_thread(send_parts))[2:] == TOO_BIG.code.to_bytes(2, "big")


async def test_a_text_frame_ends_the_connection_before_and_after_hello(server: Server) -> None:
    stranger, known = await Wire.open(server.port), await join(server)
    for wire in (stranger, known):
        await wire.socket.send('{"t": "hello"}')
        assert (await wire.ended(), wire.problem) == (PROTOCOL_ERROR.code, "text_frame")


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ({**HELLO, "code": "x"}, "out_of_turn"),
        ({"t": "welcome"}, "unknown_frame"),
        ({"t": "do", "id": "", "command": LINE}, "bad_frame"),
        ({"t": "do", "id": "a", "command": [1]}, "bad_frame"),
        ({"t": "do", "id": "a", "command": {"k" * 65: 1}}, "bad_msgpack"),
        ({"t": "do", "id": "a", "command": {"kind": float("nan")}}, "bad_number"),
        ({"t": "ask", "id": 0, "query": {}}, "bad_frame"),
    ],
)
async def test_a_broken_rule_ends_the_connection_with_its_reason(
    server: Server, value: object, problem: str
) -> None:
    wire = await join(server)
    await wire.send(value)
    assert (await wire.ended(), wire.problem) == (PROTOCOL_ERROR.code, problem)
    assert (await join(server, token=wire.welcome.token, code="")).welcome.seat == wire.welcome.seat


async def test_a_command_over_its_limits_is_refused_and_the_connection_goes_on(server: Server) -> None:
    wire = await player(server, "1/yuting")
    assert await wire.ask("a", "post_message", room="1/line3", text="x" * 8001) == "bad_command"
    assert await wire.ask("b", "edit_page", nickname="x" * 10_000) == "bad_command"
    assert await wire.ask("c", "fly") == "unknown_command"
    assert await wire.query(1, kind="history", room="x" * 5000, before=1) == "bad_query"
    assert await wire.query(2, kind="everything") == "unknown_query"
    assert await wire.ask("d", "post_message", room="1/line3", text="x" * 4000) == "not_started"
    assert wire.code == 0


async def test_what_follows_a_hello_at_once_is_heard_in_order(server: Server) -> None:
    wire = await Wire.open(server.port)
    await wire.say(Hello(version=PROTOCOL, code=server.code))
    await wire.say(Do(id="a", command={"kind": "take_persona", "persona": "1/ming"}))
    await wire.say(Ask(id=1, query={"kind": "picture", "file": "lamp.png"}))
    await wire.until(lambda: wire.done and wire.parts)
    assert wire.welcome.seat == 1


async def test_a_message_in_three_fragments_is_one(server: Server) -> None:
    wire = await join(server)
    data = encode(Do(id="a", command={"kind": "fly"}))
    await wire.socket.send([data[:5], data[5:9], data[9:]])
    await wire.until(lambda: "a" in wire.refused)
    await wire.leave()


async def test_a_wall_of_long_lines_keeps_nobody_out_whose_way_is_narrow(server: Server) -> None:
    wall = await player(server, "1/yuting")
    server.session.command(StartWorld(), TEACHER)
    position = {"epoch": wall.welcome.epoch, "seq": server.session.stored.seq}
    for _ in range(200):
        server.session.command(PostMessage(room="1/line3", text="雨" * 4000), STUDENT)
    await wall.until(lambda: len(wall.lines("1/line3")) == 200)
    token = wall.welcome.token
    lines = server.session.stored.rooms["1/line3"].messages
    for more in ({"history": 50}, position):
        narrow = sockets.socket()
        narrow.setsockopt(sockets.SOL_SOCKET, sockets.SO_RCVBUF, 4096)
        narrow.connect(("127.0.0.1", server.port))
        narrow.setblocking(False)
        wire = await Wire.open(server.port, sock=narrow)
        await wire.say(Hello(version=PROTOCOL, token=token, **more))
        await wire.until(lambda: wire.welcomes)  # noqa: B023
        # Everything piles up before it reads on.
        wire.socket.transport.pause_reading()
        asking = [asyncio.create_task(wire.query(number, kind="state")) for number in (1, 2)]
        await asyncio.sleep(0)
        text = f"behind line {server.session.stored.seq}"
        await wire.say(Do(id=text, command={**LINE, "text": text}))
        # What is said behind the questions is heard behind them.
        await until(lambda: lines[-1].text == text)  # noqa: B023
        wire.socket.transport.resume_reading()
        assert [len(await answer) > 100_000 for answer in asking] == [True, True]
        await wire.until(lambda: text in [line for _, line in wire.lines("1/line3")])  # noqa: B023
        assert wire.code == 0
        told = [event[0] for event in wire.events]
        assert told == sorted(set(told))
    assert len(wire.lines("1/line3")) >= 201


async def test_two_thousand_spoilt_frames_disturb_nobody_but_whoever_sent_them() -> None:
    assert (await send_spoilt(2_000, seed=20130714)).faults == []
