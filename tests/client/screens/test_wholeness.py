"""A screen that is closed just as it was opened or resized takes nothing down with it."""

import ast
import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

import goodpath_client
from client.screens.full_stage import OTHER, ROOM, full_stage
from client.screens.stage import settle, told
from goodpath_client.page_rows import Thing
from goodpath_client.screens.all_pages import AllPagesScreen
from goodpath_client.screens.asked import AskedScreen
from goodpath_client.screens.briefing import BriefingScreen
from goodpath_client.screens.choose_persona import ChoosePersonaScreen
from goodpath_client.screens.contacts import ContactsScreen
from goodpath_client.screens.dark import DarkScreen
from goodpath_client.screens.debrief import DebriefScreen
from goodpath_client.screens.ended import EndedScreen
from goodpath_client.screens.feed import FeedScreen
from goodpath_client.screens.frame import Frame
from goodpath_client.screens.help import HelpScreen
from goodpath_client.screens.join import JoinScreen
from goodpath_client.screens.life import LifeScreen
from goodpath_client.screens.offline import OfflineScreen
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.screens.page_editor import PageEditorScreen
from goodpath_client.screens.page_view import PageViewScreen
from goodpath_client.screens.picture_picker import PicturePickerScreen
from goodpath_client.screens.picture_view import PictureViewScreen
from goodpath_client.screens.post import PostScreen
from goodpath_core.errors import GoodpathError

STEPS = 6
"""Turns of the event loop in which most of a screen is made."""
SOURCE = Path(goodpath_client.__file__).parent
PUT_OFF = ("call_after_refresh", "call_later", "call_next")
SCREENS: dict[str, Callable[[], Frame]] = {
    "all pages": AllPagesScreen,
    "asked": AskedScreen,
    "briefing": lambda: BriefingScreen(again=True),
    "choosing": ChoosePersonaScreen,
    "contacts": ContactsScreen,
    "dark": DarkScreen,
    "debrief": DebriefScreen,
    "ended": EndedScreen,
    "feed": FeedScreen,
    "help": lambda: HelpScreen(()),
    "joining": JoinScreen,
    "life": LifeScreen,
    "room": OfflineScreen,
    "phone": OnlineScreen,
    "editor": PageEditorScreen,
    "page": lambda: PageViewScreen(OTHER),
    "pictures": PicturePickerScreen,
    "picture": lambda: PictureViewScreen([Thing(OTHER, "card:motorbike", "motorbike")]),
    "post": PostScreen,
}


@pytest.mark.parametrize("make", SCREENS.values(), ids=SCREENS.keys())
async def test_a_screen_is_closed_at_any_step_of_its_opening(make: Callable[[], Frame]) -> None:
    app = full_stage().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        below = app.screen
        for steps in range(STEPS):
            app.push_screen(make())
            for _ in range(steps):
                await asyncio.sleep(0)
            app.pop_screen()
            await settle(pilot)
        assert app.screen is below and app.is_running


@pytest.mark.parametrize("steps", range(STEPS))
async def test_a_screen_may_be_about_to_open_while_the_program_is_left(steps: int) -> None:
    app = full_stage().app()

    async def come_late() -> None:
        for _ in range(steps):
            await asyncio.sleep(0)
        app.push_screen(BriefingScreen())

    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        late = asyncio.create_task(come_late())
    await late


async def test_what_is_put_off_is_done_once_all_is_drawn_and_never_once_the_screen_is_closed() -> None:
    app, done = full_stage().app(), list[str]()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = ContactsScreen()
        app.push_screen(screen)
        await settle(pilot)
        screen.do_once_drawn(done.append, "drawn")
        assert done == []
        await settle(pilot)
        put_off = screen.if_whole(done.append)
        put_off("whole")
        await app.pop_screen()
        put_off("gone")
        assert done == ["drawn", "whole"]


async def test_what_is_waited_for_in_the_background_comes_to_nothing_once_the_screen_is_closed() -> None:
    stage = full_stage()
    stage.link.fault = GoodpathError("The server cannot be reached.")
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        phone, debrief = OnlineScreen(), DebriefScreen()
        for screen in (phone, debrief):
            app.push_screen(screen)
            await settle(pilot)
            await app.pop_screen()
        await phone._fetch_older(ROOM)
        await debrief._make_again()
        await settle(pilot)
        assert told(app) == ["The server cannot be reached."]


def bare(source: str) -> list[str]:
    """The calls that put work off without asking whether the screen is still whole by then."""
    return [
        ast.unparse(call)
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in PUT_OFF
        and not ast.unparse(call.args[0]).startswith("self.if_whole(")
    ]


@pytest.mark.parametrize("folder", ["screens", "teacher"])
def test_no_screen_puts_work_off_in_another_way(folder: str) -> None:
    # The app outlives its screens.
    modules = [path for path in sorted((SOURCE / folder).glob("*.py")) if path.name != "app.py"]
    assert len(modules) > 15
    assert {path.name: found for path in modules if (found := bare(path.read_text("utf-8")))} == {}


def test_work_that_is_put_off_in_another_way_is_found() -> None:
    assert bare("self.call_after_refresh(self._fill)") == ["self.call_after_refresh(self._fill)"]
    assert bare("box.call_later(box.scroll_end, animate=False)") != []
    assert bare("box.call_later(self.if_whole(box.scroll_end), animate=False)") == []
