"""A client that stops reading, and how much waits for it on the server's side of its connection."""

import socket as sockets
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from goodpath_core.wire.frames import Hello
from goodpath_core.wire.limits import PROTOCOL
from whole_class import Wire

TABLE = Path("/proc/net/tcp")
"""Where Linux says of each connection what has not been taken."""
NARROW_BYTES = 4096
HALF_OPEN_BYTES = 65_536
LOOK_EVERY = 20
"""Lines between two looks at the socket; in that many it takes more, unless it is full."""
MOST_LINES = 600


async def narrow(port: int, **hello: Any) -> Wire:
    """A connection with little room for what comes."""
    socket = sockets.socket()
    socket.setsockopt(sockets.SOL_SOCKET, sockets.SO_RCVBUF, NARROW_BYTES)
    socket.connect(("127.0.0.1", port))
    socket.setblocking(False)
    wire = await Wire.open(port, sock=socket)
    await wire.say(Hello(version=PROTOCOL, **hello))
    await wire.until(lambda: wire.welcomes)
    return wire


def unsent(port: int, wire: Wire) -> int:
    """Bytes that the server's socket holds for this connection."""
    ends = f"0100007F:{port:04X} 0100007F:{wire.socket.local_address[1]:04X} "
    found = TABLE.read_text("ascii").partition(ends)[2]
    return int(found.split(maxsplit=2)[1].partition(":")[0], 16) if found else 0


async def stuff(port: int, wire: Wire, say: Callable[[], Awaitable[object]]) -> int:
    """Stop reading, and let long lines be said until the server's socket is full; how many bytes it holds.

    What was said last, and all that is said from then on, waits in the server itself.
    """
    wire.socket.transport.pause_reading()
    held = 0
    for _ in range(0, MOST_LINES, LOOK_EVERY):
        for _ in range(LOOK_EVERY):
            await say()
        before, held = held, unsent(port, wire)
        if before == held >= HALF_OPEN_BYTES:
            break
    return held
