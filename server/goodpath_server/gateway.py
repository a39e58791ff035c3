"""The sockets: moves bytes between connections and the session, and ends each connection with its reason."""

import asyncio
from collections import Counter
from collections.abc import Coroutine
from typing import Any

from goodpath_core.errors import ProtocolError
from goodpath_core.wire.closing import FULL, NO_HELLO, RESTART, Closing
from goodpath_core.wire.codec import decode_client, encode
from goodpath_core.wire.connection import NEW, step
from goodpath_core.wire.frames import Ask, Do, Hello, Problem, Typing
from goodpath_core.wire.limits import HELLO_S
from goodpath_server.answers import Answers
from goodpath_server.connection import Connection
from goodpath_server.member import Member
from goodpath_server.own_faults import note_fault, passed_over, sending_away, sent_away
from goodpath_server.presence import Presence
from goodpath_server.rates import full_frames
from goodpath_server.reception import Place, Reception
from goodpath_server.session import Session

CLOSE_S = 3
BACKLOG = 4096
PER_ADDRESS = 300
CONNECTIONS = 500
MARGIN = 32
"""So many more are told why they are sent away; beyond that a socket is closed unheard."""
READ_BYTES = 65_536
"""As much is read from a connection at once."""
SWEEP_S = 1.0
SLICES = 10
"""Each connection is looked at once a sweep, a slice of them at a time, to keep the loop never long."""


class Gateway:
    """Accepts connections and leads each through its life."""

    def __init__(
        self,
        session: Session,
        reception: Reception,
        answers: Answers,
        presence: Presence,
        *,
        free: bool,
        hello_s: float = HELLO_S,
        sweep_s: float = SWEEP_S,
    ) -> None:
        self._session = session
        self._reception = reception
        self._answers = answers
        self._presence = presence
        self._free = free
        """Whether any number of connections may come: load tests only."""
        self._hello_s = hello_s
        """Seconds within which a connection must say who it is."""
        self._sweep_s = sweep_s
        """Seconds in which each connection is looked at once."""
        self.buffer = memoryview(bytearray(READ_BYTES))
        self._open: Counter[str] = Counter()
        self._slices: tuple[set[Connection], ...] = tuple(set() for _ in range(SLICES))
        self._late: dict[Connection, asyncio.TimerHandle] = {}
        """Connections that have not said hello, and what happens if they do not."""
        self._members: dict[Connection, Member] = {}
        self._inbox: list[tuple[Connection, bytes | str]] = []
        """What members have said in this turn of the loop."""
        self._loop = asyncio.get_running_loop()
        self._tasks: set[asyncio.Task[None]] = set()
        self._empty = asyncio.Event()
        self._empty.set()
        self._closing = False
        self._server: asyncio.Server | None = None

    async def listen(self, host: str, port: int) -> int:
        """Begin to accept connections; returns the port. Browsers are refused by their Origin."""
        self._server = await self._loop.create_server(lambda: Connection(self), host, port, backlog=BACKLOG)
        self._spawn(self._sweep())
        return int(self._server.sockets[0].getsockname()[1])

    async def close(self, closing: Closing = RESTART) -> None:
        """End every connection with a reason and stop; takes at most the close timeout."""
        self._closing = True
        for task in self._tasks:
            task.cancel()
        if self._server:
            self._server.close()
        await self._see_off(closing)
        if self._server:
            await self._server.wait_closed()

    async def _see_off(self, closing: Closing) -> None:
        for connection in self._everybody():
            connection.close(closing.code, closing.text)
        try:
            async with asyncio.timeout(CLOSE_S):
                await self._empty.wait()
        except TimeoutError:
            for connection in self._everybody():
                connection.abort()
            # The loop tells each that it is gone; nobody else has a part in it.
            await self._empty.wait()

    def _everybody(self) -> list[Connection]:
        return [connection for part in self._slices for connection in part]

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = self._loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _sweep(self) -> None:
        while True:
            for part in self._slices:
                await asyncio.sleep(self._sweep_s / SLICES)
                for connection in list(part):
                    connection.tick()

    def made(self, connection: Connection) -> None:
        """A connection was accepted; it has a while to say hello, unless there are far too many."""
        connection.inflow.frames = None if self._free else full_frames(self._loop.time())
        min(self._slices, key=len).add(connection)
        self._empty.clear()
        self._open[connection.address] += 1
        if self._closing or self._is_over(connection.address, MARGIN):
            connection.abort()
            return
        late = self._loop.call_later(self._hello_s, self._never_said, connection)
        self._late[connection] = late

    def _never_said(self, connection: Connection) -> None:
        self._end(connection, ProtocolError("no_hello", NO_HELLO.text, NO_HELLO.code))

    def opened(self, connection: Connection) -> None:
        """A handshake is done; too many connections are sent away."""
        if self._is_over(connection.address, 0):
            connection.close(FULL.code, FULL.text)

    def _is_over(self, address: str, margin: int) -> bool:
        """Whether there are more sockets than may be, with or without a handshake, and so many on top."""
        if self._free:
            return False
        return self._open[address] > PER_ADDRESS + margin or self._open.total() > CONNECTIONS + margin

    def lost(self, connection: Connection) -> None:
        """A connection is gone."""
        for part in self._slices:
            part.discard(connection)
        self._open[connection.address] -= 1
        if not self._open[connection.address]:
            del self._open[connection.address]
        self._heard(connection)
        member = self._members.pop(connection, None)
        if member:
            with passed_over("where somebody left"):
                self._reception.leave(member)
            self._presence.changed(member.viewer.cell)
        if not any(self._slices):
            self._empty.set()

    def _heard(self, connection: Connection) -> None:
        late = self._late.pop(connection, None)
        if late:
            late.cancel()

    def received(self, connection: Connection, data: bytes | str) -> None:
        """A message has come: the hello, or something a member says."""
        if connection.life == NEW:
            try:
                with sending_away("where somebody came in"):
                    self._hello(connection, data)
            except ProtocolError as fault:
                self._end(connection, fault)
            return
        if not self._inbox:
            self._loop.call_soon(self._read_turn)
        self._inbox.append((connection, data))

    def _hello(self, connection: Connection, data: bytes | str) -> None:
        frame = decode_client(data)
        connection.life = step(connection.life, frame)
        self._heard(connection)
        if not isinstance(frame, Hello):
            return  # never: the table has nothing else here
        place = self._reception.find_seat(frame, connection.address)
        if place:
            self._let_in(connection, frame, place)
        else:
            connection.hold()
            self._spawn(self._open_seat(connection, frame))

    async def _open_seat(self, connection: Connection, hello: Hello) -> None:
        try:
            with sending_away("where a seat was opened"):
                place = await self._reception.open_seat(hello)
                if not connection.gone:
                    self._let_in(connection, hello, place)
        except ProtocolError as fault:
            self._end(connection, fault)
        finally:
            connection.let_go()

    def _let_in(self, connection: Connection, hello: Hello, place: Place) -> None:
        def close(closing: Closing) -> None:
            connection.close(closing.code, closing.text)

        member = self._reception.let_in(place, hello, connection.outbox, close)
        connection.inflow.frames = member.pace and member.pace.frames
        self._members[connection] = member
        self._presence.changed(member.viewer.cell)

    def _read_turn(self) -> None:
        """Act on all that members have said in one turn of the loop.

        One step is done for all messages before the next begins: going through all steps with each costs half
        as much again, since the processor has to fetch their code anew for every message.
        """
        inbox, self._inbox = self._inbox, []
        asked: list[tuple[Member, Do]] = []
        broken: dict[Connection, ProtocolError] = {}
        for connection, data in inbox:
            member = self._members.get(connection)
            if connection in broken or member is None or member not in self._session.audience.members:
                continue
            try:
                frame = decode_client(data)
                connection.life = step(connection.life, frame)
            except ProtocolError as fault:
                broken[connection] = fault
                continue
            except Exception:  # whatever it was, everybody else of this turn is heard
                note_fault("where a frame was read")
                broken[connection] = sent_away()
                continue
            if isinstance(frame, Do):
                asked.append((member, frame))
            elif isinstance(frame, Ask):
                self._spawn(self._answers.answer(member, frame))
            elif isinstance(frame, Typing):
                with passed_over("where somebody typed"):
                    self._presence.typing(member, frame)
        self._session.take(asked)
        for connection in broken:
            self._end(connection, broken[connection])

    def _end(self, connection: Connection, fault: ProtocolError) -> None:
        """The one place where a broken rule ends a connection, with its reason."""
        connection.send(encode(Problem(code=fault.code, text=fault.text)))
        connection.close(fault.close, fault.text)
