"""What a phase asks and gives to think about can be read in every place and at every size."""

import pytest
from textual.pilot import Pilot

from client.little_server import until
from client.screens.stage import TEACHER, Stage, screen_text, seen, settle
from client.screens.test_offline import words_of
from goodpath_client.app import StudentApp
from goodpath_client.screens.asked import AskedScreen
from goodpath_client.widgets.side_list import SideList
from goodpath_core.play.control import NextPhase, PauseWorld
from goodpath_core.play.places import PutPhoneDown

SIZES = pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)], ids=["60x20", "80x24", "140x40"])
PLACES = pytest.mark.parametrize("place", ["phone", "room", "shift"])


def at(place: str) -> Stage:
    """A phase of The Apple phone that is played in this place."""
    stage = Stage("apple-phone", "yuting")
    stage.start()
    phase = "Monday shift" if place == "shift" else "Sunday evening"
    while stage.world.phase.name != phase:
        stage.do(NextPhase(), TEACHER)
    if place == "room":
        stage.do(PutPhoneDown())
    return stage


async def read_all(pilot: Pilot[int]) -> str:
    """All of the text of the open screen, page by page."""
    assert isinstance(pilot.app, StudentApp)
    found = words_of(pilot.app)
    for _ in range(4):
        await pilot.press("pagedown")
        await settle(pilot)
        found += words_of(pilot.app)
    return found


@SIZES
@PLACES
@pytest.mark.parametrize("way", ["key", "command"])
async def test_it_is_read_whole_by_key_and_by_command(place: str, way: str, size: tuple[int, int]) -> None:
    stage = at(place)
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press(*(["alt+w"] if way == "key" else [*"/prompts", "enter"]))
        await settle(pilot)
        assert isinstance(app.screen, AskedScreen)
        found = await read_all(pilot)
        phase = stage.world.phase
        for text in (phase.ask, *phase.prompts):
            assert " ".join(text.split())[-40:] in found
        assert screen_text(app).splitlines()[0].endswith(" min left")
        await pilot.press("escape")
        await settle(pilot)
        assert not isinstance(app.screen, AskedScreen)
    assert stage.link.commands == []


@SIZES
async def test_on_the_line_stands_what_is_asked_and_what_to_think_about(
    size: tuple[int, int],
) -> None:
    stage = at("shift")
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await seen(pilot, "on the line")
        text = words_of(app)
        phase = stage.world.phase
        assert " ".join(phase.ask.split()) in text
        assert all(" ".join(prompt.split()) in text for prompt in phase.prompts)
        assert "/prompts your task" in text


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_in_the_room_it_is_said_how_it_is_read(size: tuple[int, int]) -> None:
    app = at("room").app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "/prompts" in screen_text(app)


async def test_in_a_large_room_it_stands_there() -> None:
    stage = at("room")
    app = stage.app()
    async with app.run_test(size=(140, 50)) as pilot:
        await seen(pilot, "in the room")
        assert all(" ".join(prompt.split()) in words_of(app) for prompt in stage.world.phase.prompts)


async def test_on_the_phone_it_is_one_of_the_places_beside_the_chats() -> None:
    app = at("phone").app()
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot, "Your task")
        app.screen.query_one(SideList).focus()
        await settle(pilot)
        app.screen.query_one(SideList).choose("prompts")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, AskedScreen)


async def test_where_nothing_is_asked_it_is_not_offered() -> None:
    stage = Stage("apple-phone", "yuting")
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "/prompts" not in screen_text(app)
        stage.start()
        for _ in stage.scenario.phases:
            stage.do(NextPhase(), TEACHER)
        await seen(pilot, "You are yourself again")
        assert not app.run_slash("/prompts") or not isinstance(app.screen, AskedScreen)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)], ids=["60x20", "80x24"])
async def test_where_rows_are_few_the_task_is_one_row_once_it_was_read(size: tuple[int, int]) -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        asked, lines = app.screen.query_one("#ask"), app.screen.query_one("#lines")
        before = lines.size.height
        assert stage.store.world.phase.ask in " ".join(screen_text(app).split())
        stage.now_ms += 40_000
        app.tick()
        await until(lambda: asked.size.height == 1)
        assert screen_text(app).splitlines()[asked.region.y].endswith("  Alt+W")
        await until(lambda: lines.size.height > before)
        stage.do(PauseWorld(why="Look at the board. " * 8), TEACHER)
        await settle(pilot)
        await until(lambda: asked.size.height > 1)


async def test_in_a_large_window_the_task_stays_whole_and_stands_once() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.now_ms += 60_000
    app = stage.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        text = screen_text(app)
    assert stage.store.world.phase.ask in " ".join(text.split())
    assert text.count("Choose a name") == 1
    assert "to think about" in text and "? Which picture" in text
