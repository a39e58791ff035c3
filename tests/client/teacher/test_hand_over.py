"""Handing a persona over, where keys come faster than screens and the class goes on meanwhile."""

from client.screens.stage import press_at_once
from client.teacher.classroom import Classroom, seen, until
from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.teacher.console import ConsoleScreen
from goodpath_client.teacher.hand_over import HandOverScreen


async def test_an_enter_that_is_held_down_asks_once_and_gives_once() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana")
        async with room.console(100, 30) as (app, pilot):
            await seen(app, "1 of 1 here")
            await pilot.press("o")
            await seen(app, "seat 1 Ana (choosing)")
            await pilot.press("enter")
            press_at_once(app, "enter", "enter", "enter")
            await until(lambda: isinstance(app.screen, ConfirmScreen))
            await pilot.pause()
            assert len(app.screen_stack) == len([app.desk, HandOverScreen, ConfirmScreen]) + 1
            press_at_once(app, "y", "y", "y")
            await until(lambda: pupil.store.me)
            await until(lambda: not [one for one in app.screen_stack if isinstance(one, HandOverScreen)])
            await pilot.pause()
            assert app.is_running


async def test_an_answer_after_the_list_was_closed_closes_no_other_screen() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana")
        async with room.console(100, 30) as (app, pilot):
            await seen(app, "1 of 1 here")
            await pilot.press("o")
            await seen(app, "seat 1 Ana (choosing)")
            await pilot.press("enter", "enter")
            await until(lambda: isinstance(app.screen, ConfirmScreen))
            app.screen.dismiss(True)
            app.pop_screen()
            await until(lambda: pupil.store.me)
            await pilot.pause()
            assert isinstance(app.screen, ConsoleScreen)
