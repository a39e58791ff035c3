"""The load generator: many connections in one process, on raw sockets, faster than what is measured.

1. A line carries a mark and the moment it was sent; deliveries are counted by searching the mark in what
   arrives, since the bytes of a text stand unchanged in every frame.
2. Frames are not taken apart. A ping is found by its two bytes; a pong too many harms nobody.
"""

import re
import selectors
import socket
import time
from collections.abc import Callable, Sequence

from bench.peers import ZERO_MASK, Peer, Seat

TEXT_BYTES = 120
BUFFER_BYTES = 1 << 20
PING, PONG = b"\x89\x04", b"\x8a\x84"
FIRST, SECOND = ord("@"), ord("~")
MARK = bytes((FIRST, SECOND))
_MOMENT = re.compile(re.escape(MARK) + rb"(\d{16})")


def line() -> str:
    """A text of 120 bytes that says when it was sent, in microseconds of the monotonic clock."""
    return f"@~{time.monotonic_ns() // 1000:016d}!".ljust(TEXT_BYTES, "x")


class Client:
    """One connection."""

    def __init__(self, sock: socket.socket, seat: Seat) -> None:
        self.socket = sock
        self.seat = seat
        self.marks = 0
        """Lines received so far."""
        self.split = False
        """Whether the last bytes received may be the first half of a mark."""
        self.opened = False
        self.head = b""
        """What came before the connection was ready."""
        self.live_at = 0.0
        """Moment at which it was ready and had its history; 0 before."""
        self.read: Callable[[Client], None]
        """What is done with what arrives once it is live."""

    def send(self, data: bytes) -> None:
        """Send everything; a full socket is waited for."""
        while data:
            try:
                data = data[self.socket.send(data) :]
            except BlockingIOError:
                time.sleep(0.0005)


class Crowd:
    """All connections of one measurement."""

    def __init__(self, peer: Peer, sampled: int = 1) -> None:
        """`sampled`: the moments of every so-manieth connection are read."""
        self.peer = peer
        self.clients: list[Client] = []
        self.deliveries = 0
        self.received_bytes = 0
        self.waits_ms: list[float] = []
        """From sending to receiving, for each delivery read."""
        self._sampled = sampled
        self._selector = selectors.DefaultSelector()
        self._buffer = bytearray(BUFFER_BYTES)
        self._number = 0
        self._history = 0
        self._live = 0

    def connect(self, seats: Sequence[Seat]) -> None:
        """Open connections without waiting for any."""
        for seat in seats:
            sock = socket.create_connection(("127.0.0.1", self.peer.port))
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            sock.setblocking(False)
            client = Client(sock, seat)
            client.read = self._read if len(self.clients) % self._sampled else self._read_moments
            self.clients.append(client)
            self._selector.register(sock, selectors.EVENT_READ, (self._enter, client))
            client.send(self.peer.upgrade or seat.hello)
            client.opened = not self.peer.upgrade

    def join(self, history: int, patience_s: float) -> None:
        """Bring all connections in, each with so many old lines; RuntimeError if some do not get there."""
        late = time.monotonic() + patience_s
        self._history = history
        while self._live < len(self.clients):
            if time.monotonic() > late:
                raise RuntimeError(f"only {self._live} of {len(self.clients)} connections came in")
            self.turn(0.05)

    def freeze(self, clients: Sequence[Client]) -> None:
        """Let these read nothing any more, though they stay connected."""
        for client in clients:
            self._selector.unregister(client.socket)

    def forget(self) -> None:
        """Begin to count anew."""
        self.deliveries = self.received_bytes = 0
        self.waits_ms.clear()

    def say(self, client: Client) -> None:
        """Let a connection say a line in its group."""
        self._number += 1
        client.send(self.peer.message(client.seat.group, self._number, line()))

    def turn(self, patience_s: float) -> None:
        """Read whatever has arrived, waiting for it at most so long."""
        for key, _ in self._selector.select(patience_s):
            react, client = key.data
            react(client)

    def _enter(self, client: Client) -> None:
        client.head += self._buffer[: self._take(client)]
        if not client.opened and b"\r\n\r\n" in client.head:
            client.send(client.seat.hello)
            client.opened = True
        if client.marks >= self._history and self.peer.ready in client.head:
            client.live_at, client.head = time.monotonic(), b""
            self._live += 1
            self._selector.modify(client.socket, selectors.EVENT_READ, (client.read, client))

    def _read(self, client: Client) -> None:
        self._take(client)

    def _read_moments(self, client: Client) -> None:
        size = self._take(client)
        now = time.monotonic_ns() // 1000
        self.waits_ms += [(now - int(sent)) / 1000 for sent in _MOMENT.findall(self._buffer, 0, size)]

    def _take(self, client: Client) -> int:
        """Receive once; returns how many bytes of the buffer are new."""
        buffer = self._buffer
        size = client.socket.recv_into(buffer)
        if not size:
            raise RuntimeError("the server closed a connection")
        marks = buffer.count(MARK, 0, size) + (client.split and buffer[0] == SECOND)
        client.split = buffer[size - 1] == FIRST
        client.marks += marks
        self.deliveries += marks
        self.received_bytes += size
        ping = buffer.find(PING, 0, size)
        if ping >= 0 and self.peer.upgrade:
            client.send(PONG + ZERO_MASK + bytes(buffer[ping + 2 : ping + 6]).ljust(4, b"\0"))
        return size

    def close(self) -> None:
        """Close everything."""
        self._selector.close()
        for client in self.clients:
            client.socket.close()


def keep_in_flight(crowd: Crowd, window: int, until: Callable[[], bool]) -> None:
    """Let everybody in one group talk in turn, so many lines not yet delivered to all, until told to stop."""
    members = len(crowd.clients)
    sent, delivered = 0, crowd.deliveries
    while not until():
        arrived = (crowd.deliveries - delivered) // members
        while sent - arrived < window:
            crowd.say(crowd.clients[sent % members])
            sent += 1
        crowd.turn(0.2)


def keep_the_pace(crowd: Crowd, speakers: Sequence[Client], rate: float, seconds: float) -> int:
    """Say so many lines a second in all, whatever becomes of them; returns how many were said."""
    start, said = time.monotonic(), 0
    while said < int(rate * seconds):
        wait = start + said / rate - time.monotonic()
        if wait > 0:
            crowd.turn(wait)
        else:
            crowd.say(speakers[said % len(speakers)])
            said += 1
    return said
