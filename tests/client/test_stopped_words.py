"""An empty box says when nothing is sent, or only later."""

import pytest

from client.screens.stage import TEACHER, Stage, screen_text, settle
from goodpath_client.link_state import LinkState
from goodpath_client.stopped_words import stopped_words
from goodpath_core.play.control import PauseWorld
from goodpath_core.play.places import PutPhoneDown


@pytest.mark.parametrize("size", [(60, 20), (80, 24)], ids=["60x20", "80x24"])
async def test_so_it_is_in_the_room_whole_at_every_size(size: tuple[int, int]) -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.do(PutPhoneDown())
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "paused" not in screen_text(app) and stopped_words(stage.store) == ()
        stage.do(PauseWorld(why="Breathe."), TEACHER)
        await settle(pilot)
        assert any(f" {words} " in screen_text(app) for words in stopped_words(stage.store))
        stage.store.set_link(LinkState("closed", text="The session is over."))
        await settle(pilot)
        assert " closed: nothing is sent any more; Alt+Q leaves " in screen_text(app)
