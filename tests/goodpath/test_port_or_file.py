"""Where both the port and the session file are wrong, the file is named: another port would not help."""

import socket
import sqlite3
from asyncio import to_thread
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from goodpath.own_line import own_line
from goodpath.serving import begin_or_go_on, look_at

from goodpath_core.play.control import EndSession, StartWorld
from goodpath_server.server import Config, Server
from processes import Terminal
from town import TEACHER
from typed import typed

CLASS = "class.goodpath"


@pytest.fixture
def taken() -> Iterator[str]:
    """A port that another program has."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield str(other.getsockname()[1])


async def saved(folder: Path) -> Server:
    """A server whose session is on disk in CLASS, and runs."""
    path = folder / CLASS
    server = begin_or_go_on(look_at("ten-pictures", path), path, Config(port=0))
    await server.start()
    return server


def write_something_else(path: Path) -> None:
    path.write_text("This is pdfTeX")


def change_a_record(path: Path) -> None:
    _change(path, "UPDATE event SET body = '{' WHERE seq = 3")


def lose_the_cells(path: Path) -> None:
    _change(path, "UPDATE meta SET value = 'x' WHERE key = 'cells'")


def spoil_the_scenario(path: Path) -> None:
    _change(path, "UPDATE meta SET value = 'title: x' WHERE key = 'scenario_text'")


def mix_up_the_keys(path: Path) -> None:
    keys = path.with_suffix(".key")
    keys.write_text(keys.read_text("utf-8").replace('"session": "', '"session": "other-'), "utf-8")


def _change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(statement)


@pytest.mark.parametrize("command", ["serve", "host"])
@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (write_something_else, "class.goodpath is not a session file, or is damaged; "),
        (change_a_record, "Record 3 does not match"),
        (lose_the_cells, "class.goodpath does not say how many cells"),
        (spoil_the_scenario, "The scenario inside class.goodpath cannot be read"),
        (mix_up_the_keys, "class.key belongs to another session"),
    ],
)
async def test_a_file_that_cannot_be_gone_on_with_is_named_before_a_port_that_is_taken(
    tmp_path: Path, taken: str, command: str, spoil: Callable[[Path], None], says: str
) -> None:
    server = await saved(tmp_path)
    await server.stop()
    spoil(tmp_path / CLASS)
    before = (tmp_path / CLASS).read_bytes()
    result = await to_thread(typed, command, tmp_path / CLASS, "--port", taken)
    assert (result.exit_code, says in result.output, "Port" in result.output) == (1, True, False)
    assert (tmp_path / CLASS).read_bytes() == before


@pytest.mark.parametrize("command", ["serve", "host"])
async def test_a_file_that_another_server_writes_is_named_before_its_port(
    tmp_path: Path, command: str
) -> None:
    server = await saved(tmp_path)
    result = await to_thread(typed, command, tmp_path / CLASS, "--port", str(server.port))
    assert (result.exit_code, result.output) == (
        1,
        "goodpath: Another server already writes class.goodpath; "
        "stop it first, or choose another file with -o. "
        f"Its console: {own_line('teach')} 127.0.0.1:{server.port} --key {tmp_path}/class.key\n",
    )
    await server.stop()


@pytest.mark.parametrize("command", ["serve", "host"])
async def test_where_the_port_is_taken_nothing_is_promised_of_a_session_that_is_over(
    tmp_path: Path, taken: str, command: str
) -> None:
    server = await saved(tmp_path)
    for act in (StartWorld(), EndSession()):
        server.session.command(act, TEACHER)
    await server.stop()
    result = await to_thread(typed, command, tmp_path / CLASS, "--port", taken)
    port = f"Port {taken} is taken, perhaps by another goodpath"
    assert (result.exit_code, result.output) == (
        1,
        f"goodpath: {port}; choose another with --port, or --port 0 for any free one.\n",
    )


async def test_where_the_port_is_taken_no_console_is_promised_either(tmp_path: Path, taken: str) -> None:
    server = await saved(tmp_path)
    server.session.command(EndSession(), TEACHER)
    await server.stop()
    terminal = Terminal(tmp_path, "host", CLASS, "--port", taken)
    try:
        terminal.wait_for(f"Port {taken} is taken")
        assert "is over" not in terminal.text and "The console opens" not in terminal.text
    finally:
        terminal.close()


async def test_a_whole_file_is_left_as_it_was_where_only_the_port_is_taken(
    tmp_path: Path, taken: str
) -> None:
    server = await saved(tmp_path)
    await server.stop()
    before = {entry.name: entry.read_bytes() for entry in tmp_path.iterdir()}
    result = await to_thread(typed, "serve", tmp_path / CLASS, "--port", taken)
    assert (result.exit_code, f"Port {taken} is taken" in result.output) == (1, True)
    assert {entry.name: entry.read_bytes() for entry in tmp_path.iterdir()} == before
