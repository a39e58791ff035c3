"""The palette takes every key at every moment, also while it has nothing to show yet."""

import pytest

from client.screens.stage import Stage, press_at_once, seen, settle
from goodpath_client.screens.briefing import BriefingScreen
from goodpath_client.screens.palette import Palette
from goodpath_client.screens.unsent import UnsentScreen
from goodpath_client.unsent_words import NO_BOX, NotSent

MOVES = ("pageup", "pagedown", "up", "down", "ctrl+home", "ctrl+end")


@pytest.mark.parametrize("size", [(80, 24), (38, 10)])
@pytest.mark.parametrize("key", MOVES)
async def test_a_key_that_comes_before_its_list_does_is_passed_by(key: str, size: tuple[int, int]) -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for _ in range(2):
            press_at_once(app, "ctrl+p", key, "h", key, "escape")
            await settle(pilot)
        assert app.is_running


async def test_what_it_offers_is_chosen_by_the_page_once_it_stands_there() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await seen(pilot, "/briefing")
        await pilot.press("pagedown", "pageup", "enter")
        await settle(pilot)
        assert isinstance(app.screen, BriefingScreen)


@pytest.mark.parametrize("key", ["f1", "f9", "alt+q"])
async def test_it_closes_when_something_opens_over_it_and_opens_again_afterwards(key: str) -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p", key)
        await settle(pilot)
        assert not [one for one in app.screen_stack if isinstance(one, Palette)]
        await pilot.press("escape", "ctrl+p")
        await seen(pilot, "/briefing")


async def test_it_opens_once_however_often_it_is_asked_for_and_whatever_comes_between() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        press_at_once(app, "ctrl+p", "f1", "ctrl+p", "f9", "ctrl+p", "ctrl+p")
        await settle(pilot)
        assert app.is_running
        assert len([one for one in app.screen_stack if isinstance(one, Palette)]) == 1


async def test_words_that_were_not_sent_come_in_its_place() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        app.unsent.append(NotSent(NO_BOX, "half a word"))
        app.route()
        await seen(pilot, "half a word")
        assert isinstance(app.screen, UnsentScreen)
        assert not [one for one in app.screen_stack if isinstance(one, Palette)]
