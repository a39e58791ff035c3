"""What the clock of a class asks of the console: pausing, speaking then, more time."""

from client.screens.stage import write
from client.teacher.classroom import Classroom, now_ms, seen, start, until
from goodpath_client.moment import time_left
from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.teacher.keys import BY_NAME
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
            await pilot.press("f4")
            await write(pilot, "Listen.", "enter")
            await until(lambda: [line.text for line in pupil.store.world.journal][-1:] == ["Listen."])
            await pilot.press("escape")
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
            await seen(app, "+ 1 min")
            await pilot.press("plus")
            await seen(app, "8 min left")
            await seen(app, "This phase now lasts 8 min in all.")
            await until(lambda: time_left(pupil.store, now_ms()) == "8 min left")
            await pilot.press("alt+m")
            await seen(app, "9 min left")


async def test_after_an_absence_of_the_server_the_console_says_how_many_are_back_and_how_to_go_on() -> None:
    async with Classroom() as room:
        for name in ("Ana", "Ben"):
            await room.pupil(name)
        async with room.console() as (app, pilot):
            await seen(app, "LOBBY")
            await start(app, pilot)
    async with Classroom(log=room.log, pauses=True) as again, again.console(60, 20) as (app, pilot):
        await seen(app, "PAUSED: F6 goes on once the class is back (0 of 2).")
        pupil = await again.pupil("Cem")
        await seen(app, "PAUSED: F6 goes on once the class is back (1 of 3).")
        assert pupil.store.world.session.paused == (
            "The server was away. The world goes on from the last thing that was stored, "
            "once your teacher lets it."
        )
        await pilot.press("f6")
        await seen(app, "RUNNING")
        await pilot.press("f6")
        await seen(app, "PAUSED: no student can write")


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
            await seen(app, "PAUSED: no student can write; F4 narrates, F8 speaks as teacher. F6 goes on.")
            await until(lambda: pupil.store.world.session.paused)
            await seen(app, "F6 GO ON")
            await pilot.press("p")
            await until(lambda: not pupil.store.world.session.paused)
            await pilot.press("f5")
            await seen(app, "The world has already started.")


async def test_a_session_that_is_ended_in_a_pause_is_over_and_not_paused() -> None:
    async with Classroom() as room, room.console() as (app, pilot):
        await seen(app, "LOBBY")
        await start(app, pilot)
        await pilot.press("f6")
        await seen(app, "PAUSED:")
        await pilot.press("alt+e", "y")
        await seen(app, "The session is over and stored. Alt+Q closes this and names the report.")


async def test_the_palette_agrees_to_what_is_being_asked_as_the_key_does() -> None:
    async with Classroom() as room, room.console() as (app, pilot):
        await seen(app, "LOBBY")
        await pilot.press("alt+q")
        await until(lambda: isinstance(app.screen, ConfirmScreen))
        app.run_deed(BY_NAME["quit"])
        await until(lambda: app.return_value == 0)
