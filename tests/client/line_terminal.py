"""Somebody at the line mode: what they type, what they hear, against a real server."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from client.little_server import CODE, Ids, LittleServer, until
from client.screens.stage import Stage
from goodpath_client.briefing_words import TRIED
from goodpath_client.kept_drafts import KeptDrafts
from goodpath_client.link import Link
from goodpath_client.outbox import Outbox
from goodpath_client.plain.table import Table
from goodpath_client.plain.talk import obey, talk
from goodpath_client.seats import SeatToken, SeatTokens
from goodpath_client.store import Store
from goodpath_core.play.briefing import ReadBriefing
from goodpath_core.play.control import StartWorld
from goodpath_core.play.event import Command
from goodpath_core.scenario.actions import MoveTo
from town import OPEN, TEACHER, Town, at, one_phase

BRIEFED = "Type /go when you have heard the briefing"
"""How the briefing ends."""


@dataclass
class Terminal:
    """Somebody at the keyboard, and what was printed to them."""

    server: LittleServer
    store: Store
    now_ms: int = 0
    """The own time, set by hand."""
    printed: list[str] = field(default_factory=list)
    way_in: list[Command] = field(default_factory=list)
    """What was carried out while coming in; the server's own list begins after it."""
    typed: "asyncio.Queue[str | None]" = field(default_factory=asyncio.Queue)
    talking: "asyncio.Future[str]" = field(default_factory=asyncio.Future)
    """The line mode itself: done once it has left."""

    async def type(self, line: str, expect: str) -> None:
        """Type a line and wait until a sentence with these words has been printed after it."""
        before = len(self.printed)
        self.typed.put_nowait(line + "\n")
        await self.hear(expect, before)

    async def hear(self, words: str, before: int = 0) -> None:
        try:
            await until(lambda: any(words in line for line in self.printed[before:]))
        except TimeoutError:
            raise AssertionError(f"{words!r} is not in {self.printed[before:]}") from None

    async def did(self, *kinds: str) -> None:
        """Wait until these were the last requests that the server carried out."""
        done = self.server.carried_out
        await until(lambda: tuple(one.kind for one in done[-len(kinds) :]) == kinds)


def typed(stage: Stage, *lines: str) -> list[str]:
    """What is heard after some typed lines, where rules and store are in memory."""
    printed: list[str] = []
    table = Table(stage.link, stage.store, printed.append, lambda: stage.now_ms)  # type: ignore[arg-type]
    for line in lines:
        obey(table, line)
    return printed


@asynccontextmanager
async def terminal(
    town: Town, outbox: Outbox | None = None, drafts: KeptDrafts | None = None
) -> AsyncIterator[Terminal]:
    async with LittleServer(town) as server, _seated(server, *server.link(outbox), drafts) as one:
        await one.hear(BRIEFED)
        await one.type("/stop", TRIED)
        await one.type("/go", "Seat ")
        await until(lambda: server.carried_out == [ReadBriefing()])
        one.way_in, server.carried_out = server.carried_out, []
        yield one


@asynccontextmanager
async def _seated(
    server: LittleServer, link: Link, store: Store, drafts: KeptDrafts | None
) -> AsyncIterator[Terminal]:
    one = Terminal(server, store)
    one.talking = asyncio.create_task(
        talk(link, store, read=one.typed.get, write=one.printed.append, now=lambda: one.now_ms, drafts=drafts)
    )
    try:
        yield one
    finally:
        one.typed.put_nowait(None)
        await one.talking


@asynccontextmanager
async def next_terminal(server: LittleServer, drafts: KeptDrafts) -> AsyncIterator[Terminal]:
    """Whoever had seat 2 comes back to it."""
    tokens = SeatTokens(None)
    tokens.keep(SeatToken(server.address, "town", CODE, "Ann", "student", 2, "seat-2"))
    outbox = Outbox(None, Ids("later"))  # ids of the terminal before are answered already
    async with _seated(server, *server.link(outbox, tokens), drafts) as one:
        await one.hear("Seat 2. ")
        yield one


def town_with_ming() -> Town:
    town = Town()
    town.play("1/ming")
    return town


@asynccontextmanager
async def yuting(town: Town | None = None, drafts: KeptDrafts | None = None) -> AsyncIterator[Terminal]:
    """Somebody plays Yuting in the first phase, with the phone in the hand; Ming is played too."""
    async with terminal(town or town_with_ming(), drafts=drafts) as me:
        await me.type("/take yuting", "Seat 2. You play Yuting.")
        await me.server.do(StartWorld(), TEACHER)
        await me.hear("You are on the phone.")
        yield me


@asynccontextmanager
async def without_phone() -> AsyncIterator[Terminal]:
    """Yuting has just been called from the phone to the room, and is held there."""
    town = Town(1, one_phase(OPEN, at("only-1", 10, MoveTo(("yuting",), "room", ""))))
    town.play("1/ming")
    async with yuting(town) as me:
        await me.server.pass_time(10)
        await me.hear("You are in the room, the phone is down.")
        yield me
