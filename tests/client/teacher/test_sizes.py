"""The console fits every window it is meant for, and survives the others."""

import random

import pytest
from textual.geometry import Region
from wcwidth import wcswidth

from client.teacher.classroom import Classroom, screen_text, seen, until
from goodpath_client.teacher.app import TeacherApp
from goodpath_client.teacher.desk import Desk
from goodpath_client.widgets.row_list import RowList
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.profile import EditPage
from goodpath_core.play.safety import SignalStop

KEYS = ("", "f1", "f2", "f3", "f4", "f8", "o", "f7")
LONG = "『莪』乜冇打工妹小潘潘潘潘潘潘潘"


@pytest.mark.parametrize("size", [(40, 12), (44, 16), (56, 20), (80, 24), (120, 36)])
async def test_no_line_of_any_screen_is_wider_than_the_window(size: tuple[int, int]) -> None:
    async with Classroom() as room:
        pupil = await room.pupil(LONG, "1/yuting")
        async with room.console(*size) as (app, pilot):
            await seen(app, "F5 start")
            await pilot.press("f5", "y")
            await seen(app, "F6 pause")
            await pupil.do(EditPage(nickname=LONG))
            await pupil.do(PostMessage(room="1/page-makers", text=LONG * 9))
            await pupil.do(SignalStop())
            for key in KEYS:
                if key:
                    await pilot.press(key)
                await pilot.pause(0.15)
                lines = screen_text(app).splitlines()
                assert len(lines) <= size[1]
                assert max(map(wcswidth, lines)) <= size[0], key
                if key:
                    await pilot.press("f2" if key == "f2" else "escape")


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 36)])
async def test_what_matters_is_there_at_every_size(size: tuple[int, int]) -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console(*size) as (app, pilot):
            await until(lambda: app.store.link.kind == "connected")
            await seen(app, "F5 starts; first")
            qr = app.screen.query_one("#qr")
            await until(lambda: qr.region.bottom < size[1] and qr.region.height == 17)
            await pilot.press("f5", "y")
            await seen(app, "F3 rooms  + 1 min")
            await pupil.do(SignalStop())
            await seen(app, "STOP wanted by seat 1 Ana")
            for words in (
                "state     seat name",
                "as ",
                "last did",
                "silent",
                "half-time",
                "F6 pause",
                "RUNNING",
            ):
                await seen(app, words)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24)])
async def test_the_code_is_never_cut_and_there_is_a_seat_to_see(size: tuple[int, int]) -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        code = f"{room.server.code[:4]}-{room.server.code[4:]}"
        async with room.console(*size) as (app, pilot):
            await seen(app, "here      1    Ana")
            await seen(app, f"127.0.0.1:{room.server.port} {code}")
            await pilot.press("f5", "y")
            await seen(app, "RUNNING")
            await pupil.do(SignalStop())
            await seen(app, "STOP      1    Ana")
            await seen(app, f"127.0.0.1:{room.server.port} {code}")
            await seen(app, "half-time")


async def test_the_qr_code_is_shown_only_where_it_is_whole() -> None:
    async with Classroom() as room, room.console(80, 24) as (app, pilot):
        await seen(app, "LOBBY")
        qr = app.screen.query_one("#qr")
        await until(lambda: qr.region.height == 17 and qr.region.bottom < 24)
        for size in ((80, 23), (60, 24), (40, 12)):
            await pilot.resize_terminal(*size)
            await until(lambda: not qr.display)
        await pilot.resize_terminal(70, 24)
        await until(lambda: qr.display and qr.region.height == 17 and qr.region.bottom < 24)


async def test_a_window_too_small_says_so() -> None:
    async with Classroom() as room, room.console(39, 11) as (app, pilot):
        await until(lambda: "Make this window larger: 40 x 12" in " ".join(screen_text(app).split()))
        await pilot.resize_terminal(80, 24)
        await seen(app, "LOBBY")


@pytest.mark.parametrize("opener", ["", "f3", "f8", "o"])
async def test_no_key_acts_on_a_list_that_the_window_has_no_room_for(opener: str) -> None:
    async with Classroom() as room:
        await room.pupil("Ana", "1/yuting")
        await room.pupil("Ben")
        async with room.console(38, 10) as (app, pilot):
            await until(lambda: app.desks and app.desk.is_whole)
            await pilot.press(*filter(None, [opener]))
            top = app.screen
            assert isinstance(top, Desk)
            await until(lambda: top.is_whole)
            before = [one.highlighted for one in top.query(RowList)]
            await pilot.press("pageup", "pagedown", "down", "down", "home", "end", "pageup", "enter")
            assert app.screen is top and [one.highlighted for one in top.query(RowList)] == before
            await pilot.resize_terminal(80, 24)
            await until(lambda: top.focused is not None)
            await pilot.press("pagedown", "pageup")
            assert app.is_running


async def test_a_storm_of_sizes_and_screens_harms_nothing() -> None:
    dice = random.Random(7)
    async with Classroom() as room, room.console() as (app, pilot):
        await pilot.press("f3", "escape", "f8", "escape", "o", "escape")  # even before anything has come
        await seen(app, "LOBBY")
        await pilot.press("f5", "y")
        for step in range(40):
            if step % 5 == 0:
                await pilot.press(KEYS[1 + step // 5 % 6], "escape")
            await pilot.resize_terminal(dice.randint(1, 160), dice.randint(1, 50))
        await pilot.resize_terminal(100, 30)
        await seen(app, "What comes next")


@pytest.mark.parametrize("size", [(44, 16), (60, 20), (80, 24)])
async def test_what_is_said_in_passing_covers_no_first_rows_of_a_list(size: tuple[int, int]) -> None:
    async with Classroom() as room:
        await room.pupil("Ana", "1/yuting")
        await room.pupil(LONG)
        async with room.console(*size) as (app, pilot):
            await seen(app, "LOBBY")
            await pilot.press("f5", "y")
            await seen(app, "RUNNING")
            app.say("Seat 2 has come late. It chooses a persona, or O hands one over.")
            await until(lambda: app.screen.query("Toast") and _toast(app).height)
            seats, plan = app.screen.query_one("#seats").region, app.screen.query_one("#plan").region
            assert _toast(app).y >= seats.y + 2 and not _toast(app).overlaps(plan)
            await pilot.press("o")
            await seen(app, "this persona")
            await until(lambda: app.screen.query("Toast") and _toast(app).height)
            for part in ("#free-seats", "#cast"):
                assert _toast(app).y >= app.screen.query_one(part).region.y + 6


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_what_is_said_in_passing_covers_no_last_line_of_a_chat_nor_the_list_of_places(
    size: tuple[int, int],
) -> None:
    async with Classroom() as room:
        await room.pupil("Ana", "1/yuting")
        async with room.console(*size) as (app, pilot):
            await seen(app, "LOBBY")
            await pilot.press("f3")
            await seen(app, "chats, rooms, pages")
            app.say("Seat 2 has come late. It chooses a persona, or O hands one over.")
            await until(lambda: app.screen.query("Toast") and _toast(app).height)
            lines, places = app.screen.query_one("#lines").region, app.screen.query_one("#rooms").region
            await until(lambda: _toast(app).bottom < lines.y + lines.height // 2)
            assert _toast(app).y >= lines.y and not _toast(app).overlaps(places)


def _toast(app: TeacherApp) -> Region:
    """Where what was said last in passing stands."""
    return app.screen.query("Toast").last().region
