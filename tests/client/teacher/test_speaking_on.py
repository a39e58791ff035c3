"""Whoever speaks says line after line: the box stays open, and no word of the next is a key of the class."""

import asyncio

import pytest
from textual.pilot import Pilot

from client.screens.stage import write
from client.teacher.classroom import Classroom, Pupil, seen, start, until
from goodpath_client.stray_signs import BOX_CLOSED
from goodpath_client.teacher.app import TeacherApp
from goodpath_client.teacher.console import ConsoleScreen
from goodpath_client.teacher.rooms import RoomsScreen
from goodpath_client.teacher.speak import SpeakScreen
from goodpath_client.widgets.composer import Composer

ROOM = "1/page-makers"


def narrated(pupil: Pupil) -> list[str]:
    return [one.text for one in pupil.store.world.journal if one.kind == "narrated"]


async def type_on(pilot: Pilot[int], text: str) -> None:
    """Type letter by letter, as fast as somebody does."""
    for letter in text:
        await pilot.press("space" if letter == " " else letter)
        await asyncio.sleep(0.02)


def is_untouched(app: TeacherApp, seconds: int) -> bool:
    """Whether no key of the class has acted."""
    world = app.store.world
    return (world.session.paused, app.door.locked, world.phase.index, world.phase.seconds) == (
        "",
        False,
        0,
        seconds,
    )


@pytest.mark.parametrize("opener", [["f4"], ["f8", "enter", "enter"]], ids=["narrate", "speak"])
async def test_a_second_line_is_said_as_the_first_and_touches_nothing(opener: list[str]) -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console(100, 30) as (app, pilot):
            await seen(app, "1 of 1 here")
            await start(app, pilot)
            seconds = app.store.world.phase.seconds
            before = narrated(pupil)
            await pilot.press(*opener)
            await seen(app, "as the narrator, to everybody")
            await write(pilot, "Good evening", "enter")
            await until(lambda: narrated(pupil) == [*before, "Good evening"])
            await seen(app, "said; write on, or Esc closes")
            await type_on(pilot, "many of you please sit lax")
            assert isinstance(app.screen, SpeakScreen)
            assert app.screen.query_one(Composer).text == "many of you please sit lax"
            await pilot.press("enter")
            await until(lambda: narrated(pupil) == [*before, "Good evening", "many of you please sit lax"])
            assert is_untouched(app, seconds)
            await pilot.press("escape")
            await until(lambda: isinstance(app.screen, ConsoleScreen))


async def test_what_is_typed_on_behind_a_notice_that_was_set_is_no_key_of_the_class() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console(100, 30) as (app, pilot):
            await seen(app, "1 of 1 here")
            await start(app, pilot)
            seconds = app.store.world.phase.seconds
            await pilot.press("f3")
            await seen(app, "E notice")
            await pilot.press("e")
            await seen(app, "the notice of Page makers")
            app.screen.query_one(Composer).clear()
            await write(pilot, "Be early", "enter")
            await seen(app, "Set this as the notice")
            await pilot.press("enter")
            await until(lambda: pupil.store.world.rooms[ROOM].notice == "Be early")
            await until(lambda: isinstance(app.screen, RoomsScreen))
            await type_on(pilot, "plan next, my all")
            await seen(app, BOX_CLOSED)
            await pilot.pause(0.3)
            assert isinstance(app.screen, RoomsScreen) and is_untouched(app, seconds)


async def test_a_key_behind_a_line_comes_after_the_line() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console(100, 30) as (app, pilot):
            await seen(app, "1 of 1 here")
            await start(app, pilot)
            await pilot.press("f4")
            await seen(app, "as the narrator, to everybody")
            await write(pilot, "Rain", "enter", "f6")
            await until(lambda: app.store.world.session.paused)
            assert narrated(pupil)[-1] == "Rain"
