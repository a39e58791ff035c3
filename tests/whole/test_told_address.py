"""A console that is opened with the key file alone hears from the server where students come in."""

from pathlib import Path

from goodpath.playing import open_seat

from client.little_server import running, until
from goodpath_client.link import Link
from goodpath_client.own_clock import OwnClock
from goodpath_core.wire.frames import AskDoor
from whole_class import ServerProcess, see_off, talk_scenario


async def test_a_served_session_tells_the_address_it_was_announced_with(tmp_path: Path) -> None:
    errors = tmp_path / "server.log"
    server = await ServerProcess.start(
        talk_scenario(tmp_path), "-o", tmp_path / "class.goodpath", "--port", "0", errors=errors
    )
    teacher, console, *_ = open_seat(
        f"127.0.0.1:{server.port}", server.secret, role="teacher", now=OwnClock().now_ms
    )
    assert isinstance(teacher, Link)
    async with running(teacher):
        await until(lambda: console.view is not None)
        assert (await teacher.ask(AskDoor()))["address"] == f"127.0.0.1:{server.port}"
    await see_off()
    assert await server.stop() == 0
