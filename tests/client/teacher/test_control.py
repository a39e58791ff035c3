"""What the clock of a class asks of the console: waiting for the copy, pausing, speaking then, more time."""

import asyncio

from client.teacher.classroom import Classroom, now_ms, screen_text, seen, start, until
from goodpath_client.link_state import LinkState
from goodpath_client.moment import time_left
from goodpath_client.teacher.console import ConsoleScreen
from goodpath_core.play.narration import SpeakAsNpc


async def test_a_teacher_speaks_to_the_class_while_it_is_paused_and_no_npc_does() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console() as (app, pilot):
            await seen(app, "LOBBY")
            await pilot.press("f8")
            await seen(app, "who speaks")
            await pilot.press("escape")
            await start(app, pilot)
            await pilot.press("f6")
            await seen(app, "PAUSED:")
            await pilot.press("f4", *"Listen.", "enter")
            await until(lambda: [line.text for line in pupil.store.world.journal][-1:] == ["Listen."])
            await seen(app, "PAUSED:")
            app.do(SpeakAsNpc(npc="lele", room="1/line3", text="x"))
            await seen(app, "The world is paused; let it go on first.")


async def test_a_class_that_is_too_slow_gets_a_minute_with_one_key() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console() as (app, pilot):
            await seen(app, "LOBBY")
            await pilot.press("plus")
            await seen(app, "There is no phase to make longer now.")
            await start(app, pilot)
            await seen(app, "7 min left")
            await seen(app, "+ 1 min more")
            await pilot.press("plus")
            await seen(app, "8 min left")
            await seen(app, "This phase now lasts 8 min in all.")
            await until(lambda: time_left(pupil.store, now_ms()) == "8 min left")
            await pilot.press("alt+m")
            await seen(app, "9 min left")


async def test_before_the_class_has_come_the_console_says_only_that_it_is_fetched() -> None:
    async with Classroom() as room:
        await room.pupil("Ana", "1/yuting")
        app = room.app()
        app.link.run = asyncio.Event().wait  # type: ignore[method-assign]
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            await pilot.pause()
            for state in (LinkState("connected"), LinkState("catching_up")):
                app.store.set_link(state)
                await seen(app, "Fetching the class ...")
                await seen(app, "Alt+Q quit")
                text = screen_text(app)
                for early in ("LOBBY", "Nothing has started", "Nobody", "goodpath join", "Catching", "F5"):
                    assert early not in text, text
                assert not app.screen.query_one("#qr").display
            await pilot.press("f5")
            await seen(app, "The class is still being fetched")
            assert isinstance(app.screen, ConsoleScreen)
            app.store.set_link(LinkState("connecting", text="No server there."))
            await seen(app, "No server there.")


async def test_pause_and_go_on_are_one_key_each() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console() as (app, pilot):
            await seen(app, "LOBBY")
            await pilot.press("f6")
            await seen(app, "There is nothing to pause")
            await start(app, pilot)
            await seen(app, "F6 pause")
            assert not app.screen.query_one("#qr").display
            await pilot.press("f6")
            await seen(app, "PAUSED: no student can write; F4 and F8 still speak to them. F6 goes on.")
            await until(lambda: pupil.store.world.session.paused)
            await seen(app, "F6 GO ON")
            await pilot.press("p")
            await until(lambda: not pupil.store.world.session.paused)
            await pilot.press("f5")
            await seen(app, "The world has already started.")
