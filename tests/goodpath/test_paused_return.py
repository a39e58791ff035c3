"""A session that was running comes back paused where a console is opened with it, and at once elsewhere."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from goodpath.serving import begin_or_go_on, look_at

from goodpath_core.play.control import StartWorld
from goodpath_core.play.event import By
from goodpath_server.server import Config
from goodpath_server.storing import all_stored
from processes import Spoken, Terminal


async def broken_off(path: Path) -> None:
    """A session file of `ten-pictures` whose server went while the world was running."""
    server = begin_or_go_on(look_at("ten-pictures", path), path, Config(port=0))
    await server.start()
    server.session.command(StartWorld(), By("teacher", "teacher"))
    await all_stored(server.session)
    await server.stop()


def last_kinds(path: Path) -> list[str]:
    """What has happened since the world began, for everybody."""
    with closing(sqlite3.connect(path)) as file:
        kinds = [kind for (kind,) in file.execute("SELECT kind FROM event ORDER BY seq")]
    return [kind for kind in kinds if kind.startswith(("server.", "world."))]


async def test_with_a_console_it_waits_for_the_class_and_the_console_says_so(tmp_path: Path) -> None:
    await broken_off(tmp_path / "a.goodpath")
    terminal = Terminal(tmp_path, "host", "a.goodpath", "--port", "0")
    try:
        terminal.wait_for("PAUSED: F6 goes on once the class is back (0 of 0). The server was away; ")
        terminal.wait_for("the last thing that was stored.")
        assert last_kinds(tmp_path / "a.goodpath") == ["server.returned", "world.paused"]
        terminal.wait_for("F6 GO ON")
        terminal.press(b"\x1b[17~")
        terminal.wait_for("RUNNING")
        terminal.press(b"\x1bq")
        terminal.wait_for("Close this console?")
        terminal.press(b"\r")
        terminal.wait_for("Stop the server as well?")
        terminal.press(b"y\n")
        terminal.wait_for("Go on with:")
    finally:
        terminal.close()


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (("serve",), ["server.returned"]),
        (("serve", "--paused"), ["server.returned", "world.paused"]),
        (("host",), ["server.returned"]),
    ],
    ids=["serve", "serve --paused", "host without a terminal"],
)
async def test_where_nobody_may_be_there_it_goes_on_at_once_unless_asked(
    tmp_path: Path, words: tuple[str, ...], kinds: list[str]
) -> None:
    await broken_off(tmp_path / "a.goodpath")
    process = Spoken(tmp_path, *words, "a.goodpath", "--port", "0")
    try:
        process.wait_for("Ctrl")
        process.process.terminate()
        assert process.finish() == 0
    finally:
        process.close()
    assert last_kinds(tmp_path / "a.goodpath") == kinds
