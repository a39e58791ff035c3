"""The box of the room: nothing pasted, refused or too long is lost; an order of the phone says why not."""

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from client.screens.stage import TEACHER, Stage, screen_text, seen, settle, told, write
from client.screens.test_offline import at_home, on_shift
from goodpath_client.link_state import LinkState
from goodpath_client.widgets.composer import Composer
from goodpath_core.play.control import NextPhase, PauseWorld, ResumeWorld
from goodpath_core.play.offline import LINE_LIMIT, SayAloud, Think
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.safety import ASIDE_LIMIT, SpeakAside


async def test_a_refused_thought_of_full_length_can_be_sent_again() -> None:
    stage = at_home()
    on_shift(stage)
    stage.link.answers = True
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app.screen.query_one(Composer).write("t" * LINE_LIMIT)
        stage.do(PauseWorld(), TEACHER)
        await pilot.press("enter")
        await settle(pilot)
        stage.do(ResumeWorld(), TEACHER)
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert stage.link.commands == [Think(text="t" * LINE_LIMIT)] * 2
        assert app.screen.query_one(Composer).text == ""


async def test_a_long_aside_is_said_in_the_room_as_on_the_phone() -> None:
    stage = at_home()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app.screen.query_one(Composer).write("/ooc " + "a" * ASIDE_LIMIT)
        await pilot.press("enter")
        await settle(pilot)
    assert stage.link.commands == [SpeakAside(room="1/line3", text="a" * ASIDE_LIMIT)]


async def test_an_aside_begins_the_private_chat_that_was_last_open_on_the_phone() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.link.answers = True
    private = "private:1/haibo+1/yuting"
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.write_to("1/haibo")
        await settle(pilot)
        await pilot.press("f4")
        await seen(pilot, "F4 pick up phone")
        await write(pilot, "/ooc", "space")
        await settle(pilot)
        assert "private: you two, teacher, reviewer" in screen_text(app)
        await write(pilot, "that hurt", "enter")
        await settle(pilot)
        assert "(out of character, Long Haibo): that hurt" in screen_text(app)
    assert stage.link.commands[-1] == SpeakAside(room=private, text="that hurt")
    assert [line.text for line in stage.store.lines(private)] == ["that hurt"]


async def test_a_line_that_is_too_long_stays_and_it_is_said_by_how_much() -> None:
    stage = at_home()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app.screen.query_one(Composer).write("z" * (LINE_LIMIT + 2))
        await pilot.press("enter")
        await settle(pilot)
        assert told(app) == ["Make it shorter by 2."]
        assert len(app.screen.query_one(Composer).text) == LINE_LIMIT + 2
    assert stage.link.commands == []


@pytest.mark.parametrize("text", ["one\ntwo\nthree\nfour", "x" * 290], ids=["many lines", "too long"])
async def test_a_long_paste_comes_in_whole(text: str) -> None:
    stage = at_home()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app.screen.query_one(Composer).post_message(Paste(text))
        await settle(pilot)
        assert app.screen.query_one(Composer).text == text


async def test_an_order_for_the_phone_says_why_it_is_not_possible_here_and_stays_in_the_box() -> None:
    stage = at_home()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        box = app.screen.query_one(Composer)
        box.put("/contacts")
        await pilot.press("enter")
        await settle(pilot)
        assert told(app) == ["There is no phone now; look at the room, it will pass."]
        assert box.text == "/contacts"
        stage.do(NextPhase(), TEACHER)
        stage.do(PutPhoneDown())
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert told(app) == ["Your phone is down; pick it up first (F4)."]
        assert box.text == "/contacts"


async def hold(pilot: Pilot[int], stage: Stage, *requests: str) -> None:
    """The link holds these requests until the world goes on."""
    stage.store.set_link(LinkState("connected", waiting=len(requests), held=requests))
    await settle(pilot)


async def test_what_waits_for_a_paused_world_is_shown_in_the_room_and_can_be_taken_back_to_be_changed() -> (
    None
):
    stage = at_home()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await write(pilot, "/take back", "enter")
        await settle(pilot)
        assert told(app) == ["Nothing you have said here waits to be sent."]
        stage.do(PauseWorld(), TEACHER)
        for line in ("One.", "/think Two.", "/ooc Three."):
            await write(pilot, line, "enter")
            await settle(pilot)
        await hold(pilot, stage, "r1", "r2", "r3")
        assert "(waits, /take back) you: One." in screen_text(app)
        assert "(waits, /take back) (you think) Two." in screen_text(app)
        assert "(waits, /take back) out of character: Three." in screen_text(app)
        assert "3 things you typed wait until the world goes on." in screen_text(app)
        await write(pilot, "/take back", "enter")
        await hold(pilot, stage, "r1", "r2")
        box = app.screen.query_one(Composer)
        assert (box.text, stage.link.recalled) == ("/ooc Three.", ["r3"])
        await pilot.press("escape")
        await write(pilot, "/take back", "enter")
        await hold(pilot, stage, "r1")
        assert (box.text, stage.link.recalled) == ("/think Two.", ["r3", "r2"])
        assert "Two." not in screen_text(app).replace("/think Two.", "")


@pytest.mark.parametrize("command", ["say", "think", "ooc"])
async def test_a_command_without_its_words_waits_for_them_in_the_box(command: str) -> None:
    stage = at_home()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await write(pilot, f"/{command}", "enter")
        await settle(pilot)
        assert app.screen.query_one(Composer).text == f"/{command} "
        await write(pilot, "late", "enter")
        await settle(pilot)
        assert [getattr(one, "text", "") for one in stage.link.commands] == ["late"]


async def test_what_is_begun_in_the_room_is_said_aloud_by_the_command_from_the_palette() -> None:
    stage = at_home()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await write(pilot, "so late")
        await pilot.press("ctrl+p")
        await settle(pilot)
        await write(pilot, "say", "enter")
        await settle(pilot)
        assert app.screen.query_one(Composer).text == "/say so late"
        await pilot.press("enter")
        await settle(pilot)
        assert stage.link.commands == [SayAloud(text="so late")]
