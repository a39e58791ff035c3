"""A class of robots comes to an end, or says why not."""

import asyncio
from pathlib import Path

import pytest
from goodpath.library import load
from goodpath.robot_class import RobotClass, farewell

from goodpath_client.robot import RobotReport
from goodpath_core.errors import GoodpathError

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
