"""Keep the connection to the server: joins, comes back, sends what waits and feeds the store."""

import asyncio
import contextlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Literal

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidURI

from goodpath_client.asks import AskBook
from goodpath_client.joining import Identity, Joining
from goodpath_client.link_state import LinkState
from goodpath_client.outbox import Outbox
from goodpath_client.patience import STEADY_S, wait_s
from goodpath_client.seats import SeatTokens
from goodpath_client.sender import Sender
from goodpath_client.store import Store
from goodpath_core.errors import GoodpathError, ProtocolError, Refused
from goodpath_core.play.event import Command
from goodpath_core.wire.closing import PROTOCOL_ERROR, WRONG_CODE, Closing, closing_of
from goodpath_core.wire.codec import decode_server, encode
from goodpath_core.wire.frames import (
    AskHistory,
    AskScenario,
    AskState,
    Done,
    Frame,
    Here,
    History,
    News,
    Part,
    Problem,
    Query,
    RefusedFrame,
    Typing,
    Welcome,
)
from goodpath_core.wire.limits import FRAME_BYTES, HISTORY_DEFAULT
from goodpath_core.wire.values import view_from, world_from

TYPING_EVERY_MS = 3000
NOTICE_S = 5.0
"""How long `reloaded` is shown before it becomes `connected`."""
SETTLE_S = 1.0
"""After so long without the last missed event, all of them have come: the rest was not for this seat."""
STOPPING = "stopping"
"""Code of a refusal that is none: the request waits in the outbox until the server is back."""
_LOST = (OSError, TimeoutError, InvalidHandshake, InvalidURI, ConnectionClosed)


class Link:
    """One seat's connection, kept up until it is closed or the server says not to come back."""

    def __init__(
        self,
        address: str,
        hello: Identity,
        store: Store,
        outbox: Outbox,
        tokens: SeatTokens | None = None,
        *,
        dice: Callable[[], float],
        now: Callable[[], int],
    ) -> None:
        """Connect to `address` (a `ws://` one); `dice` gives 0 to 1, `now` milliseconds since 1970."""
        self.address = address
        self.store = store
        self._outbox = outbox
        self._joining = Joining(address, hello, tokens or SeatTokens(None))
        self._sender = Sender(outbox, self._send)
        self._dice, self._now = dice, now
        self._asks = AskBook()
        self._socket: ClientConnection | None = None
        self._attempt = 0
        self._problem = ""
        self._closed = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._typed: dict[str, int] = {}
        self._notice: asyncio.TimerHandle | None = None

    # What screens call

    async def run(self) -> Closing | None:
        """Stay connected; returns how the server ended it for good, or None after `close`."""
        ending: Closing | None = None
        while not self._closed.is_set():
            closing = await self._connect_once()
            if closing and not closing.come_back:
                ending = closing
                break
            await self._wait_for_next_try()
        self._end(ending)
        return ending

    def do(self, command: Command) -> str:
        """Ask for something to happen, now or as soon as the server can be reached; the request's id.

        What becomes of it comes as a change `done` or `refused` of the store.
        """
        request = self._outbox.add(command)
        self.store.expect(request.id, command)
        self._sender.wake()
        self._count_waiting()
        return request.id

    async def ask(self, query: Query) -> Any:
        """The answer to a question as a plain value; waits for a connection.

        Raises Refused if the server says no, GoodpathError if the link ends first.
        """
        if self.store.link.kind == "closed":
            raise GoodpathError(self.store.link.text or "The connection was closed.")
        one = self._asks.add(query)
        try:
            await self._send(one.ask)
            return await one.answer
        finally:
            self._asks.drop(one.ask.id)

    async def fetch_history(self, room: str, limit: int = HISTORY_DEFAULT) -> int:
        """Fetch the page of lines before the oldest known one into the store; how many there were."""
        known = self.store.lines(room)
        before = known[0].seq if known else self.store.world.seq + 1
        value = await self.ask(AskHistory(room=room, before=before, limit=limit))
        return self.store.take_history(room, value)

    async def typing(self, room: str) -> None:
        """Tell a room that somebody types; at most once in three seconds; lost while offline."""
        now = self._now()
        if now - self._typed.get(room, -TYPING_EVERY_MS) >= TYPING_EVERY_MS:
            self._typed[room] = now
            if self.store.link.online:
                await self._send(Typing(room=room))

    async def close(self) -> None:
        """End the connection; what waits in the outbox stays there for the next time."""
        self._closed.set()
        if self._socket is not None:
            await self._socket.close()

    # One connection

    async def _connect_once(self) -> Closing | None:
        """Connect, and stay until the connection ends; how the server ended it, or None."""
        self._attempt += 1
        if self.store.welcome is None:
            self._show("connecting", attempt=self._attempt, text=self._problem)
        began = asyncio.get_running_loop().time()
        self._problem = ""
        try:
            async with self._open() as socket:
                self._socket = socket
                if not self._closed.is_set():
                    await self._serve(socket)
        except ConnectionClosed as end:
            return self._closing(end.rcvd.code if end.rcvd else None)
        except ProtocolError as fault:
            self._problem = fault.text
            return PROTOCOL_ERROR
        except _LOST:
            known = self.store.welcome is not None
            self._problem = (
                "" if known else f"No server answers at {self.address}; check the address and the network."
            )
            return None
        finally:
            self._leave()
            if asyncio.get_running_loop().time() - began >= STEADY_S:
                self._attempt = 0
        return None

    def _open(self) -> connect:
        return connect(
            self.address,
            compression=None,
            max_size=FRAME_BYTES,
            ping_interval=5,
            ping_timeout=5,
            close_timeout=3,
            open_timeout=5,
            user_agent_header=None,
            proxy=None,
        )

    async def _serve(self, socket: ClientConnection) -> None:
        await socket.send(encode(self._joining.hello(*self.store.position())))
        while True:
            frame = decode_server(await socket.recv())
            take = _TAKES.get(type(frame))
            if take is not None:
                await take(self, frame)
            if self.store.stale and self.store.welcome and not self._tasks_named("reload"):
                self._spawn(self._reload(), "reload")

    def _closing(self, code: int | None) -> Closing | None:
        closing = closing_of(code)
        if closing is WRONG_CODE and self._joining.give_up_token():
            # The token was of another session; the code alone may still be good.
            self._attempt = 0
            return None
        if closing and closing.come_back:
            self._problem = self._problem or closing.text
        return closing

    def _leave(self) -> None:
        """The connection is gone: nothing sent on it counts as sent."""
        self._socket = None
        for task in tuple(self._tasks):
            task.cancel()
        if self._notice is not None:
            self._notice.cancel()

    async def _wait_for_next_try(self) -> None:
        left = 0.0 if self._closed.is_set() else wait_s(max(1, self._attempt), self._dice())
        while left > 0 and not self._closed.is_set():
            self._show("reconnecting", seconds=int(left) + 1, attempt=self._attempt + 1, text=self._problem)
            step = min(1.0, left)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._closed.wait(), step)
            left -= step
        if not self._closed.is_set():
            self._show("reconnecting", attempt=self._attempt + 1, text=self._problem)

    def _end(self, closing: Closing | None) -> None:
        text = (self._problem or closing.text) if closing else ""
        self._asks.end(text or "The connection was closed.")
        self._show("closed", text=text)

    # Frames

    async def _take_welcome(self, welcome: Welcome) -> None:
        known, seq = self.store.position()
        had = self.store.welcome is not None
        self.store.greet(welcome, self._now())
        self._outbox.open(self._joining.keep(welcome))
        for request in self._outbox:
            self.store.expect(request.id, request.command)
        missed = max(0, welcome.seq - seq)
        if self.store.stale:
            self._show("catching_up", waiting=0)
            self._spawn(self._reload(again=had and bool(known)), "reload")
        elif missed:
            self._show("catching_up", waiting=missed)
            self._later(SETTLE_S, "connected")
        else:
            self._show("connected")
        for ask in list(self._asks.again()):
            await self._send(ask)
        self._sender.begin(welcome)
        self._spawn(self._sender.run(), "requests")

    async def _take_news(self, frame: News) -> None:
        self.store.take_news(frame.events)
        link = self.store.link
        if link.kind == "catching_up" and not self.store.stale and self.store.welcome:
            missed = self.store.welcome.seq - self.store.world.seq
            self._show("catching_up" if missed > 0 else "connected", waiting=max(0, missed))

    async def _take_history(self, frame: History) -> None:
        if not self.store.stale:
            self.store.take_history(frame.room, frame.events)

    async def _take_done(self, frame: Done) -> None:
        self._outbox.settle(frame.id)
        self.store.settle(frame.id, frame.seq)
        self._count_waiting()

    async def _take_refused(self, frame: RefusedFrame) -> None:
        if self._asks.refuse(frame):
            return
        if frame.retry_after is not None and frame.id in self._outbox:
            self._sender.hold(frame.id, frame.retry_after)
            return
        if frame.code == STOPPING:
            return
        self._outbox.settle(frame.id)
        self.store.refuse(frame.id, frame.code, frame.text)
        self._count_waiting()

    async def _take_part(self, frame: Part) -> None:
        self._asks.take(frame)

    async def _take_here(self, frame: Here) -> None:
        self.store.set_here(frame.personas)

    async def _take_typing(self, frame: Typing) -> None:
        self.store.note_typing(frame.room, frame.voice, self._now())

    async def _take_problem(self, frame: Problem) -> None:
        self._problem = frame.text

    # Work beside the reading

    async def _reload(self, again: bool = False) -> None:
        """Make the copy anew, as often as it turns stale meanwhile."""
        while self.store.stale:
            world = world_from(await self._fetch(AskState()))
            view = view_from(await self._fetch(AskScenario()))
            self.store.reload(world, view)
        if again:
            self._show(
                "reloaded", text="What was missed could not be carried on; everything was loaded anew."
            )
            self._later(NOTICE_S, "connected")
        else:
            self._show("connected")

    async def _fetch(self, query: Query) -> Any:
        while True:
            try:
                return await self.ask(query)
            except Refused as no:
                if no.retry_after is None:
                    raise
                await asyncio.sleep(no.retry_after)

    async def _send(self, frame: Frame) -> None:
        """Send a frame if there is a connection; what matters is sent again on the next one."""
        if self._socket is not None and self.store.link.kind not in ("connecting", "reconnecting", "closed"):
            with contextlib.suppress(ConnectionClosed):
                await self._socket.send(encode(frame))

    def _spawn(self, work: Any, name: str) -> None:
        task: asyncio.Task[None] = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._finish)

    def _finish(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None and self._socket is not None:
            # An answer that cannot be read or was refused: nothing can be shown without it.
            self._problem = str(task.exception())
            self._spawn(self._socket.close(PROTOCOL_ERROR.code), "close")

    def _tasks_named(self, name: str) -> bool:
        return any(task.get_name() == name for task in self._tasks)

    def _later(self, seconds: float, kind: Literal["connected"]) -> None:
        if self._notice is not None:
            self._notice.cancel()
        loop = asyncio.get_running_loop()
        self._notice = loop.call_later(seconds, lambda: self._show(kind))

    def _show(self, kind: Any, **parts: Any) -> None:
        parts.setdefault("waiting", len(self._outbox))
        self.store.set_link(LinkState(kind, **parts))

    def _count_waiting(self) -> None:
        if self.store.link.kind != "catching_up":
            self.store.set_link(replace(self.store.link, waiting=len(self._outbox)))


_TAKES: Mapping[type[Frame], Callable[[Link, Any], Any]] = MappingProxyType(
    {
        Welcome: Link._take_welcome,
        News: Link._take_news,
        History: Link._take_history,
        Done: Link._take_done,
        RefusedFrame: Link._take_refused,
        Part: Link._take_part,
        Here: Link._take_here,
        Typing: Link._take_typing,
        Problem: Link._take_problem,
    }
)
"""What is done with each frame a server sends."""
