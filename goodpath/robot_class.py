"""A class in one process: a server, robots in its seats over real sockets, and the teacher's few acts."""

import asyncio
import random
import secrets
from collections.abc import Awaitable, Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from goodpath.broken_class import must_be_sound, see_off, unless_broken
from goodpath.library import Loaded
from goodpath.serving import new_session, unmake_session
from goodpath_client.joining import Identity
from goodpath_client.link import Link
from goodpath_client.outbox import Outbox
from goodpath_client.own_clock import OwnClock
from goodpath_client.robot import RobotReport, play
from goodpath_client.store import Store
from goodpath_core.errors import GoodpathError
from goodpath_core.play.bounds import CELLS_MAX
from goodpath_core.play.control import EndSession, StartWorld
from goodpath_core.play.event import By
from goodpath_core.wire.closing import Closing
from goodpath_core.wire.port import LOOPBACK
from goodpath_server.server import Config, Server
from goodpath_server.storing import all_stored

TEACHER = By("teacher", "teacher")
POLL_S = 0.05
FAREWELL_S = 10.0
"""Real seconds in which every robot notices that the class is over."""
LAST_WORDS_S = 1.0
"""Real seconds in which the last requests of a session that ends may still arrive."""


@dataclass(frozen=True, slots=True)
class RobotClass:
    """What kind of class to hold."""

    loaded: Loaded
    """What is played, with its pictures."""
    path: Path
    """The session file that is made."""
    robots: int
    """How many seats they take, one each."""
    seed: int
    """The same number makes the same plans and the same luck of each robot."""
    pace: float
    """How many of the class's seconds pass in a real one."""
    port: int = 0
    """Where the server listens; 0 for any that is free."""

    @property
    def cells(self) -> int:
        """Enough copies of the cast that they fill best: 12 seats of a cast of 8 are 2 cells."""
        cast = max(1, len(self.loaded.scenario.personas))
        return max(1, min(CELLS_MAX, round((self.robots + cast / 4) / cast)))


async def hold(
    plan: RobotClass,
    *,
    ready: Callable[[Server], None],
    begin: Callable[[], Awaitable[None]],
    stop: asyncio.Event,
) -> list[RobotReport]:
    """Open the class, seat the robots, begin when asked, play to the end of the debrief or until stopped.

    Where it does not come to be ready, its session is unmade. GoodpathError as soon as a robot or its link
    fails, with nothing left open.
    """
    config = Config(port=plan.port, cells=plan.cells, rate=plan.pace, robots=True)
    server = new_session(plan.loaded, plan.path, config)
    links: list[tuple[Link, asyncio.Task[Closing | None]]] = []
    tasks: list[asyncio.Task[RobotReport]] = []
    stored = f"what was stored of it is in {plan.path}"

    async def course() -> list[RobotReport]:
        await _or_stop(begin(), stop)
        await _play(server, plan, stop)
        return await farewell(tasks, plan)

    with ExitStack() as undo:
        undo.callback(unmake_session, server)
        try:
            await server.start()
            for number in range(1, plan.robots + 1):
                link, store, running = await seat_robot(server, number, plan.seed)
                links.append((link, running))
                tasks.append(asyncio.create_task(play(link, store, seed=plan.seed, sleep=asyncio.sleep)))
            ready(server)
            undo.pop_all()
            reports = await unless_broken(course(), [*(running for _, running in links), *tasks], stored)
        finally:
            try:
                await see_off(tasks, links)
            finally:
                await server.stop()
    for _, running in links:
        must_be_sound(running, stored)
    return reports


async def farewell(
    tasks: Sequence[asyncio.Task[RobotReport]], plan: RobotClass, patience_s: float = FAREWELL_S
) -> list[RobotReport]:
    """What the robots did; GoodpathError if they go on although the class is over."""
    if tasks and (await asyncio.wait(tasks, timeout=patience_s))[1]:
        raise GoodpathError(
            f"The class is over and stored in {plan.path}, but some robots did not come to an end; "
            "try again with fewer --seats or a slower --pace."
        )
    return [task.result() for task in tasks]


async def seat_robot(
    server: Server, number: int, seed: int
) -> tuple[Link, Store, asyncio.Task[Closing | None]]:
    """A robot's connection that has its seat; the seats come in the order of the numbers.

    GoodpathError with the server's sentence if it gives none.
    """
    store = Store()
    identity = Identity(role="robot", code=server.code)
    outbox = Outbox(None, lambda: secrets.token_hex(8))
    dice = random.Random(f"{seed}:{number}").random
    link = Link(f"ws://{LOOPBACK}:{server.port}", identity, store, outbox, dice=dice, now=OwnClock().now_ms)
    running = asyncio.create_task(link.run(), name=f"link of robot {number}")
    try:
        await _welcomed(store, running)
    except BaseException:
        await link.close()
        await asyncio.wait([running])
        raise
    return link, store, running


async def _welcomed(store: Store, running: "asyncio.Task[Closing | None]") -> None:
    """Wait until a link has its seat; if it ends before, GoodpathError says of what, or what it was told."""
    changed = asyncio.Event()
    forget = store.on_change(lambda _: changed.set())
    running.add_done_callback(lambda _: changed.set())
    try:
        while store.welcome is None and not running.done():
            changed.clear()
            await changed.wait()
    finally:
        forget()
    if store.welcome is None:
        must_be_sound(running)
        closing = running.result()
        raise GoodpathError(store.link.text or (closing.text if closing else "The connection was closed."))


async def _play(server: Server, plan: RobotClass, stop: asyncio.Event) -> None:
    """Start the world, let the phases run, give the debrief its time, and end the session."""
    session = server.session
    if not stop.is_set():
        session.command(StartWorld(), TEACHER)
        await _or_stop(_until(lambda: session.stored.session.stage in ("debrief", "ended")), stop)
        await _or_stop(asyncio.sleep(plan.loaded.scenario.debrief.seconds / plan.pace), stop)
    await asyncio.sleep(min(LAST_WORDS_S, 10 / plan.pace))
    if session.world.session.stage != "ended":
        session.command(EndSession(), TEACHER)
        await all_stored(session)


async def _until(true: Callable[[], bool]) -> None:
    while not true():
        await asyncio.sleep(POLL_S)


async def _or_stop(work: Awaitable[None], stop: asyncio.Event) -> None:
    """Wait for some work, but not longer than until the class is to stop; raises what the work raises."""
    working, stopping = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            await working
    finally:
        working.cancel()
        stopping.cancel()


async def everybody_plays(server: Server, robots: int) -> None:
    """Wait until every robot that can has taken a persona."""
    world = server.session.stored
    wanted = min(robots, len(world.persons))
    await _until(lambda: sum(person.played for person in world.persons.values()) >= wanted)
