"""One whole exchange over a real socket, with a server whose clock stands still, and its bytes in words."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any, NamedTuple

from msgpack import Packer  # type: ignore[import-untyped]
from websockets.asyncio.client import ClientConnection, connect

from goodpath_core.play.control import StartWorld
from goodpath_core.play.event import By, Draft, seat_audience
from goodpath_core.play.seats import PersonaTaken, SeatChanged, SeatOpened
from goodpath_core.scenario.crowd import crowd
from goodpath_core.scenario.opening import opening
from goodpath_core.wire.codec import array_head, pack, unpack
from goodpath_server.answers import Answers
from goodpath_server.audience import NO_CELL
from goodpath_server.clock import Clock
from goodpath_server.doorkeeper import Doorkeeper
from goodpath_server.gateway import Gateway
from goodpath_server.key_writing import KeyWriting
from goodpath_server.keyfile import KeyFile
from goodpath_server.lobby import Door
from goodpath_server.log.memory import MemoryLog
from goodpath_server.presence import Presence
from goodpath_server.reception import Reception
from goodpath_server.session import Session

NOW_MS = 1_700_000_000_000
TOKEN = "kept-from-an-earlier-welcome"
BYTES_A_LINE = 12
ASKED = (
    {"t": "hello", "version": 1, "token": TOKEN, "history": 0},
    {
        "t": "do",
        "id": "a1",
        "command": {"kind": "post_message", "room": "1/crowd", "text": "where is this?"},
    },
    {"t": "ask", "id": 1, "query": {"kind": "history", "room": "1/crowd", "before": 99, "limit": 5}},
)
"""What the client says, in order."""
ANSWERS = (("welcome",), ("done", "news"), ("part",))
"""What the server says to each."""


class Sent(NamedTuple):
    """One frame that went over the socket."""

    sender: str
    data: bytes


class StandingClock(Clock):
    """A clock that shows one moment for ever."""

    def now_ms(self) -> int:
        """The moment."""
        return NOW_MS


@asynccontextmanager
async def standing_server() -> AsyncIterator[int]:
    """A server of two members in one group, on the loopback address; its port."""
    log = MemoryLog({"session": "0a1b2c3d4e5f"})
    log.begin_epoch("e0c4f7a91b22", NOW_MS)
    changed = list[int]()
    session = Session(crowd(2), log, StandingClock(), lambda: 0.5, changed.append)
    keys = KeyFile(None)
    door = Door("7KQX2MVC", "secret")
    writing = KeyWriting(keys, 1.0, lambda: session.stopping, partial(changed.append, NO_CELL))
    time = asyncio.get_running_loop().time
    reception = Reception(session, door, keys, writing, log.epochs(), time, free=True, robots=False)
    doorkeeper = Doorkeeper(session, door, keys, writing, reception, time)
    answers = Answers(session, {}, keys, doorkeeper, file="", shut_down=asyncio.Event().set, address=str)
    gateway = Gateway(session, reception, answers, Presence(session, writing), free=True)
    session.open(opening(session.scenario, 1))
    session.happen(
        [
            Draft(SeatOpened(seat=1, cell=1), seat_audience(1), 1),
            Draft(SeatChanged(seat=1, persona="1/m1"), seat_audience(1), 1),
            Draft(PersonaTaken(persona="1/m1"), "cell", 1),
        ],
        "server",
        session.now(),
    )
    session.command(StartWorld(), By("teacher", "teacher"))
    keys.add_many({TOKEN: 1})
    stored: asyncio.Future[object] = asyncio.get_running_loop().create_future()
    session.when_stored(stored.set_result)
    await stored
    try:
        yield await gateway.listen("127.0.0.1", 0)
    finally:
        await session.close()
        await gateway.close()


async def exchange(asked: list[bytes]) -> list[Sent]:
    """Everything that goes over a socket when a client says this; what may be lost is left out."""
    said: list[Sent] = []
    async with standing_server() as port, connect(f"ws://127.0.0.1:{port}/", compression=None) as socket:
        for frame, answers in zip(asked, ANSWERS, strict=True):
            said.append(Sent("client", frame))
            await socket.send(frame)
            while [kind_of(one.data) for one in said if one.sender == "server"][-len(answers) :] != [
                *answers
            ]:
                data = await socket.recv(decode=False)
                if kind_of(data) not in ("here", "typing"):
                    said.append(Sent("server", data))
    return said


async def _lasting(socket: ClientConnection) -> bytes:
    """The next frame that may not be lost."""
    data = await socket.recv(decode=False)
    while kind_of(data) in ("here", "typing"):
        data = await socket.recv(decode=False)
    return data


def kind_of(data: bytes) -> str:
    """The `t` of a frame."""
    return str(unpack(data)["t"])


def in_words(sent: Sent) -> str:
    """A frame as lines of hexadecimal, each with what it says."""
    lines = [
        f"{sent.sender}: {kind_of(sent.data)}, {len(sent.data)} bytes",
        *_value(unpack(sent.data), b"", "", 0),
    ]
    return "\n".join(lines)


def from_words(text: str) -> bytes:
    """The bytes in such lines."""
    return bytes.fromhex("".join(line[: BYTES_A_LINE * 3] for line in text.splitlines()[1:]))


def _value(value: Any, before: bytes, name: str, depth: int) -> list[str]:
    if isinstance(value, dict):
        lines = _line(before + Packer().pack_map_header(len(value)), f"{name}map of {len(value)}", depth)
        for key, item in value.items():
            lines += _value(item, pack(key), f"{key}: ", depth + 1)
        return lines
    if isinstance(value, tuple):
        lines = _line(before + array_head(len(value)), f"{name}array of {len(value)}", depth)
        return lines + [line for item in value for line in _value(item, b"", "", depth + 1)]
    if isinstance(value, bytes):
        head = pack(value)[: -len(value)]
        lines = _line(before + head, f"{name}{len(value)} bytes, which unpacked are", depth)
        return lines + _value(unpack(value), b"", "", depth + 1)
    said = f'"{value}"' if isinstance(value, str) else str(value)
    return _line(before + pack(value), name + said, depth)


def _line(data: bytes, said: str, depth: int) -> list[str]:
    rows = [data[at : at + BYTES_A_LINE].hex(" ") for at in range(0, len(data), BYTES_A_LINE)]
    words = ["  " * depth + said, *[""] * (len(rows) - 1)]
    return [f"{row:<{BYTES_A_LINE * 3}}{word}".rstrip() for row, word in zip(rows, words, strict=True)]


NOTES = {
    "hello": "The client comes with a token and wants no history.",
    "welcome": "It has seat 1 and plays `1/m1`. It gave no position and starts fresh. Event 9 is the newest.",
    "do": "It says a line, under an id of its own.",
    "done": "The line is stored as event 11. Event 10, that the seat is connected, is for teachers only.",
    "news": "The same event, as everybody in the group gets it. The text stands there byte for byte.",
    "ask": "It asks for the newest lines of the room.",
    "part": "One part is enough. Its data is a msgpack value of its own: an array of events.",
}
"""What a frame means here, by kind."""


def as_page(said: list[Sent]) -> str:
    """The exchange as it stands in docs/wire.md."""
    return "\n".join(f"{NOTES[kind_of(one.data)]}\n\n```\n{in_words(one)}\n```\n" for one in said)


def from_page(page: str) -> list[Sent]:
    """The exchange that stands in docs/wire.md."""
    blocks = re.findall(r"```\n((?:client|server): .*?)\n```", page, re.DOTALL)
    return [Sent(block.partition(":")[0], from_words(block)) for block in blocks]
