"""A whole session can be played line by line, and everything that happens is one sentence."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from client.kept_seat import welcome
from client.line_terminal import Terminal, terminal, town_with_ming
from client.little_server import CODE, Ids, LittleServer, until
from client.screens.stage import Stage
from goodpath_client.briefing_words import TRIED
from goodpath_client.joining import Identity
from goodpath_client.link import Link
from goodpath_client.outbox import Outbox
from goodpath_client.plain.commands import NAMES, ORDERS, find_order
from goodpath_client.plain.table import Table
from goodpath_client.plain.talk import obey, talk
from goodpath_client.seats import SeatToken, SeatTokens
from goodpath_client.store import Store
from goodpath_core.play.control import EndSession, NextPhase, PauseWorld, ResumeWorld, StartWorld
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.narration import SpeakAsNarrator
from goodpath_core.play.offline import Think
from goodpath_core.play.profile import EditPage
from goodpath_core.play.seats import Observe
from goodpath_core.play.visits import VisitPage
from goodpath_core.wire.closing import RESTART
from town import TEACHER, playing


async def stand_still(me: Terminal) -> None:
    """The teacher stops the world for a moment, and tells something."""
    await me.server.do(PauseWorld(why="Look here."), TEACHER)
    await me.hear("Paused: Look here.")
    await me.server.do(ResumeWorld(), TEACHER)
    await me.server.do(SpeakAsNarrator(text="A dog barks."), TEACHER)
    await me.hear("Narrator: A dog barks.")


async def step_out(me: Terminal) -> None:
    """The teacher ends play; one reflects and leaves."""
    await me.server.do(NextPhase(), TEACHER)
    await me.server.do(NextPhase(), TEACHER)
    await me.hear("Question 1 of 1: Where did they live?")
    await me.hear("2. I take off ...")
    await me.type("/reflect I made up the dog. | I take off the rain.", "What you wrote is kept.")
    await me.server.do(EndSession(), TEACHER)
    await me.hear("The session is over.")
    await me.type("/quit", "Goodbye.")


@pytest.mark.parametrize(("address", "code"), [("ws://127.0.0.1:1", "CODE"), ("", "WRONG")])
async def test_where_the_input_is_closed_the_reason_is_still_waited_for(address: str, code: str) -> None:
    async with LittleServer(town_with_ming()) as server:
        store = Store()
        who = Identity("student", code, "Ana")
        place = address or server.address
        link = Link(place, who, store, Outbox(None, lambda: "r1"), dice=lambda: 0.5, now=lambda: 0)
        closed: asyncio.Queue[str | None] = asyncio.Queue()
        closed.put_nowait(None)

        why = await talk(link, store, read=closed.get, write=lambda line: None, now=lambda: 0)

    assert why.startswith("No server answers at" if address else "That code is not known here")


@pytest.mark.parametrize("line", ["/quit", " /quit "])
async def test_an_order_that_needs_no_server_waits_for_none_also_with_blanks_around_it(line: str) -> None:
    store = Store()
    who = Identity("student", "CODE", "Ana")
    link = Link("ws://127.0.0.1:1", who, store, Outbox(None, lambda: "r1"), dice=lambda: 0.5, now=lambda: 0)
    typed: asyncio.Queue[str | None] = asyncio.Queue()
    typed.put_nowait(line)
    async with asyncio.timeout(5):
        await talk(link, store, read=typed.get, write=lambda line: None, now=lambda: 0)


async def test_an_error_of_ours_while_something_is_typed_is_no_way_of_leaving() -> None:
    async with LittleServer(town_with_ming()) as server:
        link, store = server.link()
        printed: list[str] = []

        async def read() -> str | None:
            await until(lambda: store.view is not None)
            raise ValueError("a fault of ours")

        with pytest.raises(ValueError, match="a fault of ours"):
            await talk(link, store, read=read, write=printed.append, now=lambda: 0)

        assert store.link.kind == "closed"
        assert not [line for line in printed if "You have left" in line]


async def test_a_whole_session_line_by_line() -> None:
    town = town_with_ming()
    async with terminal(town) as me:
        await me.hear("You play nobody yet; type /take.")
        await me.type("/take", "Yuting, 19, packs boxes (free)")
        await me.type("/take yuting", "Seat 2. You play Yuting.")
        await me.type("hello", "Not done: The world has not started yet")
        await me.server.do(StartWorld(), TEACHER)
        await me.hear("A new phase begins: Evening, 5 minutes.")
        await me.hear("To think about: Who?")

        await me.hear("You are in Line 3; 0 new.")
        await me.hear("New elsewhere: 1 in Kitchen; 1 in The fair; 2 on your page.")
        await me.type("/rooms", "1. Line 3: 0 new, you are here.")
        await me.type("/room 3", "You are in The fair; 1 new.")
        await me.hear("  Ming: Who goes?")
        await me.type("/room line", "You are in Line 3; 0 new.")
        await me.type("Good evening.", "18:00 [Line 3] You: Good evening.")
        welcome = PostMessage(room="1/line3", text="Welcome!", mentions=("1/yuting",))
        await me.server.do(welcome, town.player("1/ming"))
        await me.hear("18:00 [Line 3] Ming (you are named): Welcome!")
        await me.type("/rooms", "1. Line 3: 0 new, you are here.")
        await me.type("/reply Thank you.", "You answering “Welcome!”: Thank you.")
        await me.type("/nick 雨 Rain", "Your page has a new nickname “雨 Rain”.")
        await me.type("/sign Only online.", "signature “Only online.”")
        await me.type("/pictures", "Street: 1. Lamp (What is seen)")
        await me.type("/pictures 2 1", "You arranged the album “My pictures”: Neon")
        await me.type("/why 2 It shines.", "Your reason for the picture Neon is kept")
        await me.type("/post A new week.", "You posted: A new week.")
        await me.type("/page", "2. the post “A new week.”.")
        await me.type("/visit ming", "Page of Ming, skin Plain.")
        await me.type("/like 1", "You liked the page of Ming.")
        await me.type("/comment", "Type the number of a thing, as it was read, and your words behind it.")
        await me.type("/comment 1", "Type your words behind it.")
        await me.type("/comment 1 So plain!", "You wrote under the page of Ming: So plain!")
        await me.type("/write ming", "You are in the private chat with Ming; 0 new.")
        await me.type("Only for you.", "18:00 You privately to Ming: Only for you.")
        readers = "you two, the teacher, and later the reviewer can read."
        await me.type("/where", f"What you type goes to the private chat with Ming: {readers}")
        await me.type("/down", "18:00 You are in the room, the phone is down. Half of a room.")
        await me.type("/think I am tired.", "You thought: I am tired.")
        await me.type("/say Who is there?", "You said aloud: Who is there?")
        await me.type("/plug", "At the sockets: You; 1 can charge at once.")
        await me.type("/phone", "You are on the phone.")
        await me.type("/stop", "You asked to stop; only your teacher has been told.")
        await me.type("/where", "You asked to stop; only your teacher has been told.")
        await stand_still(me)
        await step_out(me)
    assert town.world.reflections[0].answers == ("I made up the dog.", "I take off the rain.")
    assert town.world.pages["1/yuting"].reasons == {"neon": "It shines."}


async def test_what_is_refused_names_the_order_that_helps() -> None:
    async with terminal(town_with_ming()) as me:
        await me.type("/take yuting", "Seat 2. You play Yuting.")
        await me.server.do(StartWorld(), TEACHER)
        await me.hear("You are on the phone.")
        await me.type("/say hm", "Not done: You are looking at your phone; put it down first (/down).")
        await me.type("/down", "18:00 You are in the room")
        await me.type("/post hm", "Not done: Your phone is down; pick it up first (/phone).")


async def test_a_persona_that_another_has_played_is_not_free() -> None:
    town = town_with_ming()
    town.do(StartWorld(), TEACHER)
    town.do(Observe(), town.player("1/ming"))
    async with terminal(town) as me:
        await me.type("/take", "Ming, 19, packs boxes (not free: ask the teacher)")
        await me.type("/take ming", "ask the teacher to hand it over, or choose another.")


async def test_nothing_can_be_written_before_the_briefing_was_read_out() -> None:
    town = playing()
    async with LittleServer(town) as server:
        tokens = SeatTokens(None)
        tokens.keep(SeatToken(server.address, "town", CODE, "Ann", "student", 1, "seat-1"))
        for first in (True, False):
            link, store = server.link(tokens=tokens)
            one = Terminal(server, store)
            typed = asyncio.create_task(
                talk(link, store, read=one.typed.get, write=one.printed.append, now=lambda: 0)
            )
            if first:
                await one.hear("Type /go when you have heard the briefing")
                heard = " ".join(one.printed)
                assert (
                    "Briefing. A small town." in heard
                    and "Do: " in heard
                    and "No jokes." in heard
                    and "Do not" not in heard
                )
                assert "private chats are read in review" in heard and "type /stop" in heard
                assert "You play Yuting." not in heard
                for line in ("hello", "/think so much", "/say hello", "/post hello", "/take yuting"):
                    await one.type(line, "Type /go when you have heard the briefing")
                await one.type("/briefing", "Briefing. A small town.")
                await one.type("/stop", TRIED)
                await one.type("/go", "Seat 1. You play Yuting.")
                assert not [event for event in town.events if event.author == "seat:1" and event.room]
                await one.type("hello", "] You: hello")
            await one.hear("Seat 1. You play Yuting.")
            one.typed.put_nowait(None)
            await typed
            assert ("Briefing. A small town." in " ".join(one.printed)) is first


async def test_names_keep_their_letters_time_its_unit_and_words_as_oneself_their_one_name() -> None:
    town = town_with_ming()
    async with terminal(town) as me:
        await me.type("/take yuting", "Seat 2. You play Yuting.")
        await me.server.do(StartWorld(), TEACHER)
        await me.hear("You are on the phone.")
        await me.type("/where", "It is Sunday 14 July 18:00. Evening: 5 minutes left.")
        ming = town.player("1/ming")
        await me.server.do(EditPage(nickname="City After Rain"), ming)
        await me.server.do(EditPage(signature="Online."), ming)
        await me.hear("The page of City After Rain has a new signature “Online.”.")
        await me.server.do(VisitPage(page="1/yuting"), ming)
        await me.hear("City After Rain looked at your page.")
        await me.type("/page", "1 visit by people with names, 0 strangers.")
        await me.type("/down", "You are in the room")
        await me.type("/ooc I need a moment.", "Out of character, seat 2: I need a moment.")


async def test_a_broken_connection_is_said_once_and_not_each_second() -> None:
    async with terminal(town_with_ming()) as me:
        me.server.cut()
        await me.hear("The connection is gone; it is being made again. You can go on typing.")
        await until(lambda: me.store.link.kind == "connected")
        assert len([line for line in me.printed if line.startswith("The connection is gone")]) == 1


async def test_what_was_written_as_another_persona_is_told_with_its_words(tmp_path: Path) -> None:
    town = town_with_ming()
    outbox = Outbox(tmp_path, Ids())
    async with terminal(town, outbox) as me:
        await me.type("/take yuting", "Seat 2. You play Yuting.")
        await me.server.do(StartWorld(), TEACHER)
        me.server.goodbye = RESTART
        me.server.cut()
        await me.hear("The connection is gone")
        await me.type("/post so tired of it", "1 thing you typed waits for the connection.")
        town.do(Observe(), town.player("1/yuting"))
        me.server.goodbye = None
        await me.hear("Not done: You did that as somebody you no longer play")
        await me.hear("You had written, as Yuting: so tired of it")
        await me.hear("Seat 2. You watch.")
        await me.type("/again", "What was refused last was meant as somebody you no longer play")


async def test_a_disk_that_takes_nothing_is_said_once_and_that_it_does_again_too(tmp_path: Path) -> None:
    folder = tmp_path / "outbox"
    folder.write_text("a file where the folder should be")
    async with terminal(town_with_ming(), Outbox(folder, Ids())) as me:
        await me.type("/take yuting", "Seat 2. You play Yuting.")
        await me.server.do(StartWorld(), TEACHER)
        await me.type("One.", "You: One.")
        told = [line for line in me.printed if "unsent lines" in line]
        assert told == [f"Nothing can be written to {folder}: unsent lines are in memory only."]
        folder.unlink()
        await me.type("Two.", "Unsent lines are kept on the disk again.")


async def test_control_signs_of_others_never_reach_the_terminal() -> None:
    town = town_with_ming()
    async with terminal(town) as me:
        await me.type("/take yuting", "Seat 2. You play Yuting.")
        await me.server.do(StartWorld(), TEACHER)
        text = "red \x1b[31m, bell \x07, turned \u202e, title \x1b]0;x\x07, two\nlines"
        await me.server.do(PostMessage(room="1/line3", text=text), town.player("1/ming"))
        await me.hear("] Ming: red")
        assert not [sign for line in me.printed for sign in line if sign < " " or sign in "\x7f\u202e"]


def test_what_came_before_one_sat_down_stays_new_until_it_has_been_read_out() -> None:
    stage, room = Stage("ten-pictures", "yuting"), "private:1/haibo+1/yuting"
    stage.start()
    for number in range(1, 26):
        stage.play_persona("haibo", PostMessage(room=room, text=f"Line {number}."))
    printed: list[str] = []
    table = Table(Deaf(), stage.store, printed.append, lambda: 0)  # type: ignore[arg-type]
    table.enter(room)
    assert printed[0] == "You are in the private chat with Long Haibo; 25 new."
    assert printed[1].endswith("Line 1.") and printed[20].endswith("Line 20.")
    assert printed[21] == "5 more are new; type /room to hear them."
    table.enter(room)
    assert printed[-1].endswith("Line 25.") and stage.store.unread.count(room) == 0


def seated() -> Store:
    """What is known of a seat that has read the briefing and waits for its copy."""
    store = Store()
    store.greet(welcome(1).model_copy(update={"briefed": True}), 0)
    return store


class Deaf:
    """A link that only notes what was asked for."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    def do(self, command: object) -> str:
        self.asked.append(command)
        return "r1"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("/dance", "There is no /dance; type /help."),
        ("/think", "Type a thought behind it."),
        ("/room nine", "Type /room and a number of the list that /rooms gives, or a word of a name in it."),
        ("/visit nobody", "There is nobody to choose from now; ask your teacher."),
        ("/like", "Look at a page first: /visit and a name."),
        ("/pictures 99", "Type numbers from 1 to 0; /pictures alone lists them."),
        ("hello", "There is no room to speak in yet; take a persona first with /take."),
        ("/page", "There is no page to read yet; take a persona first with /take."),
    ],
)
def test_what_cannot_be_done_is_answered_with_what_to_type(typed: str, told: str) -> None:
    printed: list[str] = []
    link = Deaf()
    obey(Table(link, seated(), printed.append, lambda: 0), typed)  # type: ignore[arg-type]
    assert printed[0].startswith(told)
    assert link.asked == []


def test_what_is_too_long_is_not_sent_and_half_characters_do_no_harm() -> None:
    printed: list[str] = []
    link = Deaf()
    table = Table(link, seated(), printed.append, lambda: 0)  # type: ignore[arg-type]
    obey(table, "/think " + "x" * 1001)
    assert printed == ["That is too long by 1 to be sent; make it shorter. It is kept: /again reads it."]
    assert link.asked == []
    obey(table, "/think half \ud800")
    assert link.asked == [Think(text="half ?")]


def test_every_order_stands_in_the_one_table_once() -> None:
    chat = {"rooms", "room", "phone", "down", "think", "say", "who", "where", "stop", "help", "quit"}
    page = {"page", "nick", "sign", "pictures", "post", "visit", "like"}
    assert {f"/{name}" for name in chat | page} <= set(NAMES)
    assert len({order.name for order in ORDERS}) == len(ORDERS)


def test_the_beginning_of_an_order_is_enough_where_it_is_clear() -> None:
    assert find_order("pict") is find_order("pictures")
    assert find_order("STOP") is find_order("stop")
    assert find_order("p") is None
    assert find_order("") is None


async def test_who_comes_late_is_told_what_the_phase_asks() -> None:
    async with terminal(playing()) as me:
        await me.hear("Evening: Make a page.")


READER = """
import asyncio
import sys
from goodpath_client.plain.streams import lines_from, print_line

async def echo() -> None:
    read = lines_from(sys.stdin)
    while (line := await read()) is not None:
        print_line("typed: " + line.strip())

asyncio.run(echo())
"""


def test_lines_come_from_a_pipe_until_its_end() -> None:
    done = subprocess.run(
        [sys.executable, "-c", READER],
        input="hello\n/where 雨\n",
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == "typed: hello\ntyped: /where 雨\n"


def test_bytes_that_are_no_text_neither_end_the_reading_nor_the_printing() -> None:
    done = subprocess.run(
        [sys.executable, "-c", READER],
        input=b"\xff bad\n/where \xe9\x9b\xa8\n",
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8:strict"},
        check=True,
    )
    assert done.stdout.decode() == "typed: \ufffd bad\ntyped: /where 雨\n"
    done = subprocess.run(
        [sys.executable, "-c", f"{READER}\nprint_line('雨 rain')"],
        input=b"",
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "latin-1:strict"},
        check=True,
    )
    assert done.stdout == b"? rain\n"
