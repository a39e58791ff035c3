"""Whatever is odd about a scenario: each of its screens can be opened at 80 by 24 and does what it can."""

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from client.odd_class import go_on, odd_stage
from client.screens.stage import TEACHER, Stage, screen_text, settle
from goodpath_client.app import StudentApp
from goodpath_core.play.control import EndSession
from goodpath_core.play.seats import TakePersona

ON_THE_PHONE = (
    *(["f1"], ["alt+i"], ["alt+k"], ["alt+k", "enter"], ["f5"], ["f3", "f2"]),
    *(["alt+c", "space", "f2"], ["f2", "x", "f2"], ["ctrl+up"], ["f6"], [*"hello", "enter"]),
)
"""Keys that open each screen of the phone, do what is done there, or do without it."""
IN_THE_ROOM = (
    ["f1"],
    ["alt+i"],
    [*"think so", "enter"],
    [*"hm", "enter"],
    [*"look", "enter"],
    [*"plug in", "enter"],
)
"""Keys of the room and of the line."""

SHOWN = (
    "everything at once",
    "somebody alone, without any chat",
    "nobody in any group",
    "the longest names and texts",
    "as many groups as there may be",
    "a deck that one may choose from",
    "nothing is allowed",
    "signs that mean something elsewhere",
    "a world that races, to the last day there is",
    "no phone that works, and no socket",
    "forty personas",
)
"""What of it can be seen; how the rest is played, the core and the line mode tell in less time."""


async def press_all(pilot: Pilot[int], app: StudentApp, ways: tuple[list[str], ...]) -> None:
    """Press the keys of each way, and come back from wherever it led."""
    for keys in ways:
        await pilot.press(*keys)
        await settle(pilot)
        while len(app.screen_stack) > 2:
            app.pop_screen()
            await settle(pilot)


async def play(stage: Stage, pilot: Pilot[int], app: StudentApp) -> None:
    """Try everything in the first moment at each place, and follow the script to the debrief."""
    seen = set[str]()
    while True:
        person = stage.store.my_person
        assert person is not None
        if person.place not in seen:
            seen.add(person.place)
            await press_all(pilot, app, ON_THE_PHONE if person.place == "phone" else IN_THE_ROOM)
            await pilot.press("f4")
        going = go_on(stage)
        await settle(pilot)
        if not going:
            return


@pytest.mark.row
@pytest.mark.parametrize("name", SHOWN)
async def test_all_screens_of_an_odd_scenario_can_be_walked_through(name: str) -> None:
    stage = odd_stage(name, play=False)
    me = next(iter(stage.scenario.personas))
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.set_briefed()
        await settle(pilot)
        await pilot.press("down")
        stage.do(TakePersona(persona=f"1/{me}"))
        await settle(pilot)
        stage.start()
        await settle(pilot)
        await play(stage, pilot, app)
        await settle(pilot)
        for box in app.screen.query(Input):
            box.value = "So."
        await press_all(pilot, app, (["f2"], ["f5"], ["f5", "enter"]))
        assert "Phones are dark. You are yourself again." in screen_text(app)
        assert len(stage.world.reflections) == 1
        stage.do(EndSession(), TEACHER)
        await settle(pilot)
        assert "The session is over." in screen_text(app)
