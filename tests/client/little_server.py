"""A server as small as it can be: real sockets and real rules, nothing stored, faults on demand."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from goodpath_client.joining import Identity
from goodpath_client.link import Link
from goodpath_client.outbox import Outbox
from goodpath_client.seats import SeatToken, SeatTokens
from goodpath_client.store import Store
from goodpath_core.errors import Refused
from goodpath_core.play.event import By, Command, Event
from goodpath_core.play.messages import MessagePosted
from goodpath_core.play.seats import OpenSeat
from goodpath_core.play.sight import Viewer, scope_of, sees, visible
from goodpath_core.scenario.view import view
from goodpath_core.wire.closing import WRONG_CODE, Closing
from goodpath_core.wire.codec import (
    decode_client,
    decode_command,
    decode_query,
    encode,
    event_blob,
    news_frames,
    pack,
    unpack,
)
from goodpath_core.wire.frames import (
    Ask,
    AskHistory,
    AskScenario,
    AskState,
    CaughtUp,
    Do,
    Done,
    Hello,
    Part,
    RefusedFrame,
    Welcome,
)
from goodpath_core.wire.limits import PART_BYTES, PROTOCOL
from goodpath_core.wire.values import view_value, world_value
from town import SERVER, Town

CODE = "K7QP2M"


@dataclass
class Joined:
    """One connection."""

    socket: ServerConnection
    seat: int
    told: int
    """Number of the last event this connection was told of."""


@dataclass
class LittleServer:
    """Serves one town; its fields are the faults that a test wants."""

    town: Town
    epoch: str = "first"
    rate: float = 1.0
    limits: dict[str, Any] = field(default_factory=lambda: {"burst": 1000, "rate": 1000})
    quiet: bool = False
    """Whether acknowledgements are swallowed, as on a line that breaks."""
    too_fast: list[float] = field(default_factory=list)
    """Seconds to be named in refusals of the coming requests."""
    asked_too_fast: list[float] = field(default_factory=list)
    """Seconds to be named in refusals of the coming questions."""
    full: str = ""
    """The sentence with which every request is to come again later, while nothing can be stored."""
    stopping: bool = False
    """Whether nothing new is taken any more."""
    slow: bool = False
    """Whether what was missed is still on its way after the welcome."""
    goodbye: Closing | None = None
    """How every hello is answered, if not with a welcome."""
    void: dict[str, Closing] = field(default_factory=dict)
    """Token -> how a hello with it is answered, because it opens nothing any more."""
    stored: dict[str, int] = field(default_factory=dict)
    joined: list[Joined] = field(default_factory=list)
    hellos: list[Hello] = field(default_factory=list)
    carried_out: list[Command] = field(default_factory=list)
    """Everything that was asked for and not refused, in order."""
    port: int = 0
    _server: Server | None = None

    async def __aenter__(self) -> "LittleServer":
        self._server = await serve(self._serve, "127.0.0.1", self.port, compression=None)
        self.port = next(iter(self._server.sockets)).getsockname()[1]
        return self

    async def __aexit__(self, *fault: object) -> None:
        assert self._server is not None
        self._server.close()
        await self._server.wait_closed()

    @property
    def address(self) -> str:
        return f"ws://127.0.0.1:{self.port}"

    def link(
        self,
        outbox: Outbox | None = None,
        tokens: SeatTokens | None = None,
        gone: Callable[[], str] = lambda: "",
        **who: Any,
    ) -> tuple[Link, Store]:
        """A client of this server; without an outbox it keeps its requests in memory."""
        store = Store()
        identity = Identity(**{"code": CODE, "name": "Ann", **who})
        kept = Outbox(None, Ids()) if outbox is None else outbox
        link = Link(self.address, identity, store, kept, tokens, dice=lambda: 0.05, now=lambda: 0, gone=gone)
        return link, store

    def cut(self) -> None:
        """Break every connection as a pulled cable does."""
        for one in self.joined:
            one.socket.transport.abort()
        self.joined.clear()

    async def end(self, closing: Closing) -> None:
        """Close every connection with a code."""
        for one in tuple(self.joined):
            await one.socket.close(closing.code)

    async def do(self, command: Command, by: By) -> None:
        """Somebody else does something; all who may see it are told."""
        self.town.do(command, by)
        await self.tell()

    async def pass_time(self, seconds: float) -> None:
        """Let seconds of play pass, with what the clock makes happen."""
        self.town.wait(seconds)
        self.town.tick()
        await self.tell()

    async def tell(self) -> None:
        """Send everybody the events that they have not been told of."""
        for one in tuple(self.joined):
            fresh = [event for event in self.town.events if event.seq > one.told]
            one.told = self.town.world.seq
            for frame in news_frames(event_blob(e) for e in fresh if self._sees(one.seat, e)):
                await one.socket.send(frame)

    def _viewer(self, number: int) -> Viewer:
        seat = self.town.world.seats[number]
        return Viewer(seat.role, number, seat.cell, seat.persona)

    def _sees(self, seat: int, event: Event) -> bool:
        return sees(self.town.world, self._viewer(seat), scope_of(event))

    async def _serve(self, socket: ServerConnection) -> None:
        try:
            hello = decode_client(await socket.recv())
            assert isinstance(hello, Hello)
            self.hellos.append(hello)
            wrong = hello.code != CODE or (hello.token and not hello.token.startswith("seat-"))
            closing = self.goodbye or self.void.get(hello.token) or (WRONG_CODE if wrong else None)
            if closing:
                await socket.close(closing.code)
                return
            one = await self._welcome(socket, hello)
            while True:
                await self._take(one, decode_client(await socket.recv()))
        except ConnectionClosed:
            self.joined = [one for one in self.joined if one.socket is not socket]

    async def _welcome(self, socket: ServerConnection, hello: Hello) -> Joined:
        if not hello.token:
            self.town.do(OpenSeat(), SERVER)
        number = int(hello.token.removeprefix("seat-") or max(self.town.world.seats))
        resumed = hello.epoch == self.epoch
        seat = self.town.world.seats[number]
        one = Joined(socket, number, hello.seq if resumed else self.town.world.seq)
        welcome = Welcome(
            version=PROTOCOL,
            session="town",
            epoch=self.epoch,
            seq=self.town.world.seq,
            mode="resumed" if resumed else "fresh",
            role=seat.role,
            seat=number,
            cell=seat.cell,
            persona=seat.persona,
            token=f"seat-{number}",
            now_ms=self.town.wall_ms,
            rate=self.rate,
            limits=self.limits,
            briefed=seat.briefed,
        )
        await socket.send(encode(welcome))
        self.joined.append(one)
        if not self.slow:
            await self.tell()
        if resumed and not self.slow:
            await self.say_all_is_sent()
        return one

    async def say_all_is_sent(self) -> None:
        """Tell everybody that all that was missed has been sent."""
        for one in tuple(self.joined):
            await one.socket.send(encode(CaughtUp(seq=self.town.world.seq)))

    async def _take(self, one: Joined, frame: object) -> None:
        if isinstance(frame, Ask):
            await self._answer(one, frame)
        elif isinstance(frame, Do):
            await self._do(one, frame)

    async def _do(self, one: Joined, frame: Do) -> None:
        answer: Done | RefusedFrame
        if self.too_fast and frame.id not in self.stored:
            wait = self.too_fast.pop(0)
            answer = RefusedFrame(id=frame.id, code="too_fast", text="Slower, please.", retry_after=wait)
        elif self.full:
            answer = RefusedFrame(id=frame.id, code="storage_error", text=self.full, retry_after=0.01)
        elif self.stopping:
            answer = RefusedFrame(id=frame.id, code="stopping", text="The server is stopping.")
        else:
            answer = self._decide(one, frame)
        await self.tell()
        if not self.quiet:
            await one.socket.send(encode(answer))

    def _decide(self, one: Joined, frame: Do) -> Done | RefusedFrame:
        if frame.id not in self.stored:
            try:
                first = self.town.world.seq + 1
                command = decode_command(frame.command)
                self.town.do(command, self.town.seat(one.seat)._replace(asked_as=frame.persona))
                self.carried_out.append(command)
                self.stored[frame.id] = first
            except Refused as no:
                return RefusedFrame(id=frame.id, code=no.code, text=no.text)
        return Done(id=frame.id, seq=self.stored[frame.id])

    async def _answer(self, one: Joined, ask: Ask) -> None:
        if self.asked_too_fast:
            wait = self.asked_too_fast.pop(0)
            no = RefusedFrame(id=str(ask.id), code="too_fast", text="Slower, please.", retry_after=wait)
            await one.socket.send(encode(no))
            return
        query = decode_query(ask.query)
        viewer = self._viewer(one.seat)
        scenario = self.town.world.scenario
        assert scenario is not None
        answers: dict[type, Callable[[], Any]] = {
            AskState: lambda: world_value(visible(self.town.world, viewer)),
            AskScenario: lambda: view_value(view(scenario, viewer)),
            AskHistory: lambda: self._history(query),
        }
        data = pack(answers[type(query)]())
        parts = [data[i : i + PART_BYTES] for i in range(0, len(data), PART_BYTES)]
        for index, part in enumerate(parts):
            await one.socket.send(encode(Part(id=ask.id, index=index, count=len(parts), data=part)))

    def _history(self, query: Any) -> list[Any]:
        lines = [e for e in self.town.events if e.room == query.room and isinstance(e.fact, MessagePosted)]
        return [unpack(event_blob(e)) for e in lines if e.seq < query.before][-query.limit :]


class Ids:
    """Request ids that differ, one after the other."""

    def __init__(self, head: str = "r") -> None:
        self._head, self._last = head, 0

    def __call__(self) -> str:
        self._last += 1
        return f"{self._head}{self._last}"


async def until(true: Callable[[], object]) -> None:
    """Wait for something that another task brings about; fails loudly when it never comes."""
    async with asyncio.timeout(20):
        while not true():
            await asyncio.sleep(0.002)


@asynccontextmanager
async def running(link: Link) -> AsyncIterator["asyncio.Task[Closing | None]"]:
    """A link that runs until the block ends."""
    task = asyncio.create_task(link.run())
    try:
        yield task
    finally:
        await link.close()
        await task


def seat_of_yuting(file: Path, server: LittleServer) -> SeatTokens:
    """Tokens with which Ann comes back to seat 1."""
    tokens = SeatTokens(file)
    tokens.keep(SeatToken(server.address, "town", CODE, "Ann", "student", 1, "seat-1"))
    return tokens
