"""A question is answered by the keys that it shows, and by nothing else that somebody types."""

import pytest
from textual.events import Paste

from client.screens.stage import Stage, press_at_once, screen_text, seen, settle, told
from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.screens.line_menu import LineMenu
from goodpath_client.widgets.composer import Composer
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.safety import SignalStop

NOT_TOLD = "Nothing has been told yet"


def playing() -> Stage:
    stage = Stage()
    stage.start()
    return stage


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (40, 12)], ids=str)
async def test_no_letter_answers_the_stop_question_and_the_first_one_says_which_keys_do(
    size: tuple[int, int],
) -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("f9")
        await seen(pilot, "tell the teacher")
        question = app.screen
        assert NOT_TOLD not in screen_text(app)
        await pilot.press("n")
        await settle(pilot)
        shown = " ".join(screen_text(app).split())
        assert NOT_TOLD in shown and "Enter or F9" in shown and "Esc" in shown
        await pilot.press(*"o Yes yN", "backspace")
        await settle(pilot)
        assert app.screen is question and stage.link.commands == []
        await pilot.press("enter")
        await settle(pilot)
        assert stage.link.commands == [SignalStop()]


async def test_what_is_typed_in_the_stop_question_comes_to_no_chat_and_escape_goes_back() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        press_at_once(app, "f9", *"no I am fine ")
        await seen(pilot, NOT_TOLD)
        app.screen.post_message(Paste("or not\nfine"))
        await settle(pilot)
        assert isinstance(app.screen, ConfirmScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen.query_one(Composer).text == "" and stage.link.commands == []
        await pilot.press("f9")
        await seen(pilot, "tell the teacher")
        assert NOT_TOLD not in screen_text(app)
        app.screen.post_message(Paste("or not\nfine"))
        await seen(pilot, NOT_TOLD)
        await pilot.press("f9")
        await settle(pilot)
        assert stage.link.commands == [SignalStop()]


async def test_in_the_room_the_stop_question_stays_for_a_letter_too() -> None:
    stage = playing()
    stage.do(PutPhoneDown())
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f9")
        await seen(pilot, "tell the teacher")
        await pilot.press("n")
        await seen(pilot, NOT_TOLD)
        assert isinstance(app.screen, ConfirmScreen) and stage.link.commands == []


async def test_a_question_that_asks_for_y_takes_neither_n_nor_enter() -> None:
    app = playing().app()
    answers: list[bool | None] = []
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.push_screen(ConfirmScreen("Drop it?", "drop", destroys=True), answers.append)
        await seen(pilot, "Y  drop")
        assert "Nothing is done yet" not in screen_text(app)
        await pilot.press("n", "enter")
        await seen(pilot, "Nothing is done yet")
        assert answers == []
        await pilot.press("y")
        await settle(pilot)
        assert answers == [True]


async def test_the_menu_of_a_line_takes_only_the_letters_that_it_shows() -> None:
    stage = playing()
    stage.play_persona("haibo", PostMessage(room="1/page-makers", text="who is awake?"))
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        picked: list[str | None] = []
        app.push_screen(LineMenu("who is awake?", ("unread",)), picked.append)
        await seen(pilot, "U  unread from here")
        await pilot.press("t", "a", "enter")
        await settle(pilot)
        assert isinstance(app.screen, LineMenu) and told(app) == []
        await pilot.press("u")
        await settle(pilot)
        assert picked == ["unread"]
