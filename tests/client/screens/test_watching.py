"""Who watches is told so, is shown only what they may do, and does nothing else."""

import pytest

from client.screens.stage import Stage, press_at_once, screen_text, seen, settle, told, write
from goodpath_client.screens.briefing import BriefingScreen
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.prose import Prose
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.seats import Observe, TakePersona


def watching() -> Stage:
    stage = Stage("ten-pictures", "")
    stage.start()
    stage.play_persona("haibo", PublishPost(text="Tonight nobody sleeps"))
    stage.play_persona("haibo", PostMessage(room="1/page-makers", text="look at my page"))
    stage.do(Observe())
    stage.join()
    return stage


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_who_watches_is_briefed_to_watch_and_then_reads_what_the_players_are_told(
    size: tuple[int, int],
) -> None:
    app = watching().app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, BriefingScreen)
        words = " ".join(screen_text(app).split())
        assert "You watch and play nobody." in words and "You write nothing" in words
        assert "You are going to play" not in words and "they play roles, not themselves" in words.lower()
        text = app.screen.query_one("#words", Prose).plain
        before, _, told = text.partition("What those who play are told")
        assert "looking at a page leaves no visit" in before and "secret" not in before
        assert told.strip().startswith("You are going to play somebody")


async def test_who_watches_is_shown_only_what_they_may_do() -> None:
    stage = watching()
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=(160, 50)) as pilot:
        await settle(pilot)
        text = screen_text(app)
        assert "F9 stop" in text and "F5 Qzone" in text
        assert "/prompts their task" in text and "Their task" in text and "your task" not in text
        for refused in ("F2 post", "F3 edit page", "F4 phone", "F12", "My life"):
            assert refused not in text
        offered = {command.title.partition(" · ")[0] for command in app.get_system_commands(app.screen)}
        assert {"/feed", "/stop", "/contacts"} <= offered
        assert not offered & {"/ooc", "/post", "/page", "/reply", "/phone", "/take back", "/life", "/observe"}
        await pilot.press("f1")
        await settle(pilot)
        assert "Write a post" not in screen_text(app) and "Show every key" in screen_text(app)
        await pilot.press("escape", "f5")
        await settle(pilot)
        text = screen_text(app)
        assert "O open" in text and "V visit" in text and "L like" not in text and "C comment" not in text
        await pilot.press("v")
        await settle(pilot)
        assert "like page" not in screen_text(app)
        await pilot.press("p", "escape", "escape", "alt+k")
        await settle(pilot)
        assert "Enter visit" in screen_text(app) and "write privately" not in screen_text(app)
        await pilot.press("w", "escape", "f4", "f2")
        await settle(pilot)
    assert stage.link.commands == []


async def test_beside_the_chats_who_watches_sees_the_task_of_the_others_and_their_pages() -> None:
    stage = watching()
    stage.do(TakePersona(persona="1/haibo"), stage.student(2))
    stage.play_persona("haibo", EditPage(nickname="Wave"))
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        text = screen_text(app)
        beside = app.screen.query_one("#life", Prose).plain
        assert "Their task" in text and "Your task" not in text
        assert "Ten pictures" in beside and "Wave (Long Haibo): 0 pictures, 1 post, 0 likes" in beside


async def test_who_watches_can_only_mark_a_line_as_unread() -> None:
    stage = watching()
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+up", "enter")
        await settle(pilot)
        text = screen_text(app)
        assert "U  unread from here" in text and "answer it" not in text and "take it back" not in text


NOTHING_HERE = "You watch and write nothing here"


@pytest.mark.parametrize("place", ["where one comes in", "lines", "chats"])
async def test_who_watches_and_types_is_told_at_the_first_letter_that_there_is_nothing_to_write_in(
    place: str,
) -> None:
    stage = watching()
    stage.link.answers = True
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        keys = {"lines": ["ctrl+up"], "chats": ["tab"]}.get(place, [])
        await pilot.press(*keys)
        focused = app.focused
        await pilot.press("h")
        await settle(pilot)
        assert len(told(app)) == 1 and told(app)[0].startswith(NOTHING_HERE) and "Ctrl+P" in told(app)[0]
        await write(pilot, "ello?", "enter")
        await settle(pilot)
        assert len(told(app)) == 1 and told(app)[0].startswith(NOTHING_HERE)
        assert app.focused is focused and len(app.screen_stack) == 2
        assert app.screen.query_one(Composer).text == ""
        press_at_once(app, *"/ooc", "space", *"why?", "enter")
        await settle(pilot)
        assert told(app)[0].startswith(NOTHING_HERE)
    assert stage.link.commands == []


async def test_who_stops_watching_and_plays_has_a_box_again() -> None:
    stage = watching()
    stage.link.answers = True
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("h")
        await settle(pilot)
        stage.do(TakePersona(persona="1/yuting"))
        stage.join()
        await settle(pilot)
        app.scene.met = "1/yuting"
        app.route()
        await settle(pilot)
        await seen(pilot, "write as Pan Yuting")
        stage.now_ms += 4_000
        await write(pilot, "hello", "enter")
        await settle(pilot)
    assert PostMessage(room="1/page-makers", text="hello") in stage.link.commands


async def test_the_help_of_who_watches_says_what_they_read_and_nothing_of_writing() -> None:
    app = watching().app()
    app.scene.briefed = True
    async with app.run_test(size=(80, 200)) as pilot:
        await settle(pilot)
        await pilot.press("f1")
        await seen(pilot, "Who can read what")
        text = " ".join(screen_text(app).split())
        assert "You watch and write nothing." in text and "no private chat and no thought" in text
        for words in ("your page", "think in the room", "the box you write in", "written into the box"):
            assert words not in text
