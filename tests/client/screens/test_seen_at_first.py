"""Whoever arrives sees the town, and then the room they will live in, where the window has room for it."""

import pytest

from client.screens.stage import Stage, screen_text, settle
from client.screens.test_join import Door
from goodpath_client.widgets.half_blocks import HalfBlocks
from goodpath_client.widgets.town import Town
from goodpath_core.play.seats import TakePersona

SIZES = pytest.mark.parametrize(
    ("size", "is_seen"), [((60, 20), False), ((80, 24), True), ((120, 36), True)], ids=str
)


@SIZES
async def test_the_town_fills_what_the_joining_boxes_leave(size: tuple[int, int], is_seen: bool) -> None:
    app = Door().form("")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        town, button = app.screen.query_one(Town), app.screen.query_one("#go")
        assert town.display == is_seen
        assert button.region.height and app.screen.region.contains_region(button.region)
        if is_seen:
            assert town.region.y == 0 and town.region.bottom <= app.screen.query_one("#join").region.y
            rows = [town.render_line(y).text for y in range(town.size.height)]
            assert len(rows) >= 3 and set(rows) == {"\u2580" * size[0]}


async def test_the_town_is_below_who_is_looked_at_where_there_is_room() -> None:
    app = Stage("ten-pictures", "").app()
    app.scene.briefed = True
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("down")
        await settle(pilot)
        town = app.screen.query_one(Town)
        assert town.region.height >= 12 and "lives with: " in screen_text(app)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert not town.display


async def test_who_waits_sees_their_room_and_how_many_are_chosen() -> None:
    stage = Stage("apple-phone", "yuting")
    app = stage.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert "Chosen so far: 1 of 8." in screen_text(app)
        stage.do(TakePersona(persona="1/haibo"), stage.student(2))
        await settle(pilot)
        assert "Chosen so far: 2 of 8." in screen_text(app)
        room = app.screen.query_one(HalfBlocks)
        assert any("\u2580" * 40 in room.render_line(y).text for y in range(room.size.height))
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert not room.display
