"""What a teacher's question quotes stands in one line, cut where its keys would leave the screen."""

import pytest

from client.teacher.classroom import Classroom, screen_text, seen, start, until
from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.widgets.composer import Composer
from goodpath_core.play.messages import PostMessage

ROOM = "1/page-makers"
SIZES = pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=str)
ROWS = "\n".join(f"row {number}" for number in range(40))


@SIZES
async def test_the_question_before_a_line_of_many_rows_is_removed_shows_its_keys(
    size: tuple[int, int],
) -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console(*size) as (app, pilot):
            await seen(app, "1 of 1 here")
            await start(app, pilot)
            await pupil.do(PostMessage(room=ROOM, text=ROWS))
            await pilot.press("f3")
            await seen(app, "lines more")
            await pilot.press("tab", "up", "h")
            await seen(app, "Remove this line from every screen? “row 0 row 1 row 2")
            assert "Y  remove it" in screen_text(app)
            await pilot.press("y")
            await until(lambda: pupil.store.lines(ROOM)[-1].gone == "hidden")


@SIZES
async def test_the_question_before_a_long_notice_is_set_shows_its_keys(size: tuple[int, int]) -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console(*size) as (app, pilot):
            await seen(app, "1 of 1 here")
            await start(app, pilot)
            await pilot.press("f3")
            await seen(app, "V speak here")
            await pilot.press("e")
            await seen(app, "the notice of Page makers")
            app.screen.query_one(Composer).put(ROWS)
            await pilot.press("enter")
            await until(lambda: isinstance(app.screen, ConfirmScreen))
            await seen(app, "Set this as the notice of Page makers? “row 0 row 1 row 2")
            assert "Enter  set it" in screen_text(app)
            await pilot.press("enter")
            await until(lambda: pupil.store.world.rooms[ROOM].notice == ROWS)
