"""The line that goes on with a session whose server has died is told by every console, and works."""

import json
import os
import re
import shlex
import shutil
import signal
from pathlib import Path

import pytest
from goodpath.library import list_shipped
from goodpath.way_on import if_dead, way_on

from goodpath_core.wire.port import PORT
from processes import OWN, Spoken, Terminal


def test_after_a_server_that_died_the_line_goes_on_in_any_folder_from_the_session_file_alone(
    tmp_path: Path,
) -> None:
    shutil.copytree(list_shipped()["ten-pictures"], tmp_path / "evening")
    terminal = Terminal(tmp_path, "host", "evening", "--port", "0", "-o", "my class.goodpath")
    try:
        terminal.wait_for("connected")
        keys = json.loads((tmp_path / "my class.key").read_text("utf-8"))
        os.kill(_server_of(terminal), signal.SIGKILL)
        terminal.wait_for("NO SERVER")
        terminal.press(b"\x1bq")
        terminal.wait_for("Close this console? The server cannot be reached.")
        assert "The class goes on" not in terminal.text
        terminal.press(b"\r")
        terminal.wait_for("Go on with:")
        terminal.finish()
        told = re.search(r"Go on with:  \S+/goodpath (.*?--port \d+)", "".join(terminal.text.splitlines()))
        assert told is not None
    finally:
        terminal.close()
    words = shlex.split(told[1])
    assert words[:3] == ["host", str(tmp_path / "my class.goodpath"), "--port"]
    shutil.rmtree(tmp_path / "evening")
    (tmp_path / "elsewhere").mkdir()
    again = Spoken(tmp_path / "elsewhere", *words)
    try:
        assert again.wait_for(r"Code:      (\S+)")[1].replace("-", "") == keys["code"]
        assert "GoodPath is open on port" in again.said and ": Ten pictures\n" in again.said
    finally:
        again.close()
    assert list((tmp_path / "elsewhere").glob("*.goodpath")) == []


def test_a_console_of_its_own_tells_the_line_that_goes_on_after_the_server_died(
    tmp_path: Path,
) -> None:
    hosted = Spoken(tmp_path, "host", "ten-pictures", "--port", "0", "-o", "class.goodpath")
    line = hosted.wait_for(r"Teacher:   \S+/goodpath (.*)\n")[1]
    port = line.split()[1].rpartition(":")[2]
    terminal = Terminal(tmp_path, *shlex.split(line))
    try:
        terminal.wait_for("connected")
        hosted.process.kill()
        terminal.wait_for("NO SERVER")
        terminal.press(b"\x1bq")
        terminal.wait_for("Close this console? The server cannot be reached.")
        terminal.press(b"\r")
        terminal.wait_for("Come back with:")
        terminal.finish()
        said = "".join(terminal.text.splitlines())
    finally:
        terminal.close()
        hosted.close()
    told = re.search(r"If it is dead, go on with:  \S+/goodpath (.*?--port \d+)", said)
    assert told is not None
    assert shlex.split(told[1]) == ["host", str(tmp_path / "class.goodpath"), "--port", port]


def test_the_line_is_one_that_a_shell_takes_as_it_stands() -> None:
    file = "/home/li/it's my class.goodpath"
    assert way_on(file, PORT, lan=False) == OWN + """ host '/home/li/it'"'"'s my class.goodpath'"""
    assert way_on("/c.goodpath", 9000, lan=True) == f"{OWN} host /c.goodpath --port 9000 --lan"
    told = way_on("/c.goodpath", PORT, lan=True, address="class-pc.local")
    assert told == f"{OWN} host /c.goodpath --lan --address class-pc.local"


@pytest.mark.parametrize(
    ("host", "rest"),
    [
        ("127.0.0.1", ""),
        ("localhost", ""),
        ("192.168.5.2", " --lan"),
        ("class-pc.local", " --lan --address class-pc.local"),
        ("room-12", " --lan --address room-12"),
        ("[fe80::1]", " --lan"),
    ],
)
def test_a_name_leads_back_to_the_server_and_an_address_that_may_change_is_found_anew(
    host: str, rest: str
) -> None:
    line = if_dead("/c.goodpath", host, PORT).rpartition("with:  ")[2]
    assert line == f"goodpath host /c.goodpath{rest}"


def _server_of(terminal: Terminal) -> int:
    """The process of the server that a console has started."""
    found = Path(f"/proc/{terminal.process.pid}/task/{terminal.process.pid}/children").read_text().split()
    for child in found:
        inner = Path(f"/proc/{child}/task/{child}/children").read_text().split()
        found += inner
    return next(int(one) for one in found if b"\0serve\0" in Path(f"/proc/{one}/cmdline").read_bytes())
