"""A mistyped code is told in a sentence and can be typed again on the same screen."""

from pathlib import Path

from goodpath.library import load
from goodpath.playing import open_seat
from goodpath.serving import new_session
from textual.widgets import Input

from client.little_server import running, until
from client.screens.stage import seen, settle
from goodpath_client.app import StudentApp
from goodpath_client.joined import Joined
from goodpath_client.link import Link
from goodpath_client.own_clock import OwnClock
from goodpath_core.wire.frames import AskDoor, Hello
from goodpath_core.wire.limits import PROTOCOL
from goodpath_server.server import Config
from whole_class import Wire, see_off


def unkept(address: str, code: str) -> StudentApp:
    """Ann's screens at a seat of which nothing is kept on this machine."""
    now = OwnClock().now_ms

    def connect(address: str, code: str, name: str, token: str, cell: int) -> Joined:
        return open_seat(address, code, name, token, now=now)

    return StudentApp(now=now, connect=connect, address=address, code=code, own_name="Ann")


async def test_a_wrong_code_can_be_mended_and_then_lets_in(tmp_path: Path) -> None:
    server = new_session(load("ten-pictures"), tmp_path / "class.goodpath", Config(port=0))
    await server.start()
    app = unkept(f"127.0.0.1:{server.port}", "AAAA-AAAA")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f10")
        await seen(pilot, "not known here")
        code = app.screen.query_one("#code", Input)
        assert code.has_focus
        code.value = server.code
        await pilot.press("f10")
        await until(lambda: app.store.view is not None)
        assert app.store.seat == 1
    await server.stop()


async def test_after_many_wrong_codes_from_the_same_machine_a_right_one_gets_in_by_itself(
    tmp_path: Path,
) -> None:
    server = new_session(load("ten-pictures"), tmp_path / "class.goodpath", Config(port=0))
    await server.start()
    for number in range(6):
        wire = await Wire.open(server.port)
        await wire.say(Hello(version=PROTOCOL, code=f"WRONG{number}"))
        await wire.ended()
    app = unkept(f"127.0.0.1:{server.port}", server.code)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f10")
        await until(lambda: app.store.view is not None)
        assert app.store.seat == 1
    await server.stop()
    await see_off()


async def test_who_comes_back_with_a_code_that_the_teacher_made_meanwhile_has_their_seat(
    tmp_path: Path,
) -> None:
    server = new_session(load("ten-pictures"), tmp_path / "class.goodpath", Config(port=0))
    await server.start()
    address, first_code, state = f"127.0.0.1:{server.port}", server.code, tmp_path / "state"

    async def seat_of(name: str, code: str) -> int:
        link, store, *_ = open_seat(address, code, name, folder=state, now=OwnClock().now_ms)
        assert isinstance(link, Link)
        async with running(link):
            await until(lambda: store.view is not None)
            return store.seat

    assert [await seat_of(name, first_code) for name in ("Ann", "Ben")] == [1, 2]
    teacher, console, *_ = open_seat(address, server.secret, role="teacher", now=OwnClock().now_ms)
    assert isinstance(teacher, Link)
    async with running(teacher):
        await until(lambda: console.view is not None)
        new_code = (await teacher.ask(AskDoor(turn="renew")))["code"]
    assert [await seat_of(name, new_code) for name in ("Ann", "Cem", "ben")] == [1, 3, 2]
    assert await seat_of("Ann", first_code) == 1
    await server.stop()


async def test_an_address_where_nobody_answers_can_be_given_up(tmp_path: Path) -> None:
    app = unkept("127.0.0.1:9", "AAAA-AAAA")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f10")
        await seen(pilot, "Esc")
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen.query_one("#address", Input).display
        assert app.student_link is None
