"""The sockets: who may open one, what may be said on it, and how it ends."""

import asyncio
import random
import socket as sockets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidMessage, InvalidStatus

from goodpath_core.play.control import StartWorld
from goodpath_core.play.event import By
from goodpath_core.play.messages import PostMessage
from goodpath_core.wire.closing import (
    ENDED,
    FULL,
    NO_HELLO,
    PROTOCOL_ERROR,
    RESTART,
    TAKEN_OVER,
    TOO_BIG,
    WRONG_CODE,
    WRONG_VERSION,
)
from goodpath_core.wire.codec import encode, pack
from goodpath_core.wire.frames import Ask, Do, Hello, Here, Typing
from goodpath_core.wire.limits import FRAME_BYTES, PROTOCOL
from goodpath_server.gateway import MARGIN, PER_ADDRESS
from goodpath_server.keyfile import KeyFile
from goodpath_server.log.memory import MemoryLog
from goodpath_server.server import Config, Server
from town import TEACHER, one_phase
from whole_class import Wire, see_off

HELLO = {"t": "hello", "version": PROTOCOL}
UPGRADE = (
    b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
)
EMPTY_PART, EMPTY_NEXT_PART = b"\x02\x80" + bytes(4), b"\x00\x80" + bytes(4)
PING = b"\x89\xfd" + bytes(4) + bytes(125)
STUDENT = By("student", "seat:1", 1, 1, "1/yuting")
LINE = {"kind": "post_message", "room": "1/line3", "text": "hi"}


Run = Callable[..., Awaitable[Server]]


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


async def join(server: Server, **hello: Any) -> Wire:
    return await Wire.join(server.port, **{"code": server.code, **hello})


async def player(server: Server, persona: str) -> Wire:
    wire = await join(server)
    assert await wire.ask("take", "take_persona", persona=persona) == "done"
    return wire


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


async def test_a_frame_of_65536_bytes_is_read_and_one_byte_more_ends_the_connection(server: Server) -> None:
    wire = await join(server)
    head = len(encode(Do(id="a", command={"kind": "x" * (FRAME_BYTES // 2), "text": ""})))
    fill = FRAME_BYTES // 2 + FRAME_BYTES - head - 2
    await wire.say(Do(id="a", command={"kind": "x" * fill, "text": ""}))
    await wire.until(lambda: "a" in wire.refused)
    await wire.socket.send(b"x" * (FRAME_BYTES + 1))
    assert await wire.ended() == TOO_BIG.code


async def test_who_says_nothing_is_sent_away(run: Run) -> None:
    server = await run(hello_s=0.2)
    wire = await Wire.open(server.port)
    assert await wire.ended() == NO_HELLO.code


async def test_who_has_said_hello_may_be_silent(run: Run) -> None:
    server = await run(hello_s=0.2)
    wire = await join(server)
    await asyncio.sleep(0.5)
    assert wire.code == 0
    await wire.leave()


async def test_a_handshake_that_is_never_finished_ends(run: Run) -> None:
    server = await run(hello_s=0.2)
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(b"GET / HTTP/1.1\r\nHost: x\r\n")
    async with asyncio.timeout(20):
        assert await reader.read() == b""
    writer.close()


@pytest.mark.parametrize(
    ("value", "problem", "code"),
    [
        ({**HELLO, "version": PROTOCOL + 1}, "wrong_version", WRONG_VERSION.code),
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


async def test_a_class_of_sixty_comes_in_at_once_from_one_address(server: Server) -> None:
    wires = await asyncio.gather(*(join(server) for _ in range(60)))
    assert sorted(wire.welcome.seat for wire in wires) == list(range(1, 61))


async def test_more_connections_than_an_address_may_have_are_sent_away_and_told_to_come_back(
    server: Server,
) -> None:
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


async def test_a_wall_of_long_lines_keeps_nobody_out_whose_way_is_narrow(server: Server) -> None:
    wall = await player(server, "1/yuting")
    server.session.command(StartWorld(), TEACHER)
    position = {"epoch": wall.welcome.epoch, "seq": server.session.stored.seq}
    for _ in range(200):
        server.session.command(PostMessage(room="1/line3", text="雨" * 4000), STUDENT)
    await wall.until(lambda: len(wall.lines("1/line3")) == 200)
    token = wall.welcome.token
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
        await asyncio.sleep(0.2)
        server.session.command(PostMessage(room="1/line3", text="behind it"), STUDENT)
        wire.socket.transport.resume_reading()
        assert [len(await answer) > 2_000_000 for answer in asking] == [True, True]
        await wire.until(lambda: "behind it" in [text for _, text in wire.lines("1/line3")])  # noqa: B023
        assert wire.code == 0
        told = [event[0] for event in wire.events]
        assert told == sorted(set(told))
    assert len(wire.lines("1/line3")) >= 201


def upgraded(port: int) -> sockets.socket:
    """A raw connection after its handshake, on which one waits."""
    raw = sockets.create_connection(("127.0.0.1", port), timeout=20)
    raw.sendall(UPGRADE)
    while b"\r\n\r\n" not in raw.recv(4096):
        pass
    return raw


async def test_a_message_in_empty_parts_without_end_is_too_big(server: Server) -> None:
    def send_parts() -> bytes:
        with upgraded(server.port) as raw:
            raw.sendall(EMPTY_PART + EMPTY_NEXT_PART * 1000)
            return raw.recv(4)

    assert (await asyncio.to_thread(send_parts))[2:] == TOO_BIG.code.to_bytes(2, "big")


async def test_who_sends_pings_and_reads_no_answers_is_cut(server: Server) -> None:
    def send_pings() -> None:
        with upgraded(server.port) as raw, pytest.raises(ConnectionError):
            while True:
                raw.sendall(PING * 1000)

    async with asyncio.timeout(30):
        await asyncio.to_thread(send_pings)
    assert (await join(server)).welcome.seat == 1


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
    assert await wire.ask("a", "post_message", room="1/line3", text="x" * 4001) == "bad_command"
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


async def test_the_seat_at_a_new_terminal_closes_the_old_one_with_the_reason(server: Server) -> None:
    old = await player(server, "1/yuting")
    new = await join(server, token=old.welcome.token, code="")
    assert await old.ended() == TAKEN_OVER.code
    assert (new.welcome.seat, new.welcome.persona) == (old.welcome.seat, "1/yuting")


async def test_a_seat_at_a_dead_terminal_is_free_at_once(server: Server) -> None:
    old = await player(server, "1/yuting")
    # The old end neither reads nor answers any more, as after a cable was pulled.
    old.socket.transport.pause_reading()
    new = await join(server, token=old.welcome.token, code="")
    assert (new.welcome.seat, new.welcome.persona) == (old.welcome.seat, "1/yuting")
    assert await new.ask("a", "post_message", room="1/line3", text="hi") == "not_started"
    await old.cut()


async def test_what_one_may_not_read_is_not_told_over_the_wire_either(server: Server) -> None:
    yuting, chunmei, ming = [await player(server, f"1/{key}") for key in ("yuting", "chunmei", "ming")]
    teacher = await Wire.join(server.port, role="teacher", code=server.secret)
    assert await teacher.ask("a", "start_world") == "done"
    assert await yuting.ask("b", "post_message", room="1/line3", text="for line three") == "done"
    assert await yuting.ask("c", "post_message", room="private:1/ming+1/yuting", text="psst") == "done"
    await yuting.say(Typing(room="1/line3"))
    await ming.until(lambda: any(isinstance(frame, Typing) for frame in ming.frames))
    for number, room in enumerate(("1/line3", "private:1/ming+1/yuting", "nowhere"), 1):
        for request, kind in (("post", "post_message"), ("aside", "speak_aside")):
            assert await chunmei.ask(f"{request} {room}", kind, room=room, text="x") == "no_such_room"
        assert await chunmei.query(number, kind="history", room=room, before=999) == "no_such_room"
    state = await chunmei.query(99, kind="state")
    assert isinstance(state, bytes)
    assert b"psst" not in state and b"for line three" not in state
    assert not any(isinstance(frame, Typing) for frame in chunmei.frames)
    assert [event[7] for event in chunmei.events if event[3] == "message.posted"] == []


TEACHERS = ("start_world", "pause_world", "resume_world", "next_phase", "end_session")


@pytest.mark.parametrize("role", ["student", "observer", "robot"])
async def test_the_teachers_rights_are_not_to_be_had_by_claiming_them(server: Server, role: str) -> None:
    wire = await join(server, role=role)
    for number, kind in enumerate(TEACHERS):
        claims = {"role": "teacher", "by": "teacher", "author": "teacher"}
        assert await wire.ask(f"a{number}", kind, **claims) == "not_allowed"
    assert await wire.ask("b", "open_seat") == "not_allowed"
    assert await wire.ask("c", "mark_here", seat=1, here=False) == "not_allowed"
    assert await wire.ask("d", "hand_over", persona="1/ming", seat=1) == "not_allowed"
    assert await wire.ask("e", "hide_message", room="1/line3", message=1) == "not_allowed"


def mutated(rng: random.Random, seed: bytes) -> bytes:
    """A frame with some of its bytes changed, cut, doubled or moved."""
    data = bytearray(seed)
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(data) + 1)
        kind = rng.randrange(4)
        if kind == 0 and at < len(data):
            data[at] = rng.randrange(256)
        elif kind == 1:
            del data[at : at + rng.randint(1, 8)]
        elif kind == 2:
            data[at:at] = rng.randbytes(rng.randint(1, 8))
        else:
            data[at:at] = data[at : at + rng.randint(1, 8)]
    return bytes(data)


async def test_two_thousand_spoilt_frames_disturb_nobody_but_whoever_sent_them(run: Run) -> None:
    server = await run(load_test=True)
    rng = random.Random(20130714)
    watcher = await player(server, "1/ming")
    teacher = await Wire.join(server.port, role="teacher", code=server.secret)
    assert await teacher.ask("start", "start_world") == "done"
    hostile = await player(server, "1/yuting")
    token = hostile.welcome.token
    seeds = [
        encode(Do(id="a", command={**LINE, "mentions": ("1/ming",), "reply_to": 7})),
        encode(Do(id="b", command={"kind": "arrange_album", "cards": ("lamp",), "visible_to": "me"})),
        encode(Do(id="c", command={"kind": "edit_page", "nickname": "Rain", "skin": "neon"})),
        encode(Do(id="d", command={"kind": "like_thing", "page": "1/ming", "thing": "post:3"})),
        encode(Ask(id=1, query={"kind": "history", "room": "1/line3", "before": 99, "limit": 50})),
        encode(Typing(room="1/line3")),
        encode(Hello(version=PROTOCOL, token=token)),
        pack({"t": "do", "id": "e", "command": {"kind": "speak_aside", "room": "1/line3", "text": "x"}}),
    ]
    ends = 0
    for number in range(2000):
        if hostile.code:
            ends += 1
            hostile = await Wire.join(server.port, token=token, history=0)
        # It may have been sent away since.
        with suppress(ConnectionClosed):
            await hostile.socket.send(mutated(rng, rng.choice(seeds)))
        if number % 5 == 0:
            # Lets what was said take effect, so that most frames come on a connection that is open.
            await asyncio.sleep(0.001)
    assert ends > 100
    assert await watcher.ask("z", "post_message", room="1/line3", text="still here") == "done"
    assert watcher.code == teacher.code == 0


async def test_when_the_server_stops_everybody_is_told_to_come_back(run: Run) -> None:
    server = await run()
    wires = [await join(server) for _ in range(3)]
    await server.stop()
    assert [await wire.ended() for wire in wires] == [1012, 1012, 1012]
    with pytest.raises(OSError), sockets.create_connection(("127.0.0.1", server.port)):
        pass


async def test_a_server_told_to_stop_waits_a_while_for_whoever_does_not_leave_and_cuts_them(run: Run) -> None:
    server = await run()
    first = await join(server)
    await first.leave()
    frozen = await asyncio.to_thread(upgraded, server.port)
    wire = await join(server)
    stopping = asyncio.create_task(server.stop())
    assert await wire.ended() == RESTART.code
    # The other has not left: there is still somebody to wait for.
    assert not stopping.done()
    async with asyncio.timeout(20):
        await stopping

    def rest() -> bytes:
        with frozen, suppress(ConnectionError):
            while data := frozen.recv(4096):
                return data
        return b""

    assert RESTART.code.to_bytes(2, "big") in await asyncio.to_thread(rest)


async def test_taking_a_persona_tells_the_cell_that_it_is_here(run: Run) -> None:
    server = await run()
    watcher = await player(server, "1/ming")
    await player(server, "1/yuting")
    await watcher.until(lambda: Here(personas=("1/ming", "1/yuting")) in watcher.frames)


async def test_after_the_end_of_a_session_nobody_is_asked_to_come_back(run: Run) -> None:
    server = await run()
    teacher = await Wire.join(server.port, role="teacher", code=server.secret)
    wires = [await join(server), teacher]
    assert await teacher.ask("end", "end_session") == "done"
    await server.stop()
    assert [await wire.ended() for wire in wires] == [ENDED.code, ENDED.code]
