"""What the teacher removes leaves every screen that is open: lists, titles, and what quotes it."""

import pytest
from textual.pilot import Pilot

from client.screens.stage import TEACHER, Stage, screen_text, settle
from client.screens.test_debrief import debriefed
from client.screens.test_online import ROOM, playing
from client.screens.test_word_box import begin, posted
from goodpath_client.screens.all_pages import AllPagesScreen
from goodpath_client.screens.line_menu import LineMenu
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.line_box import LineBox
from goodpath_client.widgets.one_line import OneLine
from goodpath_client.widgets.row_list import RowList
from goodpath_core.play.hidden_faces import HideFace
from goodpath_core.play.messages import HideMessage, PostMessage, TakeBackMessage
from goodpath_core.play.moderation import HidePost
from goodpath_core.play.profile import EditPage

HAIBO = "1/haibo"
UGLY = "ugly words"


def said() -> Stage:
    """Haibo, who calls himself Wave, has said ugly words."""
    stage = playing()
    stage.play_persona("haibo", EditPage(nickname="Wave"))
    stage.play_persona("haibo", PostMessage(room=ROOM, text=UGLY))
    return stage


def hide_name(stage: Stage) -> None:
    """The teacher removes Haibo's nickname."""
    version = stage.world.pages[HAIBO].face.seq
    stage.do(HideFace(page=HAIBO, part="nickname", version=version), TEACHER)


def line_above_box(pilot: Pilot[int]) -> str:
    return pilot.app.screen.query_one("#replying", OneLine).text


async def test_a_nickname_leaves_the_list_of_all_pages_and_the_cursor_stays() -> None:
    stage = debriefed()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        await pilot.press("down")
        assert "Wave (Long Haibo) · 2 pictures" in screen_text(app)
        hide_name(stage)
        await settle(pilot)
        assert isinstance(app.screen, AllPagesScreen)
        assert "Wave" not in screen_text(app) and "Long Haibo · 2 pictures" in screen_text(app)
        assert app.screen.query_one("#people", RowList).chosen == HAIBO


@pytest.mark.parametrize("who", ["teacher", "writer"])
async def test_a_line_that_is_answered_leaves_the_line_above_the_box_when_it_goes(who: str) -> None:
    stage = said()
    seq = stage.world.seq
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("up", "enter", "a", *"yes")
        await settle(pilot)
        assert line_above_box(pilot) == f"answering Wave: {UGLY}"
        if who == "teacher":
            stage.do(HideMessage(room=ROOM, message=seq), TEACHER)
        else:
            stage.play_persona("haibo", TakeBackMessage(room=ROOM, message=seq))
        await settle(pilot)
        assert UGLY not in screen_text(app)
        assert line_above_box(pilot) == "The line that you answer is gone."
        assert "Esc drop" in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert line_above_box(pilot) == ""
        assert app.screen.query_one(Composer).text == "yes"


async def test_a_nickname_leaves_the_line_above_the_box() -> None:
    stage = said()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("up", "enter", "a")
        await settle(pilot)
        hide_name(stage)
        await settle(pilot)
        assert line_above_box(pilot) == f"answering Long Haibo: {UGLY}"


async def test_why_a_text_came_back_stays_above_the_box_while_others_write() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press(*"hi", "enter")
        stage.store.refuse("r1", "quota", "One line a phase.")
        await settle(pilot)
        assert line_above_box(pilot) == "not sent: One line a phase."
        stage.play_persona("haibo", PostMessage(room=ROOM, text="good evening"))
        await settle(pilot)
        assert line_above_box(pilot) == "not sent: One line a phase."


async def test_a_post_leaves_the_title_of_the_box_for_a_word_under_it() -> None:
    stage = posted()
    async with stage.app().run_test(size=(100, 30)) as pilot:
        app = await begin(pilot, "c", "not I")
        assert "a word under “Tonight nobody sleeps”" in screen_text(app)
        post = stage.world.pages[HAIBO].posts[-1].seq
        stage.do(HidePost(page=HAIBO, post=post), TEACHER)
        await settle(pilot)
        assert "Tonight nobody" not in screen_text(app)
        assert "a word under a post that is gone" in screen_text(app)
        assert app.screen.query_one("#word", LineBox).value == "not I"


async def test_a_line_leaves_its_menu_and_nothing_is_offered_any_more() -> None:
    stage = said()
    seq = stage.world.seq
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("up", "enter")
        await settle(pilot)
        assert isinstance(app.screen, LineMenu) and f"Wave: {UGLY}" in screen_text(app)
        stage.do(HideMessage(room=ROOM, message=seq), TEACHER)
        await settle(pilot)
        text = screen_text(app)
        assert isinstance(app.screen, LineMenu) and UGLY not in text
        assert "The teacher removed a line." in text
        assert "answer it" not in text and "Esc  nothing" in text
        await pilot.press("a")
        await settle(pilot)
        assert isinstance(app.screen, LineMenu)
    assert stage.link.commands == []
