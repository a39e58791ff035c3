"""Which key means yes: Y for what cannot be undone, as an Enter may have been meant for words."""

import pytest

from client.teacher.classroom import Classroom, seen, until
from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_core.play.safety import SignalStop

UNDONE_BY_NOTHING = {
    "next phase": ("f7",),
    "answer": ("f9",),
    "fire": ("f",),
    "skip": ("s",),
    "hand over": ("o", "enter", "enter"),
    "reset": ("x",),
    "new code": ("c",),
    "end": ("alt+e",),
}


@pytest.mark.parametrize("keys", UNDONE_BY_NOTHING.values(), ids=UNDONE_BY_NOTHING)
async def test_no_enter_agrees_to_what_cannot_be_undone(keys: tuple[str, ...]) -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        await room.pupil("Ben")
        async with room.console(100, 30) as (app, pilot):
            await seen(app, "2 of 2 here")
            await pilot.press("f5")
            await seen(app, "Y start")
            await pilot.press("enter")
            assert isinstance(app.screen, ConfirmScreen) and app.store.world.session.stage == "lobby"
            await pilot.press("y")
            await seen(app, "half-time")
            await pupil.do(SignalStop())
            await seen(app, "STOP wanted")
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            question = app.screen
            assert isinstance(question, ConfirmScreen)
            await seen(app, "Esc no")
            seq = app.store.world.seq
            await pilot.press("enter", "enter")
            await pilot.pause(0.1)
            assert app.screen is question and app.store.world.seq == seq
            await pilot.press("y")
            await until(lambda: app.screen is not question)
