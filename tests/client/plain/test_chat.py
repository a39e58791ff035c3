"""Chats in lines: going through them, answering by number, taking back, naming, and what was said before."""

import asyncio
from pathlib import Path

import pytest

from client.line_terminal import BRIEFED, Terminal, terminal, yuting
from client.little_server import Ids, LittleServer, seat_of_yuting, until
from client.screens.stage import TEACHER as TEACHER_BY
from client.screens.stage import Stage
from goodpath_client.briefing_words import TRIED
from goodpath_client.last_room import LastRooms
from goodpath_client.link_state import LinkState
from goodpath_client.newest_line import FOLLOWS
from goodpath_client.outbox import Outbox
from goodpath_client.plain.table import Table
from goodpath_client.plain.talk import obey, talk
from goodpath_client.seats import SeatTokens
from goodpath_core.play.bounds import CLASS
from goodpath_core.play.control import NextPhase, StartWorld
from goodpath_core.play.messages import PostMessage
from town import TEACHER, Town, playing

LINE3 = "1/line3"


async def ming_says(me: Terminal, *texts: str, room: str = LINE3, to: tuple[str, ...] = ()) -> None:
    """Ming says lines, and they have been heard."""
    for text in texts:
        command = PostMessage(room=room, text=text, mentions=to)
        await me.server.do(command, me.server.town.player("1/ming"))
        await me.hear(f": {text}")


async def test_an_older_line_is_answered_by_its_number_and_the_number_stays_while_more_is_said() -> None:
    async with yuting() as me:
        await me.type("/room line 3", "You are in Line 3")
        await me.type("/answer 1 yes", "Type /lines first: it reads this chat with numbers.")
        await ming_says(me, "Who has my cup?", "The belt stops at ten.")
        await me.type("/lines", "2. Ming: The belt stops at ten.")
        await ming_says(me, "And the lights.")
        await me.type("/answer 1 Not I.", "You answering “Who has my cup?”: Not I.")
        await me.type("/reply Good night.", "You answering “And the lights.”: Good night.")
        await me.type("/answer 3 x", "Type a number from 1 to 2, as they were read.")
        await me.type("/answer x", "Type the number of a line and your answer behind it")
        answer = me.server.carried_out[-2]
        assert isinstance(answer, PostMessage) and answer.mentions == ("1/ming",)


async def test_an_answer_behind_a_wrong_number_is_kept_and_read_out() -> None:
    async with yuting() as me:
        await ming_says(me, "Who has my cup?")
        await me.type("/lines", "1. Ming: Who has my cup?")
        wrong = "Type a number from 1 to 1, as they were read."
        await me.type("/answer 9 It is mine.", f"{wrong} It is kept: /again reads it.")
        await me.type("/again", f"{wrong} Here it is: /answer 9 It is mine.")
        await me.type("/answer 9", wrong)
        await me.type("/back 9", wrong)
        await me.type("/again", "Nothing was refused that could be asked for again.")


async def test_an_answer_behind_a_wrong_number_is_forgotten_once_it_is_typed_behind_the_right_one() -> None:
    async with yuting() as me:
        await ming_says(me, "Who has my cup?")
        await me.type("/lines", "1. Ming: Who has my cup?")
        await me.type("/answer 9 It is mine.", "It is kept: /again reads it.")
        await me.type("/answer 1 It is mine.", "You answering “Who has my cup?”: It is mine.")
        await me.type("/again", "Nothing was refused that could be asked for again.")


async def test_words_behind_a_mistyped_order_are_kept_and_read_out() -> None:
    async with yuting() as me:
        unknown = "There is no /coment; type /help."
        await me.type("/coment 1 A kind word.", f"{unknown} It is kept: /again reads it.")
        await me.type("/again", f"{unknown} Here it is: /coment 1 A kind word.")
        await me.type("/coment 1", "There is no /coment; type /help.")
        await me.type("/again", "Nothing was refused that could be asked for again.")


async def test_own_lines_are_taken_back_the_newest_or_one_by_number() -> None:
    async with yuting() as me:
        await me.type("/room line 3", "You are in Line 3")
        await me.type("/back", "There is no line of yours to take back in this chat.")
        for text in ("One.", "Two.", "Three."):
            await me.type(text, f"You: {text}")
        await me.type("/take back", "[Line 3] You took a line back.")
        await me.type("/lines", "3. You: taken back")
        await me.type("/back 1", "[Line 3] You took a line back.")
        await me.type("/lines", "1. You: taken back")
        assert "2. You: Two." in me.printed[-3:]


async def test_the_line_just_sent_is_the_newest_although_it_has_not_arrived() -> None:
    async with yuting() as me:
        await me.type("/room line 3", "You are in Line 3")
        await me.type("Good.", "You: Good.")
        me.server.full = "The server can store nothing now."
        me.typed.put_nowait("Wrong.\n")
        await until(lambda: me.store.link.unstored)
        await me.type("/take back", FOLLOWS)
        me.server.full = ""
        await me.hear("[Line 3] You took a line back.")
        assert [line.text or line.gone for line in me.store.lines(LINE3)] == ["Good.", "taken back"]


async def test_who_is_named_with_an_at_sign_is_told_and_a_name_that_is_none_is_said() -> None:
    async with yuting() as me:
        await me.type("/room line 3", "You are in Line 3")
        await me.type("/names", "You can name: @Ming for Ming.")
        await me.type("@Ming are you there?", "You: @Ming are you there?")
        said = me.server.carried_out[-1]
        assert isinstance(said, PostMessage) and said.mentions == ("1/ming",)
        await me.type("@Nobody too?", "Nobody here is called @Nobody; /names says whom you can name.")
        assert me.printed[-1].endswith("It is not sent yet: /again sends it as it is, /forget drops it.")
        assert me.server.carried_out[-1] == said
        await me.type("/again", "You: @Nobody too?")
        await me.type("mail me at ming@home", "You: mail me at ming@home")
        assert len([line for line in me.printed if "Nobody here is called" in line]) == 1


async def test_what_was_said_before_is_read_ten_lines_at_a_time_and_fetched_where_it_is_not_here() -> None:
    async with terminal(_thirty_lines()) as me:
        await me.type("/take yuting", "You are in Line 3; 15+ new. Type /room to hear them.")
        await me.type("/lines", "10. Ming: Line 30.")
        await me.type("/older", "5. Ming: Line 20.")
        await me.type("/older", "10. Ming: Line 15.")
        await me.type("/older", "5. Ming: Line 5.")
        await me.type("/older", "That is where this chat begins.")
        await me.type("/unread 2", "29 new now in Line 3.")


def _thirty_lines() -> Town:
    """Ming has written thirty lines, of which whoever comes is told the newest fifteen."""
    town = Town(bounds=CLASS._replace(lines=15))
    town.play("1/ming")
    town.do(StartWorld(), TEACHER)
    for number in range(1, 31):
        town.do(PostMessage(room=LINE3, text=f"Line {number}."), town.player("1/ming"))
    return town


async def test_new_lines_that_are_not_here_are_fetched_and_read_from_the_first_as_one_enters() -> None:
    async with terminal(_thirty_lines()) as me:
        await me.type("/take yuting", "Seat 2. You play Yuting.")
        await me.type("/rooms", "Line 3: 15+ new, you are here.")
        before = len(me.printed)
        await me.type("/room line 3", "10 more are new; type /room to hear them.")
        read = me.printed[before:]
        assert read[:3] == ["You are in Line 3; 15+ new.", "  Ming: Line 1.", "  Ming: Line 2."]
        await me.type("/room", "  Ming: Line 30.")
        await me.type("/rooms", "Line 3: 0 new, you are here.")


async def test_a_chat_without_lines_says_so() -> None:
    async with yuting() as me:
        await me.type("/room line 3", "You are in Line 3")
        await me.type("/lines", "Nothing has been said in this chat yet.")
        await me.type("/older", "Nothing has been said in this chat yet.")


async def test_the_notice_is_read_and_its_owner_can_change_or_empty_it() -> None:
    async with yuting() as me:
        await me.type("/room line 3", "You are in Line 3")
        await me.type("/notice", "Notice of Line 3: Be on time. You can change it.")
        await me.type("/notice Be early.", "[Line 3] Notice by Rain: Be early.")
        await me.type("/clear notice", "[Line 3] There is no notice any more.")
        await me.type("/notice", "There is no notice in this chat.")
        await me.type("/room kitchen", "You are in Kitchen")
        await me.type("/notice Mine now.", "Not done: Only the group's owner can change its notice.")


async def test_after_ones_own_notice_the_newest_ordinary_line_is_taken_back_and_no_notice() -> None:
    async with yuting() as me:
        await me.type("/room line 3", "You are in Line 3")
        await me.type("One.", "You: One.")
        await me.type("/notice Be early.", "[Line 3] Notice by Rain: Be early.")
        await me.type("/lines", "2. ")
        await me.type("/back 2", "Not done: A notice cannot be taken back; set a new one in its place.")
        await me.type("/back", "[Line 3] You took a line back.")
        await me.type("/notice", "Notice of Line 3: Be early. You can change it.")


async def test_whoever_writes_to_somebody_whom_nobody_plays_is_told_so() -> None:
    async with yuting() as me:
        await me.type("/write chunmei", "Nobody plays Chunmei at the moment")
        await me.type("Hello?", "You privately to Spring Plum: Hello?")
        before = len(me.printed)
        await me.type("Nobody?", "You privately to Spring Plum: Nobody?")
        assert not [line for line in me.printed[before:] if "Nobody plays" in line]
        await me.type("/room fair", "You are in The fair")


async def test_behind_write_stands_a_name_and_words_typed_behind_it_are_kept() -> None:
    async with yuting() as me:
        await me.type(
            "/private @Spring Plum hello mum",
            "Only a name stands behind /write. It is not sent: /again sends it as it is, /forget drops it.",
        )
        assert any("You are in the private chat with Spring Plum" in line for line in me.printed)
        await me.type("/again", "You privately to Spring Plum: hello mum")


def test_next_goes_to_the_chat_that_waits_mentions_first_and_what_is_unread_again_is_read_again() -> None:
    stage, printed = Stage("ten-pictures", "yuting"), list[str]()
    stage.start()
    stage.play_persona("haibo", PostMessage(room="private:1/haibo+1/yuting", text="psst"))
    stage.play_persona("haibo", PostMessage(room="1/page-makers", text="hey", mentions=("1/yuting",)))
    table = Table(stage.link, stage.store, printed.append, lambda: stage.now_ms)  # type: ignore[arg-type]
    for room in table.rooms():
        stage.store.unread.seen(room, stage.store.world.seq - 2)
    table.enter_private("1/jia")
    obey(table, "/rooms")
    assert any(line.startswith("1. Page makers: 1 new, 1 to you") for line in printed)
    obey(table, "/next")
    assert printed[-1] == "  Long Haibo (you are named): hey"
    obey(table, "/next")
    assert printed[-1] == "  Long Haibo: psst"
    obey(table, "/next")
    assert printed[-1] == "Nothing is new in any chat."
    obey(table, "/lines")
    obey(table, "/unread 1")
    assert printed[-1] == "1 new now in the private chat with Long Haibo."
    obey(table, "/next")
    assert printed[-1] == "  Long Haibo: psst"


async def test_whoever_comes_back_is_in_the_chat_they_were_in(tmp_path: Path) -> None:
    came = (("", BRIEFED), ("/stop", TRIED), ("/go", "You are in Line 3; 0 new."))
    first = (*came, ("/room kitchen", "You are in Kitchen; 1 new."))
    then = (("", "You are in Kitchen; 1 new."), ("Here.", "18:00 [Kitchen] You: Here."))
    async with LittleServer(playing()) as server:
        tokens = seat_of_yuting(tmp_path / "seats.json", server)
        for time, lines in (("1", first), ("2", then)):
            last = LastRooms(tmp_path / "rooms.json")
            await come_and_leave(server, Outbox(None, Ids(time)), tokens, last, lines)


async def come_and_leave(
    server: LittleServer,
    outbox: Outbox,
    tokens: SeatTokens,
    last: LastRooms,
    lines: tuple[tuple[str, str], ...],
) -> None:
    """Somebody comes, types these lines, hears what is said to each, and leaves."""
    link, store = server.link(outbox, tokens=tokens)
    one = Terminal(server, store)
    talking = asyncio.create_task(
        talk(link, store, read=one.typed.get, write=one.printed.append, now=lambda: 0, last=last)
    )
    try:
        for line, heard in lines:
            await one.type(line, heard)
    finally:
        one.typed.put_nowait(None)
        await talking


async def test_a_chat_is_entered_by_any_word_of_its_name_and_alone_the_open_one_is_read_on() -> None:
    async with yuting() as me:
        await me.type("/room fair", "You are in The fair; 1 new.")
        await me.type("/room 3", "You are in The fair; 0 new.")
        await me.type("/room line", "You are in Line 3; 0 new.")
        await me.type("/room", "You are in Line 3; 0 new.")
        await me.type("/room f", "You are in The fair; 0 new.")
        await me.type(
            "/room zoo", "Type /room and a number of the list that /rooms gives, or a word of a name"
        )


@pytest.mark.parametrize("wrong", ["zoo", "9", "1234567890123"])
async def test_a_line_behind_an_order_that_leads_into_no_chat_is_said_in_no_other_one(wrong: str) -> None:
    async with yuting() as me:
        await me.type("/room line", "You are in Line 3; 0 new.")
        await me.type(f"/room {wrong}", "Type /room and a number of the list that /rooms gives")
        await me.type("For somebody else.", "It is not sent: /again sends it as it is, /forget drops it.")
        await me.type("/forget", "Forgotten: “For somebody else.”.")
        await me.type("Still here.", "[Line 3] You: Still here.")


async def test_of_a_private_chat_it_is_heard_that_it_is_private() -> None:
    async with yuting() as me:
        ming = me.server.town.player("1/ming")
        await me.server.do(PostMessage(room="private:1/ming+1/yuting", text="psst"), ming)
        await me.hear("18:00 Ming privately: psst")
        await me.type("/rooms", "4. the private chat with Ming: 0 new.")
        await me.type("/write ming", "You are in the private chat with Ming; 0 new.")
        await me.type("yes?", "18:00 You privately to Ming: yes?")


async def test_where_chat_is_closed_it_is_not_said_who_would_read_what_is_typed() -> None:
    stage, printed = Stage("apple-phone", "jia"), list[str]()
    table = Table(stage.link, stage.store, printed.append, lambda: stage.now_ms)  # type: ignore[arg-type]
    stage.start()
    stage.world.phase.allow.chat = False
    stage.join()
    obey(table, "/where")
    assert not [line for line in printed if "What you type goes to" in line]
    for _ in range(2):
        stage.do(NextPhase(), TEACHER_BY)
    printed.clear()
    obey(table, "/where")
    assert printed[-1].startswith("What you type goes to House-row kitchen: ")
    stage.world.phase.allow.chat = False
    stage.join()
    obey(table, "/where")
    assert printed[-1] == "You cannot write in a chat now. Chat is closed in this phase."


async def test_the_time_that_is_told_stands_still_while_the_server_is_away() -> None:
    stage, printed = Stage("apple-phone", "jia"), list[str]()
    table = Table(stage.link, stage.store, printed.append, lambda: stage.now_ms)  # type: ignore[arg-type]
    stage.start()
    stage.now_ms += 60_000
    obey(table, "/where")
    before = [line for line in printed if "It is Sunday" in line]
    stage.store.set_link(LinkState("reconnecting"))
    stage.now_ms += 120_000
    printed.clear()
    obey(table, "/where")
    assert before and [line for line in printed if "It is Sunday" in line] == before


@pytest.mark.parametrize(
    ("order", "lacks", "line"),
    [
        ("/nick", "Type a name behind it.", "River"),
        ("/ooc", "Type words behind it.", "I need a moment"),
        ("/why 1", "Type a reason, or the word none to take it back, behind it.", "it is mine"),
        ("/write nobody", "Type one of these names: ", "Ming"),
        ("/describe 9", "Type numbers from 1 to 4", "2"),
        ("/answer", "Type the number of a line and your answer behind it", "1 yes"),
    ],
)
async def test_what_is_typed_next_after_an_order_that_lacks_it_is_said_to_nobody(
    order: str, lacks: str, line: str
) -> None:
    async with yuting() as me:
        await me.type(order, lacks)
        name = order.split()[0]
        held = "It is not sent: /again sends it as it is, /forget drops it."
        await me.type(line, f"If you mean that for {name}, type it behind {name}. {held}")
        assert not me.server.town.world.rooms[LINE3].messages
        await me.type("Soup?", "[Line 3] You: Soup?")
        await me.type("/again", f"[Line 3] You: {line}")


async def test_words_after_a_wrong_number_are_a_line_like_any_other() -> None:
    async with yuting() as me:
        await me.type("/describe 9", "Type numbers from 1 to 4")
        await me.type("Soup?", "[Line 3] You: Soup?")


async def test_words_out_of_character_can_be_the_first_of_a_private_chat() -> None:
    async with yuting() as me:
        await me.type("/write ming", "You are in the private chat with Ming; 0 new.")
        await me.type("/ooc That hurt.", "] Out of character, seat 2: That hurt.")
        assert [one.text for one in me.store.lines("private:1/ming+1/yuting")] == ["That hurt."]
