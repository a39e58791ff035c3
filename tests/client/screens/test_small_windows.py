"""In a small window keys stay whole, what they lead to is named, and the size it must have is not covered."""

import pytest

from client.little_server import until
from client.screens.full_stage import full_stage
from client.screens.stage import Stage, screen_text, settle
from goodpath_client.screens.elsewhere import ElsewhereScreen


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24)], ids=["40x12", "60x20", "80x24"])
async def test_the_keys_of_a_seat_that_is_open_elsewhere_stand_whole_in_one_row_each(
    size: tuple[int, int],
) -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        app.push_screen(ElsewhereScreen())
        await until(lambda: "open elsewhere" in screen_text(app))
        rows = screen_text(app).splitlines()
        for key in ("F2 or Alt+B  take it back", "Alt+Q  leave"):
            assert [row for row in rows if key in row] != []


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (120, 36)], ids=str)
async def test_the_box_for_a_post_has_its_title_and_names_the_keys_that_act_there(
    size: tuple[int, int],
) -> None:
    app = full_stage().app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("f2")
        await settle(pilot)
        text = screen_text(app)
        assert "A new post" in text and "Space" not in text and "Tab" in text
        assert size[0] < 60 or "F3 for whom" in text.splitlines()[-1]
        await pilot.press("tab")
        await settle(pilot)
        text = screen_text(app)
        assert "A new post" in text and "Space: choose" in text
        assert size[0] < 60 or "F3 for whom" in text.splitlines()[-1]
        await pilot.press("shift+tab")
        await settle(pilot)
        assert "Space" not in screen_text(app)


async def test_nothing_that_is_told_in_passing_covers_how_large_the_window_must_be() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=(40, 10), notifications=True) as pilot:
        await settle(pilot)
        app.say("Your pictures are on your page, and your why goes out with them when you save.")
        await until(lambda: bool(app._notifications))
        await settle(pilot)
        await settle(pilot)
        words = " ".join(screen_text(app).split())
        assert "Make this window larger: 40 x 12 at least, now 40 x 10." in words
        await pilot.resize_terminal(80, 24)
        await until(lambda: "Your pictures are on" in screen_text(app))
