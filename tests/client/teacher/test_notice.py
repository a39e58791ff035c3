"""The teacher sets a group's notice from F3, with what stands in the box, and is told who reads it."""

from client.screens.stage import write
from client.teacher.classroom import Classroom, seen, start, until
from goodpath_client.teacher.notice import NoticeScreen
from goodpath_client.teacher.rooms import RoomsScreen
from goodpath_client.widgets.composer import Composer
from goodpath_core.play.control import EndSession
from goodpath_core.play.messages import PostMessage, private_room

ROOM = "1/page-makers"


async def test_the_notice_that_stands_is_changed_after_it_was_said_who_reads_it() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        await room.pupil("Ben", "1/chunmei")
        async with room.console() as (app, pilot):
            await seen(app, "2 of 2 here")
            await start(app, pilot)
            await pilot.press("f3")
            await seen(app, "E notice")
            await pilot.press("e")
            await seen(app, "the notice of Page makers")
            box = app.screen.query_one(Composer)
            standing = app.store.world.rooms[ROOM].notice
            assert standing and box.text == standing
            box.clear()
            await write(pilot, "Be [b]early[/b].", "enter")
            await seen(app, "Set this as the notice of Page makers? “Be [b]early[/b].”")
            await seen(app, "2 classmates, observers, the teacher, and later the reviewer can read it.")
            await pilot.press("escape")
            await seen(app, "Be [b]early[/b].")
            assert app.store.world.rooms[ROOM].notice == standing
            await pilot.press("end", "enter")
            await seen(app, "Set this as the notice")
            await pilot.press("enter")
            await until(lambda: pupil.store.world.rooms[ROOM].notice == "Be [b]early[/b].")
            await until(lambda: isinstance(app.screen, RoomsScreen))
            line = pupil.store.lines(ROOM)[-1]
            assert (line.kind, pupil.store.name(line.voice)) == ("notice", "teacher")


async def test_what_has_no_notice_says_so() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        private = private_room("1/chunmei", "1/yuting")
        async with room.console() as (app, pilot):
            await seen(app, "1 of 1 here")
            await start(app, pilot)
            await pupil.do(PostMessage(room=private, text="psst"))
            await pilot.press("f3")
            await seen(app, "said and thought")
            for down in (("down",), ("down",), ("down",)):
                await pilot.press(*down, "e")
                await seen(app, "Choose a group first; only groups have a notice.")
                assert isinstance(app.screen, RoomsScreen)


async def test_a_notice_that_was_refused_goes_back_into_the_box() -> None:
    async with Classroom() as room:
        other = await room.second_teacher()
        async with room.console() as (app, pilot):
            await seen(app, "LOBBY")
            await start(app, pilot)
            await pilot.press("f3", "e")
            await seen(app, "the notice of Page makers")
            app.screen.query_one(Composer).clear()
            await write(pilot, "Too late", "enter")
            await seen(app, "Set this as the notice")
            await other.do(EndSession())
            await pilot.press("enter")
            await seen(app, "The session is over; nothing can be added.")
            assert isinstance(app.screen, NoticeScreen)
            await seen(app, "Too late")
