"""Speaking, reading, hiding and handing over, through the keys, to a real session."""

from client.screens.stage import write
from client.teacher.classroom import Classroom, screen_text, seen, start, until
from goodpath_client.teacher.console import ConsoleScreen
from goodpath_client.teacher.hand_over import HandOverScreen
from goodpath_client.teacher.rooms import RoomsScreen
from goodpath_client.teacher.speak import SpeakScreen
from goodpath_client.widgets.row_list import RowList
from goodpath_core.play.messages import PostMessage, private_room
from goodpath_core.play.offline import SayAloud, Think
from goodpath_core.play.profile import EditPage
from goodpath_core.play.seats import Observe

ROOM = "1/page-makers"


async def test_the_narrator_speaks_to_everybody() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console() as (app, pilot):
            await seen(app, "1 of 1 here")
            await start(app, pilot)
            await pilot.press("t")
            await seen(app, "as the narrator, to everybody")
            await write(pilot, "Lights [b]go[/b] out.", "enter")
            await until(lambda: [one.text for one in pupil.store.world.journal] == ["Lights [b]go[/b] out."])
            await pilot.press("escape")
            await until(lambda: isinstance(app.screen, ConsoleScreen))


async def test_what_was_refused_goes_back_into_the_box() -> None:
    async with Classroom() as room, room.console() as (app, pilot):
        await seen(app, "LOBBY")
        await pilot.press("f4")
        await seen(app, "as the narrator")
        await write(pilot, "Too early", "enter")
        await seen(app, "The world has not started yet")
        assert isinstance(app.screen, SpeakScreen)
        await seen(app, "Too early")


async def test_an_npc_speaks_in_the_chosen_group() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console() as (app, pilot):
            await seen(app, "1 of 1 here")
            await start(app, pilot)
            await pilot.press("f8", "down", "enter", "enter")
            await seen(app, "as Stranger with a suitcase, in Page makers")
            await write(pilot, "Hello", "enter")
            await until(lambda: pupil.store.lines(ROOM)[-1].text == "Hello")
            assert pupil.store.lines(ROOM)[-1].voice == "npc:traveller"


async def test_an_npc_writes_privately_to_the_chosen_seat() -> None:
    async with Classroom() as room:
        await room.pupil("Ana", "1/yuting")
        pupil = await room.pupil("Ben", "1/chunmei")
        async with room.console() as (app, pilot):
            await seen(app, "2 of 2 here")
            await start(app, pilot)
            await pilot.press("down", "w")
            await seen(app, "to Wei Chunmei alone")
            await pilot.press("enter", "enter")
            await write(pilot, "Psst", "enter")
            room_id = private_room("1/chunmei", "npc:traveller")
            await until(lambda: [one.text for one in pupil.store.lines(room_id)] == ["Psst"])
            assert room.pupils[0].store.lines(room_id) == []


async def test_the_teacher_speaks_out_of_role_in_the_room_that_is_read() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console() as (app, pilot):
            await seen(app, "1 of 1 here")
            await start(app, pilot)
            await pilot.press("r")
            await seen(app, "Rice is ready in the yard")
            await pilot.press("v")
            await seen(app, "who speaks")
            await pilot.press("end", "enter", "enter")
            await write(pilot, "Come down", "enter")
            await until(lambda: pupil.store.lines(ROOM)[-1].text == "Come down")
            assert (pupil.store.lines(ROOM)[-1].kind, pupil.store.lines(ROOM)[-1].voice) == (
                "aside",
                "teacher",
            )


async def test_a_line_is_hidden_from_every_screen_after_one_more_key() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console() as (app, pilot):
            await seen(app, "1 of 1 here")
            await pilot.press("f5", "y")
            await until(lambda: pupil.store.world.session.stage == "playing")
            await pupil.do(PostMessage(room=ROOM, text="a name that hurts"))
            await pilot.press("f3")
            await seen(app, "a name that hurts")
            await pilot.press("h")
            await seen(app, "Choose a line first")
            await pilot.press("tab", "up", "h")
            await seen(app, "Remove this line from every screen?")
            await pilot.press("y")
            await until(lambda: pupil.store.lines(ROOM)[-1].gone == "hidden")
            await until(lambda: "a name that hurts" not in screen_text(app))
            await seen(app, "is hidden.")


async def test_any_page_is_read_from_the_seat_or_from_the_list() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console() as (app, pilot):
            await seen(app, "1 of 1 here")
            await pilot.press("f5", "y")
            await until(lambda: pupil.store.world.session.stage == "playing")
            await pupil.do(EditPage(nickname="雨后之城", signature="only online"))
            await pilot.press("enter")
            await seen(app, "the page of 雨后之城")
            await seen(app, "“only online”")
            await pupil.do(EditPage(signature="never offline"))
            await seen(app, "“never offline”")
            await pilot.press("escape")
            assert isinstance(app.screen, ConsoleScreen)


async def test_new_lines_of_the_room_that_is_read_come_by_themselves() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console(100, 30) as (app, pilot):
            await seen(app, "1 of 1 here")
            await pilot.press("f5", "y")
            await until(lambda: pupil.store.world.session.stage == "playing")
            await pilot.press("f3")
            await until(lambda: isinstance(app.screen, RoomsScreen))
            await pupil.do(PostMessage(room=ROOM, text="first 打工妹"))
            await seen(app, "first 打工妹")


async def test_a_persona_is_handed_from_one_who_left_to_one_who_came_late() -> None:
    async with Classroom() as room:
        gone = await room.pupil("Ana", "1/yuting")
        late = await room.pupil("Lena")
        async with room.console(120, 36) as (app, pilot):
            await seen(app, "2 of 2 here")
            await start(app, pilot)
            await gone.leave()
            await seen(app, "gone      1    Ana")
            await pilot.press("o")
            await seen(app, "seat 2 Lena (choosing)")
            await seen(app, "Pan Yuting, played by seat 1 Ana (GONE)")
            await pilot.press("enter", "enter")
            await seen(app, "Give Pan Yuting to seat 2 Lena? All its private chats")
            await seen(app, "It is taken from seat 1 Ana, who then watches.")
            await pilot.press("y")
            await until(lambda: late.store.me == "1/yuting")
            await until(lambda: isinstance(app.screen, ConsoleScreen))
            await seen(app, "Lena")


async def test_handing_over_begins_at_who_waits_and_at_what_nobody_plays() -> None:
    async with Classroom() as room:
        watching = await room.pupil("Eva")
        await watching.do(Observe())
        playing = await room.pupil("Ana", "1/yuting")
        late = await room.pupil("Lena")
        async with room.console(120, 36) as (app, pilot):
            await seen(app, "3 of 3 here")
            await start(app, pilot)
            app.screen.query_one("#seats", RowList).choose("2")
            await pilot.press("o")
            await seen(app, "seat 3 Lena (choosing)")
            await pilot.press("enter", "enter")
            await seen(app, "to seat 3 Lena?")
            assert "Yuting" not in screen_text(app).partition("Give")[2].partition("?")[0]
            assert "is taken from" not in screen_text(app)
            await pilot.press("y")
            await until(lambda: late.store.me)
            assert playing.store.me == "1/yuting" and not watching.store.me


async def test_a_persona_of_another_cell_is_handed_to_a_seat_that_moves_there() -> None:
    async with Classroom("apple-phone", cells=2) as room:
        await room.pupil("Ana", "1/yuting")
        await room.pupil("Ben", "2/yuting")
        late = await room.pupil("Lena")
        assert late.store.cell == 1
        async with room.console(120, 36) as (app, pilot):
            await seen(app, "3 of 3 here")
            await start(app, pilot)
            await pilot.press("o")
            await seen(app, "seat 3 Lena (choosing)")
            cast = app.screen.query_one("#cast", RowList)
            assert [option.id[:2] for option in cast.options if option.id] == ["1/"] * 8 + ["2/"] * 8
            cast.choose("2/yuting")
            await seen(app, "Pan Yuting (cell 2), played by seat 2 Ben (here)")
            await pilot.press("enter", "enter")
            await seen(app, "Give Pan Yuting (cell 2) to seat 3 Lena? Seat 3 then moves to cell 2.")
            await seen(app, "It is taken from seat 2 Ben, who then watches.")
            await pilot.press("y")
            await until(lambda: late.store.me == "2/yuting" and not late.store.stale)
            assert late.store.cell == 2 and set(late.store.world.persons) >= {"2/yuting"}
            await until(lambda: isinstance(app.screen, ConsoleScreen))
            await seen(app, "3/2")


async def test_with_every_seat_playing_there_is_nobody_to_hand_to() -> None:
    async with Classroom() as room:
        await room.pupil("Ana", "1/yuting")
        async with room.console(120, 36) as (app, pilot):
            await seen(app, "1 of 1 here")
            await pilot.press("o")
            await seen(app, "Every seat plays somebody.")
            await pilot.press("enter", "enter")
            assert isinstance(app.screen, HandOverScreen)


async def test_what_is_said_and_thought_off_the_phone_is_read_as_it_comes_cell_by_cell() -> None:
    async with Classroom("apple-phone", cells=2) as room:
        pupil = await room.pupil("Ana", "1/yuting")
        other = await room.pupil("Ben", "2/yuting")
        async with room.console(100, 30) as (app, pilot):
            await seen(app, "2 of 2 here")
            await start(app, pilot)
            await until(lambda: pupil.store.world.session.stage == "playing")
            await pupil.do(SayAloud(text="the fan again"))
            await pilot.press("f3")
            await seen(app, "2 said and thought")
            app.screen.query_one("#rooms", RowList).choose("lives:1")
            await seen(app, "Pan Yuting (aloud)")
            await seen(app, "the fan again")
            await pupil.do(Think(text="(aloud) [b]nobody[/b] asks"))
            await seen(app, "Pan Yuting (thought)")
            await seen(app, "(aloud) [b]nobody[/b] asks")
            await other.do(SayAloud(text="in the other town"))
            app.screen.query_one("#rooms", RowList).choose("lives:2")
            await seen(app, "in the other town")
            assert "the fan again" not in screen_text(app)
