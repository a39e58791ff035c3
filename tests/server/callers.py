"""Those who call at a server over real sockets: with a code, as somebody, or with bytes of their own."""

import socket as sockets
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from goodpath_core.wire.limits import PROTOCOL
from goodpath_server.server import Server
from whole_class import Wire

HELLO = {"t": "hello", "version": PROTOCOL}
LINE = {"kind": "post_message", "room": "1/line3", "text": "hi"}
UPGRADE = (
    b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
)
"""A handshake that is answered with 101."""

Run = Callable[..., Awaitable[Server]]
"""Starts a server with these settings."""


async def join(server: Server, **hello: Any) -> Wire:
    """Somebody with the code."""
    return await Wire.join(server.port, **{"code": server.code, **hello})


async def player(server: Server, persona: str) -> Wire:
    """Somebody who plays a persona."""
    wire = await join(server)
    assert await wire.ask("take", "take_persona", persona=persona) == "done"
    return wire


def upgraded(port: int) -> sockets.socket:
    """A raw connection after its handshake, on which one waits."""
    raw = sockets.create_connection(("127.0.0.1", port), timeout=20)
    raw.sendall(UPGRADE)
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        part = raw.recv(4096)
        assert part, head
        head += part
    return raw


def heard(raw: sockets.socket, most: int) -> bytes:
    """So many bytes of a raw connection, in however many parts they come; fewer if it ends before."""
    came = b""
    with suppress(ConnectionError):
        while len(came) < most and (part := raw.recv(most - len(came))):
            came += part
    return came
