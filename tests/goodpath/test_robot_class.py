"""A class of robots comes to an end, or says why not."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from goodpath.library import load
from goodpath.robot_class import RobotClass, farewell, hold, seat_robot
from goodpath.serving import new_session

from goodpath_client.robot import RobotReport
from goodpath_core.errors import GoodpathError
from goodpath_server.server import Config, Server
from processes import PATIENCE_S

REPORT = RobotReport(1, "1/jun", (), {}, {}, 0)


async def play_on() -> RobotReport:
    """Never come to an end."""
    await asyncio.Event().wait()
    return REPORT


async def play() -> RobotReport:
    return REPORT


@pytest.fixture
def plan() -> RobotClass:
    return RobotClass(load("ten-pictures"), Path("dry.goodpath"), 2, 1, 120.0)


async def test_what_each_robot_did_is_told(plan: RobotClass) -> None:
    tasks = [asyncio.create_task(play()) for _ in range(2)]
    assert await farewell(tasks, plan) == [REPORT, REPORT]


async def test_a_robot_that_plays_on_is_said_in_a_sentence_with_what_to_do(plan: RobotClass) -> None:
    tasks = [asyncio.create_task(play()), asyncio.create_task(play_on())]
    with pytest.raises(GoodpathError) as fault:
        await farewell(tasks, plan, patience_s=0)
    assert str(fault.value) == (
        "The class is over and stored in dry.goodpath, but some robots did not come to an end; "
        "try again with fewer --seats or a slower --pace."
    )


@pytest.fixture
async def class_of_people(tmp_path: Path) -> AsyncIterator[Server]:
    """A server that lets no robots in."""
    server = new_session(load("ten-pictures"), tmp_path / "class.goodpath", Config(port=0))
    await server.start()
    yield server
    await server.stop()


async def test_a_robot_that_is_sent_away_says_so_and_does_not_wait_for_its_seat(
    class_of_people: Server,
) -> None:
    with pytest.raises(GoodpathError) as fault:
        async with asyncio.timeout(PATIENCE_S):
            await seat_robot(class_of_people, 1, 1)
    assert str(fault.value) == "No robots play in this class; join as a student, with the same code."


async def test_a_fault_before_the_beginning_ends_the_class_and_is_told(tmp_path: Path) -> None:
    plan = RobotClass(load("ten-pictures"), tmp_path / "dry.goodpath", 2, 1, 120.0)

    async def begin() -> None:
        raise ValueError("nobody knows how to begin")

    with pytest.raises(ValueError, match="nobody knows how to begin"):
        await hold(plan, ready=lambda server: None, begin=begin, stop=asyncio.Event())
    with closing(sqlite3.connect(plan.path)) as file:
        kinds = {kind for (kind,) in file.execute("SELECT kind FROM event")}
    assert "seat.opened" in kinds and "phase.began" not in kinds


async def test_a_class_that_is_stopped_in_play_ends_although_its_robots_are_deep_in_thought(
    tmp_path: Path,
) -> None:
    plan, stop = RobotClass(load("ten-pictures"), tmp_path / "dry.goodpath", 2, 1, 1.0), asyncio.Event()
    held: list[Server] = []

    async def at_once() -> None:
        """Begin without waiting for anybody."""

    playing = asyncio.create_task(hold(plan, ready=held.append, begin=at_once, stop=stop))
    while not held or held[0].session.stored.session.stage != "playing":
        await asyncio.sleep(0.02)
    stop.set()
    assert len(await playing) == 2
