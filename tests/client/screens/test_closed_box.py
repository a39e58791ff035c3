"""What is typed on for a box that closed after Enter is no key of the screen below, and that is said."""

import pytest
from textual.pilot import Pilot

from client.screens.stage import TEACHER, Stage, settle, told, write
from client.screens.test_picture_picker import FIRST, begin, choosing
from client.screens.test_stray_in_pictures import type_slowly
from client.screens.test_word_box import posted as with_post
from goodpath_client.screens.feed import FeedScreen
from goodpath_client.screens.life import LifeScreen
from goodpath_client.screens.picture_picker import PicturePickerScreen
from goodpath_client.screens.picture_view import PictureViewScreen
from goodpath_client.stray_signs import BOX_CLOSED
from goodpath_core.play.event import Command
from goodpath_core.play.posts import Repost
from goodpath_core.play.responses import LikeThing, WriteComment
from goodpath_core.play.seats import HandOver

GAPS = pytest.mark.parametrize("gap_ms", [0, 150, 400, 900])


def posted() -> tuple[Stage, str]:
    """Haibo's post stands in the feed; its thing."""
    stage = with_post()
    stage.link.answers = True
    return stage, f"post:{stage.world.pages['1/haibo'].posts[0].seq}"


async def open_feed(pilot: Pilot[int]) -> None:
    await settle(pilot)
    await pilot.press("f5")
    await settle(pilot)


@GAPS
@pytest.mark.parametrize("key", ["c", "r"])
async def test_words_typed_on_behind_a_word_that_was_sent_like_visit_and_open_nothing(
    key: str, gap_ms: int
) -> None:
    stage, thing = posted()
    app = stage.app()
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await open_feed(pilot)
        await pilot.press(key)
        await write(pilot, "nice", "enter")
        await settle(pilot)
        await type_slowly(stage, pilot, "lovely place, or video? ", gap_ms)
        await pilot.press("enter")
        await settle(pilot)
        kind = WriteComment if key == "c" else Repost
        sent: list[Command] = [kind(page="1/haibo", thing=thing, text="nice")]
        assert stage.link.commands == sent and isinstance(app.screen, FeedScreen)
        assert told(app).count(BOX_CLOSED) == 1
        stage.now_ms += 1000
        await pilot.press("l")
        assert stage.link.commands == [*sent, LikeThing(page="1/haibo", thing=thing)]


async def test_an_arrow_behind_a_word_that_was_sent_leads_on_and_letters_are_keys_at_once() -> None:
    stage, thing = posted()
    app = stage.app()
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await open_feed(pilot)
        await pilot.press("c")
        await write(pilot, "nice", "enter", "up", "l")
        await settle(pilot)
        assert stage.link.commands[1:] == [LikeThing(page="1/haibo", thing=thing)]
        assert BOX_CLOSED not in told(app)


async def test_the_key_of_the_box_opens_it_for_the_next_word_at_once() -> None:
    stage, thing = posted()
    app = stage.app()
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await open_feed(pilot)
        for word in ("nice", "lovely"):
            await pilot.press("c")
            await write(pilot, word, "enter")
            await settle(pilot)
        assert stage.link.commands == [
            WriteComment(page="1/haibo", thing=thing, text=word) for word in ("nice", "lovely")
        ]


async def test_whoever_leaves_the_box_by_escape_has_its_keys_at_once() -> None:
    stage, thing = posted()
    app = stage.app()
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await open_feed(pilot)
        await pilot.press("c")
        await write(pilot, "nice", "escape", "l")
        await settle(pilot)
        assert stage.link.commands == [LikeThing(page="1/haibo", thing=thing)]


@GAPS
async def test_words_typed_on_behind_a_why_lock_no_picture_and_choose_none(gap_ms: int) -> None:
    stage = choosing()
    async with stage.app().run_test(size=(100, 30), notifications=True) as pilot:
        app = await begin(pilot, "space", "w")
        picker = app.screen
        assert isinstance(picker, PicturePickerScreen)
        await write(pilot, "it is blue", "enter")
        await settle(pilot)
        kept = told(app)
        await type_slowly(stage, pilot, "lights low. ", gap_ms)
        assert picker.is_current and not isinstance(app.screen, PictureViewScreen)
        assert (picker.chosen, picker.audience) == ([FIRST], "all")
        assert told(app) == [*kept, BOX_CLOSED]


async def test_an_enter_alone_behind_a_why_is_the_key_that_it_is() -> None:
    stage = choosing()
    async with stage.app().run_test(size=(100, 30), notifications=True) as pilot:
        app = await begin(pilot, "space", "w")
        picker = app.screen
        assert isinstance(picker, PicturePickerScreen)
        await write(pilot, "it is blue", "enter")
        await settle(pilot)
        await pilot.press("enter")
        assert picker.chosen == []


async def test_a_word_in_the_middle_of_which_another_persona_is_handed_over_acts_as_no_key() -> None:
    stage = Stage("apple-phone", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        await write(pilot, "we wa")
        stage.do(HandOver(persona="1/yuting", seat=2), TEACHER)
        stage.do(HandOver(persona="1/jia", seat=1), TEACHER)
        await settle(pilot)
        assert isinstance(app.screen, LifeScreen)
        await type_slowly(stage, pilot, "it", 200)
        await pilot.press("enter")
        await settle(pilot)
        sheet = app.screen.query_one("#sheet")
        assert isinstance(app.screen, LifeScreen) and sheet.scroll_offset.y == 0
        assert BOX_CLOSED in told(app)
        await pilot.press("enter")
        await settle(pilot)
        assert sheet.scroll_offset.y > 0
