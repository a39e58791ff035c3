"""Whoever starts in a small window gets every screen whole from its first drawing on."""

from collections.abc import Callable

import pytest
from wcwidth import wcswidth

from client.screens.stage import TEACHER, Stage, screen_text, seen, settle
from client.screens.test_offline import on_shift
from client.screens.test_sizes import crowded, debriefed, in_the_room
from goodpath_client.app import StudentApp
from goodpath_client.joined import Joined
from goodpath_client.store import Store
from goodpath_client.widgets.composer import Composer
from goodpath_core.play.control import NextPhase

SIZES = [(40, 12), (40, 20), (44, 16), (48, 20), (56, 20), (60, 20)]
STARTS = [("phone", size) for size in SIZES] + [
    (moment, size) for moment in ("room", "shift", "debrief") for size in ((40, 12), (44, 16), (60, 20))
]


def on_the_line() -> Stage:
    stage = in_the_room()
    on_shift(stage)
    return stage


MOMENTS: dict[str, tuple[Callable[[], Stage], str]] = {
    "phone": (crowded, "雨后之城"),
    "room": (in_the_room, "in the room"),
    "shift": (on_the_line, "on the line"),
    "debrief": (debriefed, "F9 stop"),
}


def fresh_app(stage: Stage) -> StudentApp:
    """A program that has just been started: its copy comes once it runs."""
    stage.store = Store()
    return StudentApp(Joined(stage.link, stage.store), now=lambda: stage.now_ms)


@pytest.mark.row
@pytest.mark.parametrize(("moment", "size"), STARTS, ids=str)
async def test_a_program_started_in_a_small_window_shows_where_one_is(
    moment: str, size: tuple[int, int]
) -> None:
    make, words = MOMENTS[moment]
    stage = make()
    app = fresh_app(stage)
    async with app.run_test(size=size) as pilot:
        stage.join()
        await settle(pilot)
        await seen(pilot, words)
        lines = screen_text(app).splitlines()
    assert len(lines) <= size[1] and max(map(wcswidth, lines)) <= size[0]


@pytest.mark.parametrize("size", [(40, 12), (44, 16)])
async def test_every_phase_may_begin_in_a_small_window(size: tuple[int, int]) -> None:
    stage = Stage("apple-phone", "yuting")
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        stage.start()
        while stage.world.session.stage == "running":
            await settle(pilot)
            assert app.screen.query_one(Composer).content_size.width >= size[0] - 16
            stage.do(NextPhase(), TEACHER)
        await seen(pilot, "F9 stop")


async def test_the_phone_taken_up_in_a_window_that_got_smaller_is_folded_before_it_is_drawn() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=(110, 30)) as pilot:
        await settle(pilot)
        while app.scene.shown != "offline":
            stage.do(NextPhase(), TEACHER)
            await settle(pilot)
        await pilot.resize_terminal(40, 20)
        while app.scene.shown != "online":
            stage.do(NextPhase(), TEACHER)
            await settle(pilot)
        assert app.screen.query_one(Composer).region.width == 40


@pytest.mark.parametrize("keys", [("f7", "f8"), ("f8", "f7")], ids=["own page last", "chats last"])
async def test_where_both_sides_have_no_room_the_one_asked_for_last_stays(keys: tuple[str, str]) -> None:
    app = crowded().app()
    async with app.run_test(size=(44, 20)) as pilot:
        await settle(pilot)
        await pilot.press(*keys)
        await settle(pilot)
        assert app.screen.query_one("#side").display == (keys[-1] == "f7")
        assert app.screen.query_one("#right").display == (keys[-1] == "f8")
        assert app.screen.query_one(Composer).content_size.width >= 2
        await pilot.resize_terminal(120, 30)
        await settle(pilot)
        assert app.screen.query_one("#lines").region.width >= 60


async def test_sides_asked_for_in_a_wide_window_leave_room_in_a_narrow_one() -> None:
    app = crowded().app()
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f7", "f7", "f8", "f8")
        await pilot.resize_terminal(44, 20)
        await settle(pilot)
        assert app.screen.query_one(Composer).content_size.width >= 2
