"""The stop key stands at the foot of every screen, whatever else has no room there."""

from collections.abc import Callable

import pytest

from client.screens.full_stage import full_stage
from client.screens.stage import TEACHER, Stage, screen_text, seen, settle
from client.screens.test_wholeness import SCREENS
from goodpath_client.link_state import LinkState
from goodpath_client.screens.all_pages import AllPagesScreen
from goodpath_client.screens.frame import Frame
from goodpath_core.play.control import EndSession

AWAY = LinkState("reconnecting", 3, 2)
OVER = LinkState("closed", text="The session is over; nothing more will come.")


def foot(stage_text: str) -> str:
    return stage_text.splitlines()[-1]


@pytest.mark.parametrize("size", [(60, 20), (80, 24)], ids=["60x20", "80x24"])
@pytest.mark.parametrize("make", SCREENS.values(), ids=SCREENS.keys())
async def test_it_stands_there_also_while_the_connection_is_lost_in_a_pause(
    make: Callable[[], Frame], size: tuple[int, int]
) -> None:
    stage = full_stage()
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        app.push_screen(make())
        await settle(pilot)
        assert " F9 " in foot(screen_text(app))
        stage.world.session.paused = stage.store.world.session.paused = "Look here."
        stage.store.set_link(AWAY)
        await settle(pilot)
        assert " F9 " in foot(screen_text(app))


async def test_before_there_is_a_seat_there_is_nobody_to_be_told() -> None:
    stage = Stage("ten-pictures", "")
    app = stage.app()
    app.student_link = None
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.student_link = None
        app.push_screen(SCREENS["joining"]())
        await settle(pilot)
        assert "F9" not in foot(screen_text(app))


@pytest.mark.parametrize("size", [(60, 20), (80, 24)], ids=["60x20", "80x24"])
async def test_once_the_session_is_over_and_closed_the_list_of_pages_says_so_and_offers_no_stop(
    size: tuple[int, int],
) -> None:
    stage = full_stage()
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        stage.do(EndSession(), TEACHER)
        await settle(pilot)
        app.open(AllPagesScreen())
        await seen(pilot, " F9 ")
        stage.store.set_link(OVER)
        await seen(pilot, "The session is over; nothing more will come.")
        assert "F9" not in foot(screen_text(app))
