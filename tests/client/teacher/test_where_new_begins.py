"""A chat that the teacher opens is shown from where the new lines begin, and once read from its end."""

from client.teacher.classroom import Classroom, screen_text, seen, start, until
from goodpath_client.widgets.row_list import RowList
from goodpath_core.play.messages import PostMessage

ROOM = "1/page-makers"
LINES = 30


async def test_a_chat_is_read_from_the_first_new_line_and_then_from_its_end() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console(80, 24) as (app, pilot):
            await seen(app, "1 of 1 here")
            await start(app, pilot)
            await until(lambda: pupil.store.world.session.stage == "playing")
            for number in range(LINES):
                await pupil.do(PostMessage(room=ROOM, text=f"word {number} ends"))
            await until(lambda: any(line.text == "word 29 ends" for line in app.store.lines(ROOM)))
            await pilot.press("f3")
            rooms = app.screen.query_one("#rooms", RowList)
            rooms.choose(f"room:{ROOM}")
            await seen(app, "word 0 ends")
            assert "30 new" in screen_text(app) and "word 29 ends" not in screen_text(app)
            app.news.look(app.store, f"room:{ROOM}")
            await pilot.press("up")
            await until(lambda: rooms.chosen != f"room:{ROOM}")
            rooms.choose(f"room:{ROOM}")
            await seen(app, "word 29 ends")
            assert "word 0 ends" not in screen_text(app)
