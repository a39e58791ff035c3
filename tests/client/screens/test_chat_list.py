"""The list of chats: one known key leads there from the box, also where it is folded in, and back."""

import pytest

from client.screens.stage import TEACHER, Stage, screen_text, settle, told
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.side_list import SideList
from goodpath_core.play.control import NextPhase
from goodpath_core.play.seats import Observe

SIZES = pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)], ids=["60x20", "80x24", "120x36"])


def evening() -> Stage:
    stage = Stage("apple-phone", "yuting")
    stage.start()
    stage.do(NextPhase(), TEACHER)
    return stage


def foot(text: str) -> str:
    return text.splitlines()[-1]


@SIZES
async def test_its_key_stands_in_the_footer_and_on_its_border(size: tuple[int, int]) -> None:
    app = evening().app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert foot(screen_text(app)).startswith(" Tab chats ")
        assert ("Tab: choose" in screen_text(app)) is (size[0] >= 80)


@SIZES
async def test_from_the_box_it_is_one_key_away_and_says_which_keys_act_there(size: tuple[int, int]) -> None:
    app = evening().app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("tab")
        await settle(pilot)
        assert isinstance(app.focused, SideList) and app.focused.display
        assert foot(screen_text(app)).startswith(" Esc write  Up/Down choose  Enter open  ")
        assert "Tab: choose" not in screen_text(app)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert isinstance(app.focused, Composer)
        assert "Terrace village people" in screen_text(app) and " Tab chats " in foot(screen_text(app))


@pytest.mark.parametrize("out", ["escape", "tab"])
async def test_where_it_was_folded_in_it_is_so_again_once_it_is_left(out: str) -> None:
    app = evening().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        side = app.screen.query_one(SideList)
        await pilot.press("tab")
        await settle(pilot)
        assert side.display
        await pilot.press(out)
        await settle(pilot)
        assert not side.display and not side.has_focus


async def test_the_key_goes_round_from_box_to_chats_to_lines() -> None:
    app = evening().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        found = []
        for _ in range(3):
            await pilot.press("tab")
            await settle(pilot)
            found.append(type(app.focused))
        assert found == [SideList, MessageList, Composer]


async def test_behind_an_at_sign_the_key_completes_a_name_as_before() -> None:
    app = evening().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"@Wa", "tab")
        await settle(pilot)
        box = app.screen.query_one(Composer)
        assert box.has_focus and box.text.strip() == "@Wave"


async def test_the_command_of_the_same_name_leads_there_too() -> None:
    app = evening().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await pilot.press(*"/chat list", "enter")
        await settle(pilot)
        assert isinstance(app.focused, SideList) and told(app) == []


async def test_whoever_watches_has_no_box_to_go_back_to() -> None:
    stage = evening()
    stage.do(Observe())
    app = stage.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await pilot.press("tab")
        await settle(pilot)
        assert isinstance(app.focused, SideList)
        assert foot(screen_text(app)).startswith(" Esc read  Up/Down choose  Enter open  ")
        await pilot.press("down", "enter")
        await settle(pilot)
        assert "Terrace village people" in screen_text(app) and isinstance(app.focused, MessageList)
        await pilot.press("tab", "escape")
        await settle(pilot)
        assert isinstance(app.focused, MessageList)
