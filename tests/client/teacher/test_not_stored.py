"""While nothing can be stored, a teacher's key says so at once and never acts later; words come back."""

from client.screens.stage import write
from client.teacher.classroom import Classroom, screen_text, seen, start, until
from full_disk import FULL, FullDisk
from goodpath_client.widgets.composer import Composer
from goodpath_core.play.messages import PostMessage

NOT_DONE = f"Nothing was done. {FULL}"
UNSTORED = f"Nothing can be stored. {FULL}"

NOT_STORED = "Nothing can be stored now; your line is kept and goes out once it can be."
NOTHING = "Nothing can be stored now, so nothing new happens until this has passed."


async def test_a_key_is_refused_at_once_and_does_nothing_once_there_is_space() -> None:
    disk = FullDisk({"session": "s1"})
    async with Classroom(log=disk) as room, room.console(100, 30) as (app, pilot):
        await seen(app, "LOBBY")
        pupil = await room.pupil("Bo", "1/yuting")
        await start(app, pilot)
        await until(lambda: pupil.store.world.session.stage == "playing")
        disk.full = True
        await pilot.press("f6")
        await until(lambda: app.store.link.unstored == NOT_DONE)
        assert app.store.link.waiting == 0
        app.clear_notifications()
        await seen(app, NOT_DONE)
        await pilot.press("f3")
        await seen(app, "not stored")
        await pilot.press("escape")
        pupil.link.do(PostMessage(room="1/page-makers", text="hello"))
        await until(lambda: pupil.store.link.unstored)
        disk.full = False
        await until(lambda: pupil.store.link.waiting == 0)
        assert [line.text for line in pupil.store.lines("1/page-makers")][-1] == "hello"
        assert pupil.store.link.unstored == ""
        await until(lambda: not app.store.link.unstored)
        assert not app.store.world.session.paused
        await until(lambda: NOT_DONE not in screen_text(app))
        await pilot.press("f6")
        await seen(app, "PAUSED")


async def test_what_the_teacher_wrote_is_back_in_its_box() -> None:
    disk = FullDisk({"session": "s1"})
    async with Classroom(log=disk) as room, room.console(100, 30) as (app, pilot):
        await seen(app, "LOBBY")
        await start(app, pilot)
        disk.full = True
        await pilot.press("f4")
        await seen(app, "the narrator, to everybody")
        await write(pilot, "Rain", "enter")
        await until(lambda: app.store.link.unstored)
        await until(lambda: app.screen.query_one(Composer).text == "Rain")
        disk.full = False
        assert app.store.link.waiting == 0


async def test_whoever_asks_for_nothing_learns_it_too_and_that_it_is_over() -> None:
    disk = FullDisk({"session": "s1"})
    async with Classroom(log=disk) as room, room.console(100, 30) as (app, pilot):
        await seen(app, "LOBBY")
        writer, reader = await room.pupil("Bo", "1/yuting"), await room.pupil("Cy", "1/chunmei")
        await start(app, pilot)
        await until(lambda: writer.store.world.session.stage == "playing")
        disk.full = True
        writer.link.do(PostMessage(room="1/page-makers", text="hello"))
        await seen(app, UNSTORED)
        await until(lambda: reader.store.link.unstored == NOTHING)
        await until(lambda: writer.store.link.unstored == NOT_STORED)
        disk.full = False
        await until(lambda: "not stored" not in screen_text(app))
        await until(lambda: not reader.store.link.unstored and not writer.store.link.unstored)


async def test_what_was_said_goes_by_itself_though_nobody_does_anything() -> None:
    disk = FullDisk({"session": "s1"})
    async with Classroom(log=disk) as room, room.console(100, 30) as (app, pilot):
        await seen(app, "LOBBY")
        await start(app, pilot)
        disk.full = True
        await pilot.press("f6")
        await seen(app, NOT_DONE)
        disk.full = False
        await until(lambda: not app.store.link.unstored)
        await until(lambda: NOT_DONE not in screen_text(app))
        assert not app.store.world.session.paused
