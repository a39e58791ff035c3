"""What is told, as a phase ends, of a written face of which only a part could be put on the page."""

from textual.widgets import Input

from client.screens.stage import TEACHER, told
from client.test_late_choice import heard, pass_time, playing
from client.test_late_page import face, write_face
from goodpath_core.play.control import NextPhase

CLOSED = "Your page cannot be changed in this phase."


async def test_of_a_name_that_is_too_long_the_end_of_a_phase_says_so_and_that_the_rest_is_on_the_page() -> (
    None
):
    stage = playing()
    stage.link.answers = True
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await write_face(pilot, stage)
        app.screen.query_one("#nickname", Input).value = "n" * 56
        await pass_time(pilot, stage, app, 410)
        await heard(pilot, "The phase is about to end: what you wrote is put on your page now. ")
        late = "Your nickname is too long, by 24, and stays in its box; shorten it and save (F2)."
        assert told(app)[-1].endswith(late)
        stage.do(NextPhase(), TEACHER)
        await heard(
            pilot,
            "Your signature is on your page now, but your nickname is not: it is too long, by 24. "
            f"{CLOSED} It waits on “Edit my page”; shorten it there.",
        )
        assert not any("What you wrote is not" in words for words in told(app))
    assert face(stage) == ("", "sig sig")


async def test_of_a_name_that_is_too_long_the_real_reason_is_told_where_nothing_was_put_on_the_page() -> None:
    stage = playing()
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await write_face(pilot, stage)
        app.screen.query_one("#nickname", Input).value = "n" * 56
        stage.do(NextPhase(), TEACHER)
        await heard(
            pilot,
            "What you wrote is not on your page: your nickname is too long, by 24. "
            f"{CLOSED} It waits on “Edit my page”; shorten it there.",
        )


async def test_after_play_too_it_is_said_which_parts_are_on_the_page() -> None:
    stage = playing()
    stage.link.answers = True
    for _ in range(3):
        stage.do(NextPhase(), TEACHER)
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await write_face(pilot, stage)
        app.screen.query_one("#nickname", Input).value = "n" * 56
        await pass_time(pilot, stage, app, 75)
        stage.do(NextPhase(), TEACHER)
        await heard(
            pilot,
            "What you wrote last is not on your page: your nickname is too long, by 24. "
            "Your signature is on it.",
        )
    assert face(stage)[1] == "sig sig"
