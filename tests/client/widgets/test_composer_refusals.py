"""A refused text comes back into the box, apart from what was written since."""

import pytest
from textual.pilot import Pilot

from client.widgets.desk import Desk


async def refuse(pilot: Pilot[None], app: Desk, text: str) -> None:
    app.box.restore(text)
    await pilot.pause()


async def test_a_refused_text_comes_back_chosen_and_says_what_can_be_done() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await refuse(pilot, app, "refused")
        assert (app.box.text, app.box.selected_text) == ("refused", "refused")
        assert str(app.box.border_subtitle) == "not sent · type: replace · arrow: keep · Esc: drop"


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (["n", "e", "w"], "new"),
        (["right", "!"], "refused!"),
        (["escape", "n"], "n"),
    ],
    ids=["typing replaces", "an arrow keeps", "escape drops"],
)
async def test_what_is_typed_next_is_never_glued_to_a_refused_text(keys: list[str], left: str) -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await refuse(pilot, app, "refused")
        await pilot.press(*keys)
        await pilot.pause()
        assert app.box.text == left
        assert "not sent" not in str(app.box.border_subtitle)


async def test_undo_brings_a_replaced_text_back() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await refuse(pilot, app, "refused")
        await pilot.press("n", "ctrl+z")
        assert app.box.text == "refused"


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
        app.box.restore("elsewhere", room="kitchen")
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
