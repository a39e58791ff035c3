"""Lists of the teacher that change under the cursor: no key acts on a row that nobody chose."""

from client.screens.stage import write
from client.teacher.classroom import Classroom, screen_text, seen, start, until
from goodpath_client.teacher.hand_over import HandOverScreen
from goodpath_client.teacher.rooms import RoomsScreen
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.row_list import RowList
from goodpath_core.play.messages import PostMessage, private_room
from goodpath_core.play.posts import PublishPost, RemovePost
from goodpath_core.play.seats import TakePersona


async def test_a_key_after_the_chosen_inject_has_happened_leaves_no_other_out() -> None:
    async with Classroom() as room, room.console(100, 30) as (app, pilot):
        await seen(app, "LOBBY")
        await pilot.press("f5", "y")
        await seen(app, "half-time")
        await pilot.press("f", "y")
        await until(lambda: "half-time" not in screen_text(app))
        await pilot.press("s")
        await seen(app, "Choose an inject first")
        assert "last-minute" in screen_text(app)
        await pilot.press("tab", "down", "s", "y")
        await until(lambda: "last-minute" not in screen_text(app))


async def test_a_key_after_the_chosen_seat_was_closed_closes_no_other() -> None:
    async with Classroom() as room:
        await room.pupil("Ana", "1/yuting")
        await room.pupil("Ben", "1/jun")
        async with room.console() as (app, pilot):
            await seen(app, "2 of 2 here")
            await pilot.press("f2", "x", "y")
            await seen(app, "1 of 1 here")
            await pilot.press("x")
            await seen(app, "Choose a seat first.")
            await pilot.press("down", "x")
            await seen(app, "Close seat 2 Ben?")


async def test_a_persona_is_given_to_nobody_else_once_the_chosen_seat_has_one() -> None:
    async with Classroom() as room:
        first, second = await room.pupil("Lena"), await room.pupil("Mia")
        async with room.console(120, 36) as (app, pilot):
            await seen(app, "2 of 2 here")
            await pilot.press("o")
            await seen(app, "seat 1 Lena (choosing)")
            await pilot.press("enter")
            first.link.do(TakePersona(persona="1/yuting"))
            await seen(app, "That seat no longer waits for a persona.")
            await pilot.press("enter")
            assert isinstance(app.screen, HandOverScreen)
            app.screen.query_one("#free-seats").focus()
            await pilot.press("down", "enter")
            await pilot.press("enter")
            await seen(app, "to seat 2 Mia?")
            await pilot.press("y")
            await until(lambda: second.store.me)
            assert first.store.me == "1/yuting"


async def test_hiding_takes_no_other_row_of_a_page_once_the_chosen_post_is_taken_down() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console() as (app, pilot):
            await seen(app, "1 of 1 here")
            await start(app, pilot)
            await until(lambda: pupil.store.world.session.stage == "playing")
            for words in ("older", "chosen", "newer"):
                await pupil.do(PublishPost(text=words))
            posts = {post.text: post.seq for post in pupil.store.world.pages["1/yuting"].posts}
            await pilot.press("f3")
            app.screen.query_one("#rooms", RowList).choose("page:1/yuting")
            await seen(app, "chosen")
            lines = app.screen.query_one("#lines", MessageList)
            lines.focus()
            lines.choose(next(row.key for row in lines.rows if row.text == "chosen"))
            await pupil.do(RemovePost(post=posts["chosen"]))
            await until(lambda: "chosen" not in [row.text for row in lines.rows])
            await pilot.press("h")
            await seen(app, "Choose a line first")
            await pilot.press("down", "h")
            await seen(app, "“older”")


async def test_what_is_written_in_a_private_chat_goes_to_no_group_when_the_voice_cannot_reach_it() -> None:
    private = private_room("1/chunmei", "1/yuting")
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        await room.pupil("Ben", "1/chunmei")
        async with room.console() as (app, pilot):
            await seen(app, "2 of 2 here")
            await start(app, pilot)
            await until(lambda: pupil.store.world.session.stage == "playing")
            await pupil.do(PostMessage(room=private, text="mum?"))
            await pilot.press("f3")
            app.screen.query_one("#rooms", RowList).choose(f"room:{private}")
            await seen(app, "mum?")
            await pilot.press("v")
            await seen(app, "as Stranger with a suitcase, to nobody")
            app.screen.query_one(Composer).focus()
            await write(pilot, "Hello", "enter")
            await seen(app, "Choose who speaks and to whom first.")
            app.screen.query_one("#voices").focus()
            await pilot.press("end", "enter", "enter", "enter")
            await until(lambda: pupil.store.lines(private)[-1].text == "Hello")
            await pilot.press("escape")
            await until(lambda: isinstance(app.screen, RoomsScreen))
