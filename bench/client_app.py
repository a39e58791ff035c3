"""Measure the whole client in a long chat: a line, a new nickname and a page on its screen, and its memory.

Run it as `python -m bench.client_app LINES`; other programs call `measure()`, which does so in a new process.
"""

import asyncio
import gc
import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from goodpath.library import load

from goodpath_client.app import StudentApp
from goodpath_client.joined import Joined
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.store import Store
from goodpath_client.widgets.message_list import MessageList
from goodpath_core.play.control import StartWorld
from goodpath_core.play.event import By, Command, Draft, Event, Fact, Now
from goodpath_core.play.messages import MessagePosted
from goodpath_core.play.profile import PageEdited
from goodpath_core.play.registry import decide, reduce, stamp
from goodpath_core.play.seats import OpenSeat, TakePersona
from goodpath_core.play.sight import Viewer, visible
from goodpath_core.play.state import World
from goodpath_core.scenario.opening import opening
from goodpath_core.scenario.view import view
from goodpath_core.wire.frames import Query, Welcome
from goodpath_core.wire.limits import PROTOCOL

SCREEN = (100, 40)
PATIENCE_S = 600
"""After so many seconds without an end something is wrong with the client."""
MADE = 20
"""Lines and nicknames of which the time is taken."""
ROOM, ME = "1/page-makers", "1/yuting"
VOICES = ("1/haibo", "1/chunmei", "1/xiaoyan", ME)
WORDS = ("hello", "今天", "加班到八点", "好的。", "the quick brown fox", "😀", "where are you?", "overtime")
_VIEWER = Viewer("student", 1, 1, ME)


class Quiet:
    """A link on which nothing happens."""

    async def run(self) -> Any:
        """Wait for ever."""
        await asyncio.Event().wait()

    def do(self, command: Command, persona: str | None = None) -> str:
        """Nothing is asked."""
        return ""

    def recall(self, request: str) -> str:
        """Nothing is on its way."""
        return ""

    async def ask(self, query: Query) -> Any:
        """Nothing is answered."""

    async def fetch_history(self, room: str) -> int:
        """Nothing is older."""
        return 0

    async def typing(self, room: str) -> None:
        """Nobody is told."""

    async def close(self) -> None:
        """Nothing is open."""


class Chat:
    """A seat's copy of a session with one long chat, fed event by event."""

    def __init__(self) -> None:
        scenario = load("ten-pictures").scenario
        self._dice = random.Random(7)
        self._world = World(scenario=scenario)
        for draft in opening(scenario, 1):
            self._fold(draft)
        self._do(OpenSeat(), By("server", "server"))
        self._do(TakePersona(persona=ME), By("student", "seat:1", 1, 1))
        self._do(StartWorld(), By("teacher", "teacher"))
        self.store = Store()
        self.store.greet(_welcome(self._world.seq), 0)
        self.store.reload(visible(self._world, _VIEWER), view(scenario, _VIEWER))

    def line(self) -> None:
        """Somebody writes."""
        text = " ".join(self._dice.choice(WORDS) for _ in range(self._dice.randint(1, 18)))
        self._hear(MessagePosted(text=text), self._dice.choice(VOICES), ROOM)

    def rename(self) -> None:
        """Somebody else takes another nickname."""
        voice = self._dice.choice(VOICES[:-1])
        self._hear(PageEdited(nickname=f"Wave {self._dice.randint(0, 9999)} 长发"), voice, voice)

    def _hear(self, fact: Fact, voice: str, room: str) -> None:
        self.store.take_event(stamp(self.store.world, Draft(fact, "cell", 1, voice, room), "seat:9", Now(0)))

    def _do(self, command: Command, by: By) -> None:
        for draft in decide(self._world, command, by, Now(0)):
            self._fold(draft)

    def _fold(self, draft: Draft) -> None:
        event: Event = stamp(self._world, draft, "server", Now(0))
        reduce(self._world, event)


def measure(lines: int) -> dict[str, float]:
    """Milliseconds and megabytes of a client with so many lines, measured in a new process."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.client_app", str(lines)],
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        check=True,
        text=True,
        timeout=PATIENCE_S,
    )
    return {str(name): float(value) for name, value in json.loads(done.stdout).items()}


async def _measured(lines: int) -> dict[str, float]:
    chat = Chat()
    app = StudentApp(Joined(Quiet(), chat.store), now=lambda: 0)
    async with app.run_test(size=SCREEN) as pilot:
        while not isinstance(app.screen, OnlineScreen) or not app.screen.is_whole:
            await pilot.pause()
        gc.collect()
        before = _resident_mb()
        for _ in range(lines):
            chat.line()
        shown = app.screen.query_one(MessageList)
        while len(shown.rows) < lines or not shown.is_measured:
            await asyncio.sleep(0.05)
        spoken = [await _shown(app, shown, chat.line) for _ in range(MADE)]
        renamed = [await _shown(app, shown, chat.rename) for _ in range(MADE)]
        for _ in range(20):
            shown.action_page_up()
            await pilot.pause()
        gc.collect()
        grown = _resident_mb() - before
    return {
        "app_line_cpu_ms": _middle([cpu for _, cpu in spoken]),
        "app_line_p95_ms": sorted(wall for wall, _ in spoken)[int(MADE * 0.95)],
        "app_nickname_cpu_ms": _middle([cpu for _, cpu in renamed]),
        "app_nickname_p95_ms": sorted(wall for wall, _ in renamed)[int(MADE * 0.95)],
        "app_grown_mb": grown,
        "app_resident_mb": before + grown,
    }


async def _shown(app: StudentApp, shown: MessageList, act: Callable[[], None]) -> tuple[float, float]:
    """Milliseconds until what an act brought is painted, and of CPU until all rows are measured again."""
    painted = asyncio.Event()
    wall, cpu = perf_counter(), process_time()
    act()
    await asyncio.sleep(app.FLUSH_S)
    while app.is_behind:
        await asyncio.sleep(0)
    shown.call_after_refresh(painted.set)
    await painted.wait()
    taken = perf_counter() - wall
    while not shown.is_measured:
        await asyncio.sleep(0.005)
    return taken * 1000, (process_time() - cpu) * 1000


def _middle(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def _resident_mb() -> float:
    """Megabytes of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _welcome(seq: int) -> Welcome:
    return Welcome(
        version=PROTOCOL,
        session="s",
        epoch="e",
        seq=seq,
        mode="fresh",
        role="student",
        seat=1,
        cell=1,
        persona=ME,
        token="t",
        now_ms=0,
        rate=1.0,
        limits={},
        briefed=True,
    )


if __name__ == "__main__":
    print(json.dumps(asyncio.run(_measured(int(sys.argv[1])))))
