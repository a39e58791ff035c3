"""The room in lines: nothing calls there, one can listen back, and the phone tells later what came."""

from dataclasses import replace
from typing import Literal

import pytest

from client.line_terminal import Terminal, terminal, without_phone, yuting
from goodpath_client.unasked_moves import SETTLED_MS
from goodpath_core.play.control import NextPhase, StartWorld
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.narration import SpeakAsNarrator
from goodpath_core.play.offline import SayAloud
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.responses import LikeThing
from goodpath_core.play.safety import SpeakAside
from goodpath_core.scenario.actions import MoveTo
from goodpath_core.scenario.phases import Allow
from town import OPEN, TEACHER, Town, at, one_phase

DOWN = "Your phone is down. Type /say to be heard here, /think to think, or /phone to pick it up."


async def down(me: Terminal) -> None:
    """The phone is put down."""
    await me.type("/down", "You are in the room, the phone is down. Half of a room.")


async def test_nothing_calls_in_the_room_and_what_came_is_told_with_the_phone_in_the_hand() -> None:
    async with yuting() as me:
        ming = me.server.town.player("1/ming")
        await me.type("/page", "Page of Yuting, on the phone Rain")
        await down(me)
        quiet = len(me.printed)
        await me.server.do(PostMessage(room="1/line3", text="Where are you?", mentions=("1/yuting",)), ming)
        await me.server.do(PostMessage(room="private:1/ming+1/yuting", text="psst"), ming)
        await me.server.do(LikeThing(page="1/yuting", thing="page"), ming)
        await me.server.do(SpeakAside(room="1/line3", text="I must go."), ming)
        await me.server.do(SpeakAsNarrator(text="A dog barks."), TEACHER)
        await me.hear("Narrator: A dog barks.")
        assert me.printed[quiet:] == [
            "[Line 3] Out of character, seat 1: I must go.",
            "Narrator: A dog barks.",
        ]
        await me.type("/phone", "You are in Line 3; 1 new.")
        await me.hear("  Ming (you are named): Where are you?")
        await me.hear(
            "New elsewhere: 1 in Kitchen; 1 in The fair; 1 in the private chat with Ming; 1 on your page."
        )
        await me.type("/rooms", "4. the private chat with Ming: 1 new.")
        await me.type("/next", "  Ming: psst")


@pytest.mark.parametrize("typed", ["/rooms", "/room 1", "/lines", "/page", "/feed", "/pages", "/write ming"])
async def test_what_is_on_the_phone_is_neither_read_nor_written_without_it(typed: str) -> None:
    async with yuting() as me:
        await down(me)
        await me.type(typed, DOWN)
        assert len(me.server.carried_out) == 2


async def test_before_the_start_there_is_no_hour_to_tell() -> None:
    async with terminal(Town()) as me:
        await me.type("/where", "The world has not started yet; your teacher will start it.")
        assert [line for line in me.printed if "It is " in line] == []


async def test_a_refusal_names_what_is_typed_here_and_no_key() -> None:
    async with yuting() as me:
        await me.type("/think so", "Not done: You are looking at your phone; put it down first (/down).")
        await down(me)
        await me.type("/post so", "Not done: Your phone is down; pick it up first (/phone).")


async def test_the_room_is_read_once_as_a_phase_in_it_begins_the_first_and_any_other() -> None:
    (evening,) = one_phase(Allow(chat=False, page=False, visit=False, pictures=0, swaps=0)).phases
    indoors = replace(evening, place="room")
    town = Town(of=replace(one_phase(), phases=(indoors, replace(indoors, key="night"))))
    town.play("1/ming")
    async with terminal(town) as me:
        await me.type("/take yuting", "Seat 2. You play Yuting.")
        for begins in (StartWorld(), NextPhase()):
            before = len(me.printed)
            await me.server.do(begins, TEACHER)
            await me.type("/think x", "You thought: x")
            assert sum("Half of a room." in line for line in me.printed[before:]) == 1


async def test_where_no_phone_may_be_taken_it_is_said_at_once() -> None:
    async with without_phone() as me:
        await me.type("/post so", "Not done: There is no phone now; look at the room, it will pass.")


async def test_what_was_refused_can_be_asked_for_again_word_for_word() -> None:
    async with yuting() as me:
        await me.type("/again", "Nothing was refused that could be asked for again.")
        await down(me)
        await me.type("/post Long words.", "Not done: Your phone is down")
        await me.type("/phone", "You are on the phone.")
        await me.type("/again", "You posted: Long words.")
        await me.type("/again", "Nothing was refused that could be asked for again.")


async def test_that_the_current_is_cut_is_said_and_nothing_comes_out_of_the_socket() -> None:
    (evening,) = one_phase().phases
    phases = (evening, replace(evening, key="dark", current=False))
    town = Town(of=replace(one_phase(), phases=phases))
    town.play("1/ming")
    async with yuting(town) as me:
        await down(me)
        await me.type("/plug", "At the sockets: You; 1 can charge at once.")
        await me.server.do(NextPhase(), TEACHER)
        await me.hear("At the sockets: You; there is no current, so nothing comes out.")
        await me.type("/unplug", "At the sockets: nobody; there is no current, so nothing comes out.")
        await me.type("/plug", "Not done: There is no current; nothing comes out of the socket.")


async def test_looking_around_tells_who_is_there_by_their_real_names_and_how_the_sockets_do() -> None:
    town = Town()
    town.play("1/ming", "1/chunmei")
    async with terminal(town) as me:
        await me.type("/take yuting", "Seat 3. You play Yuting.")
        await me.server.do(StartWorld(), TEACHER)
        await me.hear("You are on the phone.")
        await down(me)
        await me.type("/look", "You look around. Half of a room.")
        await me.hear("Nobody else looks up.")
        await me.hear("One socket, nothing plugged in.")
        await me.server.do(PutPhoneDown(), town.player("1/chunmei"))
        await me.type("/plug", "At the sockets: You; 1 can charge at once.")
        await me.type("/look", "In this room: Chunmei.")
        await me.hear("One socket, 1 plug: yours is charging.")
        await me.server.do(SayAloud(text="Is it free?"), town.player("1/chunmei"))
        await me.hear("In the room, Chunmei: Is it free?")


async def test_what_was_said_here_is_heard_again_since_one_last_asked() -> None:
    async with yuting() as me:
        await me.type("/heard", "Nothing has been said or told here yet.")
        await down(me)
        await me.type("/say Anybody?", "You said aloud: Anybody?")
        await me.type("/think Nobody.", "You thought: Nobody.")
        await me.type("/heard", "2 since you last asked.")
        await me.hear("You thought: Nobody.")
        await me.server.do(SpeakAsNarrator(text="It rains."), TEACHER)
        await me.hear("Narrator: It rains.")
        before = len(me.printed)
        await me.type("/heard", "1 since you last asked.")
        await me.hear("Narrator: It rains.", before)
        assert "You: Anybody?" not in me.printed[before:]
        await me.type("/heard", "Nothing since you last asked; the last was:")
        await me.hear("You: Anybody?", before)


async def test_on_the_line_nobody_hears_and_the_phone_is_locked_away() -> None:
    town = Town()
    town.play("1/ming")
    async with terminal(town) as me:
        await me.type("/take chunmei", "Seat 2. You play Chunmei.")
        await me.server.do(StartWorld(), TEACHER)
        await me.hear("You are on the phone.")
        await me.server.pass_time(130)
        await me.hear("You are on the line, at work.")
        await me.type("/say hello", "Nobody hears anything on the line; think it with /think.")
        await me.type("/rooms", "Your phone is locked away until the shift ends. Type /think to think.")
        before = len(me.printed)
        await me.type("/look", "You look around. You are at work. Your phone is locked away until")
        await me.type("hello", "Type /think alone to think it.")
        await me.type("/think", "You thought: hello")
        await me.type("/where", "What you think, with /think, only teacher and reviewer read.")
        assert not [line for line in me.printed[before:] if "What you type goes to" in line or "Half" in line]


async def test_in_the_room_a_line_without_a_slash_is_said_aloud_and_once_it_is_told_how_to_write() -> None:
    async with yuting() as me:
        await down(me)
        before = len(me.printed)
        await me.type("It is hot.", "You said aloud: It is hot.")
        await me.type("So hot.", "You said aloud: So hot.")
        assert me.printed[before:] == [
            "You are in the room: a line without a slash is said aloud here. "
            "To write in a chat instead, pick up the phone first: type /phone.",
            "You said aloud: It is hot.",
            "You said aloud: So hot.",
        ]
        await me.type("/phone", "You are on the phone.")
        await me.type("It is hot.", "[Line 3] You: It is hot.")


async def test_where_there_is_no_phone_a_line_is_said_aloud_and_it_is_told_why_no_chat_can_be_reached() -> (
    None
):
    async with without_phone() as me:
        me.now_ms += SETTLED_MS
        await me.type("A sound of rice.", "You said aloud: A sound of rice.")
        await me.hear(
            "You cannot write in a chat now. There is no phone now; look at the room, it will pass."
        )


async def test_who_comes_to_a_phase_in_the_room_says_the_first_line_aloud() -> None:
    in_room = replace(one_phase(), phases=(replace(one_phase().phases[0], place="room"),))
    town = Town(1, in_room)
    town.play("1/ming")
    async with terminal(town) as me:
        await me.type("/take yuting", "Seat 2. You play Yuting.")
        await me.server.do(StartWorld(), TEACHER)
        await me.hear("A new phase begins")
        me.now_ms += SETTLED_MS
        await me.type("A fan.", "You said aloud: A fan.")


async def test_words_too_long_to_be_said_are_kept() -> None:
    async with yuting() as me:
        await down(me)
        await me.type("x" * 5_000, "It is kept: /again reads it.")


@pytest.mark.parametrize("typed", ["/write ming", "/room 1", "/phone"])
async def test_a_line_behind_an_order_that_needs_the_phone_in_vain_is_not_said_aloud(typed: str) -> None:
    async with without_phone() as me:
        me.now_ms += SETTLED_MS
        await me.type(typed, "There is no phone now")
        await me.type("Only for you.", "so that was not written")
        me.now_ms += SETTLED_MS
        await me.type("Only the fan.", "You said aloud: Only the fan.")
        assert [one for one in me.server.town.world.journal if "Only for you" in one.text] == []


async def test_a_line_for_a_phone_that_was_just_taken_is_kept_and_can_be_said_thought_or_written() -> None:
    async with without_phone() as me:
        me.now_ms += SETTLED_MS - 1
        await me.type(
            "hello", "Your phone is down, so that was not written. Type /say alone to say it aloud here"
        )
        await me.type("/say", "You said aloud: hello")


async def test_a_line_that_may_be_meant_for_the_phone_can_still_be_said_thought_or_written() -> None:
    async with yuting() as me:
        await down(me)
        await me.type("/lines", DOWN)
        ways = "Type /say alone to say it aloud here, or /think alone to think it; or /phone, and then /again"
        await me.type("hello", ways)
        await me.type("/say", "You said aloud: hello")
        await me.type("/say", "Type words behind it.")
        await me.type("Is it hot?", ways)
        await me.type("/think", "You thought: Is it hot?")
        await me.type("Who has soup?", ways)
        await me.type("/phone", "You are on the phone.")
        await me.type("/again", "[Line 3] You: Who has soup?")
        assert [one.kind for one in me.server.carried_out][-1] == "post_message"


async def test_what_changes_in_the_room_is_not_told_to_whoever_looks_at_the_phone() -> None:
    async with yuting() as me:
        before = len(me.printed)
        await me.server.pass_time(95)
        await me.hear("[Line 3] Zhou: Hurry.")
        assert not [line for line in me.printed[before:] if line.startswith("Your room")]
        await me.type("/down", "You are in the room, the phone is down. Dark.")


async def test_a_place_where_one_is_already_is_not_told_again() -> None:
    async with yuting() as me:
        before = len(me.printed)
        await me.server.do(NextPhase(), TEACHER)
        await me.hear("A new phase begins: Night, 5 minutes.")
        await me.type("/where", "You are on the phone. It is Monday 15 July")
        assert not [line for line in me.printed[before:] if line.endswith("You are on the phone.")]


async def test_who_hears_what_is_said_in_the_room_is_told() -> None:
    async with yuting() as me:
        await down(me)
        heard = "What you type is said aloud, and heard by nobody here, the teacher, and later the reviewer."
        await me.type("/where", f"{heard} What you think, with /think, only teacher and reviewer read.")


async def test_a_phase_in_which_every_phone_is_shut_reads_the_room_once_wherever_one_was() -> None:
    first = one_phase().phases[0]
    shut = replace(first.allow, chat=False, page=False, visit=False)
    lights = replace(first, name="Lights", place="room", allow=shut, injects=())
    for was in ("phone", "room"):
        town = Town(1, replace(one_phase(), phases=(first, lights)))
        town.play("1/ming")
        async with terminal(town) as me:
            await me.type("/take yuting", "Seat 2. You play Yuting.")
            await me.server.do(StartWorld(), TEACHER)
            await me.hear("A new phase begins: Only")
            if was == "room":
                await down(me)
            before = len(me.printed)
            await me.server.do(NextPhase(), TEACHER)
            await me.hear("A new phase begins: Lights")
            await me.hear("Half of a room", before)
            assert ["Half of a room" in line for line in me.printed[before:]].count(True) == 1


@pytest.mark.parametrize("place", ["room", "shift"])
async def test_a_line_begun_before_the_phone_came_back_by_itself_is_held_back_and_can_be_sent(
    place: Literal["room", "shift"],
) -> None:
    away = at("only-1", 10, MoveTo(("yuting",), place, ""))
    town = Town(1, one_phase(OPEN, away, at("only-2", 20, MoveTo(("yuting",), "phone", ""))))
    town.play("1/ming")
    async with yuting(town) as me:
        await me.server.pass_time(20)
        await me.hear("18:02 You are on the phone.")
        await me.type(
            "Mother, come and eat.",
            "You are on the phone, where a line without a slash goes to Line 3. "
            "It is not sent: /again sends it as it is, /forget drops it.",
        )
        assert not town.world.rooms["1/line3"].messages
        await me.type("/again", "[Line 3] You: Mother, come and eat.")
        me.now_ms += SETTLED_MS
        await me.type("Who has soup?", "[Line 3] You: Who has soup?")


async def test_who_picks_the_phone_up_again_writes_at_once() -> None:
    async with yuting() as me:
        await down(me)
        await me.type("/phone", "You are on the phone.")
        await me.type("Who has soup?", "[Line 3] You: Who has soup?")
