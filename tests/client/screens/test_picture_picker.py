"""The pictures screen tells its keys."""

from client.screens.stage import TEACHER, Stage, screen_text, settle
from goodpath_core.play.control import NextPhase, PauseWorld


async def test_help_over_the_pictures_names_their_keys_and_the_footer_keeps_the_way_back() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    for _ in range(3):
        stage.do(NextPhase(), TEACHER)
    stage.do(PauseWorld(why="Look here."), TEACHER)
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("alt+c")
        await settle(pilot)
        footer = screen_text(app).splitlines()[-1]
        assert "F2 save  Esc back  Space choose  E why, or why not" in footer and "PAUSED" in footer
        await pilot.press("space", "f1")
        await settle(pilot)
        text = screen_text(app)
        assert "On this screen" in text and "Say why you exchange a picture, or none" in text
