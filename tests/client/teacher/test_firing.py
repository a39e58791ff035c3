"""An inject happens before its time only after one more key, in every cell that waits alike, and once."""

from client.teacher.classroom import Classroom, screen_text, seen, until
from goodpath_core.play.script import FireInject


async def test_injects_are_fired_skipped_and_put_off_one_by_one() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console(100, 30) as (app, pilot):
            await seen(app, "1 of 1 here")
            await pilot.press("f5", "y")
            await seen(app, "half-time  narrator: Some of the time is gone.")
            await pilot.press("d")
            await seen(app, "in 4:2")
            await pilot.press("f")
            await seen(app, "Let “half-time” happen now?")
            await seen(app, "narrator: Some of the time is gone.")
            await pilot.press("escape")
            assert "half-time" in screen_text(app) and not app.store.world.fired
            await pilot.press("f", "y")
            await until(lambda: "half-time" not in screen_text(app))
            await until(lambda: bool(pupil.store.world.journal))
            await pilot.press("tab", "down", "s")
            await seen(app, "Leave “last-minute” out? This will never happen: narrator: ")
            await pilot.press("escape")
            assert "last-minute" in screen_text(app)
            await pilot.press("s", "y")
            await until(lambda: "last-minute" not in screen_text(app))
            (told,) = pupil.store.world.journal
            assert told.text.startswith("Some of the time is gone.")
            await pilot.press("f")
            await seen(app, "Choose an inject first")


async def test_cells_that_wait_alike_are_one_row_and_act_together() -> None:
    async with Classroom(cells=3) as room, room.console(100, 30) as (app, pilot):
        await seen(app, "LOBBY")
        await pilot.press("f5", "y")
        await seen(app, "half-time  narrator")
        assert screen_text(app).count("half-time") == 1
        await pilot.press("f", "y")
        await until(lambda: len(app.store.world.fired) == 3)


async def test_an_inject_that_another_let_happen_while_it_is_asked_about_does_not_happen_twice() -> None:
    async with Classroom() as room, room.console(80, 24) as (app, pilot):
        await seen(app, "LOBBY")
        await pilot.press("f5", "y")
        await seen(app, "half-time  narrator")
        await pilot.press("f")
        await seen(app, "Let “half-time” happen now?")
        app.do(FireInject(inject="half-time", cell=1))
        await until(lambda: bool(app.store.world.fired))
        await pilot.press("y")
        await seen(app, "That has just happened by itself")
        assert len(app.store.world.journal) == 1
