"""The palette takes every key at every moment, also while it has nothing to show yet."""

import pytest

from client.screens.stage import Stage, press_at_once, seen, settle
from goodpath_client.screens.briefing import BriefingScreen

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
