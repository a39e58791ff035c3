"""Events are the state: whatever happens, and however often one is cut off, a copy is as if just fetched."""

import random
from dataclasses import dataclass, replace
from pathlib import Path

from goodpath_client.store import Store
from goodpath_core.play.event import By
from goodpath_core.play.state import Seat, World
from goodpath_core.wire.frames import AskScenario, AskState, Hello, News
from goodpath_core.wire.limits import PROTOCOL
from goodpath_core.wire.values import view_from, world_from
from hall import CODE, SECRET, Guest, Hall
from random_play import MOVES, Step, somebody
from soaks.findings import Findings
from town import scenario

STEPS = 50
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

    async def greet(self) -> None:
        """Take the welcome of a new connection, and fetch everything if it could not be carried on."""
        self._read = 0
        self.store.greet(self.guest.welcome, 0)
        await self.catch_up()

    async def catch_up(self) -> None:
        """Fold what has come; fetch everything anew as often as the copy turns stale."""
        frames = self.guest.frames
        fresh, self._read = frames[self._read :], len(frames)
        for frame in fresh:
            if isinstance(frame, News):
                self.store.take_news(frame.events, 0)
        if self.store.stale:
            world = world_from(await self.hall.ask(self.guest, AskState()))
            self.store.reload(world, view_from(await self.hall.ask(self.guest, AskScenario())))

    async def come_back(self) -> None:
        """Break the connection and come back from where the copy stands."""
        epoch, seq = self.store.position()
        self.hall.reception.leave(self.guest.member)
        await self.hall.settle()
        hello = {"version": PROTOCOL, "epoch": epoch, "seq": seq, "history": 0, **self._key}
        self.guest = await self.hall.come(Hello.model_validate(hello))
        await self.greet()

    async def differs(self) -> bool:
        """Whether the copy is another than one that is fetched now."""
        await self.catch_up()
        now = world_from(await self.hall.ask(self.guest, AskState()))
        viewer = self.guest.member.viewer
        # The newest event may be one that this seat does not see.
        same = replace(self.store.world, seq=now.seq) == now
        return not same or (self.store.me, self.store.role) != (viewer.persona, viewer.role)


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
    """Let somebody try each step, and cut somebody off now and then; whose copy then is not the state."""
    hall, clients = await open_class()
    await hall.start()
    town = Class(hall)
    for number, step in enumerate(steps):
        hall.clock.at_ms += step.wait * 1000
        command = MOVES[step.move](town, step.one, step.two)  # type: ignore[arg-type]
        by = somebody(town, command, step.who)  # type: ignore[arg-type]
        guest = clients[-1].guest if by.role == TEACHER else None
        if by.seat:
            guest = next((c.guest for c in clients if c.guest.member.viewer.seat == by.seat), None)
        if guest:
            await hall.do(guest, f"r{number}", command)
        client = clients[(step.one + step.two) % len(clients)]
        if step.two % 3 == 0:
            await client.come_back()
        elif step.two % 3 == 1:
            await client.catch_up()
    await hall.settle()
    differing = [client for client in clients if await client.differs()]
    await hall.close()
    return [client.guest.member.author for client in differing]


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
