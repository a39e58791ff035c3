"""What is typed on for a why whose box does not open changes nothing in the picture picker."""

import pytest
from textual.pilot import Pilot

from client.screens.stage import TEACHER, Stage, settle, told
from client.screens.test_picture_picker import FIRST, SECOND, begin, choosing
from goodpath_client.screens.picture_picker import PicturePickerScreen
from goodpath_client.screens.whys import UNCHOSEN
from goodpath_core.play.control import NextPhase


async def type_slowly(stage: Stage, pilot: Pilot[int], text: str, gap_ms: int) -> None:
    """Type as a person does, with a gap before each letter."""
    for letter in text:
        stage.now_ms += gap_ms
        await pilot.press("space" if letter == " " else letter)
    await settle(pilot)


@pytest.mark.parametrize("gap_ms", [0, 150, 400, 900])
async def test_words_typed_on_for_the_why_of_a_picture_that_is_not_chosen_are_no_keys(gap_ms: int) -> None:
    stage = choosing()
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await begin(pilot, "w")
        picker = app.screen
        assert isinstance(picker, PicturePickerScreen)
        await type_slowly(stage, pilot, "well it looks open, so we love it. ", gap_ms)
        assert picker.is_current
        assert (picker.chosen, picker.audience) == ([], "all")
        assert told(app) == [UNCHOSEN]
        stage.now_ms += 1_000
        await pilot.press("space", "l")
        assert (picker.chosen, picker.audience) == ([FIRST], "me")


async def test_words_typed_on_where_no_exchange_is_counted_are_no_keys() -> None:
    stage = choosing()
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await begin(pilot, "e")
        picker = app.screen
        assert isinstance(picker, PicturePickerScreen)
        await type_slowly(stage, pilot, "lo ", 300)
        assert picker.is_current
        assert (picker.chosen, picker.audience) == ([], "all")
        assert told(app) == ["Nothing is counted in this phase: change your pictures as you like."]
        await pilot.press("down", "space")
        assert picker.chosen == [SECOND]


async def test_words_typed_on_where_pictures_are_only_looked_at_are_no_keys() -> None:
    stage = choosing()
    stage.do(NextPhase(), TEACHER)
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await begin(pilot, "w")
        picker = app.screen
        assert isinstance(picker, PicturePickerScreen)
        await type_slowly(stage, pilot, "so loud", 300)
        assert picker.is_current
        assert told(app) == [UNCHOSEN]
