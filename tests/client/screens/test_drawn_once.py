"""What changes at once is drawn once, and nothing is drawn for a screen that cannot be seen."""

from collections.abc import Callable

import pytest
from textual.app import App
from textual.screen import Screen
from textual.widgets import Static

from client.screens.stage import Stage, screen_text, seen, settle
from goodpath_client.app import StudentApp
from goodpath_client.joined import Joined
from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.screens.drawn_once import DrawnOnce
from goodpath_client.screens.elsewhere import ElsewhereScreen
from goodpath_client.screens.help import HelpScreen
from goodpath_client.screens.line_menu import LineMenu
from goodpath_client.screens.unsent import UnsentScreen
from goodpath_client.unsent_words import NotSent
from goodpath_core.play.messages import PostMessage

LINE = PostMessage(room="1/page-makers", text="who is awake?")


class Counting(StudentApp):
    """The student's client, counting what it draws."""

    drawn = 0

    def _display(self, screen: Screen[object], renderable: object) -> None:
        self.drawn += 1
        super()._display(screen, renderable)  # type: ignore[arg-type]


class Plain(App[None]):
    """One screen with nothing of ours on it, counting what is drawn."""

    drawn = 0

    def get_default_screen(self) -> Screen[None]:
        return DrawnOnce[None](id="_default")

    def _display(self, screen: Screen[object], renderable: object) -> None:
        self.drawn += 1
        super()._display(screen, renderable)  # type: ignore[arg-type]


def counting(stage: Stage) -> Counting:
    stage.start()
    return Counting(Joined(stage.link, stage.store), now=lambda: stage.now_ms)


async def test_a_new_layout_of_a_screen_that_is_drawn_whole_is_drawn_once() -> None:
    app = Plain()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.mount(Static("hello"))
        await pilot.pause()
        before = app.drawn
        app.screen.refresh(layout=True)
        app.screen._on_timer_update()
        assert app.drawn == before + 1
        app.query_one(Static).update("two\nlines")
        await pilot.pause()
        assert app.drawn > before + 1
        assert app.query_one(Static).region.height == 2


QUESTIONS = [
    pytest.param(lambda: ConfirmScreen("Really?", "yes"), "Really?", id="confirm"),
    pytest.param(lambda: LineMenu("who is awake?", ("reply",)), "Enter or A  answer it", id="line menu"),
    pytest.param(lambda: UnsentScreen([NotSent("Nobody has read it.", "neon")]), "neon", id="unsent"),
    pytest.param(ElsewhereScreen, "This seat is open elsewhere", id="elsewhere"),
]


@pytest.mark.parametrize(("question", "words"), QUESTIONS)
async def test_what_is_asked_over_a_screen_is_laid_out_and_drawn_whole_at_once_and_once(
    question: Callable[[], Screen[object]], words: str
) -> None:
    stage = Stage()
    app = counting(stage)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.push_screen(question())
        await seen(pilot, words)
        await settle(pilot)
        before = app.drawn
        app.screen.refresh(layout=True)
        app.screen._on_timer_update()
        assert app.drawn == before + 1


async def test_news_below_a_screen_that_covers_it_draw_nothing_and_are_there_when_it_goes() -> None:
    stage = Stage()
    app = counting(stage)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f1")
        await settle(pilot)
        assert isinstance(app.screen, HelpScreen)
        before = app.drawn
        stage.play_persona("haibo", LINE)
        await settle(pilot)
        assert app.drawn == before
        await pilot.press("escape")
        await settle(pilot)
        assert LINE.text in screen_text(app)


async def test_news_below_a_question_are_seen_beside_it() -> None:
    stage = Stage()
    app = counting(stage)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.push_screen(ConfirmScreen("Really?", "yes"))
        await settle(pilot)
        before = app.drawn
        stage.play_persona("haibo", LINE)
        await settle(pilot)
        assert app.drawn > before
        assert LINE.text in screen_text(app)
        await pilot.resize_terminal(90, 30)
        await settle(pilot)
        assert LINE.text in screen_text(app) and "Really?" in screen_text(app)


async def test_a_window_that_changes_under_a_cover_is_fitted_when_the_cover_goes() -> None:
    stage = Stage()
    app = counting(stage)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f1")
        await pilot.resize_terminal(110, 30)
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen.size == (110, 30)
        assert len(screen_text(app).splitlines()) == 30
