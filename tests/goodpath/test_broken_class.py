"""A class ends at once, with one sentence and nothing left open, when what it stands on fails."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from goodpath.broken_class import must_be_sound, see_off, unless_broken
from goodpath.library import load
from goodpath.robot_class import RobotClass, hold

from goodpath_core.errors import GoodpathError, LogError
from processes import PATIENCE_S


async def never() -> str:
    await asyncio.Event().wait()
    return ""


async def stumble() -> str:
    return {"1/jun": "here"}["2/yuting"]


async def arrive() -> str:
    return "here"


class Door:
    """A link that is closed, as far as it can be."""

    def __init__(self, *, jammed: bool = False) -> None:
        self._jammed, self._shut = jammed, asyncio.Event()
        self.running = asyncio.create_task(self._stay())

    async def _stay(self) -> None:
        await self._shut.wait()

    async def close(self) -> None:
        if self._jammed:
            raise OSError("the door is jammed")
        self._shut.set()


async def test_work_is_broken_off_by_a_task_that_fails_and_the_sentence_says_where_all_is() -> None:
    sound, broken = asyncio.create_task(never()), asyncio.create_task(stumble())
    with pytest.raises(GoodpathError) as fault:
        async with asyncio.timeout(PATIENCE_S):
            await unless_broken(never(), [sound, broken], "what was stored of it is in dry.goodpath")
    line = stumble.__code__.co_firstlineno + 1
    assert str(fault.value) == (
        f"The class broke off because of a fault of goodpath's own: KeyError (line {line} of stumble); "
        "what was stored of it is in dry.goodpath; try again with another --seed."
    )
    sound.cancel()
    await asyncio.wait([sound])
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_a_task_that_fails_together_with_the_work_is_told_and_one_that_ends_well_ends_nothing() -> None:
    broken = asyncio.create_task(stumble())
    with pytest.raises(GoodpathError, match="KeyError"):
        await unless_broken(stumble(), [broken], "")
    ended = asyncio.create_task(never_mind())
    assert await unless_broken(arrive(), [ended], "") == "here"


async def never_mind() -> None:
    """End well."""


async def test_what_has_a_sentence_of_its_own_keeps_it() -> None:
    async def store() -> None:
        raise LogError("There is no space left.")

    broken = asyncio.create_task(store())
    await asyncio.wait([broken])
    with pytest.raises(LogError, match=r"^There is no space left\.$"):
        must_be_sound(broken)


async def test_every_link_is_closed_whatever_one_of_them_or_its_task_raises() -> None:
    doors = [Door(), Door(jammed=True), Door()]
    links = [(door, door.running) for door in doors]
    links.insert(0, (Door(), asyncio.create_task(stumble())))  # type: ignore[arg-type]
    async with asyncio.timeout(PATIENCE_S):
        await see_off([asyncio.create_task(never())], links)
    links[0][0].running.cancel()
    await asyncio.wait([door.running for door, _ in links])
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_a_robot_whose_link_ends_in_play_ends_the_class_and_nothing_is_left_open(
    tmp_path: Path,
) -> None:
    plan = RobotClass(load("ten-pictures"), tmp_path / "dry.goodpath", 3, 1, 1.0)

    async def begin() -> None:
        (link,) = (task for task in asyncio.all_tasks() if task.get_name() == "link of robot 2")
        asyncio.get_running_loop().call_later(0.2, link.cancel)

    with pytest.raises(GoodpathError) as fault:
        async with asyncio.timeout(PATIENCE_S):
            await hold(plan, ready=lambda server: None, begin=begin, stop=asyncio.Event())
    assert str(fault.value) == (
        "The class broke off because of a fault of goodpath's own: CancelledError; "
        f"what was stored of it is in {plan.path}; try again with another --seed."
    )
    await asyncio.sleep(0)  # what was cancelled in the server's last moment ends as well
    assert asyncio.all_tasks() == {asyncio.current_task()}
    with closing(sqlite3.connect(plan.path)) as file:
        kinds = {kind for (kind,) in file.execute("SELECT kind FROM event")}
    assert "phase.began" in kinds and "session.ended" not in kinds
