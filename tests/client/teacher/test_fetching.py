"""What a teacher sees and can do before the class has come, and how it comes."""

import asyncio

from client.teacher.classroom import Classroom, screen_text, seen
from goodpath_client.link_state import LinkState
from goodpath_client.teacher.app import TeacherApp
from goodpath_client.teacher.fetching import FetchingScreen


def held_back(app: TeacherApp) -> asyncio.Event:
    """Let the link begin only when the event is set."""
    begin, run = asyncio.Event(), app.link.run

    async def run_late() -> object:
        await begin.wait()
        return await run()

    app.link.run = run_late  # type: ignore[method-assign]
    return begin


async def test_before_the_class_has_come_the_console_says_only_that_it_is_fetched() -> None:
    async with Classroom() as room:
        await room.pupil("Ana", "1/yuting")
        app = room.app()
        held_back(app)
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            await pilot.pause()
            for state in (LinkState("connected"), LinkState("catching_up")):
                app.store.set_link(state)
                await seen(app, "Fetching the class ...")
                await seen(app, "Alt+Q quit")
                text = screen_text(app)
                for early in ("LOBBY", "Nothing has started", "Nobody", "goodpath join", "Catching", "F5"):
                    assert early not in text, text
            await pilot.press("f5")
            await seen(app, "The class is still being fetched")
            assert isinstance(app.screen, FetchingScreen)
            app.store.set_link(LinkState("connecting", text="No server there."))
            await seen(app, "No server there.")


async def test_help_that_is_read_meanwhile_stays_and_the_console_waits_below_it() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        app = room.app()
        begin = held_back(app)
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            await seen(app, "Fetching the class ...")
            await pilot.press("f1")
            await seen(app, "Stop the world for everybody")
            assert "F5" not in screen_text(app).splitlines()[-1]
            begin.set()
            await seen(app, "F5")
            assert "Stop the world for everybody" in screen_text(app)
            await pilot.press("escape")
            await seen(app, "LOBBY")
            await seen(app, pupil.name)
