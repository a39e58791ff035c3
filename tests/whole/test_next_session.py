"""A later session at the same address, joined from the same computer under the same name, begins anew."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from goodpath.library import load
from goodpath.playing import open_seat
from goodpath.serving import new_session

from client.little_server import running, until
from client.screens.stage import seen
from goodpath_client.app import StudentApp
from goodpath_client.link import Link
from goodpath_client.own_clock import OwnClock
from goodpath_core.play.briefing import ReadBriefing
from goodpath_server.server import Config, Server
from open_class import open_class
from processes import Spoken


@asynccontextmanager
async def serving(scenario: str, path: Path, port: int = 0) -> AsyncIterator[Server]:
    """A server of one session, until the block ends."""
    server = new_session(load(scenario), path, Config(port=port))
    await server.start()
    try:
        yield server
    finally:
        await server.stop()


async def read_the_briefing(server: Server, state: Path) -> None:
    """Ann has had a seat there, and has read its briefing."""
    link, store, *_ = open_seat(
        f"127.0.0.1:{server.port}", server.code, "Ann", folder=state, now=OwnClock().now_ms
    )
    assert isinstance(link, Link)
    async with running(link):
        await until(lambda: store.view is not None)
        link.do(ReadBriefing(), "")
        await until(lambda: store.world.seats[1].briefed)


async def test_the_briefing_of_each_session_is_read_and_the_stop_key_tried_in_each(tmp_path: Path) -> None:
    state, now = tmp_path / "state", OwnClock().now_ms
    async with serving("ten-pictures", tmp_path / "a.goodpath") as first:
        await read_the_briefing(first, state)
        port = first.port
    async with serving("apple-phone", tmp_path / "b.goodpath", port) as second:
        seat = open_seat(f"127.0.0.1:{port}", second.code, "Ann", folder=state, now=now)
        app = StudentApp(seat, now=now)
        async with app.run_test(size=(80, 24)) as pilot:
            await seen(pilot, "1 of 3: read to the end")
            assert app.scene.shown == "briefing"


async def test_a_briefing_that_was_read_is_not_read_again_in_another_window(tmp_path: Path) -> None:
    state, now = tmp_path / "state", OwnClock().now_ms
    async with serving("ten-pictures", tmp_path / "a.goodpath") as server:
        await read_the_briefing(server, state)
        seat = open_seat(f"127.0.0.1:{server.port}", server.code, "Ann", folder=state, now=now)
        app = StudentApp(seat, now=now)
        async with app.run_test(size=(80, 24)) as pilot:
            await seen(pilot, "Whom will you play?")


def test_a_script_of_lines_comes_into_the_later_session_too(tmp_path: Path) -> None:
    port = 0
    for name in ("a", "b"):
        with open_class(tmp_path / f"{name}.goodpath", port) as (address, code):
            port = int(address.rpartition(":")[2])
            student = Spoken(tmp_path, "join", address, code, "--name", "Ann")
            try:
                student.say("/stop")
                student.say("/go")
                student.say_no_more()
                assert student.finish() == 0, student.said
                assert "This time it tells nobody." in student.said
                assert "Seat 1." in student.said
            finally:
                student.close()
