"""The second peer: a relay on `websockets.broadcast()` that checks msgpack and stores nothing.

Run as `python -m bench.relay`; it prints its port and serves until it is ended. For measurements only.
"""

import asyncio
import itertools
import time
from collections import defaultdict, deque
from contextlib import suppress
from typing import Any

import msgpack  # type: ignore[import-untyped]
from websockets.asyncio.server import ServerConnection, broadcast, serve
from websockets.exceptions import ConnectionClosed

HISTORY = 50
TEXT_LIMIT = 4000
BACKLOG = 4096


class Group:
    """The members of a group and its last lines."""

    def __init__(self) -> None:
        self.members: set[ServerConnection] = set()
        self.lines: deque[Any] = deque(maxlen=HISTORY)


class Relay:
    """Groups by number, and the one count of messages."""

    def __init__(self) -> None:
        self._groups: defaultdict[int, Group] = defaultdict(Group)
        self._numbers = itertools.count(1)

    async def handle(self, socket: ServerConnection) -> None:
        """Join the group that the first frame names, then relay every frame to it."""
        group = self._groups[int(msgpack.unpackb(await socket.recv())["group"])]
        group.members.add(socket)
        try:
            await socket.send(msgpack.packb({"t": "joined", "lines": list(group.lines)}))
            with suppress(ConnectionClosed):
                async for data in socket:
                    line = checked(msgpack.unpackb(data), next(self._numbers))
                    group.lines.append(line)
                    broadcast(group.members, msgpack.packb(line))
        finally:
            group.members.discard(socket)


def checked(value: Any, number: int) -> dict[str, object]:
    """A line with its number and time, from what a member sent; ValueError if that is none."""
    text, voice = value["text"], value["voice"]
    if type(text) is not str or type(voice) is not str or not 0 < len(text) <= TEXT_LIMIT:
        raise ValueError("not a line")
    return {"t": "line", "seq": number, "ms": time.time_ns() // 1_000_000, "voice": voice, "text": text}


async def main() -> None:
    """Serve on any free port of this machine."""
    relay = Relay()
    async with serve(relay.handle, "127.0.0.1", 0, compression=None, backlog=BACKLOG) as server:
        print("port", next(iter(server.sockets)).getsockname()[1], flush=True)
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
