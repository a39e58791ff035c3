"""One connection's way out: bounded in bytes and in age, ephemeral things shed first, never waited for.

1. Nothing here awaits a socket: a slow reader costs the others nothing.
2. What was asked for (answers, history, what was missed) may be large. It waits here and goes to the
   transport by the room there; what happens meanwhile goes out behind it, so that the order stays.
3. What happens is bounded: above half the bound, ephemeral frames are dropped; above it, or when the oldest
   unsent byte is too old, the connection is cut. It comes back and resumes; no frame is ever dropped from
   the middle. Who takes what was asked for slowly is not cut as long as some of it leaves.
4. Frames are put together once for all connections, which the library's own send would do anew for each.
   While nothing waits they go straight to the socket; what it does not take goes to the transport.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from typing import NamedTuple, Protocol

from goodpath_core.wire.limits import OUTBOX_BYTES, OUTBOX_S

ROOM = 65_536
"""While no more than this waits in the transport, more of what was asked for is handed over."""


class Transport(Protocol):
    """The part of an asyncio transport an outbox uses."""

    def write(self, data: bytes) -> None:
        """Hand over bytes."""

    def get_write_buffer_size(self) -> int:
        """Bytes not yet taken by the network."""

    def abort(self) -> None:
        """Close at once."""

    def is_closing(self) -> bool:
        """Whether nothing can be written any more."""


Push = Callable[[bytes], int]
"""Takes bytes and returns how many it took; OSError if none."""


def websocket_frame(payload: bytes) -> bytes:
    """A payload as one unmasked binary WebSocket frame (RFC 6455, section 5.2)."""
    size = len(payload)
    if size < 126:
        return bytes((0x82, size)) + payload
    if size < 65_536:
        return b"\x82\x7e" + size.to_bytes(2, "big") + payload
    return b"\x82\x7f" + size.to_bytes(8, "big") + payload


def write_to_all(outboxes: Iterable["Outbox"], data: bytes) -> None:
    """Send the same whole WebSocket frames to many connections, each in its turn."""
    size = len(data)
    for outbox in outboxes:
        try:
            sent = outbox.push(data)
        except OSError:  # full; or broken, and then the transport finds that out and ends the connection
            sent = 0
        if sent != size:
            outbox.hand_over(data[sent:])


class Waiting(NamedTuple):
    """Frames not yet handed to the transport."""

    data: bytes
    """Whole WebSocket frames."""
    live: bool
    """Whether it happened by itself; otherwise it was asked for."""


class Mark(NamedTuple):
    """Bytes handed to the transport that have not all left it."""

    end: int
    """Where they end, counted in all bytes ever handed to the transport."""
    at: float
    """When they were handed over, in seconds."""
    live: int
    """How many of them count against the bound."""


class Outbox:
    """What is on its way to one connection."""

    __slots__ = (
        "_clear",
        "_ended",
        "_left",
        "_live",
        "_marks",
        "_moved",
        "_moved_at",
        "_now",
        "_queue",
        "_straight",
        "_transport",
        "_written",
        "cut",
        "push",
    )

    push: Push
    """Takes whole WebSocket frames: straight to the socket while nothing waits, else behind what waits."""

    def __init__(self, transport: Transport, push: Push, now: Callable[[], float]) -> None:
        """`push` hands bytes to the socket; not called after `end`: by then that may be another's."""
        self._transport = transport
        self._straight = push
        self._now = now
        self._written = 0
        """Bytes handed to the transport."""
        self._left = 0
        """Bytes that had left the transport at the last look."""
        self._marks: deque[Mark] = deque()
        self._queue: deque[Waiting] = deque()
        self._live = 0
        """Live bytes in the queue and the marks."""
        self._moved = False
        self._moved_at = float("-inf")
        """When something that was asked for was last seen to leave."""
        self._clear = asyncio.Event()
        self._clear.set()
        self._ended = False
        self.cut = False
        """Whether the connection was cut for being too slow."""
        self._choose_way()

    def _choose_way(self) -> None:
        """Where `push` leads from now on."""
        if self._ended:
            self.push = len  # all counts as taken, and goes nowhere
        elif self._queue or self._marks:
            self.push = self._put_behind
        else:
            self.push = self._straight

    def end(self) -> None:
        """Write nothing any more: the connection has said its last."""
        self._ended = True
        self._queue.clear()
        self._clear.set()
        self._choose_way()

    def write(self, data: bytes, ephemeral: bool = False) -> None:
        """Send whole WebSocket frames in their turn; drop them if ephemeral and the way is half full."""
        if not (ephemeral and self._is_half_full()):
            write_to_all((self,), data)

    def write_first(self, data: bytes) -> None:
        """Send whole frames before everything that was asked for."""
        if self._queue:
            self.hand_over(data)
        else:
            write_to_all((self,), data)

    def _put_behind(self, data: bytes) -> int:
        """Send behind what waits; returns how many bytes were taken, which is always all."""
        if not self._queue:
            self.hand_over(data)
        else:
            self._queue.append(Waiting(data, live=True))
            self._live += len(data)
            self._judge()
        return len(data)

    def hand_over(self, data: bytes) -> None:
        """Leave bytes to the transport, behind those it has."""
        transport = self._transport
        transport.write(data)
        self._written += len(data)
        if self._marks or transport.get_write_buffer_size():
            self._mark(len(data))
            self._judge()

    def catch_up(self, frames: Iterable[bytes]) -> None:
        """Send what was asked for as fast as the reader takes it; the caller bounds how much that is."""
        if self._ended:
            return
        self._queue.extend(Waiting(data, live=False) for data in frames)
        self.flow()

    async def caught_up(self) -> bool:
        """Wait until everything asked for was handed over; returns whether anything can still be said."""
        await self._clear.wait()
        return not self._ended

    def check(self) -> bool:
        """Go on, or cut the connection; returns whether what waited has moved on since the last check."""
        if not (self._queue or self._marks or self._moved):
            return False
        self.flow()
        self._judge()
        moved, self._moved = self._moved, False
        return moved

    def flow(self) -> None:
        """Hand over as much as there is room for."""
        transport = self._transport
        while self._queue and not transport.is_closing() and transport.get_write_buffer_size() <= ROOM:
            data, live = self._next_batch()
            self._live -= live
            transport.write(data)
            self._written += len(data)
            self._mark(live)
        if self._queue:
            self._clear.clear()
        else:
            self._clear.set()
        self._choose_way()

    def _next_batch(self) -> tuple[bytes, int]:
        """The next frames of one kind, together as much as there is room for, and how much of it is live."""
        live = self._queue[0].live
        batch, size = list[bytes](), 0
        while self._queue and self._queue[0].live is live and size < ROOM:
            batch.append(self._queue.popleft().data)
            size += len(batch[-1])
        return b"".join(batch), size if live else 0

    def _mark(self, live: int) -> None:
        """Remember what was written last, if anything of it may wait."""
        if self._transport.get_write_buffer_size():
            self._marks.append(Mark(self._written, self._now(), live))
            self._live += live

    def _is_half_full(self) -> bool:
        if self._live > OUTBOX_BYTES // 2:
            self._look()
        return self._live > OUTBOX_BYTES // 2

    def _look(self) -> None:
        """See what has left."""
        marks = self._marks
        left = self._written - self._transport.get_write_buffer_size()
        if marks and left > self._left:
            self._moved = True
            if not marks[0].live:
                self._moved_at = self._now()
        self._left = left
        while marks and marks[0].end <= left:
            self._live -= marks.popleft().live
        self._choose_way()

    def _judge(self) -> None:
        """Cut the connection if what waits is too much or too old."""
        self._look()
        if not self._marks or self.cut:
            return
        first = self._marks[0]
        waiting = self._live - max(0, first.live - (first.end - self._left))
        too_old = self._now() - max(first.at, self._moved_at) > OUTBOX_S
        if waiting > OUTBOX_BYTES or too_old:
            self.cut = True
            self._transport.abort()
            self.end()
