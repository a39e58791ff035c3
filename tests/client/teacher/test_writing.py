"""Where words are written nothing that is typed runs a command of the class, and a question is left alone."""

import pytest

from client.screens.stage import press_at_once
from client.teacher.classroom import Classroom, screen_text, seen, start, until
from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.teacher.speak import SpeakScreen
from goodpath_client.widgets.composer import Composer

WORDS = "Please listen + now?"


@pytest.mark.parametrize("at_once", [False, True], ids=["sign by sign", "in one burst"])
@pytest.mark.parametrize("opener", ["f8", "f4"])
async def test_what_is_typed_where_one_speaks_is_words_and_no_command(opener: str, at_once: bool) -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console() as (app, pilot):
            await seen(app, "1 of 1 here")
            await start(app, pilot)
            if at_once:
                press_at_once(app, opener, *WORDS)
            else:
                await pilot.press(opener, *WORDS)
            await until(lambda: isinstance(app.screen, SpeakScreen) and app.screen.is_whole)
            await until(lambda: sorted(app.screen.query_one(Composer).text) == sorted(WORDS))
            await seen(app, "as the narrator, to everybody")
            world, door = app.store.world, app.door
            assert not world.session.paused and not door.locked and world.phase.index == 0
            assert isinstance(app.screen, SpeakScreen) and app.screen.query_one(Composer).has_focus
            words = app.screen.query_one(Composer).text
            await pilot.press("enter")
            await until(lambda: [line.text for line in pupil.store.world.journal][-1:] == [words])


async def test_the_keys_that_speaking_names_are_none_that_one_writes_with() -> None:
    async with Classroom() as room, room.console(160, 30) as (app, pilot):
        await seen(app, "LOBBY")
        await start(app, pilot)
        await seen(app, "O hand over")
        await pilot.press("f8")
        await seen(app, "who speaks")
        await seen(app, "Alt+L lock")
        assert "O hand over" not in screen_text(app) and "  L lock" not in screen_text(app)


async def test_what_is_said_meanwhile_answers_no_question() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console() as (app, pilot):
            await seen(app, "1 of 1 here")
            await start(app, pilot)
            await pilot.press("f4")
            await seen(app, "as the narrator, to everybody")
            press_at_once(app, *"Rain", "enter", "f7")
            await until(lambda: [line.text for line in pupil.store.world.journal][-1:] == ["Rain"])
            await seen(app, "Then comes")
            await pilot.pause(0.3)
            assert isinstance(app.screen, ConfirmScreen)
            await pilot.press("escape")
            await until(lambda: isinstance(app.screen, SpeakScreen))
            assert app.store.world.phase.index == 0
