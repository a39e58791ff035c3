"""The editor of one's own page: a preview in its skin, drafts, and names that are too long or hold emoji."""

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.widgets import Input, OptionList

from client.screens.stage import TEACHER, Stage, press_at_once, screen_text, seen, settle, told, write
from goodpath_client.screens.page_editor import PageEditorScreen
from goodpath_core.play.control import NextPhase
from goodpath_core.play.profile import EditPage


def playing() -> Stage:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    return stage


async def test_the_page_is_edited_with_a_preview_in_its_skin() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f3")
        await settle(pilot)
        app.screen.query_one("#nickname", Input).value = "雨后之城"
        app.screen.query_one("#skin", OptionList).highlighted = 2
        await pilot.press("f5")
        await settle(pilot)
        assert screen_text(app).count("雨后之城") == 2
        await pilot.press("f2")
        await settle(pilot)
    assert stage.link.commands == [EditPage(nickname="雨后之城", face="(^_^)", skin="neon")]


async def test_a_name_that_is_too_long_is_counted_and_stays_whole() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("f3")
        await settle(pilot)
        box = app.screen.query_one("#nickname", Input)
        box.value = "r" * 30
        await seen(pilot, "30 of 32")
        await write(pilot, "rrrrr")
        await seen(pilot, "3 too many")
        await pilot.press("f2")
        await settle(pilot)
        assert told(app) == ["Make your nickname shorter by 3: at most 32 characters fit."]
        assert box.value == "r" * 35 and stage.link.commands == []
        await pilot.press("backspace", "backspace", "backspace", "f2")
        await settle(pilot)
    assert [one.nickname for one in stage.link.commands if isinstance(one, EditPage)] == ["r" * 32]


async def test_emoji_joined_in_a_name_stay_one_person() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f3")
        await settle(pilot)
        box = app.screen.query_one("#nickname", Input)
        box.value = ""
        for sign in "\U0001f469\u200d\U0001f469\u200d\U0001f467":
            app.post_message(events.Key(_character_to_key(sign), sign))
        await settle(pilot)
        assert box.value == "\U0001f469\u200d\U0001f469\u200d\U0001f467"
        await pilot.press("f2")
        await settle(pilot)
    assert [one.nickname for one in stage.link.commands if isinstance(one, EditPage)] == ["\U0001f469"]


async def test_a_half_edited_page_is_kept_as_a_draft() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f3")
        await settle(pilot)
        await pilot.press(*"Wea", "escape")
        await settle(pilot)
        await pilot.press("f3")
        await settle(pilot)
        assert "Wea" in app.screen.query_one("#nickname", Input).value
    assert stage.link.commands == []


async def test_words_typed_in_one_burst_with_tab_stand_in_the_boxes_they_were_typed_for() -> None:
    app = playing().app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app.push_screen(PageEditorScreen())
        await settle(pilot)
        for part in ("nickname", "signature"):
            app.screen.query_one(f"#{part}", Input).value = ""
        await settle(pilot)
        app.screen.query_one("#nickname", Input).focus()
        await settle(pilot)
        press_at_once(app, *"Night", "tab", *"far away")
        await settle(pilot)
        assert app.screen.query_one("#nickname", Input).value == "Night"
        assert app.screen.query_one("#signature", Input).value == "far away"


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_where_the_page_is_closed_the_editor_says_so_and_keeps_what_is_written(
    size: tuple[int, int],
) -> None:
    stage = playing()
    stage.do(NextPhase(), TEACHER)
    app = stage.app()
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("f3", *"Rain")
        await settle(pilot)
        closed = "Your page cannot be changed in this phase."
        assert closed in screen_text(app).splitlines()[0]
        assert "another face" not in screen_text(app).splitlines()[-1]
        await pilot.press("f5")
        await settle(pilot)
        assert told(app) == [closed]
        assert app.screen.query_one("#face", Input).value == ""
        await pilot.press("f2")
        await settle(pilot)
        assert told(app)[-1] == f"{closed} What you wrote stays here until it can."
        assert app.screen.query_one("#nickname", Input).value == "Rain"
    assert stage.link.commands == []
