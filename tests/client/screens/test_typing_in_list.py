"""What is typed while the list of chats has the keys goes into the box: nothing is lost, all in order."""

import pytest
from textual import events

from client.screens.stage import TEACHER, Stage, press_at_once, screen_text, settle, write
from goodpath_client.app import StudentApp
from goodpath_client.screens.asked import AskedScreen
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.screens.page_view import PageViewScreen
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.side_list import SideList
from goodpath_core.play.control import NextPhase
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.seats import Observe


def evening() -> Stage:
    stage = Stage("apple-phone", "yuting")
    stage.start()
    stage.do(NextPhase(), TEACHER)
    return stage


def box(app: StudentApp) -> Composer:
    return app.get_screen("online", OnlineScreen).query_one(Composer)


def choose(app: StudentApp, place: str) -> None:
    side = app.screen.query_one(SideList)
    side.choose(place)
    assert side.chosen == place


@pytest.mark.parametrize(
    ("place", "screen"), [("prompts", AskedScreen), ("own page", PageViewScreen)], ids=["task", "page"]
)
async def test_whoever_comes_back_from_a_place_of_the_list_writes_at_once(
    place: str, screen: type[object]
) -> None:
    stage = evening()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("tab")
        await settle(pilot)
        choose(app, place)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, screen)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.focused, Composer)
        await write(pilot, "My brother sleeps", "enter")
        await settle(pilot)
        assert isinstance(app.screen, OnlineScreen)
        said = [one.text for one in stage.link.commands if isinstance(one, PostMessage)]
        assert said == ["My brother sleeps"]


@pytest.mark.parametrize("typed", ["Hello you", "q", " so", "/notice me"])
async def test_what_is_typed_in_the_list_stands_whole_in_the_box(typed: str) -> None:
    app = evening().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("tab", "down", "down")
        await settle(pilot)
        assert isinstance(app.focused, SideList)
        press_at_once(app, *typed)
        await settle(pilot)
        assert isinstance(app.focused, Composer) and box(app).text == typed


async def test_a_burst_from_the_key_of_the_list_to_enter_is_one_line() -> None:
    stage = evening()
    app = stage.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        press_at_once(app, "tab", *"Who is here", "enter", *"and")
        await settle(pilot)
        said = [one.text for one in stage.link.commands if isinstance(one, PostMessage)]
        assert said == ["Who is here"] and box(app).text == "and"


async def test_what_is_pasted_in_the_list_goes_before_what_is_typed_behind_it() -> None:
    app = evening().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("tab")
        await settle(pilot)
        app.post_message(events.Paste("from my notes"))
        press_at_once(app, *", all")
        await settle(pilot)
        assert box(app).text == "from my notes, all"


async def test_arrows_and_enter_choose_in_the_list_as_before() -> None:
    app = evening().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("tab", "down", "enter")
        await settle(pilot)
        assert "Terrace village people" in screen_text(app) and box(app).text == ""


async def test_whoever_watches_is_still_told_that_there_is_no_box() -> None:
    stage = evening()
    stage.do(Observe())
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("tab", "x")
        await settle(pilot)
        assert isinstance(app.focused, SideList | MessageList) and box(app).text == ""
        assert app._notifications
