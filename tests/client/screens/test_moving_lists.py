"""Lists that change under the cursor: the next key acts on what was chosen, or on nothing."""

from client.screens.stage import Stage, screen_text, settle, told, write
from goodpath_client.app import StudentApp
from goodpath_client.chosen_pictures import clear_desk
from goodpath_client.screens.contacts import ContactsScreen
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.screens.picture_picker import PicturePickerScreen
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.row_list import RowList
from goodpath_client.widgets.side_list import SideList
from goodpath_core.play.briefing import ReadBriefing
from goodpath_core.play.messages import PostMessage, private_room
from goodpath_core.play.posts import PublishPost, RemovePost
from goodpath_core.play.responses import LikeThing
from goodpath_core.play.seats import TakePersona


def choosing() -> Stage:
    """Seat 1 has read the briefing and plays nobody yet; two others have come too."""
    stage = Stage("ten-pictures", "")
    stage.do(ReadBriefing())
    return stage


def _row_of(app: StudentApp, name: str) -> int:
    """In which line of the list of those who are free somebody stands."""
    cast = app.screen.query_one("#cast", RowList)
    lines = ["", *(option.prompt for option in cast.options)]
    return next(at for at, words in enumerate(lines) if name in str(words))


def playing() -> Stage:
    """Yuting, on the phone; nobody else is played."""
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    return stage


def with_posts() -> tuple[Stage, list[int]]:
    """Three posts by others in the feed, and their numbers, newest first."""
    stage, posts = playing(), list[int]()
    for who in ("haibo", "jun", "xiaoyan"):
        stage.play_persona(who, PublishPost(text=f"by {who}"))
        posts.insert(0, stage.world.seq)
    return stage, posts


async def test_enter_takes_whom_one_chose_though_others_above_have_been_taken() -> None:
    stage = choosing()
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down", "down", "down")
        stage.do(TakePersona(persona="1/yuting"), stage.student(2))
        stage.do(TakePersona(persona="1/chunmei"), stage.student(3))
        await settle(pilot)
        await pilot.press("enter")
    assert stage.link.commands == [TakePersona(persona="1/jun")]


async def test_a_click_shows_somebody_and_the_next_click_on_the_same_row_takes_them() -> None:
    stage = choosing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.click("#cast", offset=(4, _row_of(app, "Pan Guoqiang")))
        await settle(pilot)
        assert stage.link.commands == []
        assert app.screen.query_one("#cast", RowList).chosen == "1/guoqiang"
        await pilot.click("#cast", offset=(4, _row_of(app, "Pan Guoqiang")))
    assert stage.link.commands == [TakePersona(persona="1/guoqiang")]


async def test_a_click_on_a_list_that_has_just_moved_takes_nobody() -> None:
    stage = choosing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        jun = _row_of(app, "Wei Jun")
        await pilot.click("#cast", offset=(4, jun))
        stage.do(TakePersona(persona="1/yuting"), stage.student(2))
        await settle(pilot)
        await pilot.click("#cast", offset=(4, jun))
        await settle(pilot)
        assert stage.link.commands == []
        moved = app.screen.query_one("#cast", RowList).chosen
        await pilot.click("#cast", offset=(4, _row_of(app, "Wei Jun")))
        await settle(pilot)
    assert (moved, stage.link.commands) == ("1/xiaoyan", [])


async def test_where_the_chosen_one_has_been_taken_enter_takes_nobody_else_and_it_is_said() -> None:
    stage = choosing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down")
        stage.do(TakePersona(persona="1/chunmei"), stage.student(2))
        await settle(pilot)
        text = " ".join(screen_text(app).split())
        assert "Wei Chunmei has just been taken." in text and "Choose another (Up, Down)." in text
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert stage.link.commands == []
        await pilot.press("down")
        await settle(pilot)
        assert "has just been taken" not in screen_text(app)
        await pilot.press("enter")
    assert stage.link.commands == [TakePersona(persona="1/guoqiang")], "who stands there now"


async def test_at_sixty_columns_it_can_be_read_who_has_been_taken() -> None:
    stage = choosing()
    app = stage.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down")
        stage.do(TakePersona(persona="1/chunmei"), stage.student(2))
        await settle(pilot)
        text = screen_text(app)
        assert "│  Wei Chunmei has just\n" in text and "│  Choose another (Up,\n" in text


async def test_a_private_line_goes_to_whom_one_chose_though_the_contacts_are_sorted_anew() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("alt+k")
        await settle(pilot)
        assert isinstance(app.screen, ContactsScreen)
        await pilot.press("down", "down")
        stage.do(TakePersona(persona="1/zhou"), stage.student(2))
        await settle(pilot)
        await pilot.press("w")
        await write(pilot, "psst", "enter")
        await settle(pilot)
    assert stage.link.commands == [PostMessage(room=private_room("1/yuting", "1/jun"), text="psst")]


async def test_enter_in_the_list_of_chats_opens_what_one_chose_though_a_chat_came_above() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app.screen.query_one(SideList).focus()
        await pilot.press("down", "down")
        stage.play_persona("haibo", PostMessage(room=private_room("1/haibo", "1/yuting"), text="hey"))
        await settle(pilot)
        assert "@Long Haibo" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ContactsScreen)


async def test_the_list_of_chats_begins_at_the_open_one_until_one_moves_in_it() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, OnlineScreen)
        app.screen.write_to("1/jun")
        await settle(pilot)
        stage.play_persona("haibo", PostMessage(room=private_room("1/haibo", "1/yuting"), text="hey"))
        await settle(pilot)
        assert app.screen.query_one(SideList).chosen == f"room:{private_room('1/jun', '1/yuting')}"


async def test_a_like_goes_to_no_other_post_once_the_chosen_one_is_taken_down() -> None:
    stage, posts = with_posts()
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        await pilot.press("down")
        stage.play_persona("jun", RemovePost(post=posts[1]))
        await settle(pilot)
        assert app.screen.query_one(MessageList).chosen is None
        await pilot.press("l")
        await settle(pilot)
        assert stage.link.commands == []
        assert told(app) == ["Choose a post or a picture first (Up, Down)."]
        await pilot.press("down", "l")
    assert stage.link.commands == [LikeThing(page="1/haibo", thing=f"post:{posts[2]}")], (
        "what stands there now"
    )


async def test_a_new_post_above_leaves_the_cursor_on_the_chosen_one() -> None:
    stage, posts = with_posts()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        await pilot.press("down")
        stage.play_persona("zhou", PublishPost(text="newest"))
        await settle(pilot)
        await pilot.press("l")
    assert stage.link.commands == [LikeThing(page="1/jun", thing=f"post:{posts[1]}")]


async def test_once_the_last_thing_is_taken_down_what_comes_next_is_not_chosen_by_itself() -> None:
    stage, posts = with_posts()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        for who, post in zip(("xiaoyan", "jun", "haibo"), posts, strict=True):
            stage.play_persona(who, RemovePost(post=post))
        await settle(pilot)
        assert "Nobody has posted anything yet." in screen_text(app)
        stage.play_persona("zhou", PublishPost(text="newest"))
        await settle(pilot)
        await pilot.press("l")
        assert stage.link.commands == []


async def test_the_picture_under_the_cursor_stays_when_the_choice_above_it_is_taken_up_anew() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("alt+c")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, PicturePickerScreen)
        await pilot.press("space", "down", "space", "down")
        clear_desk(screen.drafts)
        screen.take_up_choice()
        assert screen.chosen == []
        await pilot.press("space")
        assert screen.chosen == ["red-car"]


async def test_a_picture_that_leaves_the_choice_is_still_under_the_cursor_in_its_deck() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("alt+c")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, PicturePickerScreen)
        await pilot.press("space", "down", "space", "home", "down")
        clear_desk(screen.drafts)
        screen.take_up_choice()
        await pilot.press("space")
        assert screen.chosen == ["white-wedding"]


async def test_no_other_line_is_taken_back_or_answered_once_the_chosen_one_has_changed_its_place() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press(*"one", "enter", *"two", "enter", "ctrl+up", "up")
        sent = list(stage.link.commands)
        for number, command in enumerate(sent, 1):
            stage.do(command)
            stage.store.settle(f"r{number}", stage.world.seq)
        await settle(pilot)
        for slash in ("/take back", "/reply no"):
            await pilot.press(*slash, "enter")
            await settle(pilot)
            assert told(app)[0].startswith("The line you chose is not there any more")
        assert stage.link.commands == sent
        assert app.screen.query_one(Composer).text == "/reply no"
        await pilot.press("ctrl+up", "escape", "enter")
        await settle(pilot)
        answer = stage.link.commands[-1]
        assert isinstance(answer, PostMessage) and answer.text == "no" and answer.reply_to
