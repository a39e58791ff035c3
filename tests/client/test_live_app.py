"""What an app says in passing, one thing at a time and as plain text; and what it hears as it ends."""

import pytest
from textual import events

from client.screens.stage import Stage, seen, settle, told
from goodpath_client.widgets.composer import Composer


async def test_one_passing_message_takes_the_place_of_the_one_before_and_covers_no_box() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        app.say("The first word.")
        await seen(pilot, "The first word.")
        app.say("The [b]second[/b] word.", severe=True)
        await seen(pilot, "The [b]second[/b] word.")
        box = app.screen.query_one(Composer).region
        assert not [toast for toast in app.screen.query("Toast") if toast.region.overlaps(box)]
        assert told(app) == ["The [b]second[/b] word."]


@pytest.mark.parametrize(
    "event",
    [
        pytest.param(events.Key("i", "i"), id="a letter"),
        pytest.param(events.Key("f1", None), id="a key that leads elsewhere"),
        pytest.param(events.Paste("is this all?"), id="a paste"),
    ],
)
async def test_what_is_pressed_while_there_is_no_screen_does_nothing(event: events.Event) -> None:
    app = Stage("ten-pictures", "yuting").app()
    assert not app.screen_stack
    await app.on_event(event)
    assert app.fault is None


async def test_a_letter_that_a_box_has_passed_on_does_nothing_once_the_last_screen_has_gone() -> None:
    app, letter = Stage("ten-pictures", "yuting").app(), events.Key("i", "i")
    letter._set_forwarded()
    await app.on_event(letter)
    assert app.fault is None
