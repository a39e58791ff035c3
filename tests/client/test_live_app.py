"""What an app says in passing: one thing at a time, the last one, as plain text."""

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
