"""Letters of one burst behind the key that opens a box are written there, and act as no keys."""

from client.screens.stage import TEACHER, Stage, press_at_once, settle
from client.screens.test_picture_picker import FIRST, begin, choosing
from goodpath_client.screens.feed import FeedScreen
from goodpath_client.screens.picture_picker import PicturePickerScreen
from goodpath_client.widgets.line_box import LineBox
from goodpath_core.play.control import NextPhase
from goodpath_core.play.posts import PublishPost


async def test_a_why_that_is_typed_in_a_burst_is_whole_and_changes_no_picture() -> None:
    async with choosing().app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await begin(pilot, "space")
        picker = app.screen
        assert isinstance(picker, PicturePickerScreen)
        press_at_once(app, "w", *"looks", "space", *"well")
        await settle(pilot)
        assert picker.query_one("#why", LineBox).value == "looks well"
        assert (picker.chosen, picker.audience) == ([FIRST], "all")


async def test_a_word_that_is_typed_in_a_burst_is_whole_and_likes_nothing() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.play_persona("haibo", PublishPost(text="Tonight nobody sleeps"))
    stage.do(NextPhase(), TEACHER)
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        assert isinstance(app.screen, FeedScreen)
        press_at_once(app, "c", *"looks")
        await settle(pilot)
        assert app.screen.query_one("#word", LineBox).value == "looks"
        assert [type(one).__name__ for one in stage.link.commands] == []
