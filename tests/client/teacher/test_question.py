"""A question stands alone on the wall, in letters as large as it has room for."""

from client.teacher.classroom import Classroom, screen_text, seen, until
from goodpath_client.teacher.console import ConsoleScreen
from goodpath_client.teacher.plan_list import PlanList
from goodpath_client.teacher.question import question_rows
from goodpath_client.widgets.big_letters import write_large
from goodpath_core.play.control import NextPhase, StartWorld
from goodpath_core.play.safety import SignalStop


def test_a_question_is_as_large_as_it_fits_and_whole_in_any_case() -> None:
    question = "Where did they live?"
    first, second = write_large("Where did"), write_large("they live?")
    assert question_rows(question, 60, 20) == [*first, "", *second]
    assert question_rows(question, 60, 6) == [question]
    assert question_rows("他们住在哪里？", 60, 20) == ["他们住在哪里？"]
    assert question_rows("Where did they live, and with whom, and why?", 24, 20) == [
        "Where did they live, and",
        "with whom, and why?",
    ]


async def test_enter_shows_a_question_alone_and_arrows_go_on_to_the_next() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        teacher = await room.second_teacher()
        async with room.console(100, 30) as (app, pilot):
            await seen(app, "1 of 1 here")
            for command in (StartWorld(), *[NextPhase()] * 4):
                await teacher.do(command)
            await seen(app, "Enter large · F3 every page")
            await until(lambda: isinstance(app.focused, PlanList))
            await pilot.press("enter")
            await seen(app, "question 1 of 7")
            await until(lambda: "Ana" not in screen_text(app) and "Yuting" not in screen_text(app))
            await pupil.do(SignalStop())
            await seen(app, "STOP wanted (1). Esc goes back and shows by whom.")
            await pilot.press("f9")
            await seen(app, "This may be on the wall: Esc goes back and shows who asks; then F9 answers.")
            assert "Ana" not in screen_text(app)
            await pilot.press("right", "right")
            await seen(app, "question 3 of 7")
            await pilot.press("left", "left", "left")
            await seen(app, "question 7 of 7")
            await pilot.press("escape")
            await until(lambda: isinstance(app.screen, ConsoleScreen))
            await seen(app, "STOP wanted by seat 1 Ana.")


async def test_the_frame_of_the_questions_says_which_keys_show_one_large_from_where_one_stands() -> None:
    async with Classroom() as room:
        await room.pupil("Ana", "1/yuting")
        teacher = await room.second_teacher()
        for command in (StartWorld(), *[NextPhase()] * 4):
            await teacher.do(command)
        async with room.console(100, 30) as (app, pilot):
            await seen(app, "─ Enter large · F3 every page")
            await pilot.press("tab")
            await seen(app, "Tab, Enter large · F3 every page")
            await pilot.press("tab", "enter")
            await seen(app, "question 1 of 7")
