"""The line is hard, not empty: the hall, a large clock, and a belt that goes on."""

import pytest

from client.screens.stage import TEACHER, Stage, screen_text, settle
from client.screens.test_offline import at_home, on_shift, words_of
from goodpath_client.app import StudentApp
from goodpath_client.widgets.big_letters import write_large
from goodpath_client.widgets.half_blocks import HalfBlocks
from goodpath_client.widgets.shift_clock import ShiftClock
from goodpath_core.play.control import NextPhase, PauseWorld


def at_work() -> Stage:
    """Monday, forty minutes after eight."""
    stage = Stage("apple-phone", "yuting")
    stage.start()
    for _ in range(2):
        stage.do(NextPhase(), TEACHER)
    stage.now_ms += 20_000
    return stage


def boxes(app: StudentApp) -> str:
    """The row of the boxes: `#` where a cell has the colour of one."""
    strip = app.screen.query_one(ShiftClock).render_line(3)
    return "".join(
        ("." if style is None or style.bgcolor is None or style.bgcolor.name == "#161616" else "#")
        * len(text)
        for text, style, _ in strip
    )


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)], ids=["60x20", "80x24", "120x36"])
async def test_the_clock_is_large_and_says_how_long_still_in_every_window(size: tuple[int, int]) -> None:
    stage = at_work()
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        text = screen_text(app)
        assert all(row.rstrip() in text for row in write_large("08:40"))
        assert "until 12:00" in text and stage.store.world.phase.ask in words_of(app)
        hall = app.screen.query_one(HalfBlocks)
        assert hall.display == (size[0] >= 76)


async def test_the_hall_is_grey() -> None:
    app = at_work().app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        hall = app.screen.query_one(HalfBlocks)
        styles = [style for y in range(hall.size.height) for _, style, _ in hall.render_line(y) if style]
    colours = [style.color.triplet for style in styles if style.color and style.color.triplet]
    assert len(set(colours)) > 20
    assert max(max(one) - min(one) for one in colours) <= 12


async def test_the_boxes_move_a_cell_a_second_and_stand_in_a_pause() -> None:
    stage = at_work()
    app = stage.app()
    app.animation_level = "full"
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = boxes(app)
        assert "######......######" in before
        stage.now_ms += 1000
        app.tick()
        moved = boxes(app)
        assert moved[1:] == before[:-1] and moved != before
        stage.do(PauseWorld(why=""), TEACHER)
        stage.now_ms += 5000
        app.tick()
        assert boxes(app) == moved


async def test_where_nothing_may_move_the_boxes_stand() -> None:
    stage = at_work()
    app = stage.app()
    app.animation_level = "none"
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = boxes(app)
        stage.now_ms += 1000
        app.tick()
        assert boxes(app) == before


async def test_a_room_has_no_clock_over_it() -> None:
    stage = at_home()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert not app.screen.query_one(ShiftClock).display
        on_shift(stage)
        await settle(pilot)
        assert app.screen.query_one(ShiftClock).display


@pytest.mark.parametrize(("size", "least"), [((80, 24), (21, 11)), ((120, 36), (40, 22))])
async def test_the_picture_of_a_room_fills_most_of_its_side(
    size: tuple[int, int], least: tuple[int, int]
) -> None:
    app = at_home().app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        room = app.screen.query_one(HalfBlocks)
        drawn = [row.count("\u2580") for row in (room.render_line(y).text for y in range(room.size.height))]
    assert max(drawn) >= least[0] and sum(map(bool, drawn)) >= least[1]
