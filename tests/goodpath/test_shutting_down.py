"""A server whose session is over is stopped from a console of its own, wherever that is."""

import re
from pathlib import Path

import pytest
from goodpath.shutting_down import shut_down

from goodpath_core.errors import GoodpathError
from goodpath_server.keyfile import KeyFile
from processes import Spoken, Terminal


def test_a_console_that_came_later_and_ended_the_session_stops_the_server_too(
    tmp_path: Path,
) -> None:
    hosted = Spoken(tmp_path, "host", "ten-pictures", "--port", "0", "-o", "class.goodpath")
    address = hosted.wait_for(r"teach (\S+) --key")[1]
    terminal = Terminal(tmp_path, "teach", address, KeyFile(tmp_path / "class.key").secret)
    try:
        terminal.wait_for("connected")
        terminal.press(b"\x1be")
        terminal.wait_for("End the session for good?")
        terminal.press(b"y")
        terminal.wait_for("Alt+Q closes this and names the report.")
        terminal.press(b"\x1bq")
        terminal.wait_for("Close this console?")
        terminal.press(b"\r")
        terminal.wait_for("Stop the server? Screens that still show it are then cut off. [Y/n]")
        terminal.press(b"\n")
        terminal.wait_for("The server has stopped; the session is in ")
        assert terminal.finish() == 0
        assert hosted.finish() == 0
        said = "".join(terminal.text.splitlines())
    finally:
        terminal.close()
        hosted.close()
    told = re.search(r"Its last hash, to note for the reviewer: +([0-9a-f]{64})", said)
    assert told is not None and told[1] in hosted.said
    assert "Make the report" in said and "Come back with" not in said


async def test_the_server_of_a_running_session_is_not_stopped(tmp_path: Path) -> None:
    hosted = Spoken(tmp_path, "serve", "ten-pictures", "--port", "0", "-o", "class.goodpath")
    try:
        address = hosted.wait_for(r"teach (\S+) --key")[1]
        with pytest.raises(GoodpathError, match="The session is not over; end it before"):
            await shut_down(address, KeyFile(tmp_path / "class.key").secret)
        with pytest.raises(GoodpathError, match="That code is not known here"):
            await shut_down(address, "not-the-secret")
        assert hosted.process.poll() is None
    finally:
        hosted.close()


async def test_a_server_that_does_not_answer_is_said_not_to_be_stopped() -> None:
    with pytest.raises(GoodpathError, match="The server does not answer, so it was not stopped"):
        await shut_down("127.0.0.1:1", "secret", patience_s=0.2)
