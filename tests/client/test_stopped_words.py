"""An empty box says when nothing is sent, or only later."""

import pytest

from client.screens.stage import TEACHER, Stage, screen_text, settle, told, write
from goodpath_client.link_state import LinkState
from goodpath_client.stopped_words import stopped_words
from goodpath_client.widgets.composer import Composer
from goodpath_core.play.control import PauseWorld, ResumeWorld
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


async def test_a_line_that_waits_says_so_in_its_chat_and_can_be_taken_back() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        stage.do(PauseWorld(why="Breathe."), TEACHER)
        for line in ("Hello.", "/ooc Oh."):
            await write(pilot, line, "enter")
            await settle(pilot)
        stage.store.set_link(LinkState("connected", waiting=2, held=("r1", "r2")))
        await settle(pilot)
        assert "2 things you typed wait until the world goes on." in screen_text(app)
        assert "goes out once the world goes on (/take back)" in screen_text(app)
        await write(pilot, "/take back", "enter")
        await settle(pilot)
        assert stage.link.recalled == ["r2"]


async def test_that_the_world_is_paused_is_said_no_more_when_it_goes_on() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        stage.do(PauseWorld(why="Breathe."), TEACHER)
        await write(pilot, "Hello.", "enter")
        await settle(pilot)
        stage.store.refuse("r1", "paused", "The world is paused; go on when the teacher resumes it.")
        await settle(pilot)
        assert "not sent: The world is paused" in screen_text(app)
        assert told(app) == ["The world is paused; go on when the teacher resumes it."]
        stage.do(ResumeWorld(), TEACHER)
        await settle(pilot)
        assert "The world is paused" not in screen_text(app) and told(app) == []
        assert app.screen.query_one(Composer).selected_text == "Hello."
