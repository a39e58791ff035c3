"""A refused text comes back into the box, apart from what was written since."""

import pytest
from textual.pilot import Pilot

from client.widgets.desk import Desk
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.desks import Unsent


async def refuse(pilot: Pilot[None], app: Desk, text: str) -> None:
    app.box.restore(Unsent(text))
    await pilot.pause()


async def test_a_refused_text_comes_back_chosen_and_says_what_can_be_done() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await refuse(pilot, app, "refused")
        assert (app.box.text, app.box.selected_text) == ("refused", "refused")
        assert str(app.box.border_subtitle) == "not sent · type: later · arrow: keep · Esc: drop"


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (["n", "e", "w"], "new"),
        (["right", "!"], "refused!"),
        (["escape", "n"], "n"),
    ],
    ids=["typing goes before it", "an arrow keeps", "escape drops"],
)
async def test_what_is_typed_next_is_never_glued_to_a_refused_text(keys: list[str], left: str) -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await refuse(pilot, app, "refused")
        await pilot.press(*keys)
        await pilot.pause()
        assert app.box.text == left
        assert "type: later" not in str(app.box.border_subtitle)


async def test_a_refused_text_is_never_lost_to_what_is_typed_over_it() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.box.restore(Unsent("refused", 7))
        await pilot.pause()
        await pilot.press(*"new")
        await pilot.pause()
        assert str(app.box.border_subtitle) == "1 not sent, back when the box is empty"
        assert app.box.drafts == {"line3": "new\nrefused"}
        await pilot.press("enter")
        await pilot.pause()
        assert (app.sent, app.box.selected_text, app.box.desks.here.reply_to) == (["new"], "refused", 7)
        await pilot.press("x", "backspace")
        await pilot.pause()
        assert app.box.selected_text == "refused"


async def test_undo_brings_a_text_that_was_typed_over_back_once() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.box.restore(Unsent("refused", 7))
        await pilot.pause()
        await pilot.press("n", "ctrl+z")
        await pilot.pause()
        assert (app.box.text, app.box.desks.here.reply_to) == ("refused", 7)
        await pilot.press("enter")
        await pilot.pause()
        assert (app.sent, app.box.text) == (["refused"], "")


async def test_a_refused_text_that_is_deleted_is_dropped() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await refuse(pilot, app, "refused")
        await pilot.press("backspace")
        await pilot.pause()
        assert (app.box.text, app.box.drafts) == ("", {})


async def test_a_refused_text_is_sent_again_with_enter() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await refuse(pilot, app, "refused")
        await pilot.press("enter")
        await pilot.pause()
        assert (app.sent, app.box.text) == (["refused"], "")


async def test_a_refused_text_waits_behind_what_is_being_written() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press(*"since")
        await refuse(pilot, app, "refused")
        assert (app.box.text, str(app.box.border_subtitle)) == (
            "since",
            "1 not sent, back when the box is empty",
        )
        await pilot.press("enter")
        await pilot.pause()
        assert (app.sent, app.box.text) == (["since"], "refused")


async def test_refused_texts_come_back_one_by_one_in_their_own_rooms() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await refuse(pilot, app, "first")
        await refuse(pilot, app, "second")
        app.box.restore(Unsent("elsewhere"), room="kitchen")
        assert app.box.drafts == {"line3": "first\nsecond", "kitchen": "elsewhere"}
        await pilot.press("escape")
        await pilot.pause()
        assert app.box.selected_text == "second"
        app.box.switch_room("kitchen")
        assert app.box.selected_text == "elsewhere"


async def test_a_dropped_text_is_still_among_the_lines_sent_before() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press(*"oh", "enter")
        await refuse(pilot, app, "oh")
        await pilot.press("escape")
        await pilot.pause()
        assert app.box.text == ""
        await pilot.press("up")
        assert app.box.text == "oh"


@pytest.mark.parametrize(
    ("keys", "answers"),
    [
        (["n", "e", "w"], 0),
        (["right", "!"], 7),
        (["escape"], 0),
    ],
    ids=["written over", "kept", "dropped"],
)
async def test_a_refused_answer_comes_back_with_its_line_and_words_in_its_place_answer_none(
    keys: list[str], answers: int
) -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.box.restore(Unsent("refused", 7))
        await pilot.pause()
        assert app.box.desks.here.reply_to == 7
        await pilot.press(*keys)
        await pilot.pause()
        assert app.box.desks.here.reply_to == answers


async def test_each_refused_text_is_sent_again_as_an_answer_to_its_own_line() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.box.restore(Unsent("first", 7))
        app.box.restore(Unsent("second"))
        app.box.restore(Unsent("third", 9))
        await pilot.pause()
        await pilot.press("enter", "enter", "enter")
        await pilot.pause()
        sent = [(one.text, one.reply_to) for one in app.heard if isinstance(one, Composer.Submitted)]
        assert sent == [("first", 7), ("second", 0), ("third", 9)]


async def test_what_another_writer_was_refused_waits_at_that_ones_desk() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.box.switch_room("line3", "1/yuting")
        await pilot.press(*"hal")
        app.box.switch_room("line3", "1/ming")
        app.box.restore(Unsent("refused", 7), writer="1/yuting")
        await pilot.pause()
        assert (app.box.text, app.box.desks.here.reply_to, str(app.box.border_subtitle)) == ("", 0, "")
        app.box.switch_room("line3", "1/yuting")
        assert app.box.text == "hal"
        app.box.clear()
        await pilot.pause()
        assert (app.box.selected_text, app.box.desks.here.reply_to) == ("refused", 7)
