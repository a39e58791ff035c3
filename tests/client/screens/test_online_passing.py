"""A pause, a long paste, the palette, and what cannot be had: what comes between one and the chat."""

from dataclasses import replace

import pytest

from client.screens.stage import TEACHER, Stage, screen_text, settle
from client.screens.test_online import ROOM, playing
from goodpath_client.changes import Change
from goodpath_client.link_state import LinkState
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.message_list import MessageList
from goodpath_core.errors import GoodpathError, Refused
from goodpath_core.play.control import NextPhase, PauseWorld
from goodpath_core.play.messages import PostMessage

FULL = "The disk is full: unsent lines are in memory only until there is space."


async def test_a_pause_is_shown_on_the_phone() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        stage.do(PauseWorld(why="Breathe."), TEACHER)
        await settle(pilot)
        assert "PAUSED: Breathe." in screen_text(app)


async def test_clock_time_left_battery_and_time_lived_stand_still_while_the_server_is_away() -> None:
    stage = Stage("apple-phone", "yuting")
    stage.start()
    stage.do(NextPhase(), TEACHER)
    app = stage.app()
    async with app.run_test(size=(130, 60)) as pilot:
        await settle(pilot)
        stage.now_ms += 60_000
        app.tick()
        app.hear(Change("state"))
        await settle(pilot)
        before = screen_text(app).splitlines()
        assert "left" in before[0] and "%" in before[0] and "lived:" in "".join(before)
        stage.store.set_link(LinkState("reconnecting", 5, 2))
        stage.now_ms += 120_000
        app.tick()
        await settle(pilot)
        after = screen_text(app).splitlines()
        assert after[0] == before[0]
        assert [line for line in after if "lived:" in line] == [line for line in before if "lived:" in line]


async def test_a_long_paste_is_asked_about() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        box = app.screen.query_one(Composer)
        box._paste("a\nb\nc\nd\ne")
        await settle(pilot)
        assert "Paste 5 lines as one?" in screen_text(app)
        assert "Enter: paste · Esc: no" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert box.text == "a\nb\nc\nd\ne" and stage.link.commands == []


async def test_of_one_long_line_it_is_said_how_long_it_is() -> None:
    app = playing().app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app.screen.query_one(Composer)._paste("a" * 6_000)
        await settle(pilot)
        assert "Paste 6000 characters?" in screen_text(app) and "lines" not in screen_text(app)


async def test_the_palette_offers_the_same_names_as_the_slash() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        offered = {command.title.partition(" · ")[0] for command in app.get_system_commands(app.screen)}
    assert {"/take back", "/ooc", "/post", "/reply", "/stop"} <= offered and "/think" not in offered


@pytest.mark.parametrize(
    "fault",
    [
        Refused("too_fast", "Too fast: wait a moment.", 1.0),
        Refused("storage", "Not read: the disk is full."),
        GoodpathError("The session has ended."),
    ],
    ids=["too fast", "storage", "ended"],
)
async def test_older_lines_that_cannot_be_had_are_said_in_passing_and_can_be_asked_for_again(
    fault: GoodpathError,
) -> None:
    stage = playing()
    stage.play_persona("haibo", PostMessage(room=ROOM, text="the first line"))
    stage.link.fault = fault
    app = stage.app()
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        lines = app.screen.query_one(MessageList)
        before = lines.rows
        lines.focus()
        await pilot.press("home")
        await settle(pilot)
        asked = stage.link.histories
        assert asked
        assert str(fault) in screen_text(app)
        assert lines.rows == before
        await settle(pilot)
        assert stage.link.histories == asked
        await pilot.press("home")
        await settle(pilot)
        assert stage.link.histories == asked + 1


async def test_that_unsent_lines_are_in_memory_only_is_shown_while_all_else_is_well() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        stage.store.set_link(replace(stage.store.link, waiting=1, unkept=FULL))
        await settle(pilot)
        assert FULL in screen_text(app)
        stage.store.set_link(replace(stage.store.link, waiting=0, unkept=""))
        await settle(pilot)
        assert "The disk is full" not in screen_text(app)
