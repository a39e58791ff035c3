"""While code and QR are shown, which may be on the wall, the console shows what is fit for a class."""

from client.teacher.classroom import Classroom, screen_text, seen, start, until
from goodpath_core.play.profile import EditPage
from goodpath_core.play.safety import SignalStop


async def test_while_the_code_may_be_on_the_wall_nobody_sees_who_plays_whom() -> None:
    async with Classroom() as room, room.console() as (app, pilot):
        ana = await room.pupil("Ana", "1/yuting")
        await room.pupil("Ben")
        await seen(app, "2 of 2 here")
        await seen(app, "here 1 Ana hidden")
        await seen(app, "here 2 Ben choosing")
        await pilot.press("f2")
        await seen(app, "Pan Yuting")
        await start(app, pilot)
        await ana.do(EditPage(nickname="Rain and wind"))
        for words in ("Pan Yuting", "Rain and", "changed page"):
            await seen(app, words)
        await pilot.press("f2")
        await until(lambda: app.screen.query_one("#qr").display)
        await seen(app, "hidden")
        assert not any(words in screen_text(app) for words in ("Yuting", "Rain and", "changed page"))


async def test_the_sum_of_the_class_counts_who_asks_to_stop_and_on_the_wall_nobody_who_does() -> None:
    async with Classroom() as room, room.console(120, 36) as (app, pilot):
        await room.pupil("Ana", "1/yuting")
        ben = await room.pupil("Ben", "1/jun")
        await seen(app, "2 of 2 here")
        await start(app, pilot)
        await seen(app, "phone 2   no page 2")
        await ben.do(SignalStop())
        await seen(app, " 1 STOP   1 here    phone 2")
        await pilot.press("f2")
        await seen(app, " 2 here    phone 2")
        assert "1 STOP" not in screen_text(app)


async def test_a_code_that_was_shown_goes_when_the_session_is_over_and_does_not_come_back() -> None:
    async with Classroom() as room, room.console() as (app, pilot):
        code = f"{room.server.code[:4]}-{room.server.code[4:]}"
        await seen(app, code)
        await pilot.press("f2", "f2", "alt+e", "y")
        await seen(app, "The session is over and stored.")
        await until(lambda: code not in screen_text(app))
        await pilot.press("f2")
        await seen(app, "The session is over, so nobody new comes in.")
        assert not any(app.screen.query_one(one).display for one in ("#code", "#qr"))


async def test_a_console_that_is_opened_again_shows_the_line_that_the_server_was_opened_with() -> None:
    async with Classroom(reached="192.168.1.20") as room, room.console() as (app, _):
        await seen(app, f"goodpath join 192.168.1.20:{room.server.port} ")
        assert "no --lan" not in screen_text(app)
