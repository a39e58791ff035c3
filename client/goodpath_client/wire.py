"""Carry frames over the socket there is at the moment, if there is one."""

import contextlib
from collections.abc import AsyncIterator

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException

from goodpath_client.addresses import spoken
from goodpath_client.store import Store
from goodpath_core.errors import GoodpathError
from goodpath_core.wire.codec import encode
from goodpath_core.wire.frames import Frame
from goodpath_core.wire.limits import FRAME_BYTES

_NORMAL = 1000
# An address that a server sends on to may be anything: ValueError and OverflowError are what Python
# says of one that cannot be read or looked up.
_UNOPENED = (OSError, ValueError, OverflowError, WebSocketException)


class NoServer(GoodpathError):
    """No socket could be opened; the text says what to look at."""


class Wire:
    """The way to one server; its socket is another one after every loss."""

    def __init__(self, address: str, store: Store) -> None:
        self.address = address
        self._store = store
        self._socket: ClientConnection | None = None

    @property
    def is_held(self) -> bool:
        """Whether there is a socket."""
        return self._socket is not None

    @property
    def unanswered(self) -> str:
        """What to tell of a server that does not answer."""
        return f"No server answers at {spoken(self.address)}; check the address and the network."

    @contextlib.asynccontextmanager
    async def open(self) -> AsyncIterator[ClientConnection]:
        """A new socket for as long as the block lasts; NoServer if there is none to be had."""
        try:
            socket = await connect(
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
        except _UNOPENED as fault:
            raise NoServer(self.unanswered) from fault
        try:
            yield socket
        finally:
            await socket.close()

    def hold(self, socket: ClientConnection) -> None:
        """Send over this socket from now on."""
        self._socket = socket

    def let_go(self) -> None:
        """The socket is gone."""
        self._socket = None

    async def send(self, frame: Frame) -> None:
        """Send a frame if there is a connection; what matters is sent again on the next one."""
        if self._socket is not None and self._store.link.kind not in ("connecting", "reconnecting", "closed"):
            with contextlib.suppress(ConnectionClosed):
                await self._socket.send(encode(frame))

    async def close(self, code: int = _NORMAL) -> None:
        """Close the socket, if there is one."""
        if self._socket is not None:
            await self._socket.close(code)
