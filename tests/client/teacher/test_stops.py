"""Who asks to stop stands on top of everything the teacher looks at, and is answered by name."""

import pytest

from client.screens.stage import write
from client.teacher.classroom import Classroom, Pupil, now_ms, screen_text, seen, start, until
from goodpath_client.own_signal import NOBODY, WAITS, OwnSignal
from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.teacher.app import TeacherApp
from goodpath_core.play.control import EndSession
from goodpath_core.play.safety import AnswerStop, SignalStop

WANTED = "STOP wanted by seat 1 张伟. Go there, then F9 answers."


def first_line(app: TeacherApp) -> str:
    return screen_text(app).splitlines()[0].strip()


async def test_a_stop_signal_is_loud_without_colour_and_is_answered_after_one_more_key_by_name() -> None:
    async with Classroom() as room:
        await room.pupil("Ana", "1/yuting")
        pupil = await room.pupil("Ben", "1/chunmei")
        async with room.console() as (app, pilot):
            await seen(app, "2 of 2 here")
            await pilot.press("f2", "f9")
            await seen(app, "Nobody has given a stop signal.")
            await pupil.do(SignalStop())
            await seen(app, "STOP wanted by seat 2 Ben. Go there, then F9 answers.")
            await seen(app, "STOP      2    Ben")
            assert screen_text(app).splitlines()[-1].split()[:2] == ["F9", "answer"]
            await pilot.press("a")
            await seen(app, "Do you take care of seat 2 Ben? They are told that you have seen the signal.")
            await pilot.press("escape")
            assert app.store.world.seats[2].stopped_ms
            await pilot.press("f9")
            await seen(app, "Do you take care of seat 2 Ben?")
            await pilot.press("y")
            await until(lambda: not pupil.store.world.seats[2].stopped_ms)
            await until(lambda: "STOP" not in screen_text(app))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_it_stands_on_every_screen_and_over_every_question(size: tuple[int, int]) -> None:
    async with Classroom() as room:
        pupil = await room.pupil("张伟", "1/yuting")
        async with room.console(*size) as (app, pilot):
            await seen(app, "1 of 1 here")
            await start(app, pilot)
            await pilot.press("f3")
            await seen(app, "chats, rooms, pages")
            await pupil.do(SignalStop())
            await until(lambda: first_line(app) == WANTED)
            await seen(app, "F9 answer")
            await pilot.press("escape")
            for key in ("f4", "f8", "o", "f1", "f7", "alt+q"):
                await pilot.press(key)
                await until(lambda: first_line(app) == WANTED)
                await pilot.press("escape")
            await pilot.press("f4")
            await write(pilot, "Half a sent", "f9")
            await seen(app, "Do you take care of seat 1 张伟?")
            await pilot.press("y")
            await until(lambda: not pupil.store.world.seats[1].stopped_ms)
            await seen(app, "Half a sent")
            await until(lambda: "STOP" not in screen_text(app))


async def test_a_letter_in_f3_answers_nobody_without_a_question() -> None:
    async with Classroom() as room:
        first = await room.pupil("Ana", "1/yuting")
        second = await room.pupil("Ben", "1/chunmei")
        async with room.console() as (app, pilot):
            await seen(app, "2 of 2 here")
            await start(app, pilot)
            await first.do(SignalStop())
            await second.do(SignalStop())
            await pilot.press("f3")
            await seen(app, "STOP wanted by seat 1 Ana, seat 2 Ben. Go there, then F9 answers.")
            assert first_line(app).endswith("2 wait")
            await pilot.press("a")
            await seen(app, "Do you take care of seat 1 Ana? They are told that you have seen the signal.")
            await seen(app, "Still to be answered then: seat 2 Ben.")
            await pilot.press("a", "f9")
            await pilot.pause()
            assert isinstance(app.screen, ConfirmScreen), "the same key is no answer to the question"
            assert app.store.world.seats[1].stopped_ms and app.store.world.seats[2].stopped_ms


async def test_who_waits_longest_stands_first_with_how_long_and_is_answered_first() -> None:
    later_ms = [0]
    async with Classroom() as room:
        first = await room.pupil("Ana", "1/yuting")
        second = await room.pupil("Ben", "1/chunmei")
        async with room.console(100, 30, now=lambda: now_ms() + later_ms[0]) as (app, pilot):
            await seen(app, "2 of 2 here")
            await pilot.press("f2")
            await second.do(SignalStop())
            await seen(app, "STOP wanted by seat 2 Ben. Go there")
            await first.do(SignalStop())
            await seen(app, "STOP wanted by seat 2 Ben, seat 1 Ana. Go there")
            later_ms[0] = 45_000
            app.tick()
            await seen(app, "2 wait, the first 40 s")
            await pilot.press("f9")
            await seen(app, "Do you take care of seat 2 Ben?")
            await pilot.press("y")
            await seen(app, "waits 40 s")


async def test_a_signal_that_another_console_answered_meanwhile_is_not_answered_twice() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        other = await room.second_teacher()
        async with room.console() as (app, pilot):
            await seen(app, "1 of 1 here")
            await pupil.do(SignalStop())
            await pilot.press("f2")
            await seen(app, "STOP wanted by seat 1 Ana")
            await pilot.press("f9")
            await seen(app, "Do you take care of seat 1 Ana?")
            await other.do(AnswerStop(seat=1))
            await until(lambda: not app.store.world.seats[1].stopped_ms)
            await pilot.press("y")
            await seen(app, "That signal has just been answered at another console.")


async def test_while_the_code_may_be_on_the_wall_nobody_sees_who_wants_to_stop() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ben", "1/chunmei")
        async with room.console() as (app, pilot):
            await seen(app, "1 of 1 here")
            await pupil.do(SignalStop())
            await seen(app, "STOP wanted (1). F2 folds the code away and shows by whom.")
            assert "here      1    Ben" in screen_text(app)
            await pilot.press("f5")
            await seen(app, "Start? 1 of 1 here")
            assert first_line(app).startswith("STOP wanted (1).")
            await pilot.press("escape", "f9")
            await seen(app, "This may be on the wall: F2 folds the code away and shows who asks")
            assert app.store.world.seats[1].stopped_ms
            await pilot.press("f3")
            await seen(app, "STOP wanted by seat 1 Ben.")
            await pilot.press("escape")
            await pilot.pause()
            assert first_line(app).startswith("STOP wanted (1).")
            await pilot.press("f2")
            await seen(app, "STOP wanted by seat 1 Ben.")
            await seen(app, "STOP      1    Ben")


async def test_who_asks_to_stop_and_then_leaves_is_told_as_gone() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ben", "1/chunmei")
        async with room.console() as (app, pilot):
            await seen(app, "1 of 1 here")
            await pupil.do(SignalStop())
            await pupil.leave()
            await seen(app, "gone      1    Ben")
            await pilot.press("f2")
            await seen(app, "STOP wanted by seat 1 Ben (has left). Go there, then F9 answers.")
            await seen(app, "STOP gone 1    Ben")


async def test_after_the_end_a_signal_is_still_heard_and_answered() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        other = await room.second_teacher()
        signal = OwnSignal()
        async with room.console() as (app, pilot):
            await seen(app, "1 of 1 here")
            await start(app, pilot)
            await other.do(EndSession())
            await seen(app, "OVER")
            await pupil.do(SignalStop())
            await until(lambda: signal.words(pupil.store, now_ms()) == WAITS)
            await until(lambda: first_line(app) == "STOP wanted by seat 1 Ana. Go there, then F9 answers.")
            assert "F9 answer" in screen_text(app).splitlines()[-1]
            await pilot.press("f9")
            await seen(app, "Do you take care of seat 1 Ana?")
            await pilot.press("y")
            await until(lambda: not pupil.store.world.seats[1].stopped_ms)
            await until(lambda: "STOP" not in screen_text(app))


async def test_a_signal_given_while_no_console_is_open_is_with_the_teacher_once_one_is() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        signal = OwnSignal()
        await pupil.do(SignalStop())
        assert signal.words(pupil.store, now_ms()) == NOBODY
        async with room.console() as (app, pilot):
            await seen(app, "LOBBY")
            await pilot.press("f2")
            await seen(app, "STOP wanted by seat 1 Ana.")
            await until(lambda: signal.words(pupil.store, now_ms()) == WAITS)
            await app.link.close()
            await until(lambda: signal.words(pupil.store, now_ms()) == NOBODY)


async def test_an_observer_without_a_name_is_told_as_one_and_one_with_a_name_by_it() -> None:
    async with Classroom() as room:
        nameless, named = (Pupil(room.server, name, "observer") for name in ("", "Dao"))
        room.pupils += [nameless, named]
        await nameless.come()
        await named.come()
        async with room.console(120) as (app, pilot):
            await seen(app, "2 of 2 here")
            await pilot.press("f2")
            await nameless.do(SignalStop())
            await seen(app, "STOP wanted by an observer without a name (seat 1). Go there, then F9 answers.")
            await pilot.press("f9")
            await seen(app, "Do you take care of an observer without a name (seat 1)? They are told")
            await pilot.press("y")
            await named.do(SignalStop())
            await seen(app, "STOP wanted by seat 2 Dao. Go there")
