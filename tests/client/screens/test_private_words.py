"""Behind /private stands a name: words typed behind it wait in the box of the chat, and nobody sends them."""

import pytest

from client.screens.stage import Stage, screen_text, settle, told, write
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.widgets.composer import Composer
from goodpath_core.play.profile import EditPage

PRIVATE = "private:1/chunmei+1/yuting"
ONLY_A_NAME = "Only a name stands behind /private; your words wait in this box, and Enter sends them."


def playing() -> Stage:
    """Chunmei calls herself Spring Plum."""
    stage = Stage()
    stage.start()
    stage.play_persona("chunmei", EditPage(nickname="Spring Plum"))
    stage.join()
    return stage


@pytest.mark.parametrize("name", ["@Spring Plum", "Spring Plum", "@Spring_Plum", "chunmei"])
async def test_words_behind_a_name_wait_in_the_box_of_that_chat(name: str) -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await write(pilot, f"/private {name} hello mum", "enter")
        await settle(pilot)
        assert isinstance(app.screen, OnlineScreen) and app.screen.room == PRIVATE
        assert app.screen.query_one(Composer).text == "hello mum"
        assert ONLY_A_NAME in told(app)
    assert stage.link.commands == []


async def test_a_name_alone_opens_the_chat_with_or_without_its_sign() -> None:
    app = playing().app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await write(pilot, "/private @Spring Plum", "enter")
        await settle(pilot)
        assert isinstance(app.screen, OnlineScreen) and app.screen.room == PRIVATE
        assert app.screen.query_one(Composer).text == "" and ONLY_A_NAME not in told(app)


async def test_a_draft_in_that_chat_stays_and_the_words_wait_for_their_turn() -> None:
    app = playing().app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await write(pilot, "/private chunmei", "enter")
        await settle(pilot)
        await write(pilot, "half a line", "")
        app.screen.open_room("1/page-makers")  # type: ignore[attr-defined]
        await settle(pilot)
        await write(pilot, "/private Spring Plum hello mum", "enter")
        await settle(pilot)
        assert app.screen.query_one(Composer).text == "half a line"
        assert "1 not sent, back when the box is empty" in screen_text(app)


async def test_behind_visit_stands_a_name_too_and_the_words_stay() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await write(pilot, "/visit @Spring Plum please", "enter")
        await settle(pilot)
        assert told(app) == ["Only a name stands behind /visit."]
        assert app.screen.query_one(Composer).text == "/visit @Spring Plum please"
    assert stage.link.commands == []
