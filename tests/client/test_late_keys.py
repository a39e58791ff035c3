"""A teacher's key whose answer was lost never acts later; what became of it is said, and words come back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from client.teacher.classroom import Classroom, screen_text, seen, start, until
from goodpath_client.screens.unsent import UnsentScreen
from goodpath_client.teacher.app import TeacherApp
from goodpath_client.teacher.console import ConsoleScreen
from goodpath_client.widgets.composer import Composer
from goodpath_core.play.control import NextPhase
from goodpath_core.play.safety import SignalStop
from soaks.passage import Passage, passage

UNKNOWN = "Not known whether that happened: look when the server is back, and do it again if it did not."
STOPPING = "The server is stopping, so nothing was done; do it again when it is back."


@asynccontextmanager
async def class_behind_a_line() -> AsyncIterator[tuple[Classroom, TeacherApp, Pilot[int], Passage]]:
    """A running class, and its console at the other end of a line that can stall and be cut."""
    async with Classroom() as room, passage(room.server.port) as line:
        await room.pupil("Ana")
        async with room.console(100, 30, port=line.port) as (app, pilot):
            await seen(app, "LOBBY")
            await start(app, pilot)
            yield room, app, pilot, line


async def cut(app: TeacherApp, line: Passage) -> None:
    """The line breaks, and the console has noticed."""
    line.cut()
    await until(lambda: not app.store.link.online)


async def come_back(app: TeacherApp, pilot: Pilot[int], line: Passage) -> None:
    """The line is good again; a later key is answered, and with it all that was sent before."""
    line.flow()
    await until(lambda: app.store.link.kind == "connected")
    await pilot.press("f6")
    await seen(app, "PAUSED")


async def test_a_key_that_did_not_reach_the_server_does_nothing_after_the_connection_is_back() -> None:
    async with class_behind_a_line() as (room, app, pilot, line):
        line.there.clear()
        await pilot.press("f7", "y")
        await until(lambda: app.store.link.waiting == 1)
        await cut(app, line)
        await seen(app, UNKNOWN)
        assert app.store.link.waiting == 0
        await come_back(app, pilot, line)
        assert room.server.session.stored.phase.index == 0


async def test_a_key_whose_answer_was_lost_acts_once_and_its_teacher_is_told_to_look() -> None:
    async with class_behind_a_line() as (room, app, pilot, line):
        line.back.clear()
        await pilot.press("f7", "y")
        await until(lambda: room.server.session.stored.phase.index == 1)
        await cut(app, line)
        await seen(app, UNKNOWN)
        await come_back(app, pilot, line)
        await seen(app, "2/4")
        assert room.server.session.stored.phase.index == 1


async def test_a_key_pressed_twice_on_a_stalled_line_skips_no_phase() -> None:
    async with class_behind_a_line() as (room, app, pilot, line):
        line.there.clear()
        await pilot.press("f7", "y", "f7", "y")
        await until(lambda: app.store.link.waiting == 2)
        line.flow()
        await seen(app, "That phase is not being played any more, so nothing was done.")
        await until(lambda: app.store.link.waiting == 0)
        assert room.server.session.stored.phase.index == 1


async def test_of_what_had_not_left_it_is_said_that_it_was_not_done() -> None:
    async with class_behind_a_line() as (room, app, pilot, line):
        told: list[tuple[str, str]] = []
        app.store.on_change(lambda one: told.append((one.id, one.code)) if one.kind == "refused" else None)
        line.there.clear()
        first, second = app.do(NextPhase()), app.do(NextPhase())
        await until(lambda: app.store.link.waiting == 2)
        await cut(app, line)
        await until(lambda: len(told) == 2)
        assert told == [(second, "not_done"), (first, "not_known")]
        await come_back(app, pilot, line)
        assert room.server.session.stored.phase.index == 0


async def test_a_key_that_a_stopping_server_refuses_does_nothing_once_it_is_back() -> None:
    async with class_behind_a_line() as (room, app, pilot, line):
        room.server.session.stopping = True
        await pilot.press("f7", "y")
        await seen(app, STOPPING)
        assert app.store.link.waiting == 0
        room.server.session.stopping = False
        await cut(app, line)
        await come_back(app, pilot, line)
        assert room.server.session.stored.phase.index == 0


async def test_a_door_that_was_not_locked_is_not_locked_later_nor_is_a_seat_closed() -> None:
    async with class_behind_a_line() as (room, app, pilot, line):
        for keys in (("l",), ("home", "x", "y")):
            line.there.clear()
            await pilot.press(*keys)
            await cut(app, line)
            await seen(app, UNKNOWN)
            app.clear_notifications()
            line.flow()
            await until(lambda: app.store.link.kind == "connected")
        await come_back(app, pilot, line)
        assert "DOOR LOCKED" not in screen_text(app)
        assert not room.server.session.stored.seats[1].closed


async def test_words_without_an_answer_are_back_in_their_box_one_after_the_other() -> None:
    async with class_behind_a_line() as (room, app, pilot, line):
        await pilot.press("f4")
        await seen(app, "the narrator, to everybody")
        line.there.clear()
        await pilot.press(*"Rain", "enter", *"Sun", "enter")
        await until(lambda: app.store.link.waiting == 2)
        await cut(app, line)
        box = app.screen.query_one(Composer)
        await until(lambda: box.text)
        first = box.text
        line.flow()
        await until(lambda: app.store.link.kind == "connected")
        await pilot.press("escape")
        await until(lambda: box.text not in ("", first))
        assert {first, box.text} == {"Rain", "Sun"}
        assert [one.text for one in room.server.session.stored.journal if one.text in ("Rain", "Sun")] == []


async def test_words_whose_box_was_closed_meanwhile_are_shown() -> None:
    async with class_behind_a_line() as (room, app, pilot, line):
        await pilot.press("f4")
        await seen(app, "the narrator, to everybody")
        line.there.clear()
        await pilot.press(*"Rain", "enter", "escape")
        await until(lambda: isinstance(app.screen, ConsoleScreen))
        await cut(app, line)
        await until(lambda: isinstance(app.screen, UnsentScreen))
        await seen(app, UNKNOWN)
        await seen(app, "What you wrote")
        await seen(app, "Rain")
        await room.pupils[0].do(SignalStop())
        line.flow()
        await seen(app, "STOP wanted by seat 1 Ana.")
        await pilot.press("escape")
        await until(lambda: isinstance(app.screen, ConsoleScreen))
        assert app.unsent == []


async def test_what_was_written_meanwhile_stays_in_the_box_when_the_line_before_is_said() -> None:
    async with class_behind_a_line() as (room, app, pilot, line):
        await pilot.press("f4")
        await seen(app, "the narrator, to everybody")
        line.back.clear()
        await pilot.press(*"Rain", "enter", *"Sun")
        line.flow()
        await until(lambda: "Rain" in [one.text for one in app.store.world.journal])
        await until(lambda: app.store.link.waiting == 0 and not app.is_behind)
        assert app.screen.query_one(Composer).text == "Sun"
        await pilot.press("enter")
        await until(lambda: "Sun" in [one.text for one in app.store.world.journal])
        await until(lambda: app.screen.query_one(Composer).text == "")
        assert [one.text for one in room.server.session.stored.journal][-2:] == ["Rain", "Sun"]
