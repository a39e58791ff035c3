"""Where the teacher reads a group its notice stands above its lines, as it does for students."""

import pytest
from textual.pilot import Pilot

from client.teacher.classroom import Classroom, screen_text, seen, start, until
from goodpath_client.teacher.app import TeacherApp
from goodpath_client.teacher.rooms import RoomsScreen
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.row_list import RowList
from goodpath_core.play.messages import SetNotice

ROOM = "1/page-makers"
LONG = "Tonight we all meet at the gate of the factory at ten, bring a picture of your room. " * 4
NOTICE = "! Tonight"


async def show(app: TeacherApp, pilot: Pilot[int], place: str) -> None:
    """Read another place."""
    app.screen.query_one("#rooms", RowList).choose(place)
    await pilot.pause()
    await pilot.pause()


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)], ids=str)
async def test_it_stands_above_the_lines_of_a_group_and_above_nothing_else(size: tuple[int, int]) -> None:
    async with Classroom() as room:
        await room.pupil("Ana", "1/yuting")
        async with room.console(*size) as (app, pilot):
            await seen(app, "1 of 1 here")
            await start(app, pilot)
            await pilot.press("f3")
            await seen(app, NOTICE)
            for place in ("lives:1", "page:1/yuting"):
                await show(app, pilot, place)
                assert NOTICE not in screen_text(app)
            await show(app, pilot, f"room:{ROOM}")
            assert NOTICE in screen_text(app)
            app.do(SetNotice(room=ROOM, text=""))
            await until(lambda: NOTICE not in screen_text(app))


async def test_one_that_is_cut_names_the_key_of_the_box_that_has_it_whole() -> None:
    async with Classroom() as room, room.console(80, 24) as (app, pilot):
        await seen(app, "LOBBY")
        await start(app, pilot)
        await pilot.press("f3")
        await until(lambda: isinstance(app.screen, RoomsScreen))
        app.do(SetNotice(room=ROOM, text=LONG.strip()))
        await seen(app, "! Tonight we all meet")
        (row,) = [row for row in screen_text(app).splitlines() if "! Tonight we all meet" in row]
        assert ".." in row and row.endswith(" E notice")
        await pilot.press("e")
        await seen(app, "the notice of Page makers")
        assert app.screen.query_one(Composer).text == LONG.strip()
