"""That the server is gone stands on top of every screen of the console, and the stop signal beside it."""

import pytest

from client.teacher.classroom import Classroom, screen_text, seen, start, until
from goodpath_core.play.safety import SignalStop

GONE = "NO SERVER. Is it dead? Alt+Q says what to do."


@pytest.mark.parametrize(
    ("key", "there"),
    [("f3", "chats, rooms, pages"), ("f4", "narrator"), ("f1", "Esc"), ("f7", "Esc  no")],
    ids=["reading", "speaking", "help", "a question"],
)
@pytest.mark.parametrize("width", [60, 100])
async def test_every_screen_says_on_top_that_the_server_is_gone(key: str, there: str, width: int) -> None:
    async with Classroom() as room, room.console(width, 24) as (app, pilot):
        await seen(app, "LOBBY")
        await start(app, pilot)
        await pilot.press(key)
        await seen(app, there)
        assert "NO SERVER" not in screen_text(app)
        await room.server.stop()
        await until(lambda: GONE in screen_text(app).splitlines()[0])


async def test_the_console_itself_says_it_once_in_its_own_place() -> None:
    async with Classroom() as room, room.console(100, 24) as (app, pilot):
        await seen(app, "LOBBY")
        await start(app, pilot)
        await pilot.press("f3")
        await seen(app, "chats, rooms, pages")
        await room.server.stop()
        await seen(app, GONE)
        await pilot.press("escape")
        await seen(app, "The server cannot be reached; trying again.")
        await until(lambda: screen_text(app).count("NO SERVER") == 1)


async def test_who_asks_to_stop_is_still_named_while_the_server_is_gone() -> None:
    async with Classroom() as room, room.console(100, 24) as (app, pilot):
        ana = await room.pupil("Ana", "1/yuting")
        await seen(app, "LOBBY")
        await start(app, pilot)
        await ana.do(SignalStop())
        await seen(app, "STOP wanted by seat 1 Ana.")
        await pilot.press("f3")
        await seen(app, "chats, rooms, pages")
        await room.server.stop()
        await seen(app, "NO SERVER")
        first = screen_text(app).splitlines()[0]
        assert first.lstrip().startswith("STOP wanted by seat 1 Ana") and first.endswith("NO SERVER")
