"""Play a seat without a screen, over a real socket: the same seed makes the same plan for each phase."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from random import Random

from goodpath_client.changes import Change
from goodpath_client.link import Link
from goodpath_client.robot_acts import resolve
from goodpath_client.robot_answers import Answers
from goodpath_client.robot_plan import Step, lay_ground, plan_debrief, plan_phase
from goodpath_client.store import Store
from goodpath_core.play.debrief import Reflect
from goodpath_core.play.event import Command, persona_id
from goodpath_core.play.seats import TakePersona

Sleep = Callable[[float], Awaitable[None]]
ANSWER_S = 6.0
"""Seconds of play from being spoken to until a robot answers."""


@dataclass(frozen=True, slots=True)
class RobotReport:
    """What a robot meant to do and what became of it."""

    seat: int
    """Number of its seat; 0 if it never got one."""
    persona: str
    """Id of the persona it played last; empty if it got none."""
    plan: tuple[Step, ...]
    """Every step of every phase, as planned when the phase began."""
    counts: Mapping[str, int]
    """Requests sent, by kind of command."""
    refusals: Mapping[str, int]
    """Requests refused, by code."""
    skipped: int
    """Steps for which there was nothing to do when their moment came."""


async def play(link: Link, store: Store, *, seed: int | str, sleep: Sleep, persona: str = "") -> RobotReport:
    """Play until the session or the link ends; `link.run()` is somebody else's task.

    `persona` is the key of the one to take; without it the seat's number decides.
    `sleep` takes real seconds; thinking times are seconds of play, shorter on a fast clock. What of a plan is
    left when its phase ends is not done.
    """
    robot = _Robot(link, store, seed, sleep)
    end = store.on_change(robot.notice)
    try:
        await robot.play(persona)
    finally:
        end()
    return robot.report()


class _Robot:
    def __init__(self, link: Link, store: Store, seed: int | str, sleep: Sleep) -> None:
        self._link, self._store, self._seed, self._sleep = link, store, seed, sleep
        self._plan: list[Step] = []
        self._counts: Counter[str] = Counter()
        self._refusals: Counter[str] = Counter()
        self._skipped = 0
        self._talked = 0
        self._played = -1
        self._answers = Answers(store, seed)
        self._open: dict[str, str] = {}
        self._refused = ""
        self._changed = asyncio.Event()

    def notice(self, change: Change) -> None:
        if change.kind == "refused" and change.id in self._open:
            self._refusals[change.code] += 1
            self._refused = change.id
        if change.kind in ("done", "refused"):
            self._open.pop(change.id, None)
        if change.event is not None:
            self._answers.hear(change.event)
        self._changed.set()

    def report(self) -> RobotReport:
        store = self._store
        counts, refusals = dict(self._counts), dict(self._refusals)
        return RobotReport(store.seat, store.me, tuple(self._plan), counts, refusals, self._skipped)

    async def play(self, persona: str) -> None:
        await self._until(lambda: not self._store.stale)
        await self._take_persona(persona)
        while not self._over():
            await self._talk_until(lambda: self._phase() > self._played or self._stage() == "debrief")
            if self._over():
                break
            if self._stage() == "debrief":
                await self._step_out()
                await self._until(lambda: False)
                break
            self._played = self._phase()
            await self._play_phase(self._played)
        await self._until(lambda: not self._open)

    # Beginning and end

    async def _take_persona(self, persona: str) -> None:
        """Take the wanted one, or the next in the cast that is free."""
        cast = [one.key for one in self._store.view.cast] if self._store.view else []
        first = cast.index(persona) if persona in cast else (self._store.seat - 1) % max(1, len(cast))
        for key in cast[first:] + cast[:first]:
            if not self._store.me and not self._over():
                await self._ask_for(persona_id(self._store.cell, key))

    async def _ask_for(self, persona: str) -> None:
        request = self._do(TakePersona(persona=persona))
        await self._until(lambda: request not in self._open)
        if self._refused != request:
            await self._until(lambda: bool(self._store.me) and not self._store.stale)

    async def _step_out(self) -> None:
        step = plan_debrief(len(self._store.world.session.step_out), self._dice("debrief"))
        self._plan.append(step)
        await self._think(step)
        if not self._over():
            self._do(Reflect(answers=step.cards))

    # A phase

    async def _play_phase(self, index: int) -> None:
        store = self._store
        person, view = store.my_person, store.view
        if person is None or view is None:
            return
        phase = store.world.phase
        rooms = tuple(room.id for room in store.world.rooms.values() if room.kind != "private")
        ground = lay_ground(view, store.me, rooms, phase, person.rule)
        steps = plan_phase(ground, self._dice(f"{index}:{phase.name}"))
        self._plan += steps
        for step in steps:
            await self._think(step)
            if self._phase() != index or self._over():
                return
            self._act(step)

    async def _think(self, step: Step) -> None:
        await self._rest(step.wait, self._talk_until)
        await self._until(lambda: not self._store.world.session.paused)

    async def _talk_until(self, true: Callable[[], bool]) -> None:
        """Wait, and meanwhile answer whoever speaks to the robot, after a moment."""
        while not true() and not self._over():
            await self._until(lambda: true() or bool(self._answers.next()))
            if self._answers.next() and not self._over():
                await self._rest(ANSWER_S, self._until)
                self._say_back()

    def _say_back(self) -> None:
        room = self._answers.next()
        self._talked += bool(room)
        line = self._answers.answer(room, self._dice(f"answer:{self._talked}")) if room else None
        if line:
            self._do(line)

    async def _rest(self, seconds: float, wait: Callable[[Callable[[], bool]], Awaitable[None]]) -> None:
        """Sleep some seconds of play, but no longer than the session and the link last."""
        rate = self._store.welcome.rate if self._store.welcome else 1.0
        sleeping = asyncio.ensure_future(self._sleep(seconds / max(rate, 0.01)))
        sleeping.add_done_callback(lambda _: self._changed.set())
        try:
            await wait(sleeping.done)
            if sleeping.done():
                sleeping.result()
        finally:
            sleeping.cancel()

    def _act(self, step: Step) -> None:
        command = resolve(self._store, step)
        if command is None:
            self._skipped += 1
        else:
            self._do(command)

    def _do(self, command: Command) -> str:
        self._counts[command.kind] += 1
        request = self._link.do(command)
        self._open[request] = command.kind
        return request

    # What is so

    def _dice(self, stretch: str) -> Random:
        """Luck of its own for each phase, so that a missed one does not change the others."""
        return Random(Random(f"{self._seed}:{self._store.seat}").random().hex() + stretch)

    def _phase(self) -> int:
        return self._store.world.phase.index if self._stage() == "playing" else -1

    def _stage(self) -> str:
        return self._store.world.session.stage

    def _over(self) -> bool:
        return self._stage() == "ended" or self._store.link.kind == "closed"

    async def _until(self, true: Callable[[], bool]) -> None:
        while not true() and not self._over():
            self._changed.clear()
            await self._changed.wait()
