"""A question that quotes a long text keeps its keys in sight, and no question is higher than the screen."""

import pytest

from client.screens.stage import screen_text, seen, settle
from client.screens.test_online import ROOM, playing
from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.screens.elsewhere import ElsewhereScreen
from goodpath_client.screens.line_menu import LineMenu
from goodpath_core.play.messages import PostMessage

SIZES = pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)], ids=str)
ROWS = "\n".join(f"row {number}" for number in range(40))


@SIZES
async def test_the_menu_of_a_line_of_many_rows_quotes_it_in_one_line_and_shows_its_keys(
    size: tuple[int, int],
) -> None:
    stage = playing()
    stage.play_persona("haibo", PostMessage(room=ROOM, text=ROWS))
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+up", "enter")
        await settle(pilot)
        assert isinstance(app.screen, LineMenu)
        text = screen_text(app)
        assert "row 0 row 1 row 2" in text and "row 39" not in text
        for words in ("Enter or R  read it all", "A  answer it", "U  unread from here", "Esc  nothing"):
            assert words in text


@SIZES
async def test_a_question_longer_than_the_screen_scrolls_above_its_keys(size: tuple[int, int]) -> None:
    app = playing().app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        app.push_screen(ConfirmScreen(f"{ROWS}\nReally?", "yes"))
        await settle(pilot)
        text = screen_text(app)
        assert "row 0" in text and "Really?" not in text and "Enter  yes     Esc  no" in text
        assert app.screen.query_one(".dialog").region.height < size[1]
        await pilot.press("end")
        await seen(pilot, "Really?")
        assert "Enter  yes     Esc  no" in screen_text(app)


@SIZES
async def test_what_is_said_to_a_key_that_answers_nothing_stands_with_the_keys(size: tuple[int, int]) -> None:
    app = playing().app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        app.push_screen(ConfirmScreen(ROWS, "yes"))
        await settle(pilot)
        await pilot.press("x")
        await settle(pilot)
        text = screen_text(app)
        assert "Nothing is done yet" in text and "Enter  yes     Esc  no" in text


@SIZES
async def test_that_a_seat_is_open_elsewhere_fits_the_screen_with_its_keys(size: tuple[int, int]) -> None:
    app = playing().app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        app.push_screen(ElsewhereScreen())
        await settle(pilot)
        text = screen_text(app)
        assert "F2 or Alt+B  take it back" in text and "Alt+Q  leave" in text
        assert app.screen.query_one(".dialog").region.height < size[1]
