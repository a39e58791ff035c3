"""What is new in other chats is told whole in a narrow window, in fewer words where there is less room."""

import re

import pytest

from client.screens.stage import TEACHER, Stage, screen_text, settle
from goodpath_core.play.control import NextPhase
from goodpath_core.play.messages import PostMessage, private_room
from goodpath_core.play.places import PickUpPhone


def evening() -> Stage:
    """Much has come in other chats, and the phone has a battery to show beside it."""
    stage = Stage("apple-phone", "yuting")
    stage.start()
    while not stage.world.phase.allow.chat:
        stage.do(NextPhase(), TEACHER)
    if stage.world.persons["1/yuting"].place != "phone":
        stage.do(PickUpPhone())
    stage.play_persona("chunmei", PostMessage(room=private_room("1/chunmei", "1/yuting"), text="Come down."))
    return stage


@pytest.mark.parametrize("columns", [40, 50, 60])
async def test_it_is_not_cut(columns: int) -> None:
    app = evening().app()
    async with app.run_test(size=(columns, 20)) as pilot:
        await settle(pilot)
        row = next(one for one in screen_text(app).splitlines() if " new" in one and "%" in one)
        assert re.match(r" (F6: \d+ new|\d+ (other )?chats: \d+ new.*\(F6\)) ", row) and ".." not in row, row
