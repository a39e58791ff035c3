"""Whose seat was closed while they were away reads so and what was not sent, and joins anew by one key."""

from pathlib import Path

from goodpath.library import load
from goodpath.playing import open_seat
from goodpath.serving import new_session
from textual.pilot import Pilot

from client.little_server import running, until
from client.screens.stage import seen, settle
from goodpath_client.app import StudentApp
from goodpath_client.joined import Joined
from goodpath_client.link import Link
from goodpath_client.own_clock import OwnClock
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.seats import TakePersona
from goodpath_core.wire.frames import AskReset
from goodpath_server.server import Config


async def leave_words(address: str, code: str, state: Path) -> None:
    """Ann plays, and writes something as there is no connection."""
    link, store, *_ = open_seat(address, code, "Ann", folder=state, now=OwnClock().now_ms)
    assert isinstance(link, Link)
    async with running(link):
        await until(lambda: store.view is not None)
        link.do(TakePersona(persona="1/yuting"))
        await until(lambda: store.me == "1/yuting" and not store.stale)
    link.do(PostMessage(room="1/page-makers", text="Is anybody there?"))


async def close_first_seat(address: str, secret: str) -> None:
    teacher, console, *_ = open_seat(address, secret, role="teacher", now=OwnClock().now_ms)
    assert isinstance(teacher, Link)
    async with running(teacher):
        await until(lambda: console.view is not None)
        await teacher.ask(AskReset(seat=1))


async def read_and_join_anew(pilot: Pilot[int], app: StudentApp) -> None:
    await settle(pilot)
    await pilot.press("f10")
    await seen(pilot, "Is anybody there?")
    await settle(pilot)
    await pilot.press("escape")
    await seen(pilot, "Your teacher has closed this seat.")
    await pilot.press("f10")
    await until(lambda: app.store.view is not None)


async def test_a_student_whose_seat_was_closed_reads_so_and_what_was_not_sent(tmp_path: Path) -> None:
    server = new_session(load("ten-pictures"), tmp_path / "class.goodpath", Config(port=0))
    await server.start()
    address = f"127.0.0.1:{server.port}"
    await leave_words(address, server.code, tmp_path / "state")
    await close_first_seat(address, server.secret)

    now = OwnClock().now_ms

    def connect(address: str, code: str, name: str, token: str, cell: int) -> Joined:
        return open_seat(address, code, name, token, folder=tmp_path / "state", cell=cell, now=now)

    app = StudentApp(
        now=now,
        connect=connect,
        address=address,
        code=server.code,
        own_name="Ann",
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await read_and_join_anew(pilot, app)
        assert (app.store.seat, app.store.me) == (2, "")
    said = [line.text for line in server.session.stored.rooms["1/page-makers"].messages]
    assert "Is anybody there?" not in said
    await server.stop()
