"""In the debrief no word is lost between the sentences: Tab goes on to a box, and letters find theirs."""

import pytest
from textual import events
from textual.widgets import Input

from client.screens.stage import TEACHER, press_at_once, screen_text, settle, told, write
from client.screens.test_debrief import debriefed
from goodpath_client.app import StudentApp
from goodpath_client.screens.debrief import DebriefScreen
from goodpath_core.play.control import EndSession


def boxes(app: StudentApp) -> list[str]:
    return [box.value for box in app.screen.query(Input)]


@pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=str)
async def test_tab_behind_the_last_sentence_goes_to_the_first_and_what_is_typed_there_is_seen(
    size: tuple[int, int],
) -> None:
    app = debriefed().app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("tab")
        await write(pilot, "the sea", "enter", "tab")
        await write(pilot, " at night")
        await settle(pilot)
        assert boxes(app) == ["the sea at night", ""] and "the sea at night" in screen_text(app)
        await pilot.press("shift+tab")
        await write(pilot, "the hurry")
        await settle(pilot)
        assert boxes(app) == ["the sea at night", "the hurry"] and "the hurry" in screen_text(app)


async def test_after_all_pages_tab_leads_to_a_sentence_still() -> None:
    app = debriefed().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("tab")
        await write(pilot, "the sea", "enter", "f5")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert isinstance(app.screen, DebriefScreen)
        await pilot.press("tab")
        await write(pilot, "!")
        assert boxes(app) == ["the sea!", ""]


async def test_letters_where_no_box_has_the_keys_go_to_the_sentence_left_last_from_the_first_one_on() -> None:
    app = debriefed().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("tab", "tab")
        await write(pilot, "the ")
        for words in ("hurry ", "and noise"):
            app.screen.query_one("#all").focus()
            await settle(pilot)
            press_at_once(app, *words)
            await settle(pilot)
        assert boxes(app) == ["", "the hurry and noise"]
        assert "the hurry and noise" in screen_text(app)
        app.screen.query_one("#all").focus()
        await settle(pilot)
        app.post_message(events.Paste(" of it"))
        await settle(pilot)
        assert boxes(app) == ["", "the hurry and noise of it"]


async def test_letters_before_any_sentence_was_opened_are_said_to_be_nowhere() -> None:
    app = debriefed().app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await write(pilot, "the sea")
        await settle(pilot)
        assert boxes(app) == ["", ""]
        assert told(app) == ["You write nowhere yet: Tab goes to your sentences."]
        await pilot.press("tab")
        await settle(pilot)
        assert told(app) == []


async def test_whoever_watched_writes_nothing_in_the_debrief_and_reads_so() -> None:
    app = debriefed(watching=True).app()
    app.scene.briefed = True
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await write(pilot, "hello", "tab")
        await settle(pilot)
        assert told(app) == ["Nothing is written here; F5 shows all pages."]


async def test_letters_after_the_end_are_told_that_the_session_is_over() -> None:
    stage = debriefed()
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("tab")
        app.screen.query_one("#all").focus()
        stage.do(EndSession(), TEACHER)
        await settle(pilot)
        await write(pilot, "so ")
        await settle(pilot)
        assert boxes(app) == ["", ""] and told(app) == ["The session is over."]
