"""The second peer: a relay on `websockets.broadcast()` that checks msgpack and stores nothing.

Run as `python -m bench.relay`; it prints its port and serves until it is ended. For measurements only.
"""

import asyncio
import itertools
import time
from collections import defaultdict, deque
from collections.abc import Callable
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


class Groups:
    """Groups by number, the one count of messages, and what is done with each line."""

    def __init__(self, take: Callable[[Group, dict[str, Any]], object]) -> None:
        self._groups: defaultdict[int, Group] = defaultdict(Group)
        self._numbers = itertools.count(1)
        self._take = take

    async def handle(self, socket: ServerConnection) -> None:
        """Join the group that the first frame names, then take every line that is said to it."""
        group = self._groups[int(msgpack.unpackb(await socket.recv())["group"])]
        group.members.add(socket)
        try:
            await socket.send(msgpack.packb({"t": "joined", "lines": list(group.lines)}))
            with suppress(ConnectionClosed):
                async for data in socket:
                    line = _checked(msgpack.unpackb(data), next(self._numbers))
                    group.lines.append(line)
                    self._take(group, line)
        finally:
            group.members.discard(socket)


def _checked(value: Any, number: int) -> dict[str, Any]:
    """A line with its number and time, from what a member sent; ValueError if that is none."""
    text, voice = value["text"], value["voice"]
    if type(text) is not str or type(voice) is not str or not 0 < len(text) <= TEXT_LIMIT:
        raise ValueError("not a line")
    return {"t": "line", "seq": number, "ms": time.time_ns() // 1_000_000, "voice": voice, "text": text}


async def serve_groups(groups: Groups) -> None:
    """Serve on any free port of this machine, and print which."""
    async with serve(groups.handle, "127.0.0.1", 0, compression=None, backlog=BACKLOG) as server:
        print("port", next(iter(server.sockets)).getsockname()[1], flush=True)
        await server.serve_forever()


def relay(group: Group, line: dict[str, Any]) -> None:
    """Send a line to all members of its group, as it comes."""
    broadcast(group.members, msgpack.packb(line))


if __name__ == "__main__":
    asyncio.run(serve_groups(Groups(relay)))
