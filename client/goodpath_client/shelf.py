"""Keep the scenario's pictures that have come, and ask for those that are wanted."""

import asyncio
from collections.abc import Callable
from typing import Any, Protocol

from goodpath_client.changes import Change
from goodpath_core.errors import GoodpathError, Refused
from goodpath_core.play.event import Command
from goodpath_core.play.seats import SeatChanged
from goodpath_core.wire.frames import AskPicture, Query


class Link(Protocol):
    """What the screens need of the link to the server."""

    async def run(self) -> Any:
        """Stay connected until closed, or until the server ends it for good."""

    def do(self, command: Command, persona: str | None = None) -> str:
        """Ask for something to happen, now or once the server can be reached; the request's id.

        It is meant as `persona`; where that is not said, as the one that the seat plays.
        """

    def recall(self, request: str) -> str:
        """Take back a line whose request is not answered yet; the id of the request that asks for it.

        Empty where the line had not left yet: then it is simply not sent.
        """

    async def ask(self, query: Query) -> Any:
        """The answer to a question as a plain value; waits for a connection. Raises GoodpathError."""

    async def fetch_history(self, room: str) -> int:
        """Fetch lines of a room older than the oldest known one; how many there were."""

    async def typing(self, room: str) -> None:
        """Tell those in a room that somebody types; lost while offline."""

    async def close(self) -> None:
        """End the connection; what waits to be sent is kept for the next one."""


class Shelf:
    """Pictures by file name."""

    def __init__(self, arrived: Callable[[str], None]) -> None:
        self._arrived = arrived
        self._pictures: dict[str, bytes] = {}
        self._wanted: asyncio.Queue[str] = asyncio.Queue()
        self._asked: set[str] = set()
        self._refused: set[str] = set()
        """Of those, what there is not for whom one plays."""

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

    def note(self, change: Change) -> None:
        """Once somebody else is played, other rooms may be seen: what was refused is asked for again."""
        if change.event and change.event.fact.kind == SeatChanged.kind:
            self._asked -= self._refused
            self._refused.clear()

    async def fetch(self, link: Link) -> None:
        """Ask for what is wanted, one at a time, for ever; what fails is asked again when wanted again.

        What there is not, as the server says, is not, until somebody else is played.
        """
        while True:
            file = await self._wanted.get()
            try:
                answer = await link.ask(AskPicture(file=file))
            except (GoodpathError, OSError) as fault:
                if not isinstance(fault, Refused):
                    self._asked.discard(file)
                    await asyncio.sleep(1)
                else:
                    self._refused.add(file)
                continue
            if isinstance(answer, bytes):
                self.put(file, answer)
