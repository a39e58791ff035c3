"""A console that is opened again knows what each seat last did."""

from client.teacher.classroom import Classroom, screen_text, seen, start
from goodpath_core.play.messages import PostMessage


async def test_what_a_seat_last_did_is_there_in_a_console_that_opens_later() -> None:
    async with Classroom() as room:
        ana = await room.pupil("Ana", "1/yuting")
        async with room.console(120) as (app, pilot):
            await seen(app, "1 of 1 here")
            await start(app, pilot)
            await ana.do(PostMessage(room="1/page-makers", text="hi"))
            await seen(app, "wrote a line")
        async with room.console(120) as (app, pilot):
            await seen(app, "RUNNING")
            await seen(app, "wrote a line")
            assert "Ana" in screen_text(app)
