"""The foot of each box of the teacher says what Enter does there, and as whom."""

from client.teacher.classroom import Classroom, screen_text, seen, start
from goodpath_client.teacher.app import TeacherApp


def foot(app: TeacherApp) -> str:
    """The last line of the screen."""
    return screen_text(app).rstrip().splitlines()[-1]


async def test_in_the_words_of_the_narrator_enter_sends_them_and_in_the_lists_it_goes_on() -> None:
    async with Classroom() as room:
        await room.pupil("Ana", "1/yuting")
        async with room.console() as (app, pilot):
            await seen(app, "1 of 1 here")
            await start(app, pilot)
            await pilot.press("f4")
            await seen(app, "Enter send as the narrator")
            assert "go on" not in foot(app)
            await pilot.press("tab")
            await seen(app, "Enter go on")
            assert "send as" not in foot(app)


async def test_as_whom_enter_sends_follows_the_voice_that_was_chosen() -> None:
    async with Classroom() as room:
        await room.pupil("Ana", "1/yuting")
        async with room.console() as (app, pilot):
            await seen(app, "1 of 1 here")
            await start(app, pilot)
            await pilot.press("f8")
            await seen(app, "Enter go on")
            await pilot.press("end", "enter", "enter")
            await seen(app, "Enter send as the teacher, out of role")
            assert "go on" not in foot(app)


async def test_in_the_box_of_a_notice_enter_sets_it() -> None:
    async with Classroom() as room:
        await room.pupil("Ana", "1/yuting")
        async with room.console() as (app, pilot):
            await seen(app, "1 of 1 here")
            await start(app, pilot)
            await pilot.press("f3")
            await seen(app, "Page makers")
            await pilot.press("e")
            await seen(app, "Enter set it, asks once more")


async def test_the_key_that_opened_the_box_leads_from_its_words_back_to_who_speaks() -> None:
    async with Classroom() as room:
        await room.pupil("Ana", "1/yuting")
        async with room.console() as (app, pilot):
            await seen(app, "1 of 1 here")
            await start(app, pilot)
            await pilot.press("f8")
            await seen(app, "Enter go on")
            await pilot.press("home", "enter", "enter", "n")
            await seen(app, "Enter send as")
            assert "F8 who speaks" in foot(app)
            await pilot.press("f8", "end")
            await seen(app, "as the teacher, out of role")
            await seen(app, "Enter go on")
