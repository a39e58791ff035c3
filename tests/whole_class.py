"""A whole class from outside: real server processes, and clients that say exactly what they are told to."""

import asyncio
import re
import shlex
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from goodpath_core.wire.codec import decode_server, encode, pack
from goodpath_core.wire.frames import (
    Ask,
    Do,
    Done,
    Frame,
    Hello,
    History,
    News,
    Part,
    Problem,
    RefusedFrame,
    Welcome,
)
from goodpath_core.wire.limits import FRAME_BYTES, PROTOCOL
from goodpath_server.keyfile import KeyFile
from mortal import mortal

PROGRAM = Path(sys.executable).parent / "goodpath"
PATIENCE_S = 30
READING = "reading of a wire"
CAST = 40
"""Personas of `talk_scenario`, all of one group."""

_PERSONA = """\
  m{n}:
    name: {{pinyin: Member {n}, characters: 人{n}, say: member}}
    age: 20
    home: the terraces
    work: packs boxes
    lives: row
    room: Half of a room.
    phone: {{model: Android, camera: poor, plan_mb: 70, battery: 90, balance_yuan: 18}}
    dream: to photograph weddings
    keeps_quiet: has applied to a studio
    wants_today: [three pictures]
    number: "27159{n:05}"
    nickname: M{n}
"""
_TALK = """\
title: Talk
minutes: 600
about: People who only talk.
date: 2013-07-14
rules: {{battery: off, data: off, money: off}}
briefing: {{text: You talk., do: [Talk.], dont: [Do not be silent.]}}
houses:
  row: {{name: The row, sockets: 1}}
personas:
{personas}groups:
{groups}phases:
  - name: Talk
    lasts: 360m
    world: {{from: "08:00", speed: 1}}
    place: phone
    ask: Talk.
    allow: {{chat: on, page: on, visit: on, pictures: 3, swaps: any}}
  - name: More talk
    lasts: 120m
    world: {{from: "18:00", speed: 1}}
    place: phone
    ask: Talk on.
    allow: {{chat: on, page: on, visit: on, pictures: 3, swaps: any}}
debrief: {{lasts: 120m, questions: [What was said?], step_out: [I stop talking.]}}
sources: [{{what: all of it, source: made up for the tests}}]
"""


def talk_scenario(folder: Path, groups: int = 1) -> Path:
    """A scenario file: forty people, all of them in each of the groups talk1, talk2 ..."""
    personas = "".join(_PERSONA.format(n=n) for n in range(1, CAST + 1))
    rows = [f"  talk{n}: {{name: Talk {n}, owner: m1, members: everybody}}\n" for n in range(1, groups + 1)]
    path = folder / "talk.yaml"
    path.write_text(_TALK.format(personas=personas, groups="".join(rows)), "utf-8")
    return path


class ServerProcess:
    """A `goodpath serve` of its own; ends with the test, however that ends."""

    def __init__(self, process: asyncio.subprocess.Process, said: list[str], errors: Path) -> None:
        self.process = process
        self.said = "\n".join(said)
        self.errors = errors
        """What it wrote to its standard error."""

    @classmethod
    async def start(cls, *words: str | Path, errors: Path) -> "ServerProcess":
        """Start it and wait until it is open."""
        with errors.open("ab") as sink:
            process = await asyncio.create_subprocess_exec(
                *mortal(PROGRAM, "serve", *words), stdout=asyncio.subprocess.PIPE, stderr=sink
            )
        assert process.stdout
        said: list[str] = []
        async with asyncio.timeout(PATIENCE_S):
            while not said or not said[-1].startswith(("Session:", "1 groups", "2 groups")):
                line = await process.stdout.readline()
                assert line, f"the server did not start: {errors.read_text('utf-8')}"
                said.append(line.decode().strip())
        return cls(process, said, errors)

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._find(r"127\.0\.0\.1:(\d+)"))

    @property
    def code(self) -> str:
        """The join code."""
        return self._find(r"goodpath join \S+ (\S+)")

    @property
    def secret(self) -> str:
        """The teacher's secret."""
        words = shlex.split(self._find(r"(goodpath teach .+)"))
        return KeyFile(Path(words[-1])).secret

    def _find(self, pattern: str) -> str:
        found = re.search(pattern, self.said)
        assert found, self.said
        return found[1]

    @property
    def memory_kib(self) -> int:
        """Its resident memory."""
        text = Path(f"/proc/{self.process.pid}/status").read_text("ascii")
        return int(text.partition("VmRSS:")[2].split()[0])

    async def kill(self) -> None:
        """End it as a power cut would end the process."""
        if self.process.returncode is None:
            self.process.kill()
        await self.process.wait()

    async def stop(self) -> int:
        """Ask it to stop; its exit code."""
        self.process.terminate()
        async with asyncio.timeout(PATIENCE_S):
            return await self.process.wait()


class Wire:
    """A client that does only what it is told and keeps everything it hears."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.frames: list[Frame] = []
        self.events: list[tuple[Any, ...]] = []
        """Events told as news, as they travelled."""
        self.done: dict[str, int] = {}
        self.refused: dict[str, RefusedFrame] = {}
        self.parts: dict[int, dict[int, bytes]] = {}
        self.code = 0
        """How the connection was closed; 0 while it is open, 1006 for a broken one."""
        self._changed = asyncio.Event()
        self._reading = asyncio.get_running_loop().create_task(self._read(), name=READING)

    @classmethod
    async def open(cls, port: int, **more: Any) -> Self:
        """A connection that has said nothing."""
        options: Mapping[str, Any] = {
            "compression": None,
            "max_size": FRAME_BYTES,
            "ping_interval": None,
            "proxy": None,
            "close_timeout": 1,
        }
        return cls(await connect(f"ws://127.0.0.1:{port}", **{**options, **more}))

    @classmethod
    async def join(cls, port: int, **hello: Any) -> Self:
        """A connection that has said hello and was let in."""
        wire = await cls.open(port)
        await wire.say(Hello(version=PROTOCOL, **hello))
        await wire.until(lambda: wire.welcomes or wire.code)
        assert wire.welcomes, wire.frames
        return wire

    async def _read(self) -> None:
        try:
            while True:
                frame = decode_server(await self.socket.recv())
                self.frames.append(frame)
                self._take(frame)
                self._changed.set()
        except ConnectionClosed as end:
            await self.socket.wait_closed()
            self.code = end.rcvd.code if end.rcvd else 1006
            self._changed.set()

    def _take(self, frame: Frame) -> None:
        if isinstance(frame, News):
            self.events.extend(frame.events)
        elif isinstance(frame, Done):
            self.done[frame.id] = frame.seq
        elif isinstance(frame, RefusedFrame):
            self.refused[frame.id] = frame
        elif isinstance(frame, Part):
            self.parts.setdefault(frame.id, {})[frame.index] = frame.data

    @property
    def welcomes(self) -> list[Welcome]:
        """The welcome, in a list that may be empty."""
        return [frame for frame in self.frames if isinstance(frame, Welcome)]

    @property
    def welcome(self) -> Welcome:
        """How it was let in."""
        return self.welcomes[0]

    @property
    def problem(self) -> str:
        """Code of the problem it was told of, if any."""
        return next((frame.code for frame in self.frames if isinstance(frame, Problem)), "")

    @property
    def histories(self) -> list[History]:
        """The lines that came with the welcome."""
        return [frame for frame in self.frames if isinstance(frame, History)]

    def lines(self, room: str) -> list[tuple[int, str]]:
        """Number and text of the lines told as news in a room."""
        return [
            (e[0], e[8].get("text", "")) for e in self.events if e[3] == "message.posted" and e[7] == room
        ]

    async def until(self, true: Callable[[], object]) -> None:
        """Wait until something has become true of what was heard."""
        async with asyncio.timeout(PATIENCE_S):
            while not true():
                self._changed.clear()
                await self._changed.wait()

    async def ended(self) -> int:
        """Wait until the connection is closed; its code."""
        await self.until(lambda: self.code)
        return self.code

    async def say(self, frame: Frame) -> None:
        """Send a frame."""
        await self.socket.send(encode(frame))

    async def send(self, value: object) -> None:
        """Send anything as msgpack."""
        await self.socket.send(pack(value))

    async def ask(self, request: str, kind: str, **fields: Any) -> str:
        """Ask for something to happen; `done`, or the code with which it was refused."""
        await self.say(Do(id=request, command={"kind": kind, **fields}))
        await self.until(lambda: request in self.done or request in self.refused or self.code)
        return "done" if request in self.done else self.refused[request].code

    async def query(self, number: int, **query: Any) -> bytes | str:
        """The packed answer to a question, or the code with which it was refused."""
        await self.say(Ask(id=number, query=query))
        await self.until(lambda: self._answered(number) or str(number) in self.refused)
        if str(number) in self.refused:
            return self.refused[str(number)].code
        return b"".join(data for _, data in sorted(self.parts[number].items()))

    def _answered(self, number: int) -> bool:
        counts = [frame.count for frame in self.frames if isinstance(frame, Part) and frame.id == number]
        return bool(counts) and len(counts) == counts[0]

    async def leave(self) -> None:
        """Close the connection."""
        await self.socket.close()
        await self._reading

    async def cut(self) -> None:
        """Break the connection without a word."""
        self.socket.transport.abort()
        await self._reading


async def see_off() -> None:
    """Wait until every client here has noticed that its connection has ended."""
    readings = [task for task in asyncio.all_tasks() if task.get_name() == READING]
    async with asyncio.timeout(PATIENCE_S):
        await asyncio.gather(*readings)


async def play(port: int, code: str, secret: str, personas: Sequence[str]) -> tuple[Wire, list[Wire]]:
    """Let seats take these personas and start the world; the teacher and the players."""
    players = []
    for persona in personas:
        player = await Wire.join(port, code=code, history=0)
        assert await player.ask("take", "take_persona", persona=persona) == "done"
        players.append(player)
    teacher = await Wire.join(port, role="teacher", code=secret, history=0)
    assert await teacher.ask("start", "start_world") == "done"
    return teacher, players
