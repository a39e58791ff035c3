"""A word under a thing is taken whole, counted beside its readers, and refused by how much it is too long."""

import pytest
from textual import events
from textual.pilot import Pilot

from client.little_server import until
from client.screens.stage import TEACHER, Stage, press_at_once, screen_text, settle, told
from goodpath_client.app import StudentApp
from goodpath_client.widgets.line_box import LineBox
from goodpath_client.widgets.message_list import MessageList
from goodpath_core.play.control import NextPhase
from goodpath_core.play.posts import PublishPost, Repost
from goodpath_core.play.responses import WriteComment

SIZES = [(80, 24), (60, 20)]


def posted() -> Stage:
    """Haibo's post stands in the feed."""
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.now_ms += 60_000
    stage.play_persona("haibo", PublishPost(text="Tonight nobody sleeps"))
    stage.do(NextPhase(), TEACHER)
    return stage


async def begin(pilot: Pilot[int], key: str, pasted: str) -> StudentApp:
    """Open the box under the post, and paste into it."""
    await settle(pilot)
    await pilot.press("f5")
    await settle(pilot)
    await pilot.press(key)
    await settle(pilot)
    pilot.app.post_message(events.Paste(pasted))
    assert isinstance(pilot.app, StudentApp)
    await settle(pilot)
    return pilot.app


@pytest.mark.parametrize("size", SIZES)
async def test_three_pasted_lines_are_one_word(size: tuple[int, int]) -> None:
    stage = posted()
    post = f"post:{stage.world.pages['1/haibo'].posts[0].seq}"
    async with stage.app().run_test(size=size) as pilot:
        await begin(pilot, "c", "not I\nnor you\nnor she\n")
        await pilot.press("enter")
        await settle(pilot)
    assert stage.link.commands[-1] == WriteComment(page="1/haibo", thing=post, text="not I nor you nor she")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["c", "r"])
async def test_a_word_that_is_too_long_is_counted_and_stays_until_it_is_shorter(
    key: str, size: tuple[int, int]
) -> None:
    stage = posted()
    async with stage.app().run_test(size=size, notifications=True) as pilot:
        app = await begin(pilot, key, "长" * 139)
        assert "139 of 140 · " in screen_text(app)
        await pilot.press(*"abc")
        await settle(pilot)
        assert "2 too many · " in screen_text(app) and "Enter sends" not in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert told(app) == ["Make it shorter by 2: at most 140 characters fit."]
        box = app.screen.query_one("#word", LineBox)
        assert (box.value, box.has_focus) == ("长" * 139 + "abc", True)
        await pilot.press("backspace", "backspace", "enter")
        await settle(pilot)
    sent = stage.link.commands[-1]
    assert isinstance(sent, WriteComment | Repost) and sent.text == "长" * 139 + "a"


async def test_a_word_that_is_too_long_is_kept_for_its_thing() -> None:
    stage = posted()
    async with stage.app().run_test(size=(80, 24)) as pilot:
        app = await begin(pilot, "c", "长" * 150)
        await pilot.press("escape", "c", *"!")
        await settle(pilot)
        assert app.screen.query_one("#word", LineBox).value == "长" * 150 + "!"


async def test_a_word_that_is_left_in_a_hurry_is_kept_with_all_its_signs() -> None:
    stage = posted()
    async with stage.app().run_test(size=(80, 24)) as pilot:
        app = await begin(pilot, "c", "neon")
        press_at_once(app, *"rain", "escape")
        await until(lambda: app.screen.query_one("#things").has_focus)
        await pilot.press("c")
        await settle(pilot)
        assert app.screen.query_one("#word", LineBox).value == "neonrain"


async def test_escape_leads_out_of_the_feed_while_a_thing_is_chosen() -> None:
    stage = posted()
    async with stage.app().run_test(size=(80, 24)) as pilot:
        app = await begin(pilot, "c", "neon")
        feed = app.screen
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen is feed and feed.query_one("#things", MessageList).chosen is not None
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen is not feed
