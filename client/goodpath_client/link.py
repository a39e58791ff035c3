"""Keep the connection to the server: joins, comes back, sends what waits and feeds the store."""

import asyncio
import contextlib
from collections.abc import Callable
from typing import Any, Final

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from goodpath_client.asks import AskBook
from goodpath_client.changes import Change
from goodpath_client.held_requests import HeldRequests
from goodpath_client.intake import Intake
from goodpath_client.joining import Identity, Joining
from goodpath_client.late_keys import LateKeys
from goodpath_client.link_parts import LinkParts
from goodpath_client.lost_seat import LOSSES, give_back, refuse_aside
from goodpath_client.outbox import Outbox
from goodpath_client.patience import STEADY_S, wait_s
from goodpath_client.recall import Recall
from goodpath_client.renewal import Renewal
from goodpath_client.seats import SeatTokens
from goodpath_client.sender import Sender
from goodpath_client.side_tasks import SideTasks
from goodpath_client.standing import Standing
from goodpath_client.store import Store
from goodpath_client.wire import NoServer, Wire
from goodpath_core.errors import GoodpathError, ProtocolError, Refused
from goodpath_core.play.event import Command
from goodpath_core.wire.closing import ABNORMAL, PROTOCOL_ERROR, RESET, TAKEN_OVER, Closing, closing_of
from goodpath_core.wire.codec import decode_server, encode
from goodpath_core.wire.frames import AskHistory, Query, Typing
from goodpath_core.wire.limits import HISTORY_DEFAULT

TYPING_EVERY_MS: Final = 3000


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
        gone: Callable[[], str] = lambda: "",
    ) -> None:
        """Connect to `address` (a `ws://` one); `dice` gives 0 to 1, `now` milliseconds since 1970.

        `gone` is asked when a connection is lost: a sentence if the server is known never to come back, else
        nothing.
        """
        self.address = address
        self.store = store
        held = HeldRequests(store, outbox)
        wire, standing, tasks = Wire(address, store), Standing(store, outbox, held), SideTasks(self._fail)
        asks = AskBook()
        self._parts = LinkParts(
            store=store,
            outbox=outbox,
            held=held,
            joining=Joining(address, hello, tokens or SeatTokens(None)),
            asks=asks,
            wire=wire,
            standing=standing,
            sender=Sender(outbox, held, wire.send),
            tasks=tasks,
            renewal=Renewal(store, standing, tasks, self.ask),
            recall=Recall(store, outbox),
            late_keys=LateKeys(store, outbox, asks),
        )
        self._standing = standing
        self._intake = Intake(self._parts, now)
        self._dice, self._now, self._gone = dice, now, gone
        self._closed = asyncio.Event()
        self._lost: Closing | None = None
        """How the last seat was lost; None as long as none was."""
        self._typed: dict[str, int] = {}
        store.on_change(self._release)

    # What screens call

    async def run(self) -> Closing | None:
        """Stay connected; returns how the server ended it for good, or None after `close`."""
        ending: Closing | None = None
        while not self._closed.is_set():
            closing = self._look_for_gone(await self._connect_once())
            if closing in LOSSES and self._lose_seat(closing):
                self._standing.attempt, self._standing.problem = 0, ""
                continue
            if closing and not closing.come_back:
                ending = closing
                break
            await self._wait_for_next_try()
        self._end(ending)
        return ending

    def do(self, command: Command, persona: str | None = None) -> str:
        """Ask for something to happen, now or as soon as the server can be reached; the request's id.

        It is meant as `persona`; where that is not said, as whom the seat plays by what is known here.
        What a teacher asks for is not sent again on another connection.
        What becomes of it comes as a change `done` or `refused` of the store.
        """
        request = self._parts.outbox.add(command, self.store.me if persona is None else persona)
        self._parts.held.note_asked(request)
        self.store.expect(*request)
        self._parts.sender.wake()
        if self._lost and not self._parts.joining.has_seat:
            give_back(self.store, self._parts.outbox, self._lost)
            self._parts.outbox.close()
        self._standing.count_waiting()
        return request.id

    def recall(self, request: str) -> str:
        """Take back a line whose request is not answered yet; the id of the request that asks for it.

        Empty where nothing is asked for: the line had not left yet, and will not.
        """
        follower = self._parts.recall.begin(request)
        self._parts.sender.wake()
        self._standing.count_waiting()
        return follower

    async def ask(self, query: Query) -> Any:
        """The answer to a question as a plain value; waits for a connection, and for its turn.

        Raises Refused if the server says no, GoodpathError if the link ends first.
        """
        while True:
            try:
                return await self._ask_once(query)
            except Refused as no:
                if no.retry_after is None:
                    raise
                await asyncio.sleep(no.retry_after)

    async def _ask_once(self, query: Query) -> Any:
        if self.store.link.kind == "closed":
            raise GoodpathError(self.store.link.text or "The connection was closed.")
        one = self._parts.asks.add(query)
        try:
            await self._parts.wire.send(one.ask)
            return await one.answer
        finally:
            self._parts.asks.drop(one.ask.id)

    async def fetch_history(self, room: str, limit: int = HISTORY_DEFAULT) -> int:
        """Fetch the page of lines before those that are known into the store; how many there were."""
        known, gap = self.store.lines(room), self.store.known.gap(room)
        oldest = known[0].seq if known else self.store.world.seq + 1
        before = gap + 1 if gap else oldest
        value = await self.ask(AskHistory(room=room, before=before, limit=limit))
        return self.store.take_history(room, value, before)

    async def typing(self, room: str) -> None:
        """Tell a room that somebody types; at most once in three seconds; lost while offline."""
        now = self._now()
        if now - self._typed.get(room, -TYPING_EVERY_MS) >= TYPING_EVERY_MS:
            self._typed[room] = now
            if self.store.link.online:
                await self._parts.wire.send(Typing(room=room))

    async def close(self) -> None:
        """End the connection; what waits in the outbox stays there for the next time."""
        self._closed.set()
        await self._parts.wire.close()

    # One connection

    async def _connect_once(self) -> Closing | None:
        """Connect, and stay until the connection ends; how the server ended it, or None."""
        self._standing.attempt += 1
        if self.store.welcome is None:
            self._standing.show("connecting", attempt=self._standing.attempt, text=self._standing.problem)
        began = asyncio.get_running_loop().time()
        self._standing.problem = ""
        if self._parts.joining.is_replaced:
            return TAKEN_OVER
        try:
            async with self._parts.wire.open() as socket:
                self._parts.wire.hold(socket)
                if self._parts.joining.is_replaced:
                    return TAKEN_OVER
                if not self._closed.is_set():
                    await self._serve(socket)
        except ConnectionClosed as end:
            return self._closing(end.rcvd.code if end.rcvd else None)
        except ProtocolError as fault:
            self._standing.problem = fault.text
            return PROTOCOL_ERROR
        except (NoServer, OSError):
            self._standing.problem = "" if self.store.welcome else self._parts.wire.unanswered
            return None
        finally:
            self._leave()
            if asyncio.get_running_loop().time() - began >= STEADY_S:
                self._standing.attempt = 0
        return None

    async def _serve(self, socket: ClientConnection) -> None:
        await socket.send(encode(self._parts.joining.hello(*self.store.position())))
        while True:
            frame = decode_server(await socket.recv())
            await self._intake.take(frame)
            self._parts.renewal.begin_if_stale()

    def _closing(self, code: int | None) -> Closing | None:
        closing = closing_of(code)
        if closing and closing.come_back:
            self._standing.problem = self._standing.problem or closing.text
        return closing

    def _lose_seat(self, closing: Closing) -> bool:
        """The token opens nothing here; whether the code alone may.

        Whoever had a seat that the teacher has closed joins anew by an act of their own.
        """
        joining, is_closed = self._parts.joining, closing is RESET
        box = joining.lost_box(is_closed)
        if box:
            refuse_aside(self.store, self._parts.outbox.open(box))
            give_back(self.store, self._parts.outbox, closing)
            self._standing.count_waiting()
            self._lost = closing
        return joining.give_up_token(is_closed) and not is_closed

    def _look_for_gone(self, closing: Closing | None) -> Closing | None:
        """How the connection ended; for good where one would come back to a server that never does."""
        text = self._gone() if closing is None or closing.come_back else ""
        if not text:
            return closing
        self._standing.problem = text
        return Closing(ABNORMAL, False, text)

    def _leave(self) -> None:
        """The connection is gone: nothing sent on it counts as sent."""
        self.store.keep_moment(self._now())
        self._parts.wire.let_go()
        self._parts.tasks.cancel()
        self._standing.drop_later()
        self._parts.late_keys.give_up()

    async def _wait_for_next_try(self) -> None:
        left = 0.0 if self._closed.is_set() else wait_s(max(1, self._standing.attempt), self._dice())
        while left > 0 and not self._closed.is_set() and not self._parts.joining.is_replaced:
            self._standing.show(
                "reconnecting",
                seconds=int(left) + 1,
                attempt=self._standing.attempt + 1,
                text=self._standing.problem,
            )
            step = min(1.0, left)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._closed.wait(), step)
            left -= step
        if not self._closed.is_set():
            self._standing.show(
                "reconnecting", attempt=self._standing.attempt + 1, text=self._standing.problem
            )

    def _end(self, closing: Closing | None) -> None:
        text = (self._standing.problem or closing.text) if closing else ""
        self._parts.joining.leave()
        if closing is TAKEN_OVER:
            # Another terminal, perhaps of this machine, may be about to use the same file.
            self._parts.outbox.hand_over()
        else:
            self._parts.outbox.close()
        self._parts.asks.end(text or "The connection was closed.")
        self._standing.show("closed", text=text)

    def _release(self, change: Change) -> None:
        """The copy has changed; perhaps the world goes on."""
        if change.kind in ("event", "state") and self._parts.held.release():
            self._parts.sender.wake()
            self._standing.count_waiting()

    def _fail(self, fault: BaseException) -> None:
        """Work beside the reading has failed."""
        if self._parts.wire.is_held:
            # An answer that cannot be read or was refused: nothing can be shown without it.
            self._standing.problem = str(fault)
            self._parts.tasks.spawn(self._parts.wire.close(PROTOCOL_ERROR.code), "close")
