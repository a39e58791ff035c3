"""After play the console says who has stepped out and what to argue about, and no more what was done."""

from textual.pilot import Pilot

from client.teacher.classroom import Classroom, screen_text, seen, until
from goodpath_client.teacher.app import TeacherApp
from goodpath_client.widgets.row_list import RowList
from goodpath_core.play.control import NextPhase, StartWorld
from goodpath_core.play.debrief import Reflect
from goodpath_core.play.seats import HandOver


async def end_phase(app: TeacherApp, pilot: Pilot[int]) -> None:
    """Ask for the end of the phase, and agree."""
    await pilot.press("f7")
    await seen(app, "next phase     Esc  no")
    await pilot.press("y")


async def to_the_debrief(app: TeacherApp, pilot: Pilot[int]) -> None:
    """Go through all phases, by the keys."""
    await pilot.press("f5", "y")
    for number in (1, 2, 3, 4):
        await seen(app, f"{number}/4")
        is_saved_in = app.store.world.phase.allow.page
        await end_phase(app, pilot)
        if is_saved_in:
            await seen(app, "This phase ends in 10 seconds")
            await end_phase(app, pilot)
    await seen(app, "have stepped out of the role.")


async def test_the_debrief_lists_the_questions_and_counts_who_stepped_out() -> None:
    async with Classroom() as room:
        await room.pupil("Ana", "1/yuting")
        async with room.console(100, 30) as (app, pilot):
            await seen(app, "1 of 1 here")
            await to_the_debrief(app, pilot)
            await seen(app, "Debrief: 0 of 1 have stepped out of the role.")
            assert "Pan Yuting" in screen_text(app) and "phone" not in screen_text(app)
            assert app.screen.query_one("#plan", RowList).option_count > 1
            await seen(app, "persona as stepped out")
            await seen(app, "Pan Yuting no")
            for words in ("goodpath join", "place", "last did", "silent"):
                assert words not in screen_text(app)
            await pilot.press("f2")
            await seen(app, "goodpath join")


async def test_whoever_gets_a_persona_late_is_counted_beside_whoever_had_it_and_has_stepped_out() -> None:
    async with Classroom() as room:
        ana, ben = await room.pupil("Ana", "1/yuting"), await room.pupil("Ben")
        teacher = await room.second_teacher()
        async with room.console(100, 30) as (app, _):
            for command in (StartWorld(), *[NextPhase()] * 4):
                await teacher.do(command)
            await ana.do(Reflect(answers=("the rain",)))
            await seen(app, "Debrief: 1 of 1 have stepped out of the role.")
            await teacher.do(HandOver(persona="1/yuting", seat=2))
            await seen(app, "Debrief: 1 of 2 have stepped out of the role.")
            await until(lambda: ben.store.me == "1/yuting" and not ben.store.stale)
            await ben.do(Reflect(answers=("the hurry",)))
            await seen(app, "Debrief: 2 of 2 have stepped out of the role.")


async def test_the_teacher_reads_what_is_written_on_stepping_out_and_newer_words_replace_older() -> None:
    async with Classroom() as room:
        ana = await room.pupil("Ana", "1/yuting")
        async with room.console(100, 30) as (app, pilot):
            await seen(app, "1 of 1 here")
            await to_the_debrief(app, pilot)
            await ana.do(Reflect(answers=("the rain",)))
            await pilot.press("f3")
            await seen(app, "said and thought")
            app.screen.query_one("#rooms", RowList).choose("lives:1")
            await seen(app, "Pan Yuting (stepping out)")
            await seen(app, "the rain")
            await ana.do(Reflect(answers=("the rain", "the [b]coat[/b]")))
            await seen(app, "the [b]coat[/b]")
            assert screen_text(app).count("the rain") == 1


async def test_no_key_of_the_students_stands_in_what_the_teacher_reads_in_the_debrief() -> None:
    async with Classroom() as room:
        await room.pupil("Ana", "1/yuting")
        async with room.console(120, 36) as (app, pilot):
            await seen(app, "1 of 1 here")
            await to_the_debrief(app, pilot)
            await seen(app, "Find one page for each answer.")
            await seen(app, "F3 every page")
            assert "F5" not in screen_text(app)


async def test_before_the_end_it_is_said_who_has_kept_no_sentences_yet() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        await room.pupil("Ben", "1/chunmei")
        other = await room.pupil("Mia", "1/jun")
        async with room.console() as (app, pilot):
            await seen(app, "3 of 3 here")
            await to_the_debrief(app, pilot)
            await pilot.press("alt+e")
            await seen(app, "Nobody can write anything after that. 3 of 3 have kept no sentences yet.")
            await pilot.press("escape")
            for one in (pupil, other):
                await one.do(Reflect(answers=("the neon sign",)))
            await seen(app, "Debrief: 2 of 3 have stepped out of the role.")
            await pilot.press("alt+e")
            await seen(app, "1 of 3 has kept no sentences yet.")


async def test_an_end_without_a_debrief_says_why_there_are_no_questions() -> None:
    async with Classroom() as room:
        await room.pupil("Ana", "1/yuting")
        async with room.console(100, 30) as (app, pilot):
            await seen(app, "1 of 1 here")
            await pilot.press("alt+e", "y")
            await seen(app, "OVER")
            await seen(app, "No debrief, so no questions.")
            assert "stepped out" not in screen_text(app)
            await seen(app, " 1 here ")
            await pilot.press("tab", "enter")
            assert "Ana" in screen_text(app)
