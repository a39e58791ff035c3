"""Without a server no screen offers what it cannot do, and none shows a time that stands still."""

import pytest

from client.screens.stage import Stage, screen_text, seen, settle
from goodpath_client.link_state import LinkState
from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_core.play.seats import Observe
from goodpath_core.wire.closing import RESET

LOST = LinkState("reconnecting", seconds=5, attempt=6)


async def test_at_a_closed_seat_nothing_is_offered_while_one_waits_for_the_start() -> None:
    stage = Stage("ten-pictures", "yuting")
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot, "C choose again  W watch")
        stage.store.set_link(LinkState("closed", text=RESET.text))
        await seen(pilot, RESET.text)
        assert screen_text(app).splitlines()[-1].split() == [*("Alt+Q", "leave", "closed", "F1", "help")]
        for key in ("c", "w"):
            await pilot.press(key)
            await settle(pilot)
            assert not isinstance(app.screen, ConfirmScreen)
    assert stage.link.commands == []


async def test_at_a_closed_seat_nobody_can_be_chosen() -> None:
    stage = Stage("ten-pictures", "")
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot, "Enter play  A anybody")
        stage.store.set_link(LinkState("closed", text=RESET.text))
        await seen(pilot, RESET.text)
        assert screen_text(app).splitlines()[-1].split() == [*("Alt+Q", "leave", "closed", "F1", "help")]


async def test_whoever_watches_is_not_told_to_type_on_when_the_connection_is_lost() -> None:
    stage = Stage("ten-pictures", "")
    stage.start()
    stage.do(Observe())
    stage.join()
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        stage.store.set_link(LOST)
        await seen(pilot, "Reconnecting in 5 s (attempt 6).")
        assert "type on" not in screen_text(app)


@pytest.mark.parametrize("key", ["alt+k", "f3", "f5", "alt+c", "f2"])
async def test_over_the_phone_the_title_says_that_there_is_no_connection_and_shows_no_time_that_stands(
    key: str,
) -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(key)
        await seen(pilot, "7 min left")
        stage.store.set_link(LOST)
        await seen(pilot, "no connection")
        assert "7 min left" not in screen_text(app)
        stage.store.set_link(LinkState("connected"))
        await seen(pilot, "7 min left")
        assert "no connection" not in screen_text(app)
