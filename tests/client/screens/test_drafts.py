"""What was begun is kept whole, comes back whole when it is refused, and belongs to its persona."""

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from client.screens.stage import TEACHER, Stage, screen_text, settle, write
from goodpath_client.app import StudentApp
from goodpath_client.screens.offline import OfflineScreen
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.screens.post import PostScreen
from goodpath_client.screens.unsent import UnsentScreen
from goodpath_client.widgets.composer import Composer
from goodpath_core.play.control import PauseWorld, ResumeWorld
from goodpath_core.play.event import Command
from goodpath_core.play.messages import PostMessage, private_room
from goodpath_core.play.offline import SayAloud, Think
from goodpath_core.play.places import PickUpPhone, PutPhoneDown
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.seats import HandOver

ROOM = "1/page-makers"
YUTING, CHUNMEI = "1/yuting", "1/chunmei"
ASKED = "Paste 5 lines as one?"


def playing() -> Stage:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.now_ms += 60_000
    stage.link.answers = True
    return stage


def hand_on(stage: Stage, persona: str) -> None:
    """Seat 1 plays this persona from now on; whom it played before goes to a seat that has nobody."""
    seats = stage.world.seats
    if seats[1].persona:
        free = next(number for number in (2, 3) if not seats[number].persona)
        stage.do(HandOver(persona=seats[1].persona, seat=free), TEACHER)
    stage.do(HandOver(persona=persona, seat=1), TEACHER)


async def play_as(pilot: Pilot[int], stage: Stage, persona: str) -> None:
    """Get this persona, read its sheet, and go to the phone."""
    hand_on(stage, persona)
    await settle(pilot)
    await pilot.press("end", "enter")
    await settle(pilot)


async def begin_post(pilot: Pilot[int], text: str) -> None:
    """Write a post for oneself with the first picture."""
    await pilot.press("f2")
    await settle(pilot)
    await pilot.press("f3", "tab", "space", "shift+tab", *text)
    await settle(pilot)


def box_of(app: StudentApp) -> Composer:
    return app.screen.query_one(Composer)


def draft_of(app: StudentApp) -> tuple[str, tuple[str, ...], str]:
    """Text, pictures and readers of the post in its box."""
    assert isinstance(app.screen, PostScreen)
    draft = app.screen.draft
    return draft.text, draft.cards, draft.visible_to


async def test_a_refused_post_for_oneself_comes_back_with_its_picture_and_for_oneself() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await begin_post(pilot, "mine")
        stage.do(PauseWorld(), TEACHER)
        await pilot.press("f2")
        await settle(pilot)
        stage.do(ResumeWorld(), TEACHER)
        await pilot.press("f2")
        await settle(pilot)
        assert draft_of(app) == ("mine", ("palace-fountain",), "me")
        assert "[x] Palace with fountain" in screen_text(app)
        await pilot.press("f2")
        await settle(pilot)
    post = PublishPost(text="mine", cards=("palace-fountain",), visible_to="me")
    assert stage.link.commands == [post, post]
    assert stage.world.pages[YUTING].posts[-1].visible_to == "me"


async def test_a_post_that_was_left_is_taken_up_with_its_picture_and_for_oneself() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await begin_post(pilot, "mine")
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("f2")
        await settle(pilot)
        assert draft_of(app) == ("mine", ("palace-fountain",), "me")
    assert stage.link.commands == []


async def test_a_post_refused_while_the_next_is_written_waits_behind_it() -> None:
    stage = playing()
    stage.link.answers = False
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await begin_post(pilot, "mine")
        await pilot.press("f2")
        await settle(pilot)
        await pilot.press("f2")
        await write(pilot, "next")
        stage.store.refuse("r1", "paused", "The world is paused.")
        await settle(pilot)
        assert draft_of(app) == ("next", (), "all")
        await pilot.press("escape")
        await settle(pilot)
        for left in (("next", (), "all"), ("mine", ("palace-fountain",), "me")):
            await pilot.press("f2")
            await settle(pilot)
            assert draft_of(app) == left
            await pilot.press("f2")
            await settle(pilot)


async def test_a_post_is_kept_also_where_the_phone_goes_down_over_it() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await begin_post(pilot, "mine")
        stage.do(PutPhoneDown())
        await settle(pilot)
        assert isinstance(app.screen, OfflineScreen)
        stage.do(PickUpPhone())
        await settle(pilot)
        await pilot.press("f2")
        await settle(pilot)
        assert draft_of(app) == ("mine", ("palace-fountain",), "me")


async def test_a_refused_answer_comes_back_with_the_line_that_it_answers() -> None:
    stage = playing()
    stage.play_persona("haibo", PostMessage(room=ROOM, text="who comes?"))
    asked = stage.world.seq
    stage.play_persona("haibo", PostMessage(room=ROOM, text="or not?"))
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        stage.do(PauseWorld(), TEACHER)
        await pilot.press("up", "up", "enter", "a", *"me", "enter")
        await settle(pilot)
        assert box_of(app).text == "me"
        assert "answering Long Haibo, not sent: The world" in screen_text(app)
        stage.do(ResumeWorld(), TEACHER)
        await settle(pilot)
        assert "answering Long Haibo: who comes?" in screen_text(app)
        await pilot.press("right", "enter")
        await settle(pilot)
        assert "answering" not in screen_text(app)
    answer = PostMessage(room=ROOM, text="me", reply_to=asked, mentions=("1/haibo",))
    assert stage.link.commands == [answer, answer]


async def test_an_answer_that_was_begun_stays_with_its_chat() -> None:
    stage = playing()
    stage.play_persona("haibo", PostMessage(room=ROOM, text="who comes?"))
    asked = stage.world.seq
    private = private_room(YUTING, "1/haibo")
    stage.play_persona("haibo", PostMessage(room=private, text="pst"))
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await write(pilot, "/reply", "enter")
        await settle(pilot)
        assert "answering Long Haibo: who comes?" in screen_text(app)
        await pilot.press("f6")
        await settle(pilot)
        assert "answering" not in screen_text(app)
        await write(pilot, "yes?", "enter")
        online = app.get_screen("online", OnlineScreen)
        online.open_room(ROOM)
        await settle(pilot)
        await pilot.press(*"me", "enter")
        await settle(pilot)
    assert stage.link.commands == [
        PostMessage(room=private, text="yes?"),
        PostMessage(room=ROOM, text="me", reply_to=asked, mentions=("1/haibo",)),
    ]


async def paste_five(app: StudentApp, pilot: Pilot[int]) -> None:
    """Paste five lines into the box of the chat, which asks about them."""
    box_of(app).post_message(Paste("1\n2\n3\n4\n5"))
    await settle(pilot)
    assert ASKED in screen_text(app)


async def test_a_paste_that_waits_is_asked_about_again_after_a_look_at_another_chat() -> None:
    stage = playing()
    stage.play_persona("haibo", PostMessage(room=private_room(YUTING, "1/haibo"), text="pst"))
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await paste_five(app, pilot)
        await pilot.press("f6")
        await settle(pilot)
        assert "pst" in screen_text(app) and ASKED not in screen_text(app)
        await write(pilot, "yes?", "enter")
        app.get_screen("online", OnlineScreen).open_room(ROOM)
        await settle(pilot)
        assert ASKED in screen_text(app) and box_of(app).text == ""
        await pilot.press("enter")
        await settle(pilot)
        assert ASKED not in screen_text(app) and box_of(app).text == "1\n2\n3\n4\n5"
    assert [type(one) for one in stage.link.commands] == [PostMessage]


async def test_in_the_list_of_chats_enter_and_escape_answer_no_paste() -> None:
    stage = playing()
    stage.play_persona("haibo", PostMessage(room=private_room(YUTING, "1/haibo"), text="pst"))
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await paste_five(app, pilot)
        for keys in (("tab", "escape"), ("tab", "down", "enter"), ("tab", "up", "enter")):
            await pilot.press(*keys)
            await settle(pilot)
            assert box_of(app).text == "" and isinstance(app.focused, Composer)
            assert (ASKED in screen_text(app)) is ("down" not in keys)
        await pilot.press("escape")
        await settle(pilot)
        assert ASKED not in screen_text(app) and box_of(app).asked_paste == ""


async def test_a_line_that_comes_and_one_that_is_chosen_leave_what_is_asked_about_a_paste() -> None:
    stage = playing()
    stage.play_persona("haibo", PostMessage(room=ROOM, text="who comes?"))
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await paste_five(app, pilot)
        stage.play_persona("haibo", PostMessage(room=ROOM, text="or not?"))
        await settle(pilot)
        await pilot.press("ctrl+up")
        await settle(pilot)
        assert ASKED in screen_text(app)


async def test_a_paste_that_waits_is_in_no_box_of_another_persona() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await paste_five(app, pilot)
        await play_as(pilot, stage, CHUNMEI)
        assert ASKED not in screen_text(app) and box_of(app).asked_paste == ""
        await play_as(pilot, stage, YUTING)
        assert ASKED in screen_text(app) and box_of(app).asked_paste == "1\n2\n3\n4\n5"


async def test_a_refused_thought_comes_back_as_a_thought() -> None:
    stage = playing()
    stage.do(PutPhoneDown())
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        stage.do(PauseWorld(), TEACHER)
        await write(pilot, "/think", "space")
        await write(pilot, "alone", "enter")
        await settle(pilot)
        stage.do(ResumeWorld(), TEACHER)
        await pilot.press("enter")
        await settle(pilot)
    assert stage.link.commands == [Think(text="alone"), Think(text="alone")]


async def test_what_one_persona_began_is_in_no_box_of_another_and_there_again_when_it_is() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await write(pilot, "as yuting")
        await begin_post(pilot, "mine")
        await pilot.press("escape", "f3")
        await settle(pilot)
        app.screen.query_one("#nickname", Input).value = "Rain"
        await play_as(pilot, stage, CHUNMEI)
        assert box_of(app).text == ""
        await pilot.press("f2")
        await settle(pilot)
        assert draft_of(app) == ("", (), "all")
        await pilot.press("escape", "f3")
        await settle(pilot)
        assert app.screen.query_one("#nickname", Input).value != "Rain"
        await play_as(pilot, stage, YUTING)
        assert box_of(app).text == "as yuting"
        await pilot.press("f2")
        await settle(pilot)
        assert draft_of(app) == ("mine", ("palace-fountain",), "me")
        await pilot.press("escape", "f3")
        await settle(pilot)
        assert app.screen.query_one("#nickname", Input).value == "Rain"


async def test_a_private_chat_of_another_persona_is_left() -> None:
    stage = playing()
    private = private_room(YUTING, "1/haibo")
    stage.play_persona("haibo", PostMessage(room=private, text="pst"))
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f6")
        await settle(pilot)
        await play_as(pilot, stage, CHUNMEI)
        await pilot.press(*"hi", "enter")
        await settle(pilot)
    assert stage.link.commands == [PostMessage(room=ROOM, text="hi")]


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (PostMessage(room=ROOM, text="so tired of it"), "so tired of it"),
        (SayAloud(text="so hot"), "so hot"),
        (PublishPost(text="a bad day", visible_to="me"), "a bad day"),
        (EditPage(nickname="Rain", signature="only online"), "only online"),
    ],
    ids=lambda one: one.kind if isinstance(one, Command) else "",
)
async def test_what_comes_back_to_a_persona_one_no_longer_plays_is_shown_and_in_no_box(
    command: Command, words: str
) -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        # Until this client has drawn the new persona, what is done is meant as the old one.
        hand_on(stage, CHUNMEI)
        app.do(command)
        await settle(pilot)
        assert isinstance(app.screen, UnsentScreen) and words in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("end", "enter")
        await settle(pilot)
        assert isinstance(app.screen, OnlineScreen)
        assert (box_of(app).text, app.unsent) == ("", [])
        assert words not in screen_text(app)


async def test_what_is_not_sent_is_shown_line_by_line_until_it_has_been_read() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        hand_on(stage, CHUNMEI)
        app.do(PostMessage(room=ROOM, text="the first line"))
        await settle(pilot)
        stage.store.expect("late", PostMessage(room=ROOM, text="the second line"), YUTING)
        stage.store.refuse("late", "other_persona", "You no longer play that one.")
        await settle(pilot)
        await pilot.press(*"abc", "enter")
        text = screen_text(app)
        assert text.index("the first line") < text.index("the second line")
        await pilot.press("escape")
        await settle(pilot)
        assert not isinstance(app.screen, UnsentScreen)
        hand_on(stage, YUTING)
        await settle(pilot)
        assert box_of(app).selected_text == "the first line"
