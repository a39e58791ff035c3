"""Keep the scenario's pictures that have come, and ask for those that are wanted."""

import asyncio
from collections.abc import Callable
from typing import Any, Protocol

from goodpath_core.errors import GoodpathError
from goodpath_core.play.event import Command
from goodpath_core.wire.frames import AskPicture, Query


class Link(Protocol):
    """What the screens need of the link to the server."""

    @property
    def briefed(self) -> bool: ...

    def keep_briefed(self) -> None: ...

    async def run(self) -> Any: ...

    def do(self, command: Command) -> str: ...

    async def ask(self, query: Query) -> Any: ...

    async def fetch_history(self, room: str) -> int: ...

    async def typing(self, room: str) -> None: ...

    async def close(self) -> None: ...


class Shelf:
    """Pictures by file name."""

    def __init__(self, arrived: Callable[[str], None]) -> None:
        self._arrived = arrived
        self._pictures: dict[str, bytes] = {}
        self._wanted: asyncio.Queue[str] = asyncio.Queue()
        self._asked: set[str] = set()

    def get(self, file: str) -> bytes:
        """The bytes of a picture; empty while they are on their way, or if it cannot be had."""
        if file and file not in self._asked:
            self._asked.add(file)
            self._wanted.put_nowait(file)
        return self._pictures.get(file, b"")

    def put(self, file: str, png: bytes) -> None:
        """Keep a picture."""
        self._asked.add(file)
        self._pictures[file] = png
        self._arrived(file)

    async def fetch(self, link: Link) -> None:
        """Ask for what is wanted, one at a time, for ever; what fails is asked again when wanted again."""
        while True:
            file = await self._wanted.get()
            try:
                answer = await link.ask(AskPicture(file=file))
            except (GoodpathError, OSError):
                self._asked.discard(file)
                await asyncio.sleep(1)
                continue
            if isinstance(answer, bytes):
                self.put(file, answer)
