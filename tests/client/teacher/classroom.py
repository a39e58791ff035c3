"""A class on a real server in this process: robots' seats over sockets, and the teacher's console."""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from types import TracebackType

from textual.pilot import Pilot
from textual.widgets._toast import Toast

from client.shipped import shipped
from goodpath_client.addresses import parse
from goodpath_client.briefing_words import is_briefed
from goodpath_client.joining import Identity
from goodpath_client.kept_looks import KeptLooks
from goodpath_client.link import Link
from goodpath_client.outbox import Outbox
from goodpath_client.store import Store
from goodpath_client.teacher.app import TeacherApp
from goodpath_client.teacher.door import Door
from goodpath_core.play.briefing import ReadBriefing
from goodpath_core.play.event import Command
from goodpath_core.play.seats import TakePersona
from goodpath_core.wire.closing import WRONG_CODE
from goodpath_server.keyfile import KeyFile
from goodpath_server.log.memory import MemoryLog
from goodpath_server.server import Config, Server

PATIENCE_S = 20
LOOK_S = 0.03


def now_ms() -> int:
    """Milliseconds since 1970."""
    return int(time.time() * 1000)


class StillClock:
    """A clock of the console that stands still until it is moved on."""

    def __init__(self) -> None:
        self._ms = now_ms()

    def __call__(self) -> int:
        return self._ms

    def move(self, milliseconds: int) -> None:
        """Let so much time pass."""
        self._ms += milliseconds


class Ids:
    """Request ids that are never the same."""

    def __init__(self, prefix: str) -> None:
        self.prefix, self.count = prefix, 0

    def __call__(self) -> str:
        self.count += 1
        return f"{self.prefix}-{self.count}"


class Pupil:
    """One student: a link and its copy."""

    def __init__(
        self, server: Server, name: str, role: str = "student", code: str = "", port: int = 0
    ) -> None:
        """Come to the server, or to it by way of a `port`."""
        self.name = name
        self.store = Store()
        address = parse(f"127.0.0.1:{port or server.port}")
        code = code or (server.secret if role == "teacher" else server.code)
        hello = Identity(role, code, name)  # type: ignore[arg-type]
        outbox = Outbox(None, Ids(f"{name}-{len(server.session.log.epochs())}"))
        self.link = Link(address, hello, self.store, outbox, dice=lambda: 0.5, now=now_ms)
        self.running: asyncio.Task[object] | None = None

    async def come(self, persona: str = "") -> None:
        """Connect, read the briefing the first time, and take a persona if one is named."""
        self.running = asyncio.create_task(self.link.run())
        await until(lambda: not self.store.stale)
        if not is_briefed(self.store) and self.store.role != "teacher":
            await self.do(ReadBriefing())
        if persona:
            self.link.do(TakePersona(persona=persona))
            await until(lambda: self.store.me == persona and not self.store.stale)

    async def do(self, command: Command) -> None:
        """Ask for something and wait until this copy shows that it happened."""
        seq = self.store.world.seq
        self.link.do(command)
        await until(lambda: self.store.world.seq > seq)

    async def leave(self) -> None:
        """Close the connection."""
        await self.link.close()
        if self.running:
            await self.running


class Classroom:
    """A server, its pupils and the console."""

    def __init__(
        self,
        scenario: str = "ten-pictures",
        cells: int = 1,
        log: MemoryLog | None = None,
        pauses: bool = False,
        reached: str = "",
        keys: KeyFile | None = None,
    ) -> None:
        """A new class, or the one of a `log`, which `pauses` where it was running; `reached` by that host.

        Its names are in `keys`, or else in memory.
        """
        self.keys = keys or KeyFile(None)
        self.scenario, self.cells = scenario, cells
        self.log, self.pauses, self.reached = log or MemoryLog({"session": "s1"}), pauses, reached
        self.pupils: list[Pupil] = []

    async def __aenter__(self) -> "Classroom":
        loaded = shipped(self.scenario)
        config = Config(port=0, cells=self.cells, pauses=self.pauses, reached=self.reached)
        self.server = Server(loaded.scenario, loaded.pictures, self.log, self.keys, config)
        await self.server.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        for pupil in self.pupils:
            await pupil.leave()
        await self.server.stop()

    async def pupil(self, name: str, persona: str = "") -> Pupil:
        """Let a student come."""
        found = Pupil(self.server, name)
        self.pupils.append(found)
        await found.come(persona)
        return found

    async def guess(self, code: str) -> None:
        """Somebody tries a wrong code and is told so."""
        stranger = Pupil(self.server, "stranger", code=code)
        assert await stranger.link.run() == WRONG_CODE

    async def second_teacher(self) -> Pupil:
        """Another teacher, without a screen."""
        found = Pupil(self.server, "second", "teacher")
        self.pupils.append(found)
        await found.come()
        return found

    def app(
        self, port: int = 0, looks: KeptLooks | None = None, now: Callable[[], int] = now_ms
    ) -> TeacherApp:
        """The console of this class, by way of a `port` if one is given; `looks` holds what was read."""
        teacher = Pupil(self.server, "teacher", "teacher", port=port)
        door = Door(f"127.0.0.1:{self.server.port}", self.server.code)
        return TeacherApp(teacher.link, teacher.store, now=now, door=door, looks=looks)

    @asynccontextmanager
    async def console(
        self,
        width: int = 80,
        height: int = 24,
        port: int = 0,
        looks: KeptLooks | None = None,
        now: Callable[[], int] = now_ms,
    ) -> AsyncIterator[tuple[TeacherApp, Pilot[int]]]:
        """The console of this class, open in a terminal of that many columns and lines."""
        app = self.app(port, looks, now)
        async with app.run_test(size=(width, height), notifications=True) as pilot:
            yield app, pilot


async def start(app: TeacherApp, pilot: Pilot[int]) -> None:
    """Start the world, by the keys."""
    await pilot.press("f5", "y")
    await seen(app, "RUNNING")


async def until(true: Callable[[], object]) -> None:
    """Wait until something is so."""
    try:
        async with asyncio.timeout(PATIENCE_S):
            while not true():
                await asyncio.sleep(LOOK_S)
    except TimeoutError:
        raise AssertionError("It did not come.") from None


def screen_text(app: TeacherApp) -> str:
    """The screen as lines of text, as a person sees them."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def _unwrapped(text: str) -> str:
    """The text of boxes as one line."""
    return re.sub(r"[│╭╮╰╯─▌▐█▔▁\s]+", " ", text)


def _in_boxes(app: TeacherApp, screen: str) -> str:
    """What is said in passing or asked, broken over lines beside other text."""
    lines = screen.splitlines()
    boxes = [box.region for box in (*app.screen.query(Toast), *app.screen.query(".dialog"))]
    cells = [lines[y][box.x : box.right] for box in boxes for y in range(box.y, min(box.bottom, len(lines)))]
    return _unwrapped(" ".join(cells))


def _stands(app: TeacherApp, words: str) -> bool:
    screen = screen_text(app)
    return words in screen or words in _unwrapped(screen) or words in _in_boxes(app, screen)


async def seen(app: TeacherApp, words: str) -> None:
    """Wait until words stand on the screen, perhaps broken over the lines of a box."""
    try:
        await until(lambda: _stands(app, words))
    except AssertionError:
        raise AssertionError(f"{words!r} is not on the screen:\n{screen_text(app)}") from None
