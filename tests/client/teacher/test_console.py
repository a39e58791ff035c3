"""At one glance who is here and what comes next; each key does its one thing to a real session."""

import pytest

from client.teacher.classroom import Classroom, Pupil, now_ms, screen_text, seen, start, until
from goodpath_client.moment import time_left
from goodpath_client.teacher.console import ConsoleScreen
from goodpath_client.widgets.prose import Prose
from goodpath_core.play.control import NextPhase
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.profile import EditPage


async def test_the_lobby_shows_the_line_the_code_and_who_has_come() -> None:
    async with Classroom() as room, room.console() as (app, _):
        await seen(app, "Nobody has joined yet.")
        code = room.server.code
        await seen(app, f"goodpath join 127.0.0.1:{room.server.port} {code[:4]}-{code[4:]}")
        await seen(app, "Nothing has started. F5 starts; first comes Ten pictures, 7 min.")
        assert app.screen.query_one("#qr").display and app.screen.query_one("#code").display
        await room.pupil("Ana", "1/yuting")
        await seen(app, "here      1    Ana")
        await seen(app, "1 of 1 here")


async def test_before_the_start_it_is_said_who_has_no_persona_yet() -> None:
    async with Classroom() as room:
        await room.pupil("Ana", "1/yuting")
        await room.pupil("Ben")
        async with room.console() as (app, pilot):
            await seen(app, "2 of 2 here")
            await seen(app, "Ben")
            await pilot.press("f5")
            await seen(app, "Start? 2 of 2 here. No persona yet: seat 2 Ben.")
            await seen(app, "comes Ten pictures, 7 min.")
            await pilot.press("escape")
            await seen(app, "LOBBY")
            assert app.store.world.session.stage == "lobby"
            await start(app, pilot)


async def test_one_key_locks_the_door_to_newcomers_and_opens_it_again() -> None:
    async with Classroom() as room, room.console() as (app, pilot):
        await seen(app, "L lock")
        line = app.screen.query_one("#join-line")
        quiet = line.styles.background
        await pilot.press("l")
        await seen(app, "DOOR LOCKED: nobody new comes in. L opens it.")
        assert room.server.code not in screen_text(app).replace("-", "")
        assert not app.screen.query_one("#qr").display and not app.screen.query_one("#code").display
        await pilot.press("j")
        await seen(app, "The door is locked, so the code opens nothing; L opens the door.")
        assert line.styles.background != quiet
        await pilot.press("l")
        await seen(app, f"goodpath join 127.0.0.1:{room.server.port}")
        await seen(app, "L lock")
        assert line.styles.background == quiet


async def test_guesses_at_the_code_are_told_and_one_key_makes_one_that_they_do_not_hold_up() -> None:
    async with Classroom() as room, room.console() as (app, pilot):
        await seen(app, "Nothing has started.")
        ana, old = await room.pupil("Ana"), room.server.code
        for number in range(7):
            await room.guess(f"WRONG{number}")
        await seen(app, "7 wrong codes, most from 127.0.0.1, hold newcomers up. C: longer code.")
        await pilot.press("c")
        await seen(app, "Make a new, longer code, which no wrong codes hold up?")
        await pilot.press("escape")
        await seen(app, "LOBBY")
        assert room.server.code == old
        await pilot.press("c", "y")
        await until(lambda: room.server.code != old)
        new = room.server.code
        await seen(app, f"goodpath join 127.0.0.1:{room.server.port} {new[:5]}-{new[5:]}")
        await seen(app, "Nothing has started.")
        for number in range(9):
            await room.guess(f"AGAIN{number}")
        await room.guess(old)
        await room.pupil("Ben")
        await seen(app, "2 of 2 here")
        assert ana.store.link.online


async def test_a_seat_is_closed_after_one_more_key_that_says_what_follows() -> None:
    async with Classroom() as room:
        thief = await room.pupil("Ana", "1/yuting")
        await room.pupil("Ben", "1/jun")
        async with room.console() as (app, pilot):
            await seen(app, "here      1    Ana")
            await pilot.press("f2", "x")
            await seen(app, "Close seat 1 Ana? Whoever is at it is sent away and cannot come back to it.")
            await seen(app, "The student joins again with the code and gets another seat.")
            await seen(app, "O then gives Pan Yuting to the new seat. L locks the door, to keep them out.")
            await pilot.press("escape")
            await seen(app, "2 of 2 here")
            assert thief.store.link.online
            await pilot.press("x", "y")
            await seen(app, "Seat 1 is closed; nobody comes back to it.")
            await seen(app, "1 of 1 here")
            assert "Ana" not in screen_text(app), "a closed seat leaves the list"
            await until(lambda: thief.store.link.kind == "closed")
            assert thief.store.link.text.startswith("Your teacher has closed this seat.")
            await pilot.press("l", "down", "x")
            await seen(app, "The door is locked: L opens it first.")


async def test_no_seat_is_closed_where_none_is_chosen() -> None:
    async with Classroom() as room, room.console() as (app, pilot):
        await seen(app, "Nobody has joined yet.")
        await pilot.press("x")
        await seen(app, "Choose a seat first.")


async def test_the_next_phase_comes_after_one_more_key() -> None:
    async with Classroom() as room, room.console() as (app, pilot):
        await seen(app, "LOBBY")
        await pilot.press("f5", "y")
        await seen(app, "1/4")
        await pilot.press("f7")
        await seen(app, "End “Ten pictures” now? Then comes: Gallery walk, 5 min.")
        await pilot.press("escape", "n")
        await seen(app, "next phase     Esc  no")
        assert app.store.world.phase.index == 0
        await pilot.press("y")
        await seen(app, "2/4 · Gallery walk")


async def test_where_pages_can_be_changed_they_are_saved_before_the_phase_ends() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console(100, 30) as (app, pilot):
            await seen(app, "1 of 1 here")
            await pilot.press("f5", "y")
            await seen(app, "1/4")
            await pilot.press("f7")
            await seen(app, "End “Ten pictures”? It ends in 10 seconds, in which pages are saved.")
            await pilot.press("y")
            await seen(app, "what was begun for pages is saved now. F7 ends it at once.")
            await until(lambda: time_left(pupil.store, now_ms()) in ("10 s left", "9 s left", "8 s left"))
            assert app.store.world.phase.index == 0
            await pilot.press("f7")
            await seen(app, "Pages are just being saved; it ends by itself in a moment.")
            await pilot.press("y")
            await seen(app, "2/4 · Gallery walk")
            await pilot.press("f7")
            await seen(app, "End “Gallery walk” now? Then comes: Lights, 40 s.")
            await pilot.press("y")
            await seen(app, "3/4 · Lights")


async def test_a_phase_that_ended_by_itself_is_not_ended_twice() -> None:
    async with Classroom() as room:
        second = await room.second_teacher()
        async with room.console() as (app, pilot):
            await seen(app, "LOBBY")
            await pilot.press("f5", "y")
            await seen(app, "1/4")
            await pilot.press("f7")
            await seen(app, "End “Ten pictures” now?")
            await second.do(NextPhase())
            await until(lambda: app.store.world.phase.index == 1)
            await pilot.press("y")
            await seen(app, "That phase is not being played any more, so nothing was done.")
            assert app.store.world.phase.index == 1


async def test_an_end_that_was_asked_for_before_the_debrief_does_not_end_the_debrief() -> None:
    async with Classroom() as room:
        second = await room.second_teacher()
        async with room.console() as (app, pilot):
            await seen(app, "LOBBY")
            await pilot.press("f5", "y")
            await seen(app, "1/4")
            await pilot.press("alt+e")
            await seen(app, "The debrief is then left out.")
            for _ in range(4):
                await second.do(NextPhase())
            await until(lambda: app.store.world.session.stage == "debrief")
            await pilot.press("y")
            await seen(app, "The class has come further meanwhile, so the session was not ended")
            assert app.store.world.session.stage == "debrief"


async def test_the_session_ends_after_one_more_key_and_says_what_is_left_out() -> None:
    async with Classroom() as room, room.console() as (app, pilot):
        await seen(app, "LOBBY")
        await pilot.press("alt+e")
        await seen(app, "The debrief is then left out.")
        await pilot.press("escape")
        assert app.store.world.session.stage == "lobby"
        await pilot.press("alt+e", "enter")
        await seen(app, "Y  end the session")
        await pilot.press("y")
        await seen(app, "The session is over and stored. Alt+Q closes this and names the report.")
        assert "goodpath join" not in screen_text(app)


async def test_somebody_who_comes_late_is_told_to_the_teacher() -> None:
    async with Classroom() as room, room.console() as (app, pilot):
        await seen(app, "LOBBY")
        await start(app, pilot)
        await room.pupil("Lena")
        await seen(app, "Seat 1 has come late.")
        await seen(app, "here 1 Lena choosing")


async def test_of_an_observer_who_comes_late_nobody_is_asked_to_hand_over_a_persona() -> None:
    async with Classroom() as room, room.console() as (app, pilot):
        await seen(app, "LOBBY")
        await start(app, pilot)
        watching = Pupil(room.server, "Zed", "observer")
        room.pupils.append(watching)
        await watching.come()
        await seen(app, "Seat 1 has come late, to watch.")
        assert "hands one over" not in " ".join(screen_text(app).split())


async def test_what_a_seat_did_last_stands_in_its_row_and_who_has_left_is_gone() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console(120, 36) as (app, pilot):
            await seen(app, "1 of 1 here")
            await pilot.press("f5", "y")
            await until(lambda: pupil.store.world.session.stage == "playing")
            await pupil.do(EditPage(nickname="雨后之城"))
            await pupil.do(PostMessage(room="1/page-makers", text="look"))
            await seen(app, "雨后之城 phone wrote a line now")
            await pupil.leave()
            await seen(app, "gone      1    Ana")
            await seen(app, " 1 gone ")
            assert "of 1 here" not in screen_text(app), "the count of the lobby would tell it twice"


async def test_what_cannot_be_put_off_that_far_says_how_far_and_what_else_can_be_done() -> None:
    async with Classroom() as room, room.console(100, 30) as (app, pilot):
        await seen(app, "LOBBY")
        await pilot.press("f5", "y")
        await seen(app, "last-minute")
        await pilot.press("s", "y")
        await until(lambda: "half-time" not in screen_text(app))
        await pilot.press("tab", "down", "d")
        await until(lambda: bool(app.store.world.delays))
        await pilot.press("d")
        await seen(app, "The phase ends by then, so it cannot be put off further")
        await seen(app, "let it happen now, or leave it out (F fire, S skip).")
        await pilot.press("f7")
        await seen(app, "Left out then: last-minute (put off).")


@pytest.mark.parametrize(("size", "rows"), [((60, 20), 1), ((80, 24), 2), ((120, 36), 3)])
async def test_what_is_asked_takes_the_rows_there_are_and_says_where_it_was_cut(
    size: tuple[int, int], rows: int
) -> None:
    async with Classroom("apple-phone") as room, room.console(*size) as (app, pilot):
        await seen(app, "LOBBY")
        await pilot.press("f5", "y")
        await seen(app, "Asked: The phones lie face down.")
        await pilot.press("f7", "y")
        await until(lambda: app.store.world.phase.index == 1)
        ask = f"Asked: {app.store.world.phase.ask}"
        await seen(app, ask[:40])
        shown = app.screen.query_one("#ask", Prose)
        assert shown.size.height <= rows
        assert shown.plain.replace("\n", " ") == ask or shown.plain.endswith("..")
        assert rows < 3 or shown.plain.replace("\n", " ") == ask


async def test_code_and_qr_come_back_for_those_who_are_late() -> None:
    async with Classroom() as room, room.console() as (app, pilot):
        await seen(app, "LOBBY")
        await pilot.press("f5", "y")
        await seen(app, "What comes next")
        await pilot.press("f3", "f2")
        await until(lambda: isinstance(app.screen, ConsoleScreen))
        assert app.screen.query_one("#qr").display
        await pilot.press("j")
        assert not app.screen.query_one("#qr").display


async def test_nothing_is_done_later_that_was_pressed_while_the_server_was_away() -> None:
    room = Classroom()
    async with room, room.console() as (app, pilot):
        await seen(app, "LOBBY")
        await room.server.stop()
        await seen(app, "The server cannot be reached; trying again.")
        await pilot.press("f5", "y")
        await seen(app, "Not done:")
        assert app.store.link.waiting == 0


async def test_the_clock_stands_still_and_is_marked_while_the_server_is_away() -> None:
    room = Classroom()
    async with room:
        app, hours = room.app(), [now_ms()]
        app.now = lambda: hours[0]
        async with app.run_test(size=(100, 30), notifications=True) as pilot:
            await seen(app, "LOBBY")
            await start(app, pilot)
            await room.server.stop()
            await seen(app, "NO SERVER")
            top = screen_text(app).splitlines()[0]
            hours[0] += 3_600_000
            app.tick()
            await pilot.pause()
            assert screen_text(app).splitlines()[0] == top
            await seen(app, "Is it dead? Alt+Q says what to do.")


async def test_a_wrong_secret_ends_the_console_with_the_servers_sentence() -> None:
    async with Classroom() as room:
        room.server.secret = "wrong"
        async with room.console() as (app, _):
            await until(lambda: app.closing is not None)
        assert app.return_code == 1
        assert app.closing is not None and "not known here" in app.closing.text


async def test_closing_the_console_asks_once_more_and_leaves_the_class_alone() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console() as (app, pilot):
            await seen(app, "1 of 1 here")
            await pilot.press("alt+q")
            await seen(app, "Close this console?")
            await pilot.press("escape")
            assert app.is_running
            await pilot.press("alt+q", "enter")
            await until(lambda: not app.is_running)
        assert app.return_code == 0 and pupil.store.link.online
