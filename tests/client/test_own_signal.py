"""Whoever has asked to stop sees on every screen how far the signal has come, and then that it was seen."""

from collections.abc import Callable

import pytest
from wcwidth import wcswidth

from client.screens.stage import TEACHER, Stage, screen_text, settle, told
from goodpath_client.app import StudentApp
from goodpath_client.link_state import LinkState
from goodpath_core.play.control import EndSession, NextPhase
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.safety import AnswerStop, SignalStop
from goodpath_core.play.seats import Observe

ON_ITS_WAY = "Your stop signal is on its way to your teacher."
NOT_TOLD = "Your teacher may not know: raise your hand, or go to them."
NOBODY = "Signal kept, no teacher at the console: raise your hand."
WAITS = "You asked to stop; only your teacher has been told."
SEEN = "Your teacher has seen your signal."


def on_the_phone() -> Stage:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.link.answers = True
    return stage


def in_the_room() -> Stage:
    stage = on_the_phone()
    stage.do(PutPhoneDown())
    return stage


def watching() -> Stage:
    stage = on_the_phone()
    stage.do(Observe())
    return stage


def in_the_debrief() -> Stage:
    stage = on_the_phone()
    for _ in range(4):
        stage.now_ms += 60_000
        stage.do(NextPhase(), TEACHER)
    return stage


def first_line(app: StudentApp) -> str:
    return screen_text(app).splitlines()[0].strip()


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
@pytest.mark.parametrize("where", [on_the_phone, in_the_room, watching, in_the_debrief])
async def test_it_stands_on_top_until_it_is_answered_and_then_for_a_minute(
    where: Callable[[], Stage], size: tuple[int, int]
) -> None:
    stage = where()
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        before = screen_text(app)
        await pilot.press("f9", "f9")
        await settle(pilot)
        assert stage.world.seats[1].stopped_ms
        assert first_line(app) == WAITS
        assert max(wcswidth(line) for line in screen_text(app).splitlines()) <= size[0]
        stage.now_ms += 3_600_000
        app.tick()
        await settle(pilot)
        assert first_line(app) == WAITS, "it does not pass by itself"
        stage.do(AnswerStop(seat=1), TEACHER)
        await settle(pilot)
        assert first_line(app) == SEEN
        await pilot.press("f1", "escape")
        await settle(pilot)
        assert first_line(app) == SEEN, "keys that go on being pressed do not take it away"
        stage.now_ms += 60_000
        app.tick()
        await settle(pilot)
        assert WAITS not in screen_text(app) and SEEN not in screen_text(app)
        assert len(screen_text(app).splitlines()) == len(before.splitlines())


async def test_it_stands_on_other_screens_and_over_questions_too() -> None:
    stage = on_the_phone()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        stage.do(SignalStop())
        for keys in (("f1",), ("alt+i",), ("f3",), ("alt+c",), ("alt+q",)):
            await pilot.press(*keys)
            await settle(pilot)
            assert first_line(app) == WAITS, keys
            await pilot.press("escape")
            await settle(pilot)


LOST = [
    LinkState("reconnecting", 3, 2),
    LinkState("connecting"),
    LinkState("closed", text="Somebody opened your seat elsewhere."),
    LinkState("connected", waiting=1, unstored="The session could not be stored."),
]


@pytest.mark.parametrize("state", LOST, ids=["reconnecting", "connecting", "closed", "not stored"])
async def test_where_it_cannot_be_told_it_is_said_at_once_that_the_teacher_may_not_know(
    state: LinkState,
) -> None:
    stage = on_the_phone()
    stage.link.answers = False
    app = stage.app()
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await settle(pilot)
        stage.store.set_link(state)
        await pilot.press("f9", "f9")
        await settle(pilot)
        assert stage.link.commands == [SignalStop()]
        assert (first_line(app), told(app)) == (NOT_TOLD, [])
        stage.store.set_link(LinkState("connected"))
        stage.do(SignalStop())
        stage.store.settle("r1", stage.world.seq)
        await settle(pilot)
        assert first_line(app) == WAITS


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_nothing_says_that_the_teacher_knows_before_it_is_stored(size: tuple[int, int]) -> None:
    stage = on_the_phone()
    stage.link.answers = False
    app = stage.app()
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("f9", "f9")
        await settle(pilot)
        assert (first_line(app), told(app)) == (ON_ITS_WAY, [])
        stage.now_ms += 5_000
        app.tick()
        await settle(pilot)
        assert first_line(app) == NOT_TOLD
        stage.do(SignalStop())
        stage.store.settle("r1", stage.world.seq)
        await settle(pilot)
        assert first_line(app) == WAITS


async def test_one_that_waited_when_the_program_ended_is_not_said_to_be_with_the_teacher() -> None:
    stage = on_the_phone()
    stage.store.expect("r0", SignalStop())
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert first_line(app) == NOT_TOLD
        stage.do(SignalStop())
        stage.store.settle("r0", stage.world.seq)
        await settle(pilot)
        assert first_line(app) == WAITS


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_where_no_teacher_is_at_a_console_one_is_asked_to_raise_a_hand(size: tuple[int, int]) -> None:
    stage = on_the_phone()
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        stage.store.set_here((), teacher_here=False)
        await settle(pilot)
        assert NOBODY not in screen_text(app)
        await pilot.press("f9", "f9")
        await settle(pilot)
        assert first_line(app) == NOBODY
        stage.store.set_here((), teacher_here=True)
        await settle(pilot)
        assert first_line(app) == WAITS


async def test_what_another_seat_asked_for_is_nobodys_else() -> None:
    stage = on_the_phone()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        stage.do(SignalStop(), stage.student(2))
        stage.do(AnswerStop(seat=2), TEACHER)
        await settle(pilot)
        assert WAITS not in screen_text(app) and SEEN not in screen_text(app)


async def test_who_comes_back_still_sees_it_and_an_end_leaves_it_standing() -> None:
    stage = on_the_phone()
    stage.do(SignalStop())
    stage.join()
    stage.do(EndSession(), TEACHER)
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert first_line(app) == WAITS


@pytest.mark.parametrize("teacher_here", [True, False], ids=["a console is open", "nobody is at a console"])
async def test_who_needs_help_on_the_last_screen_is_told_who_knows_and_else_to_raise_a_hand(
    teacher_here: bool,
) -> None:
    stage = in_the_debrief()
    stage.do(EndSession(), TEACHER)
    stage.store.set_here((), teacher_here=teacher_here)
    app = stage.app()
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        await settle(pilot)
        assert "The session is over." in screen_text(app)
        await pilot.press("f9", "f9")
        await settle(pilot)
        assert (first_line(app), told(app)) == (WAITS if teacher_here else NOBODY, [])
