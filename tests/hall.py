"""A session as the server keeps it, in memory: a clock set by hand, transports that are lists, no sockets."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from goodpath_core.errors import LogError, ProtocolError
from goodpath_core.play.control import StartWorld
from goodpath_core.play.event import Command
from goodpath_core.play.seats import TakePersona
from goodpath_core.scenario.opening import opening
from goodpath_core.scenario.value import Scenario
from goodpath_core.wire.closing import Closing
from goodpath_core.wire.codec import command_value, decode_server, unpack
from goodpath_core.wire.frames import Ask, Do, Done, Frame, Hello, News, Part, Query, RefusedFrame, Welcome
from goodpath_core.wire.limits import ANSWER_BYTES, ANSWER_KEY_CHARACTERS, PROTOCOL
from goodpath_server.answers import Answers
from goodpath_server.audience import NO_CELL
from goodpath_server.clock import Clock
from goodpath_server.doorkeeper import Doorkeeper
from goodpath_server.key_writing import KeyWriting
from goodpath_server.keyfile import KeyFile
from goodpath_server.lobby import Door
from goodpath_server.log.memory import MemoryLog
from goodpath_server.log.port import Log
from goodpath_server.member import Member
from goodpath_server.outbox import Outbox
from goodpath_server.presence import Presence
from goodpath_server.reception import Reception
from goodpath_server.session import STORAGE_RETRY_S, Session
from town import MORNING_MS, TEACHER, one_phase

CODE = "ABCDEFGH"
SECRET = "the-teachers-secret"


class HandClock(Clock):
    """A clock that goes on only when it is told to."""

    def __init__(self, at_ms: int) -> None:
        super().__init__()
        self.at_ms = at_ms

    def now_ms(self) -> int:
        """The time it was set to."""
        return self.at_ms

    def begin_no_earlier(self, wall_ms: int) -> None:
        """Show at least this."""
        self.at_ms = max(self.at_ms, wall_ms)

    def real_seconds(self, milliseconds: int) -> float:
        """None: whoever waits for this clock looks at it all the time."""
        return 0.0


async def until(true: Callable[[], object]) -> None:
    """Wait until something has become true."""
    async with asyncio.timeout(20):
        while not true():
            await asyncio.sleep(0.002)


@dataclass
class ListTransport:
    """What an outbox wrote, as a list; nothing leaves it while it is stalled."""

    written: list[bytes] = field(default_factory=list)
    stalled: bool = False
    waiting: int = 0
    aborted: bool = False

    def write(self, data: bytes) -> None:
        """Take bytes."""
        self.written.append(data)
        self.waiting += len(data) if self.stalled else 0

    def push(self, data: bytes) -> int:
        """Take bytes at once, unless it is stalled."""
        if self.stalled:
            raise BlockingIOError
        self.written.append(data)
        return len(data)

    def get_write_buffer_size(self) -> int:
        """Bytes that do not leave."""
        return self.waiting

    def abort(self) -> None:
        """End at once."""
        self.aborted = True

    def is_closing(self) -> bool:
        """Whether it has ended."""
        return self.aborted


def payloads(data: bytes) -> list[bytes]:
    """The payloads of unmasked binary WebSocket frames."""
    found, at = [], 0
    while at < len(data):
        assert data[at] == 0x82
        size, at = data[at + 1], at + 2
        if size == 126:
            size, at = int.from_bytes(data[at : at + 2], "big"), at + 2
        elif size == 127:
            size, at = int.from_bytes(data[at : at + 8], "big"), at + 8
        found.append(data[at : at + size])
        at += size
    return found


@dataclass
class Guest:
    """A member and what it was sent."""

    member: Member
    transport: ListTransport
    closings: list[Closing]
    _frames: list[Frame] = field(default_factory=list)
    _read: int = 0

    @property
    def frames(self) -> list[Frame]:
        """Everything sent so far; what was read before is not read again."""
        fresh = self.transport.written[self._read :]
        self._read += len(fresh)
        self._frames += [decode_server(payload) for payload in payloads(b"".join(fresh))]
        return self._frames

    def of(self, kind: type[Frame]) -> list[Any]:
        """Everything of one kind sent so far."""
        return [frame for frame in self.frames if isinstance(frame, kind)]

    @property
    def welcome(self) -> Welcome:
        """How it was let in."""
        found: Welcome = self.of(Welcome)[0]
        return found

    @property
    def news(self) -> list[tuple[int, str]]:
        """Number and kind of all events told so far."""
        return [(event[0], event[3]) for frame in self.of(News) for event in frame.events]

    @property
    def refusals(self) -> list[tuple[str, str]]:
        """Id and code of everything refused so far."""
        return [(frame.id, frame.code) for frame in self.of(RefusedFrame)]

    @property
    def done(self) -> list[tuple[str, int]]:
        """Id and number of everything stored so far."""
        return [(frame.id, frame.seq) for frame in self.of(Done)]

    def answer(self, number: int) -> Any:
        """The joined answer to an ask."""
        parts = sorted((part.index, part.data) for part in self.of(Part) if part.id == number)
        joined = b"".join(data for _, data in parts)
        return unpack(joined, ANSWER_BYTES, ANSWER_KEY_CHARACTERS)


class Hall:
    """A session with its door, in memory."""

    def __init__(
        self,
        log: Log | None = None,
        of: Scenario | None = None,
        free: bool = True,
        robots: bool = False,
        cells: int = 1,
        keys: KeyFile | None = None,
        retry_s: float = STORAGE_RETRY_S,
        at_ms: int = MORNING_MS,
        time: Callable[[], float] | None = None,
        pauses: bool = False,
        pictures: Mapping[str, bytes] = MappingProxyType({"lamp.png": b"a picture"}),
        tells: bool = False,
    ) -> None:
        """`tells` says whether everybody is told who is here and how storing goes, as by a server."""
        self.pictures = pictures
        self.clock = HandClock(at_ms)
        self.log = log or MemoryLog({"session": "s1"})
        self.log.begin_epoch(f"run{len(self.log.epochs())}", self.clock.now_ms())
        self.changes = list[int]()
        """The cells of which something was to be told."""
        self._tells = tells
        self.session = Session(of or one_phase(), self.log, self.clock, lambda: 0.0, self._changed, retry_s)
        self.door = Door(CODE, SECRET)
        self.keys = keys or KeyFile(None)
        self._open_door(free, robots, time or asyncio.get_running_loop().time)
        self.session.open(opening(self.session.scenario, cells), pauses)
        self._asks = 0

    def _open_door(self, free: bool, robots: bool, time: Callable[[], float]) -> None:
        """Put together whoever lets people in, answers and tells."""
        self.key_writing = KeyWriting(
            self.keys,
            self.session.retry.after_s,
            lambda: self.session.stopping,
            lambda: self._changed(NO_CELL),
        )
        self.presence = Presence(self.session, self.key_writing)
        self.reception = Reception(
            self.session,
            self.door,
            self.keys,
            self.key_writing,
            self.log.epochs(),
            time,
            free=free,
            robots=robots,
        )
        self.doorkeeper = Doorkeeper(
            self.session, self.door, self.keys, self.key_writing, self.reception, time
        )
        self.told_to_stop = list[str]()
        """What the server that this would be was told, of its own end."""
        self.answers = Answers(
            self.session,
            self.pictures,
            self.keys,
            self.doorkeeper,
            file="",
            shut_down=lambda: self.told_to_stop.append("stop"),
            address=lambda: "",
        )

    def _changed(self, cell: int) -> None:
        self.changes.append(cell)
        if self._tells:
            self.presence.changed(cell)

    async def close(self) -> None:
        """End the session: neither its thread nor its alarm, which rings all the time, lives on."""
        await self.session.close()

    async def settle(self) -> LogError | None:
        """Wait until everything decided so far is stored or has failed."""
        stored: asyncio.Future[LogError | None] = asyncio.get_running_loop().create_future()
        self.session.when_stored(stored.set_result)
        return await stored

    async def come(self, hello: Hello, address: str = "10.0.0.1") -> Guest:
        """Let somebody in; ProtocolError if the door stays shut."""
        transport, closings = ListTransport(), list[Closing]()
        outbox = Outbox(transport, transport.push, asyncio.get_running_loop().time)
        place = self.reception.find_seat(hello, address) or await self.reception.open_seat(hello)
        member = self.reception.let_in(place, hello, outbox, closings.append)
        return Guest(member, transport, closings)

    async def refused(self, hello: Hello, address: str = "10.0.0.1") -> tuple[str, str, int]:
        """How the door stays shut: code, text and close code."""
        try:
            await self.come(hello, address)
        except ProtocolError as no:
            return no.code, no.text, no.close
        raise AssertionError("was let in")

    async def student(self, persona: str = "", **more: Any) -> Guest:
        """Somebody new with the code, who plays a persona if one is named."""
        guest = await self.come(Hello(version=PROTOCOL, code=CODE, **more))
        if persona:
            await self.do(guest, "take", TakePersona(persona=persona))
        return guest

    async def teacher(self) -> Guest:
        """The teacher."""
        return await self.come(Hello(version=PROTOCOL, role="teacher", code=SECRET))

    async def back(self, guest: Guest, **more: Any) -> Guest:
        """The same seat at a new connection."""
        return await self.come(Hello(version=PROTOCOL, token=guest.welcome.token, **more))

    async def do(self, guest: Guest, request: str, command: Command) -> None:
        """Ask for something to happen and wait until it is stored."""
        self.session.take([(guest.member, Do(id=request, command=command_value(command)))])
        await self.settle()

    async def ask(self, guest: Guest, query: Query) -> Any:
        """The answer to a question; the code if it is refused."""
        self._asks += 1
        value: Mapping[str, Any] = {"kind": query.kind, **query.model_dump()}
        await self.answers.answer(guest.member, Ask(id=self._asks, query=dict(value)))
        refusals = [code for number, code in guest.refusals if number == str(self._asks)]
        return refusals[0] if refusals else guest.answer(self._asks)

    async def start(self) -> None:
        """Let the first phase begin."""
        self.session.command(StartWorld(), TEACHER)
        await self.settle()
