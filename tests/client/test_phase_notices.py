"""What was told in passing of a phase goes with the phase, whatever screen is in front."""

from textual.widgets._toast import Toast

from client.screens.stage import TEACHER, settle, told
from client.test_late_choice import choose_two, playing
from goodpath_client.chosen_pictures import GOES
from goodpath_core.play.control import NextPhase
from goodpath_core.play.shortening import ShortenPhase


async def test_what_was_told_of_a_phase_lies_over_nothing_that_comes_after_it() -> None:
    stage = playing()
    stage.link.answers = False
    async with stage.app().run_test(size=(60, 20), notifications=True) as pilot:
        app = await choose_two(pilot)
        await pilot.press("escape")
        stage.do(ShortenPhase(), TEACHER)
        await settle(pilot)
        ends = "Your teacher ends this phase; it is over in 10 seconds."
        assert ends in told(app)
        app.say(GOES, beside=True)
        await pilot.press("f1")
        await settle(pilot)
        for _ in range(4):
            stage.do(NextPhase(), TEACHER)
        await settle(pilot)
        assert app.scene.shown == "debrief"
        assert not any("this phase" in words or "about to end" in words for words in told(app))
        shown = [toast._notification.message for toast in app.screen.query(Toast)]
        assert ends not in shown and GOES not in shown
