"""A screen of the teacher's that is closed just as it was opened takes nothing down with it."""

import asyncio
from collections.abc import Callable

import pytest

from client.teacher.classroom import Classroom, seen
from goodpath_client.teacher.console import ConsoleScreen
from goodpath_client.teacher.desk import Desk
from goodpath_client.teacher.hand_over import HandOverScreen
from goodpath_client.teacher.rooms import RoomsScreen
from goodpath_client.teacher.speak import SpeakScreen

STEPS = 6
"""Turns of the event loop in which most of a screen is made."""


@pytest.mark.parametrize(
    "make",
    [ConsoleScreen, lambda: HandOverScreen(1), RoomsScreen, SpeakScreen],
    ids=["console", "hand-over", "rooms", "speaking"],
)
async def test_a_screen_is_closed_at_any_step_of_its_opening(make: Callable[[], Desk]) -> None:
    async with Classroom() as room, room.console() as (app, pilot):
        await seen(app, "LOBBY")
        below = app.screen
        for steps in range(STEPS):
            app.push_screen(make())
            for _ in range(steps):
                await asyncio.sleep(0)
            app.pop_screen()
            await pilot.pause()
        assert app.screen is below and app.is_running
