"""Whatever is odd about a scenario: the teacher's console lists its script, its chats and its pages."""

from typing import Any

import pytest
from goodpath.library import Loaded
from textual.pilot import Pilot

from client.odd_class import go_on
from client.screens.stage import RecordingLink, Stage
from goodpath_client.link_state import LinkState
from goodpath_client.teacher.app import TeacherApp
from goodpath_client.teacher.door import Door
from goodpath_core.play.seats import TakePersona
from goodpath_core.play.sight import Viewer, visible
from goodpath_core.scenario.view import view
from goodpath_core.wire.codec import pack, unpack
from goodpath_core.wire.frames import AskDoor, AskSeats, Query, Welcome
from goodpath_core.wire.limits import ANSWER_BYTES, ANSWER_KEY_CHARACTERS, PROTOCOL
from goodpath_core.wire.values import view_from, view_value, world_from, world_value
from odd_scenarios import ODD, PICTURE, made_of

SHOWN = (
    "everything at once",
    "signs that mean something elsewhere",
    "the first of everything, twice",
    "forty personas",
)
KEYS = (
    *(["question_mark"], ["f2"], ["down", "d", "f", "y", "s"], ["r", "down", "end", "tab", "h"]),
    *(["n"], ["v", "down", "enter", "end", "enter"], ["w"], ["o"]),
)
"""Keys that open each screen of the console, and those of a script's rows."""


class Desk(RecordingLink):
    """A link that also answers what only a teacher asks."""

    async def ask(self, query: Query) -> Any:
        if isinstance(query, AskDoor):
            return {"code": "ABC", "locked": False}
        return () if isinstance(query, AskSeats) else await super().ask(query)


class TeacherStage(Stage):
    """The session, and the teacher's copy of it."""

    @property
    def viewer(self) -> Viewer:
        return Viewer("teacher")

    def join(self) -> None:
        welcome = Welcome(
            version=PROTOCOL,
            session="s",
            epoch="e",
            seq=self.world.seq,
            mode="fresh",
            role="teacher",
            seat=0,
            cell=0,
            persona="",
            token="",
            now_ms=self.now_ms,
            rate=1.0,
            limits={},
        )
        self.store.greet(welcome, self.now_ms)
        world, scenario = (
            world_value(visible(self.world, self.viewer)),
            view_value(view(self.scenario, self.viewer)),
        )
        self.store.reload(world_from(_sent(world)), view_from(_sent(scenario)))
        self.store.set_link(LinkState("connected"))


def _sent(value: object) -> Any:
    return unpack(pack(value), ANSWER_BYTES, ANSWER_KEY_CHARACTERS)


async def walk(pilot: Pilot[int], app: TeacherApp) -> None:
    """Press the keys of each way, and come back from wherever it led."""
    for keys in KEYS:
        await pilot.press(*keys)
        await pilot.pause()
        while len(app.screen_stack) > 2:
            app.pop_screen()
            await pilot.pause()


@pytest.mark.row
@pytest.mark.parametrize("name", SHOWN)
async def test_the_console_of_an_odd_scenario_can_be_walked_through(name: str) -> None:
    scenario = made_of(ODD[name]())
    stage = TeacherStage(Loaded(scenario, {PICTURE: b""}), play="")
    stage.link = Desk(stage)
    stage.do(TakePersona(persona=f"1/{next(iter(scenario.personas))}"), stage.student(1))
    app = TeacherApp(stage.link, stage.store, now=lambda: stage.now_ms, door=Door("127.0.0.1", "ABC"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        stage.start()
        phase = -1
        while True:
            if stage.world.phase.index > phase:
                phase = stage.world.phase.index
                await walk(pilot, app)
            if not go_on(stage):
                break
        await walk(pilot, app)
        assert app.is_running
    assert stage.store.world == visible(stage.world, stage.viewer)
