"""Events are the state: whatever happens, and however often one is cut off, a copy is as if just fetched."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from goodpath_client.store import Store
from goodpath_core.play.event import By, Event
from goodpath_core.play.seats import SeatChanged
from goodpath_core.play.sight import Scope, Viewer, sees
from goodpath_core.play.state import Seat, World
from goodpath_core.wire.codec import command_value, event_from
from goodpath_core.wire.frames import AskScenario, AskState, Do, Hello, News
from goodpath_core.wire.limits import PROTOCOL
from goodpath_core.wire.values import view_from, world_from
from goodpath_server.member import Member
from hall import CODE, SECRET, Guest, Hall
from random_play import MOVES, Step, somebody
from soaks.findings import Findings
from town import scenario

STEPS = 90
AT_ONCE = 3
"""So many steps are tried in one go, and are one commit."""
CAST = ("1/yuting", "2/yuting", "1/chunmei", "2/chunmei", "1/ming")
"""Those who play, in the order in which the door fills the cells."""
ENDING = 4
"""Place of the end of the session among the moves."""
TEACHER = "teacher"


@dataclass
class Class:
    """What the moves of random play look at: the world as the server has decided it."""

    hall: Hall

    @property
    def world(self) -> World:
        """The decided world."""
        return self.hall.session.world

    def seat(self, number: int) -> By:
        """Who sits in a seat."""
        seat: Seat = self.world.seats[number]
        return By(seat.role, f"seat:{number}", number, seat.cell, seat.persona)


class Client:
    """A client's copy, fed with what its connection was sent."""

    def __init__(self, hall: Hall, guest: Guest) -> None:
        self.hall, self.guest, self.store, self._read = hall, guest, Store(), 0
        token = guest.welcome.token
        self._key = {"token": token} if token else {"role": TEACHER, "code": SECRET}
        """What brings the seat, or the teacher, back."""
        self.eyes = Viewer(TEACHER)
        """As whom it has been told that it looks, at the event that it has heard last."""
        self.overheard = list[int]()
        """Events that were told to it though these eyes do not see them."""

    async def greet(self) -> None:
        """Take the welcome of a new connection, and fetch everything if it could not be carried on."""
        self._read = 0
        welcome = self.guest.welcome
        if welcome.mode == "fresh":
            self.eyes = Viewer(welcome.role, welcome.seat, welcome.cell, welcome.persona)
        self.store.greet(welcome, 0)
        await self.catch_up()

    async def catch_up(self) -> None:
        """Fold what has come; fetch everything anew as often as the copy turns stale."""
        frames = self.guest.frames
        fresh, self._read = frames[self._read :], len(frames)
        for frame in fresh:
            if isinstance(frame, News):
                self._look(map(event_from, frame.events))
                self.store.take_news(frame.events, 0)
        if self.store.stale:
            world = world_from(await self.hall.ask(self.guest, AskState()))
            self.store.reload(world, view_from(await self.hall.ask(self.guest, AskScenario())))

    def _look(self, events: Iterable[Event | None]) -> None:
        """Hold what was told against the eyes that it was told to."""
        told = {event.seq: event for event in events if event}
        for record in self.hall.log.read(list(told)):
            scope, event = Scope(record.audience, record.cell, record.room), told[record.seq]
            if not sees(self.hall.session.stored, self.eyes, scope):
                self.overheard.append(record.seq)
            fact: Any = event.fact
            if isinstance(fact, SeatChanged) and fact.seat == self.eyes.seat:
                self.eyes = Viewer(fact.role, fact.seat, event.cell, fact.persona)

    async def come_back(self) -> None:
        """Break the connection and come back from where the copy stands."""
        epoch, seq = self.store.position()
        self.hall.reception.leave(self.guest.member)
        await self.hall.settle()
        hello = {"version": PROTOCOL, "epoch": epoch, "seq": seq, "history": 0, **self._key}
        self.guest = await self.hall.come(Hello.model_validate(hello))
        await self.greet()

    async def differs(self) -> bool:
        """Whether the copy is another than one that is fetched now, or was told what was not for its eyes."""
        await self.catch_up()
        now = world_from(await self.hall.ask(self.guest, AskState()))
        viewer = self.guest.member.viewer
        # The newest event may be one that this seat does not see.
        same = replace(self.store.world, seq=now.seq) == now
        return (
            bool(self.overheard)
            or not same
            or (self.store.me, self.store.role) != (viewer.persona, viewer.role)
        )


async def open_class() -> tuple[Hall, list[Client]]:
    """Five who play in two cells, one who has not chosen, one who watches, and last the teacher."""
    hall = Hall(of=scenario(), cells=2)
    guests = [await hall.student(persona) for persona in CAST]
    guests.append(await hall.student())
    guests.append(await hall.come(Hello(version=PROTOCOL, code=CODE, role="observer")))
    guests.append(await hall.teacher())
    clients = [Client(hall, guest) for guest in guests]
    for client in clients:
        await client.greet()
    return hall, clients


async def live(steps: list[Step]) -> list[str]:
    """Let some try steps in one go, and cut somebody off now and then; whose copy then is not the state."""
    hall, clients = await open_class()
    await hall.start()
    town = Class(hall)
    for start in range(0, len(steps), AT_ONCE):
        together = steps[start : start + AT_ONCE]
        hall.clock.at_ms += sum(step.wait for step in together) * 1000
        asked = [_asked(town, clients, step, f"r{start + place}") for place, step in enumerate(together)]
        hall.session.take([one for one in asked if one])
        await hall.settle()
        for step in together:
            client = clients[(step.one + step.two) % len(clients)]
            if step.two % 3 == 0:
                await client.come_back()
            elif step.two % 3 == 1:
                await client.catch_up()
    await hall.settle()
    differing = [client for client in clients if await client.differs()]
    await hall.close()
    return [client.guest.member.author for client in differing]


def _asked(town: Class, clients: list[Client], step: Step, request: str) -> tuple[Member, Do] | None:
    """Who asks for what in a step; None for what nobody asks who has a connection."""
    command = MOVES[step.move](town, step.one, step.two)  # type: ignore[arg-type]
    by = somebody(town, command, step.who)  # type: ignore[arg-type]
    seats = {client.guest.member.viewer.seat: client.guest.member for client in clients}
    member = seats.get(by.seat) if by.seat or by.role == TEACHER else None
    return (member, Do(id=request, command=command_value(command))) if member else None


def some_steps(rng: random.Random) -> list[Step]:
    """What somebody tries, one after the other; the end of the session only now and then."""
    moves = [rng.randrange(len(MOVES)) for _ in range(STEPS)]
    moves = [rng.randrange(len(MOVES)) if move == ENDING else move for move in moves]
    waits = (0, 0, 1, 7, 30)
    return [
        Step(move, rng.randrange(64), rng.choice(waits), rng.random(), rng.randrange(41), rng.randrange(41))
        for move in moves
    ]


async def copies(folder: Path, seed: int = 1, examples: int = 20_000) -> Findings:
    """Live through so many examples; in which of them a copy was not the state."""
    findings = Findings(f"{examples} examples of {STEPS} steps, eight copies each")
    for example in range(seed, seed + examples):
        differing = await live(some_steps(random.Random(example)))
        findings.expect(not differing, f"with {example} the copy of {differing} is not the state")
    return findings
