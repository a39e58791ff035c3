"""Words typed for a box that did not open do nothing, and no Enter answers what destroys something."""

from client.screens.stage import screen_text, settle, write
from client.screens.test_page_screens import playing
from goodpath_client.screens.feed import FeedScreen
from goodpath_core.play.posts import PublishPost


async def test_words_typed_on_for_a_box_that_did_not_open_are_no_keys_and_an_enter_takes_nothing_down() -> (
    None
):
    stage = playing()
    stage.do(PublishPost(text="My lamp"))
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        await pilot.press("c")
        await write(pilot, "dad is here", "enter")
        await settle(pilot)
        assert isinstance(app.screen, FeedScreen) and stage.link.commands == []
        await pilot.press("d")
        await settle(pilot)
        assert "Y  take it down" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert stage.link.commands == []
