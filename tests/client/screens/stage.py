"""A small session in memory: real rules decide, one seat's store folds what it sees, a link records."""

import asyncio
from typing import Any

from goodpath.library import Loaded
from textual.app import App
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

from client.shipped import shipped
from goodpath_client.app import StudentApp
from goodpath_client.joined import Joined
from goodpath_client.link_state import LinkState
from goodpath_client.store import Store
from goodpath_core.errors import GoodpathError, Refused
from goodpath_core.play.briefing import ReadBriefing
from goodpath_core.play.control import StartWorld
from goodpath_core.play.event import By, Command, Draft, Event, Now
from goodpath_core.play.registry import decide, reduce, stamp
from goodpath_core.play.seats import OpenSeat, TakePersona
from goodpath_core.play.sight import Viewer, scope_of, sees, visible
from goodpath_core.play.state import World
from goodpath_core.scenario.opening import opening
from goodpath_core.scenario.value import Scenario
from goodpath_core.scenario.view import pictures_of, view
from goodpath_core.wire.closing import Closing
from goodpath_core.wire.codec import event_blob, pack, unpack
from goodpath_core.wire.frames import AskPicture, Query, Welcome
from goodpath_core.wire.limits import PROTOCOL
from goodpath_core.wire.values import view_from, view_value, world_from, world_value

START_MS = 1_700_000_000_000
PATIENCE = 400
"""How often a test looks for what must come."""
LOOK_S = 0.05
TEACHER = By("teacher", "teacher")
SERVER = By("server", "server")


class Stage:
    """The session, and the store of seat 1."""

    def __init__(self, scenario: str | Loaded = "ten-pictures", play: str = "yuting", cells: int = 1) -> None:
        """Seat 1 plays `play` and has read the briefing; with nobody to play it has just come."""
        loaded = shipped(scenario) if isinstance(scenario, str) else scenario
        self.scenario: Scenario = loaded.scenario
        self.pictures = loaded.pictures
        self.now_ms = START_MS
        self.world = World(scenario=self.scenario)
        self.seat = 0
        self.store = Store()
        self.link = RecordingLink(self)
        for draft in opening(self.scenario, cells):
            self._fold(draft, "script")
        for _ in range(3):
            self.do(OpenSeat(), SERVER)
        if play:
            self.do(ReadBriefing(), self.student(1))
            self.do(TakePersona(persona=f"1/{play}"), self.student(1))
        self.seat = 1
        self.join()

    def student(self, seat: int) -> By:
        """Who asks when a seat asks."""
        found = self.world.seats[seat]
        return By(found.role, f"seat:{seat}", seat, found.cell, found.persona)

    @property
    def viewer(self) -> Viewer:
        """Who looks through the store."""
        seat = self.world.seats[1]
        return Viewer(seat.role, 1, seat.cell, seat.persona)

    def join(self) -> None:
        """Give the store its welcome and a fresh copy, as over the wire."""
        viewer = self.viewer
        welcome = Welcome(
            version=PROTOCOL,
            session="s",
            epoch="e",
            seq=self.world.seq,
            mode="fresh",
            role=viewer.role,
            seat=1,
            cell=viewer.cell,
            persona=viewer.persona,
            token="t",
            now_ms=self.now_ms,
            rate=1.0,
            limits={},
            briefed=self.world.seats[1].briefed,
        )
        self.store.greet(welcome, self.now_ms)
        self.store.reload(
            world_from(unpack(pack(world_value(visible(self.world, viewer))))),
            view_from(unpack(pack(view_value(view(self.scenario, viewer))), 10_000_000)),
        )
        self.store.set_link(LinkState("connected"))

    def do(self, command: Command, by: By | None = None) -> None:
        """Let somebody do something; the store hears of what it may see. Seat 1 without `by`."""
        who = by or self.student(1)
        for draft in decide(self.world, command, who, Now(self.now_ms)):
            self._fold(draft, who.author)
        if self.seat and self.store.stale:
            self.join()

    def play_persona(self, key: str, command: Command) -> None:
        """Let another persona do something."""
        self.do(command, By("student", "seat:9", 9, 1, f"1/{key}"))

    def happen(self, draft: Draft) -> None:
        """Let the script make something happen."""
        self._fold(draft, "script")

    def start(self) -> None:
        """Begin the first phase."""
        self.do(StartWorld(), TEACHER)

    def app(self, **options: Any) -> StudentApp:
        """The client on this store."""
        return StudentApp(Joined(self.link, self.store), now=lambda: self.now_ms, **options)

    def _fold(self, draft: Draft, author: str) -> None:
        event: Event = stamp(self.world, draft, author, Now(self.now_ms))
        reduce(self.world, event)
        if self.seat and sees(self.world, self.viewer, scope_of(event)):
            self.store.take_news([unpack(event_blob(event))], self.now_ms)


class RecordingLink:
    """Has the link's interface, records every command, and lets the stage's rules answer if told so."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.commands: list[Command] = []
        self.asked: list[Query] = []
        self.answers = False
        self.fault: GoodpathError | None = None
        """What every question for older lines ends with, if it is set."""
        self.recalled: list[str] = []
        """Requests whose lines were to be taken back before they were answered."""
        self.histories = 0
        """How often older lines were asked for."""
        self.closing: Closing | None = None
        """How the server ends the connection, if it does."""
        self._ended = asyncio.Event()

    async def run(self) -> Closing | None:
        """Wait to be closed."""
        await self._ended.wait()
        self._ended.clear()
        return self.closing

    def do(self, command: Command, persona: str | None = None) -> str:
        """Record a command; answer it by the rules where `answers` is set."""
        self.commands.append(command)
        request = f"r{len(self.commands)}"
        store = self.stage.store
        meant_as = store.me if persona is None else persona
        store.expect(request, command, meant_as)
        if self.answers:
            try:
                self.stage.do(command, self.stage.student(1)._replace(asked_as=meant_as))
                store.settle(request, self.stage.world.seq)
            except Refused as no:
                store.refuse(request, no.code, no.text)
        return request

    def recall(self, request: str) -> str:
        """Record which line is to be taken back; it is under way."""
        self.recalled.append(request)
        return f"after {request}"

    async def ask(self, query: Query) -> Any:
        """The pictures that a seat may have; nothing else is asked here."""
        self.asked.append(query)
        return self._picture(query.file) if isinstance(query, AskPicture) else None

    def _picture(self, file: str) -> bytes:
        if file not in pictures_of(view(self.stage.scenario, self.stage.viewer)):
            raise Refused("no_such_picture", "The scenario has no such picture.")
        return self.stage.pictures[file]

    async def fetch_history(self, room: str) -> int:
        """There is nothing older, unless the asking itself fails."""
        self.histories += 1
        if self.fault is not None:
            raise self.fault
        return 0

    async def typing(self, room: str) -> None:
        """Nobody is told."""

    async def close(self) -> None:
        """End."""
        self._ended.set()


async def settle(pilot: Pilot[int]) -> None:
    """Wait until all that has happened so far is on the screen."""
    app = _student_app(pilot)
    await pilot.pause()
    for _ in range(PATIENCE):
        if not app.is_behind:
            return
        await pilot.pause()
    raise AssertionError("The app never showed all that had happened.")


async def seen(pilot: Pilot[int], words: str) -> None:
    """Wait until words are on the screen that come with time."""
    for _ in range(PATIENCE):
        if words in screen_text(_student_app(pilot)):
            return
        await pilot.pause(LOOK_S)
    raise AssertionError(f"{words!r} is not on the screen:\n{screen_text(_student_app(pilot))}")


def _student_app(pilot: Pilot[int]) -> StudentApp:
    assert isinstance(pilot.app, StudentApp)
    return pilot.app


def told(app: StudentApp) -> list[str]:
    """What the app says in passing at this moment."""
    return [str(one.message) for one in app._notifications]


def screen_text(app: StudentApp) -> str:
    """The screen as lines of text, as a person sees them."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def press_at_once(app: App[int], *keys: str) -> None:
    """Press keys faster than the screen answers, as a burst from a slow line has them."""
    for key in keys:
        if len(key) == 1:
            app.post_message(Key(_character_to_key(key), key))
        else:
            app.post_message(Key(key, " " if key == "space" else None))


async def write(pilot: Pilot[int], text: str, *keys: str) -> None:
    """Type a text in one go, wait until all of it has come to where it is typed, and press keys then."""
    press_at_once(pilot.app, *text)
    await pilot.pause()  # until the app has passed it on
    await pilot.pause()
    await pilot.press(*keys)
