"""One connection's way out: bounded in bytes and in age, ephemeral things shed first, never waited for.

1. Nothing here awaits: a slow reader costs the others nothing.
2. Above half the bound, ephemeral frames are dropped; above it, or when the oldest unsent byte is too old,
   the connection is cut. It comes back and resumes; no frame is ever dropped from the middle.
3. `write` is the one place that hands bytes to a transport behind the websockets library: the frames are
   put together once for all connections, which the library's own send would do anew for each.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Protocol

from goodpath_core.wire.limits import OUTBOX_BYTES, OUTBOX_S


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


def websocket_frame(payload: bytes) -> bytes:
    """A payload as one unmasked binary WebSocket frame (RFC 6455, section 5.2)."""
    size = len(payload)
    if size < 126:
        return bytes((0x82, size)) + payload
    if size < 65_536:
        return b"\x82\x7e" + size.to_bytes(2, "big") + payload
    return b"\x82\x7f" + size.to_bytes(8, "big") + payload


class Outbox:
    """What is on its way to one connection."""

    def __init__(self, transport: Transport, now: Callable[[], float]) -> None:
        self._transport = transport
        self._now = now
        self._written = 0
        self._marks: deque[tuple[int, float]] = deque()
        self._ended = False
        self.cut = False
        """Whether the connection was cut for being too slow."""

    def end(self) -> None:
        """Write nothing any more: the connection has said its last."""
        self._ended = True

    def write(self, data: bytes, ephemeral: bool = False) -> None:
        """Send whole WebSocket frames now or soon; drop them if ephemeral and the way is half full."""
        transport = self._transport
        if self._ended or transport.is_closing():
            return
        waiting = transport.get_write_buffer_size()
        if ephemeral and waiting > OUTBOX_BYTES // 2:
            return
        transport.write(data)
        self._written += len(data)
        if waiting or transport.get_write_buffer_size():
            self._marks.append((self._written, self._now()))
            self.check()
        elif self._marks:
            self._marks.clear()

    def check(self) -> None:
        """Cut the connection if what waits is too much or too old."""
        waiting = self._transport.get_write_buffer_size()
        if not waiting:
            self._marks.clear()
            return
        sent = self._written - waiting
        while self._marks and self._marks[0][0] <= sent:
            self._marks.popleft()
        oldest = self._marks[0][1] if self._marks else None
        too_old = oldest is not None and self._now() - oldest > OUTBOX_S
        if (waiting > OUTBOX_BYTES or too_old) and not self.cut:
            self.cut = True
            self._transport.abort()


def loop_time() -> float:
    """The running loop's clock, in seconds."""
    return asyncio.get_running_loop().time()
