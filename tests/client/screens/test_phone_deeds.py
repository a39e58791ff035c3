"""What a line's menu does is done to that line; a mark set by hand stays until one reads on there."""

import pytest

from client.little_server import until
from client.screens.stage import TEACHER, Stage, press_at_once, screen_text, settle, told, write
from client.screens.test_online import ROOM, playing
from goodpath_client.app import StudentApp
from goodpath_client.newest_line import FOLLOWS
from goodpath_client.screens.line_menu import LineMenu
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.row_view import UNREAD
from goodpath_client.widgets.side_list import SideList
from goodpath_core.play.control import NextPhase
from goodpath_core.play.messages import PostMessage, SetNotice, TakeBackMessage
from goodpath_core.play.safety import SpeakAside

PRIVATE = "private:1/haibo+1/yuting"


def listening(lines: int) -> Stage:
    """Haibo has said so many lines in the one group there is."""
    stage = playing()
    for number in range(lines):
        stage.play_persona("haibo", PostMessage(room=ROOM, text=f"line {number}"))
    return stage


def owning() -> Stage:
    """Seat 1 owns the group."""
    stage = Stage("ten-pictures", "xiaoyan")
    stage.start()
    return stage


def lines_of(app: StudentApp) -> MessageList:
    return app.screen.query_one(MessageList)


def fill_again(app: StudentApp) -> None:
    """Make the list anew under an open menu, as a copy that was loaded anew does."""
    below = app.get_screen("online", OnlineScreen).query_one(MessageList)
    below.set_rows(below.rows)


async def test_a_mark_set_by_hand_stays_while_nobody_touches_the_only_chat_there_is() -> None:
    stage = listening(3)
    app = stage.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        assert stage.store.unread.count(ROOM) == 0
        await pilot.press("up", "up", "up", "enter")
        await settle(pilot)
        await pilot.press("u")
        await settle(pilot)
        app.tick()
        await settle(pilot)
        assert stage.store.unread.count(ROOM) == 3
        assert " 3 new ──" in screen_text(app)
        stage.play_persona("haibo", PostMessage(room=ROOM, text="one more"))
        await settle(pilot)
        app.tick()
        assert stage.store.unread.count(ROOM) == 4
        assert " 4 new ──" in screen_text(app)


@pytest.mark.parametrize("key", ["x", "pagedown", "left"])
async def test_a_key_pressed_in_the_chat_is_reading_it_again(key: str) -> None:
    stage = listening(3)
    app = stage.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+up", "enter", "u")
        await settle(pilot)
        assert stage.store.unread.count(ROOM) == 1
        await pilot.press(key)
        await settle(pilot)
        app.tick()
        assert stage.store.unread.count(ROOM) == 0


@pytest.mark.parametrize(
    "keys", [("escape",), ("shift+tab", "shift+tab", "down"), ("f7",), ("f1", "escape"), ("f6", "f7")]
)
async def test_keys_that_lead_elsewhere_leave_the_mark(keys: tuple[str, ...]) -> None:
    stage = listening(3)
    stage.play_persona("haibo", PostMessage(room=PRIVATE, text="psst"))
    app = stage.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+up", "enter", "u")
        await settle(pilot)
        await pilot.press(*keys)
        await settle(pilot)
        app.tick()
        assert stage.store.unread.count(ROOM) == 1


async def test_a_chat_that_was_left_and_is_opened_again_is_read() -> None:
    stage = listening(3)
    app = stage.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+up", "enter", "u")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, OnlineScreen)
        screen.open_room(PRIVATE)
        await settle(pilot)
        app.tick()
        assert stage.store.unread.count(ROOM) == 1
        screen.open_room(ROOM)
        await settle(pilot)
        app.tick()
        assert stage.store.unread.count(ROOM) == 0
        assert lines_of(app).row(UNREAD) is not None


async def test_the_menu_of_a_line_takes_back_that_line_and_no_other() -> None:
    stage = playing()
    stage.do(PostMessage(room=ROOM, text="to be taken back"))
    wanted = stage.world.seq
    stage.do(PostMessage(room=ROOM, text="precious"))
    app = stage.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await pilot.press("up", "up", "enter")
        await settle(pilot)
        assert isinstance(app.screen, LineMenu)
        fill_again(app)
        await pilot.press("t")
        await settle(pilot)
    assert stage.link.commands == [TakeBackMessage(room=ROOM, message=wanted)]


async def test_the_menu_of_a_line_answers_that_line_and_no_other() -> None:
    stage = listening(3)
    wanted = stage.world.seq - 1
    app = stage.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await pilot.press("up", "up", "enter")
        await settle(pilot)
        fill_again(app)
        await pilot.press("a", *"ok", "enter")
        await settle(pilot)
    assert stage.link.commands == [PostMessage(room=ROOM, text="ok", reply_to=wanted, mentions=("1/haibo",))]


async def test_the_menu_of_a_line_marks_from_that_line_on() -> None:
    stage = listening(3)
    app = stage.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await pilot.press("up", "up", "enter")
        await settle(pilot)
        fill_again(app)
        await pilot.press("u")
        await settle(pilot)
        assert told(app) == [] and stage.store.unread.count(ROOM) == 2


async def test_a_line_whose_chat_was_left_meanwhile_is_not_answered_in_another() -> None:
    stage = listening(1)
    app = stage.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await pilot.press("up", "enter")
        await settle(pilot)
        app.get_screen("online", OnlineScreen).open_room(PRIVATE)
        await pilot.press("a")
        await settle(pilot)
        assert told(app) == ["That line is not here any more, so it is not answered."]
        await pilot.press(*"ok", "enter")
        await settle(pilot)
    assert stage.link.commands == [PostMessage(room=PRIVATE, text="ok")]


async def test_somebody_elses_line_chosen_is_no_reason_to_take_back_an_own_one() -> None:
    stage = playing()
    stage.do(PostMessage(room=ROOM, text="precious"))
    stage.play_persona("haibo", PostMessage(room=ROOM, text="not yours"))
    app = stage.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await pilot.press("up")
        await write(pilot, "/take back", "enter")
        await settle(pilot)
        assert told(app) == ["The chosen line is not yours; choose your own (Ctrl+Up), or none (Esc)."]
    assert stage.link.commands == []


async def test_the_newest_line_is_the_one_just_sent_although_it_has_not_arrived() -> None:
    stage = playing()
    stage.do(PostMessage(room=ROOM, text="precious"))
    app = stage.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await write(pilot, "wrong", "enter")
        await write(pilot, "/take back", "enter")
        await settle(pilot)
        assert told(app) == [FOLLOWS]
    assert stage.link.commands == [PostMessage(room=ROOM, text="wrong")]
    assert stage.link.recalled == ["r1"]


async def test_a_chosen_line_that_has_not_arrived_is_taken_back_and_no_other() -> None:
    stage = playing()
    stage.do(PostMessage(room=ROOM, text="precious"))
    app = stage.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await write(pilot, "first", "enter")
        await write(pilot, "second", "enter")
        await settle(pilot)
        await pilot.press("up", "up")
        await write(pilot, "/take back", "enter")
        await settle(pilot)
    assert stage.link.recalled == ["r1"]


async def test_after_words_out_of_character_no_line_before_them_is_taken_back_unchosen() -> None:
    stage = playing()
    stage.do(PostMessage(room=ROOM, text="precious"))
    stage.do(SpeakAside(room=ROOM, text="sorry"))
    app = stage.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await write(pilot, "/take back", "enter")
        await settle(pilot)
        assert told(app) == [
            "Your newest line is out of character and stays; to take back another one, choose it."
        ]
    assert stage.link.commands == []


async def test_after_ones_own_notice_the_newest_ordinary_line_is_taken_back() -> None:
    stage = owning()
    stage.do(PostMessage(room=ROOM, text="precious"))
    wrong = stage.world.seq
    stage.do(SetNotice(room=ROOM, text="Come all."))
    app = stage.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await write(pilot, "/take back", "enter")
        await settle(pilot)
        assert told(app) == []
    assert stage.link.commands == [TakeBackMessage(room=ROOM, message=wrong)]


async def test_of_a_notice_that_is_chosen_it_is_said_that_it_is_only_set_anew() -> None:
    stage = owning()
    stage.link.answers = True
    stage.do(PostMessage(room=ROOM, text="precious"))
    stage.do(SetNotice(room=ROOM, text="Come all."))
    app = stage.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await pilot.press("up")
        await write(pilot, "/take back", "enter")
        await settle(pilot)
        assert told(app) == ["A notice cannot be taken back; set a new one in its place."]
        assert "Come all." in screen_text(app) and "precious" in screen_text(app)


async def test_reply_answers_the_newest_line_of_somebody_else_where_none_is_chosen() -> None:
    stage = listening(2)
    wanted = stage.world.seq
    app = stage.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await write(pilot, "/reply yes", "enter")
        await settle(pilot)
        assert app.screen.query_one(Composer).has_focus
    assert stage.link.commands == [PostMessage(room=ROOM, text="yes", reply_to=wanted, mentions=("1/haibo",))]


async def test_escape_leads_from_the_list_of_chats_back_to_the_box() -> None:
    app = listening(1).app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        app.screen.query_one(SideList).focus()
        await pilot.press("escape")
        assert app.screen.query_one(Composer).has_focus


@pytest.mark.parametrize("text", ["welcome, all of you 研究员", "/take back"])
async def test_what_is_typed_at_once_behind_a_chosen_line_is_whole_and_sent(text: str) -> None:
    stage = listening(3)
    stage.play_persona("yuting", PostMessage(room=ROOM, text="mine"))
    app = stage.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+up")
        await settle(pilot)
        chosen = lines_of(app).chosen
        assert chosen is not None and isinstance(chosen.key, int)
        press_at_once(app, *("space" if sign == " " else sign for sign in text), "enter")
        await until(lambda: stage.link.commands)
        await settle(pilot)
        assert app.screen.query_one(Composer).text == ""
        expected = PostMessage(room=ROOM, text=text, reply_to=chosen.key)
        order = TakeBackMessage(room=ROOM, message=chosen.key)
        assert stage.link.commands == [order if text.startswith("/") else expected]


@pytest.mark.parametrize("order", ["/think hi", "/plug in"])
async def test_an_order_for_the_room_says_to_put_the_phone_down_and_stays_in_the_box(order: str) -> None:
    stage = Stage("apple-phone", "yuting")
    stage.start()
    stage.do(NextPhase(), TEACHER)
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.screen.query_one(Composer).put(order)
        await pilot.press("enter")
        await settle(pilot)
        assert told(app) == ["You are looking at your phone; put it down first (F4)."]
        assert app.screen.query_one(Composer).text == order
    assert stage.link.commands == []
