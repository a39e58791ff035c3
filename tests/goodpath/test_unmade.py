"""A session that did not begin leaves nothing behind, whoever was to hold it; one that goes on stays."""

import asyncio
import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from goodpath.demo_process import play_demo
from goodpath.library import load
from goodpath.load_test import serve_crowd
from goodpath.robot_class import RobotClass, hold
from goodpath.serving import begin_or_go_on, look_at, run_until_stopped, serve

from goodpath_core.errors import GoodpathError, LogError
from goodpath_server.keyfile import KeyFile
from goodpath_server.server import Config, Server

CONFIG = Config(port=0)


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that another program has."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield int(other.getsockname()[1])


def say_nothing(server: Server) -> None:
    raise OSError("nobody hears this")


async def do_nothing(server: Server) -> None:
    """All there is to do once a server has started, in most tests."""


async def never() -> None:
    await asyncio.Event().wait()


def opened(path: Path, port: int) -> Server:
    """A server on a new session file, or on the one that is there."""
    return begin_or_go_on(look_at("ten-pictures", path), path, Config(port=port))


def left(folder: Path) -> dict[str, bytes]:
    return {entry.name: entry.read_bytes() for entry in folder.iterdir()}


async def test_a_new_session_whose_port_was_taken_meanwhile_is_unmade(tmp_path: Path, taken: int) -> None:
    server = opened(tmp_path / "a.goodpath", taken)
    with pytest.raises(OSError, match="in use"):
        await run_until_stopped(server, do_nothing, is_new=True)
    assert left(tmp_path) == {}


async def test_the_key_file_that_was_moved_aside_for_it_is_back_in_its_place(
    tmp_path: Path, taken: int
) -> None:
    keys = KeyFile(tmp_path / "a.key", "older")
    keys.reserve("token of Mina", "Mina", 0)
    before = left(tmp_path)
    server = opened(tmp_path / "a.goodpath", taken)
    assert left(tmp_path).keys() > {"a-older.key"}
    with pytest.raises(OSError, match="in use"):
        await run_until_stopped(server, do_nothing, is_new=True)
    assert left(tmp_path) == before


async def test_a_new_session_whose_key_file_cannot_be_moved_in_is_unmade(tmp_path: Path) -> None:
    KeyFile(tmp_path / "a.key", "older" * 60).save()  # no file can have so long a name
    before = left(tmp_path)
    with pytest.raises(LogError, match="cannot be moved"):
        opened(tmp_path / "a.goodpath", 0)
    assert left(tmp_path) == before


async def test_a_new_session_of_which_nobody_can_be_told_is_unmade_and_one_that_goes_on_stays(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.goodpath"
    with pytest.raises(OSError, match="nobody hears this"):
        await serve("ten-pictures", path, CONFIG, say_nothing)
    assert left(tmp_path) == {}

    first = opened(path, 0)
    await first.start()
    await first.stop()
    with pytest.raises(OSError, match="nobody hears this"):
        await serve("ten-pictures", path, CONFIG, say_nothing)
    again = opened(path, 0)
    assert (again.code, again.session.name) == (first.code, first.session.name)
    await again.start()
    await again.stop()


async def test_a_load_test_that_did_not_begin_is_unmade_and_can_begin_in_the_same_place(
    tmp_path: Path,
) -> None:
    path, tokens = tmp_path / "a.goodpath", tmp_path / "tokens.txt"
    with pytest.raises(OSError, match="nobody hears this"):
        await serve_crowd(1, 2, path, tokens, CONFIG, say_nothing)
    assert left(tmp_path).keys() == {"tokens.txt"}
    await serve_crowd(1, 2, path, tokens, CONFIG, lambda server: server.leaving.set())
    assert path.exists()


async def test_a_class_of_robots_that_did_not_begin_is_unmade(tmp_path: Path, taken: int) -> None:
    plan = RobotClass(load("ten-pictures"), tmp_path / "dry.goodpath", 2, 1, 120.0, port=taken)
    with pytest.raises(OSError, match="in use"):
        await hold(plan, ready=lambda server: None, begin=never, stop=asyncio.Event())
    assert left(tmp_path) == {}
    with pytest.raises(OSError, match="nobody hears this"):
        await hold(replace(plan, port=0), ready=say_nothing, begin=never, stop=asyncio.Event())
    assert left(tmp_path) == {}


def test_a_demo_whose_class_did_not_begin_says_why_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(GoodpathError, match='could not start: .*There is no scenario "nowhere"'):
        play_demo("nowhere", tmp_path / "a.goodpath", 1, 2.0)
    assert left(tmp_path) == {}
