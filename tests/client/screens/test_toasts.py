"""What is said in passing covers neither what was written last nor the box that is being written in."""

import pytest

from client.little_server import until
from client.screens.stage import Stage, screen_text
from goodpath_client.screens.briefing import BriefingScreen
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.message_list import MessageList
from goodpath_core.play.messages import PostMessage

LONG = "You are back as Pan Yuting 潘雨婷, seat 1. Not you? Leave (Alt+Q) and join with your own name."


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)], ids=["60x20", "80x24", "120x36"])
async def test_the_newest_lines_and_the_box_stay_in_sight(size: tuple[int, int]) -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    for number in range(40):
        stage.play_persona("haibo", PostMessage(room="1/page-makers", text=f"line {number}"))
    app = stage.app()
    async with app.run_test(size=size, notifications=True):
        await until(lambda: "line 39" in screen_text(app))
        app.say(LONG)
        await until(lambda: app.screen.query("Toast"))
        toast = app.screen.query_one("Toast")
        await until(lambda: toast.region.height)
        lines, box = app.screen.query_one(MessageList).region, app.screen.query_one(Composer).region
        assert toast.region.y >= 1 and toast.region.right >= size[0] - 2 and toast.region.width <= 36
        assert toast.region.bottom < lines.y + lines.height // 2
        assert not toast.region.overlaps(box)
        words = " ".join(screen_text(app).split())
        assert "line 39" in words and "line 37" in words and "observers, " in words


async def test_what_is_said_after_trying_the_stop_key_does_not_cover_the_steps() -> None:
    app = Stage("ten-pictures", "").app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(lambda: isinstance(app.screen, BriefingScreen) and "1 of 3" in screen_text(app))
        await pilot.press("f9")
        await until(lambda: app.screen.query("Toast") and app.screen.query_one("Toast").region.height)
        assert not app.screen.query_one("Toast").region.overlaps(app.screen.query_one("#steps").region)
