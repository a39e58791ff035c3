"""Before leaving one is told what is true of the seat: kept, kept while nobody answers, closed, never had."""

import pytest

from client.little_server import until
from client.screens.stage import TEACHER, Stage, screen_text, settle
from goodpath_client.leaving import goodbye_words, leave_question
from goodpath_client.link_state import LinkState
from goodpath_client.store import Store
from goodpath_core.play.control import EndSession
from goodpath_core.play.seats import Observe
from goodpath_core.wire.closing import ENDED, RESET, TAKEN_OVER, Closing


@pytest.mark.parametrize(
    ("state", "closing", "words"),
    [
        (
            LinkState("connected"),
            None,
            "Leave? Your seat is kept, and all that you have sent, saved or begun.",
        ),
        (LinkState("reconnecting", 3, 2), None, "Leave? The server does not answer now."),
        (LinkState("closed"), RESET, "Leave? Your teacher has closed this seat;"),
        (LinkState("closed"), ENDED, "Leave? The session is over; nothing more will come."),
    ],
    ids=("connected", "reconnecting", "reset", "ended"),
)
def test_the_question_fits_the_seat(state: LinkState, closing: Closing | None, words: str) -> None:
    store = Stage("ten-pictures", "yuting").store
    store.set_link(state)
    assert leave_question(store, closing).startswith(words)


def test_who_never_had_a_seat_is_not_told_that_it_is_kept() -> None:
    assert leave_question(Store(), None) == "Leave? You have not joined yet, so nothing is kept."


async def test_leave_is_asked_once_and_the_same_key_once_more_leaves() -> None:
    app = Stage("ten-pictures", "yuting").app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("alt+q")
        await settle(pilot)
        assert "Alt+Q  leave" in screen_text(app) and app.is_running
        await pilot.press("alt+q")
        await until(lambda: not app.is_running or app._exit)


def test_where_the_class_ends_with_the_one_who_leaves_nobody_is_told_that_the_seat_is_kept() -> None:
    store = Stage("ten-pictures", "yuting").store
    store.set_link(LinkState("connected"))
    words = "Leave? The class ends when you leave, and nobody can come back to it."
    assert leave_question(store, None, ends_with_me=True) == words
    assert leave_question(store, ENDED, ends_with_me=True).startswith("Leave? The session is over;")


@pytest.mark.parametrize(
    ("closing", "words"),
    [
        (None, "You have left; your seat is kept. To come back, type the same line with the same name."),
        (
            RESET,
            "Your teacher has closed this seat; the code on the board opens another one. "
            "To join anew, type the same line with that code.",
        ),
        (TAKEN_OVER, "This seat was opened at another terminal."),
        (ENDED, "The session is over; nothing more will come."),
    ],
    ids=("kept", "reset", "elsewhere", "ended"),
)
def test_the_goodbye_says_of_the_seat_what_is_true(closing: Closing | None, words: str) -> None:
    assert goodbye_words(Stage("ten-pictures", "yuting").store, closing) == words


def test_whoever_watches_has_no_seat_to_be_kept_and_can_watch_again() -> None:
    stage = Stage("ten-pictures", "")
    stage.do(Observe())
    assert goodbye_words(stage.store) == "You have left. To watch again, type the same line."


def test_nobody_is_told_to_come_back_to_what_is_over_or_to_a_seat_they_never_had() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.do(EndSession(), TEACHER)
    assert goodbye_words(stage.store, ENDED) == "Goodbye."
    assert goodbye_words(Store()) == ""
