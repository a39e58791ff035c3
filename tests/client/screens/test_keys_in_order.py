"""Keys act in the order in which they were pressed: what is typed first is sent where it was typed."""

import pytest
from textual import events
from textual.pilot import Pilot

from client.little_server import until
from client.screens.stage import TEACHER, Stage, press_at_once, settle, told
from client.screens.test_page_screens import playing
from client.screens.test_word_box import posted
from goodpath_client.app import StudentApp
from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.screens.feed import FeedScreen
from goodpath_client.screens.line_menu import LineMenu
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.screens.page_editor import PageEditorScreen
from goodpath_client.screens.post import PostScreen
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.line_box import LineBox
from goodpath_core.play.control import NextPhase
from goodpath_core.play.event import Command
from goodpath_core.play.messages import PostMessage, SetNotice, private_room
from goodpath_core.play.offline import SayAloud
from goodpath_core.play.places import PickUpPhone, PutPhoneDown
from goodpath_core.play.responses import LikeThing, WriteComment
from goodpath_core.play.safety import SpeakAside
from goodpath_core.play.seats import TakePersona

LINE, KITCHEN = "1/line3", "1/kitchen"
WHISPER = private_room("1/haibo", "1/yuting")


def chatting(scenario: str = "apple-phone", play: str = "yuting") -> Stage:
    """Seat 1 has a chat open, and Haibo is played too."""
    stage = Stage(scenario, play)
    stage.do(TakePersona(persona="1/haibo"), stage.student(2))
    stage.start()
    while not stage.world.phase.allow.chat:
        stage.do(NextPhase(), TEACHER)
    stage.link.answers = True
    return stage


async def burst(app: StudentApp, pilot: Pilot[int], *keys: str) -> None:
    """Press keys faster than the screen answers, and wait for all that they do."""
    press_at_once(app, *keys)
    await pilot.pause(0.2)
    await settle(pilot)


async def has_sent(stage: Stage, *keys: str) -> list[Command]:
    """What is asked for when these keys come in one burst, on the screen that fits the moment."""
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await burst(app, pilot, *keys)
    return stage.link.commands


def line(room: str, text: str) -> PostMessage:
    return PostMessage(room=room, text=text)


@pytest.mark.parametrize(
    ("keys", "sent"),
    [
        ([*"secret", "enter", "f6"], [line(LINE, "secret")]),
        ([*"secret", "enter", "alt+a"], [line(LINE, "secret")]),
        ([*"/ooc", "space", *"hi", "enter", "f6"], [SpeakAside(room=LINE, text="hi")]),
        ([*"see", "enter", "f4"], [line(LINE, "see"), PutPhoneDown()]),
        ([*"one", "enter", "f6", *"two", "enter"], [line(LINE, "one"), line(KITCHEN, "two")]),
        ([*"one", "enter", "alt+up", "enter"], [line(LINE, "one"), line(LINE, "one")]),
        ([*"one", "up", *"two", "enter"], [line(LINE, "twoone")]),
    ],
    ids=[
        "the next chat",
        "the next chat by its other key",
        "out of character",
        "the phone goes down",
        "a line in each chat",
        "the line sent before",
        "an arrow in a box that is not empty",
    ],
)
async def test_a_line_is_sent_where_it_was_typed_before_the_key_behind_it_acts(
    keys: list[str], sent: list[Command]
) -> None:
    stage = chatting()
    stage.play_persona("jia", PostMessage(room=KITCHEN, text="tea?"))
    assert await has_sent(stage, *keys) == sent


async def test_a_line_for_a_group_is_not_said_in_the_private_chat_that_the_key_behind_it_opens() -> None:
    stage = chatting()
    stage.play_persona("haibo", PostMessage(room=WHISPER, text="psst"))
    assert await has_sent(stage, *"all", "enter", "f6") == [line(LINE, "all")]


async def test_what_is_said_aloud_comes_before_the_phone_is_picked_up() -> None:
    stage = chatting()
    stage.do(PutPhoneDown())
    assert await has_sent(stage, *"night", "enter", "f4") == [SayAloud(text="night"), PickUpPhone()]


async def test_a_line_that_is_begun_stays_in_its_chat() -> None:
    stage = chatting()
    stage.play_persona("jia", PostMessage(room=KITCHEN, text="tea?"))
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        press_at_once(app, *"secret", "f6")
        app.post_message(events.Paste("pasted"))
        await pilot.pause(0.2)
        phone = app.screen
        assert isinstance(phone, OnlineScreen)
        assert (phone.room, phone.query_one(Composer).drafts) == (
            KITCHEN,
            {LINE: "secret", KITCHEN: "pasted"},
        )


async def test_a_draft_does_not_go_into_the_notice_whose_key_is_pressed_behind_it() -> None:
    stage = chatting("ten-pictures", "xiaoyan")
    found = next(room for room in stage.world.rooms.values() if room.owner == "1/xiaoyan")
    fresh = f"{found.notice}!"
    assert await has_sent(stage, *"hello", "alt+n", *"!", "enter") == [SetNotice(room=found.id, text=fresh)]


@pytest.mark.parametrize("key", ["escape", "f6"])
async def test_an_answer_keeps_what_it_answers(key: str) -> None:
    stage = chatting()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        stage.play_persona("haibo", PostMessage(room=LINE, text="who comes?"))
        asked = stage.world.seq
        await settle(pilot)
        await pilot.press("ctrl+up", "enter", "enter")
        await settle(pilot)
        await burst(app, pilot, *"me", "enter", key)
        assert stage.link.commands == [
            PostMessage(room=LINE, text="me", reply_to=asked, mentions=("1/haibo",))
        ]


@pytest.mark.parametrize("keys", [["f4"], [*"lol", "f4"]], ids=["at once", "behind more words"])
async def test_a_word_is_sent_before_the_phone_goes_down_and_what_follows_it_is_no_key(
    keys: list[str],
) -> None:
    stage = posted()
    post = f"post:{stage.world.pages['1/haibo'].posts[0].seq}"
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        await pilot.press("c")
        await settle(pilot)
        assert isinstance(app.screen, FeedScreen)
        await burst(app, pilot, *"nice", "enter", *keys)
        assert stage.link.commands == [
            WriteComment(page="1/haibo", thing=post, text="nice"),
            PutPhoneDown(),
        ]


async def test_what_follows_an_enter_in_a_burst_stands_in_the_next_box_of_the_page() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f3")
        await settle(pilot)
        editor = app.screen
        assert isinstance(editor, PageEditorScreen)
        await burst(app, pilot, *"Rain", "enter", *"wind", "f5")
        assert editor.query_one("#nickname", LineBox).value == "Rain"
        assert editor.query_one("#signature", LineBox).value == "wind"


async def test_what_is_typed_behind_the_key_for_a_post_stands_in_the_post() -> None:
    stage = chatting()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        press_at_once(app, *"hello", "f2", *"lamp")
        await until(
            lambda: (
                isinstance(app.screen, PostScreen)
                and app.screen.is_whole
                and app.screen.query_one(Composer).text
            )
        )
        await pilot.pause(0.2)
        assert app.screen.query_one(Composer).text == "lamp"
        assert app.get_screen("online", OnlineScreen).query_one(Composer).text == "hello"


async def test_an_enter_behind_the_key_for_the_list_of_chats_sends_no_draft() -> None:
    stage = chatting()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await burst(app, pilot, *"hello", "tab", "down", "enter")
        phone = app.screen
        assert isinstance(phone, OnlineScreen) and stage.link.commands == []
        assert phone.query_one(Composer).drafts == {LINE: "hello"} and phone.room != LINE


async def test_a_key_behind_the_one_that_leaves_a_box_is_a_key_and_no_letter_of_it() -> None:
    stage = posted()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        await pilot.press("c")
        await settle(pilot)
        await burst(app, pilot, *"nice", "escape", "l")
        assert [type(one) for one in stage.link.commands] == [LikeThing]
        await pilot.press("c")
        await settle(pilot)
        assert app.screen.query_one("#word", LineBox).value == "nice"


async def test_an_enter_behind_the_key_that_chooses_a_line_is_for_that_line() -> None:
    stage = chatting()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await burst(app, pilot, *"hello", "ctrl+up", "enter")
        await until(lambda: isinstance(app.screen, LineMenu))
        assert stage.link.commands == []


async def test_the_stop_key_waits_for_no_words() -> None:
    stage = chatting()
    stage.play_persona("jia", PostMessage(room=KITCHEN, text="tea?"))
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        press_at_once(app, *"secret", "enter", "f6", "f9", *"no")
        await until(lambda: isinstance(app.screen, ConfirmScreen))
        await pilot.pause(0.2)
        assert stage.link.commands == [line(LINE, "secret")]
        assert isinstance(app.screen, ConfirmScreen) and told(app) == []


async def test_a_command_whose_chat_is_no_more_open_does_nothing_in_another_one() -> None:
    stage = chatting()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        phone = app.screen
        assert isinstance(phone, OnlineScreen)
        box = phone.query_one(Composer)
        box.put("/ooc hi")
        box.submit()
        phone.open_room(KITCHEN)
        await settle(pilot)
        assert stage.link.commands == [] and box.text == ""
        assert told(app) == [
            "Not done: another chat is open by now. The command waits in the chat you wrote it in."
        ]
        phone.open_room(LINE)
        await settle(pilot)
        assert box.text == "/ooc hi"
