"""Why a line of a chat came back is said of that line alone, whenever and wherever it is offered again."""

import pytest

from client.screens.stage import Stage, settle
from client.screens.test_drafts import box_of
from client.screens.test_refused_words import press
from goodpath_client.app import StudentApp
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.widgets.one_line import OneLine
from goodpath_core.play.messages import private_room

HAIBO, YUTING = "1/haibo", "1/yuting"


def playing() -> Stage:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.now_ms += 60_000
    return stage


def above_box(app: StudentApp) -> str:
    return app.screen.query_one("#replying", OneLine).text


async def test_each_line_comes_back_with_the_reason_that_it_was_refused_for() -> None:
    """Also where another chat is open as it is refused, and where it is offered after another one."""
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        online = app.get_screen("online", OnlineScreen)
        here, other = online.room, private_room(YUTING, HAIBO)
        await press(pilot, *"one", "enter")
        await press(pilot, *"two", "enter")
        online.open_room(other)
        await press(pilot, *"three", "enter")
        online.open_room(here)
        stage.store.refuse("r1", "x", "Reason of one.")
        stage.store.refuse("r3", "x", "Reason of three.")
        stage.store.refuse("r2", "x", "Reason of two.")
        await settle(pilot)
        assert (box_of(app).text, above_box(app)) == ("one", "not sent: Reason of one.")
        online.open_room(other)
        await settle(pilot)
        assert (box_of(app).text, above_box(app)) == ("three", "not sent: Reason of three.")
        online.open_room(here)
        await settle(pilot)
        assert (box_of(app).text, above_box(app)) == ("one", "not sent: Reason of one.")
        await press(pilot, "escape")
        assert (box_of(app).text, above_box(app)) == ("two", "not sent: Reason of two.")
        await press(pilot, *"later")
        assert (box_of(app).text, above_box(app)) == ("later", "")
        await press(pilot, "enter")
        assert (box_of(app).text, above_box(app)) == ("two", "not sent: Reason of two.")
        await press(pilot, "escape")
        assert (box_of(app).text, above_box(app)) == ("", "")


async def test_a_line_that_another_chat_is_refused_meanwhile_keeps_its_own_reason() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        online = app.get_screen("online", OnlineScreen)
        here, other = online.room, private_room(YUTING, HAIBO)
        online.open_room(other)
        await press(pilot, *"three", "enter")
        online.open_room(here)
        await press(pilot, *"begun")
        stage.store.refuse("r1", "x", "Reason of three.")
        await settle(pilot)
        assert (box_of(app).text, above_box(app)) == ("begun", "")


@pytest.mark.parametrize("keys", [("right",), ("left",)], ids=["at its end", "at its head"])
async def test_a_line_that_was_kept_is_a_draft_without_a_reason_after_a_look_at_another_chat(
    keys: tuple[str, ...],
) -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        online = app.get_screen("online", OnlineScreen)
        here = online.room
        await press(pilot, *"one", "enter")
        stage.store.refuse("r1", "x", "Reason of one.")
        await settle(pilot)
        await press(pilot, *keys)
        assert above_box(app) == "not sent: Reason of one."
        online.open_room(private_room(YUTING, HAIBO))
        await settle(pilot)
        assert (box_of(app).text, above_box(app)) == ("", "")
        online.open_room(here)
        await settle(pilot)
        assert (box_of(app).text, box_of(app).selected_text, above_box(app)) == ("one", "", "")
