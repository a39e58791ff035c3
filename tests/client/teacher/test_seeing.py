"""What stood in view for about a second has been seen by the teacher; what was passed by is still new."""

from textual.pilot import Pilot

from client.teacher.classroom import Classroom, Pupil, StillClock, screen_text, seen, start, until
from goodpath_client.teacher.app import TeacherApp
from goodpath_client.teacher.seeing import SEEN_AFTER_MS, InView
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.row_list import RowList
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.offline import Think
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.profile import EditPage

ROOM, SECOND = "1/page-makers", 1_000
CHAT = f"room:{ROOM}"
MANY = 30


def test_what_was_in_view_for_a_second_on_end_has_been_seen() -> None:
    clock = StillClock()
    view = InView(clock)
    assert view.show([1, 2]) == frozenset()
    clock.move(SEEN_AFTER_MS - 1)
    assert view.show([2, 3]) == frozenset()
    clock.move(1)
    assert view.show([1, 2, 3]) == {2}, "1 has gone and come back, 3 came later"
    clock.move(SEEN_AFTER_MS)
    assert view.show([3]) == {3}


def test_a_clock_that_was_set_back_keeps_nothing_new_for_longer() -> None:
    clock = StillClock()
    view = InView(clock)
    view.show([1])
    clock.move(-3_600_000)
    view.show([1])
    clock.move(SEEN_AFTER_MS)
    assert view.show([1]) == {1}


async def opened(room: Classroom, app: TeacherApp, pilot: Pilot[int], pupil: Pupil) -> RowList:
    """Play has begun, and the list of places is open where nothing is new."""
    await seen(app, "1 of 1 here")
    await start(app, pilot)
    await until(lambda: pupil.store.world.session.stage == "playing")
    await pilot.press("f3")
    rooms = app.screen.query_one("#rooms", RowList)
    rooms.choose("page:1/haibo")
    await seen(app, "the page of")
    return rooms


async def talk(app: TeacherApp, pupil: Pupil, lines: int) -> None:
    for number in range(lines):
        await pupil.do(PostMessage(room=ROOM, text=f"word {number} ends"))
    await until(lambda: app.news.count(app.store, CHAT) == lines)
    await seen(app, f"{lines} new")


def pass_time(app: TeacherApp, clock: StillClock, milliseconds: int) -> None:
    clock.move(milliseconds)
    app.tick()


def new(app: TeacherApp, place: str = CHAT) -> int:
    return app.news.count(app.store, place)


def is_told(app: TeacherApp) -> bool:
    """Whether the list of places says that something is new."""
    rooms = app.screen.query_one("#rooms", RowList)
    return any(" new" in str(option.prompt) for option in rooms.options)


async def test_a_chat_that_the_arrow_passes_is_as_new_as_before() -> None:
    clock = StillClock()
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console(100, 30, now=clock) as (app, pilot):
            rooms = await opened(room, app, pilot, pupil)
            await talk(app, pupil, 3)
            rooms.choose(CHAT)
            await seen(app, "word 2 ends")
            pass_time(app, clock, SECOND - 1)
            assert new(app) == 3 and not is_told(app), "what is in view is being read"
            await pilot.press("down")
            await until(lambda: rooms.chosen != CHAT and "word 2 ends" not in screen_text(app))
            pass_time(app, clock, SECOND)
            await seen(app, "3 new")
            rooms.choose(CHAT)
            await seen(app, " 3 new ──")
            pass_time(app, clock, SECOND)
            assert new(app) == 0


async def test_what_was_in_view_for_a_second_has_been_seen_also_if_one_leaves_before_the_clock_tells() -> (
    None
):
    clock = StillClock()
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console(100, 30, now=clock) as (app, pilot):
            rooms = await opened(room, app, pilot, pupil)
            await talk(app, pupil, 3)
            rooms.choose(CHAT)
            await seen(app, "word 2 ends")
            pass_time(app, clock, 0)
            clock.move(SECOND)
            rooms.choose("page:1/haibo")
            await until(lambda: new(app) == 0)
            await talk(app, pupil, 1)
            rooms.choose(CHAT)
            await seen(app, " 1 new ──")
            pass_time(app, clock, 0)
            clock.move(SECOND)
            await pilot.press("escape")
            await until(lambda: new(app) == 0)


async def test_the_next_new_chat_opens_where_new_lines_begin_and_those_not_shown_stay_new() -> None:
    clock = StillClock()
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console(80, 24, now=clock) as (app, pilot):
            await opened(room, app, pilot, pupil)
            await talk(app, pupil, MANY)
            await pilot.press("u")
            await seen(app, "word 0 ends")
            lines = app.screen.query_one(MessageList)
            await until(lambda: not lines.following)
            app.tick()
            pass_time(app, clock, SECOND)
            left = new(app)
            assert 0 < left < MANY and f"word {MANY - left} ends" not in screen_text(app)
            await seen(app, f"{left} new")
            await pilot.press("u")
            await seen(app, f"word {MANY - left} ends")
            app.tick()
            pass_time(app, clock, SECOND)
            assert new(app) < left
            while new(app):
                before = new(app)
                await pilot.press("u")
                await pilot.pause()
                app.tick()
                pass_time(app, clock, SECOND)
                assert new(app) < before
            await pilot.press("u")
            await seen(app, "Nothing is new anywhere since you looked.")


async def test_end_at_the_end_says_that_all_above_has_been_read() -> None:
    clock = StillClock()
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console(80, 24, now=clock) as (app, pilot):
            await opened(room, app, pilot, pupil)
            await talk(app, pupil, MANY)
            await pilot.press("u")
            await seen(app, "word 0 ends")
            await pilot.press("enter", "end")
            await seen(app, f"word {MANY - 1} ends")
            assert new(app) == MANY, "to go there says nothing of what lies between"
            await pilot.press("end")
            assert new(app) == 0 and " new ──" not in screen_text(app) and not is_told(app)


async def test_what_comes_while_another_screen_lies_over_the_chat_is_not_in_view() -> None:
    clock = StillClock()
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console(100, 30, now=clock) as (app, pilot):
            rooms = await opened(room, app, pilot, pupil)
            rooms.choose(CHAT)
            await seen(app, "Page makers")
            await pilot.press("f1")
            await until(lambda: not app.screen.query("#rooms"))
            await pupil.do(PostMessage(room=ROOM, text="while help was open"))
            await until(lambda: new(app) == 1)
            pass_time(app, clock, SECOND)
            pass_time(app, clock, SECOND)
            assert new(app) == 1
            await pilot.press("escape")
            await seen(app, "while help was open")
            pass_time(app, clock, SECOND - 1)
            assert new(app) == 1
            pass_time(app, clock, 1)
            assert new(app) == 0


async def test_what_is_thought_and_what_stands_on_a_page_is_new_until_it_was_in_view_too() -> None:
    clock = StillClock()
    lives, page = "lives:1", "page:1/yuting"
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console(80, 24, now=clock) as (app, pilot):
            await opened(room, app, pilot, pupil)
            await pupil.do(EditPage(nickname="Fog"))
            await pupil.do(PutPhoneDown())
            for number in range(MANY):
                await pupil.do(Think(text=f"thought {number} ends"))
            await until(lambda: new(app, lives) == MANY and new(app, page) == 1)
            await pilot.press("u")
            await seen(app, "said and thought")
            await pilot.press("u")
            await seen(app, "the page of Fog")
            assert (new(app, lives), new(app, page)) == (MANY, 1)
            pass_time(app, clock, SECOND)
            assert (new(app, lives), new(app, page)) == (MANY, 0)
            await pilot.press("u")
            await seen(app, "thought 0 ends")
            app.tick()
            pass_time(app, clock, SECOND)
            assert 0 < new(app, lives) < MANY
