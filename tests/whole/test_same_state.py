"""Events are the state: whatever happens, and however often one is cut off, a copy is as if just fetched."""

import asyncio
import random
from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from goodpath_client.store import Store
from goodpath_core.play.event import By
from goodpath_core.play.state import Seat, World
from goodpath_core.wire.frames import AskScenario, AskState, Hello, News
from goodpath_core.wire.limits import PROTOCOL
from goodpath_core.wire.values import view_from, world_from
from hall import CODE, Guest, Hall
from random_play import CAST, MOVES, Step, somebody
from town import scenario

EXAMPLES = 200
STEPS = 30
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
        self._numbers = 0

    @property
    def token(self) -> str:
        """What brings the seat back."""
        return self.guest.welcome.token

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
                self.store.take_news(frame.events)
        if self.store.stale:
            world = world_from(await self.hall.ask(self.guest, AskState()))
            self.store.reload(world, view_from(await self.hall.ask(self.guest, AskScenario())))

    async def come_back(self) -> None:
        """Break the connection and come back from where the copy stands."""
        epoch, seq = self.store.position()
        self.hall.reception.leave(self.guest.member)
        await self.hall.settle()
        hello = Hello(version=PROTOCOL, token=self.token, epoch=epoch, seq=seq, history=0)
        self.guest = await self.hall.come(hello)
        await self.greet()


async def open_class() -> tuple[Hall, list[Client], Guest]:
    """Three who play, one who has not chosen, one who watches, and the teacher."""
    hall = Hall(of=scenario())
    guests = [await hall.student(f"1/{key}") for key in CAST]
    guests.append(await hall.student())
    guests.append(await hall.come(Hello(version=PROTOCOL, code=CODE, role="observer")))
    clients = [Client(hall, guest) for guest in guests]
    for client in clients:
        await client.greet()
    return hall, clients, await hall.teacher()


async def live(steps: list[Step]) -> None:
    """Let somebody try each step; now and then somebody is cut off; in the end every copy is the state."""
    hall, clients, teacher = await open_class()
    await hall.start()
    town = Class(hall)
    for number, step in enumerate(steps):
        hall.clock.at_ms += step.wait * 1000
        command = MOVES[step.move](town, step.one, step.two)  # type: ignore[arg-type]
        by = somebody(town, command, step.who)  # type: ignore[arg-type]
        guest = teacher if by.role == TEACHER else None
        if by.seat:
            guest = next((c.guest for c in clients if c.guest.welcome.seat == by.seat), None)
        if guest:
            await hall.do(guest, f"r{number}", command)
        client = clients[(step.one + step.two) % len(clients)]
        if step.two % 3 == 0:
            await client.come_back()
        elif step.two % 3 == 1:
            await client.catch_up()
    await hall.settle()
    for client in clients:
        await client.catch_up()
        now = world_from(await hall.ask(client.guest, AskState()))
        # The newest event may be one that this seat does not see.
        assert replace(client.store.world, seq=now.seq) == now
        assert (client.store.me, client.store.role) == (
            client.guest.member.viewer.persona,
            client.guest.member.viewer.role,
        )
    await hall.close()


def some_steps(rng: random.Random) -> list[Step]:
    """What somebody tries, one after the other; the end of the session only now and then."""
    moves = [rng.randrange(len(MOVES)) for _ in range(STEPS)]
    moves = [rng.randrange(len(MOVES)) if move == ENDING else move for move in moves]
    waits = (0, 0, 1, 7, 30)
    return [
        Step(move, rng.randrange(64), rng.choice(waits), rng.random(), rng.randrange(41), rng.randrange(41))
        for move in moves
    ]


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.integers(0, 2**32))
def test_a_copy_carried_on_is_a_copy_freshly_fetched(seed: int) -> None:
    asyncio.run(live(some_steps(random.Random(seed))))
