"""One WebSocket connection: bytes in, messages out, pings, an end with its reason; no task of its own.

1. The rules of WebSocket are the library's, used without its sockets and tasks: a message goes from the bytes
   that arrived to whoever handles it in one call, and nothing waits per connection.
2. `tick` is called about once a second: it notices who is silent, who does not read and who does not leave.
3. While the door decides about a hello, nothing more is read. Frames of any kind, pings too, are taken no
   faster than the way in lets them through.
"""

import asyncio
import os
import sys
from functools import partial
from typing import Protocol, cast

from websockets.frames import Frame, Opcode
from websockets.protocol import State
from websockets.server import ServerProtocol

from goodpath_core.wire.closing import TOO_BIG
from goodpath_core.wire.connection import NEW
from goodpath_core.wire.limits import FRAME_BYTES
from goodpath_server.framing import PLAIN, PONG, find_frame, message_in
from goodpath_server.handshake import take_request
from goodpath_server.inflow import Inflow
from goodpath_server.outbox import ROOM, Outbox, Push, Transport

MESSAGES = (Opcode.BINARY, Opcode.TEXT, Opcode.CONT)
PING = b"\x89\x04ping"
"""A whole ping frame; any bytes that come after it are answer enough."""
PING_TICKS = 5
"""Ticks of silence after which a ping is sent, and again after which the connection is cut."""
CLOSE_TICKS = 3
"""Ticks that the other end has to leave once it was told to."""
MOST_PARTS = 64
"""In so many parts a message may come: empty ones have no size that could be bounded."""
REASON_BYTES = 123
"""Longest reason a close frame can carry."""


class Host(Protocol):
    """Whoever handles what connections say."""

    buffer: memoryview
    """Where bytes arrive, one connection at a time: they are taken out before the next one reads."""

    def made(self, connection: "Connection") -> None:
        """A connection was accepted and is ready."""

    def opened(self, connection: "Connection") -> None:
        """The handshake is done."""

    def received(self, connection: "Connection", data: bytes | str) -> None:
        """A whole message has come."""

    def lost(self, connection: "Connection") -> None:
        """The connection is gone; called once, for every connection that was made."""


class Connection(asyncio.BufferedProtocol):
    """A connection from its first byte to its last. Compared by identity."""

    __slots__ = (
        "_ending",
        "_held",
        "_host",
        "_parts",
        "_rest",
        "_rules",
        "_silent",
        "_transport",
        "address",
        "gone",
        "inflow",
        "life",
        "outbox",
    )

    outbox: Outbox
    """Its way out."""
    inflow: Inflow
    """Its way in."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._rules = ServerProtocol(origins=[None], max_size=FRAME_BYTES)
        self._silent = 0
        self._ending = 0
        self._parts: list[Frame] = []
        self._rest = b""
        self._held: list[bytes | str] | None = None
        self.address = ""
        """Where it comes from."""
        self.gone = False
        """Whether nothing can be said to it any more."""
        self.life = NEW
        """How far it has come in the table of the wire; whoever handles what it says moves it on."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """A connection was accepted."""
        self._transport = cast(asyncio.Transport, transport)
        peer = transport.get_extra_info("peername")
        self.address = str(peer[0]) if peer else ""
        self._transport.set_write_buffer_limits(high=ROOM)
        now = asyncio.get_running_loop().time
        self.outbox = Outbox(cast(Transport, transport), push_of(self._transport), now)
        self.inflow = Inflow(self._transport, partial(self.buffer_updated, 0))
        self._host.made(self)

    def get_buffer(self, sizehint: int) -> memoryview:
        """Where the next bytes go."""
        return self._host.buffer

    def buffer_updated(self, nbytes: int) -> None:
        """Bytes have come, or those that were left may be taken now."""
        self._silent = 0
        data = self._rest + self._host.buffer[:nbytes]
        if self._rules.state is State.CONNECTING:
            data = self._answer(data)
        self._rest = data[self._take_frames(data) :]

    def _take_frames(self, data: bytes) -> int:
        """Take the whole frames that may come by now; returns how far. Parts are left to the library."""
        at, inflow = 0, self.inflow
        while not inflow.is_full and (frame := find_frame(data, at)):
            first, payload, end = frame
            if first == PLAIN and not self._parts and self._rules.state is State.OPEN:
                self._hand_on(message_in(data, payload, end))
            elif first != PONG:  # a pong says no more than any other bytes do
                self._obey(data[at:end])
            inflow.count(end - at)
            at = end
        return at

    def _obey(self, data: bytes) -> None:
        """Let the library take bytes, and do what follows from them."""
        rules = self._rules
        rules.receive_data(data)
        for event in rules.events_received():
            if isinstance(event, Frame):
                self._take(event)
        self._send_due()

    def resume_writing(self) -> None:
        """The transport has room again."""
        self.outbox.flow()

    def eof_received(self) -> bool:
        """The other end says nothing more."""
        self._rules.receive_eof()
        self._send_due()
        return False

    def connection_lost(self, fault: Exception | None) -> None:
        """The connection is gone."""
        self.gone = True
        self.outbox.end()
        self.inflow.end()
        self._rules.receive_eof()
        self._host.lost(self)

    def _answer(self, data: bytes) -> bytes:
        """Answer the handshake once it is whole; returns what stands behind it, nothing if it is refused."""
        rules = self._rules
        request, behind = take_request(rules, data)
        if request:
            rules.send_response(rules.accept(request))
        self._send_due()
        if rules.state is not State.OPEN:
            return b""
        self._host.opened(self)
        return behind

    def _take(self, frame: Frame) -> None:
        if frame.opcode not in MESSAGES:
            return
        if not frame.fin or self._parts:
            self._parts.append(frame)
            if len(self._parts) > MOST_PARTS:
                self.close(TOO_BIG.code, TOO_BIG.text)
            if not frame.fin:
                return
            whole = b"".join(part.data for part in self._parts)
            frame = Frame(self._parts[0].opcode, whole)
            self._parts.clear()
        data = bytes(frame.data)
        # What a text message says does not matter: this wire has none, and whoever handles it says so.
        self._hand_on(data if frame.opcode is Opcode.BINARY else data.decode(errors="replace"))

    def _hand_on(self, message: bytes | str) -> None:
        if self._held is not None:
            self._held.append(message)
        elif not self._ending:
            self._host.received(self, message)

    def hold(self) -> None:
        """Read nothing more for now, and keep what has been read already."""
        self._held = []
        self.inflow.hold()

    def let_go(self) -> None:
        """Hand on what was kept, and read again."""
        kept, self._held = self._held or [], None
        for message in kept:
            self._hand_on(message)
        self.inflow.let_go()

    def send(self, payload: bytes) -> None:
        """Send a binary message now."""
        if self._rules.state is State.OPEN:
            self._rules.send_binary(payload)
            self._send_due()

    def close(self, code: int, reason: str) -> None:
        """End the connection with a reason, without waiting; what was sent before still arrives."""
        if self._rules.state is State.OPEN:
            self._rules.send_close(code, reason.encode()[:REASON_BYTES].decode(errors="ignore"))
            self._send_due()
            self._end()
        elif self._rules.state is State.CONNECTING:
            self._transport.abort()

    def abort(self) -> None:
        """End the connection at once."""
        self._transport.abort()

    def tick(self) -> None:
        """A second has gone by: ask the silent for a sign; cut who gives none or does not leave."""
        # Who takes what it was sent is not silent: it may have nothing to say before it has read that.
        self._silent = 0 if self.outbox.check() else self._silent + 1
        if self._ending:
            self._ending += 1
        if self._ending > CLOSE_TICKS + 1 or self._silent > 2 * PING_TICKS:
            self._transport.abort()
        elif self._silent == PING_TICKS and self._rules.state is State.OPEN:
            self.outbox.write_first(PING)

    def _end(self) -> None:
        """Nothing more is said from here; the other end has a moment to leave."""
        self._ending = self._ending or 1
        # What still comes is passed over, and its goodbye stands behind all of it.
        self.inflow.frames = None
        self.outbox.end()

    def _send_due(self) -> None:
        for data in self._rules.data_to_send():
            if self._transport.is_closing():
                return
            if not data:
                self._end()
                # Not closed yet: a reset could overtake the reason that is on its way.
                try:
                    self._transport.write_eof()
                except OSError:  # the other end has gone, and that stands behind what is not read yet
                    self._transport.abort()
            else:
                # Answers to pings pile up too if nobody reads them.
                self.outbox.write_first(data)


def push_of(transport: asyncio.Transport) -> Push:
    """What hands bytes straight to a transport's socket; it takes none where that is not possible.

    For a thousand small frames the transport's own steps cost a third of all the time there is. The socket
    is open for as long as `connection_lost` has not been called.
    """
    if sys.platform == "win32" or transport.get_extra_info("sslcontext"):
        return lambda data: 0
    return partial(os.write, transport.get_extra_info("socket").fileno())
