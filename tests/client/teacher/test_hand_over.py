"""Handing a persona over, where keys come faster than screens and the class goes on meanwhile."""

from client.screens.stage import press_at_once
from client.teacher.classroom import Classroom, seen, until
from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.teacher.console import ConsoleScreen
from goodpath_client.teacher.hand_over import HandOverScreen
from goodpath_core.play.seats import TakePersona


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


async def test_a_persona_that_somebody_has_taken_meanwhile_is_not_taken_from_them() -> None:
    async with Classroom() as room:
        first, late = await room.pupil("Ana"), await room.pupil("Cy")
        async with room.console(100, 30) as (app, pilot):
            await seen(app, "2 of 2 here")
            await pilot.press("o")
            await seen(app, "seat 1 Ana (choosing)")
            await pilot.press("enter", "enter")
            await seen(app, "Give Pan Yuting to seat 1 Ana?")
            late.link.do(TakePersona(persona="1/yuting"))
            await until(lambda: app.store.world.seats[2].persona)
            await pilot.press("y")
            await seen(app, "Who plays it has changed since that was asked")
            assert (first.store.me, late.store.me) == ("", "1/yuting")
