"""Refused words in lines: each is told by its beginning, all are kept in order, too long ones as well."""

from client.line_terminal import Terminal, terminal, town_with_ming, yuting
from goodpath_client.plain.asked_for import order_of
from goodpath_client.plain.commands import ORDERS
from goodpath_core.play.event import Command
from goodpath_core.play.registry import COMMANDS

NOTHING = "Nothing was refused that could be asked for again."


def refuse_all(me: Terminal) -> None:
    """From now on the server takes nothing that is said, as in a lobby; nobody is told of it."""
    me.server.town.world.session.stage = "lobby"


def refuse_no_more(me: Terminal) -> None:
    me.server.town.world.session.stage = "playing"


def done(me: Terminal) -> list[Command]:
    """What was carried out since the persona was taken."""
    return me.server.carried_out[1:]


def texts(me: Terminal) -> list[str]:
    return [getattr(one, "text", one.kind) for one in done(me)]


async def test_all_refused_words_are_told_by_their_beginning_and_sent_again_in_their_order() -> None:
    async with yuting() as me:
        refuse_all(me)
        await me.type("Who has the key?", "You had typed “Who has the key?”.")
        await me.type(
            "/post A long evening, longer than the lamp will burn.", "You had typed “A long evening,"
        )
        await me.type("/like 1", "Look at a page first")
        await me.type("/ooc I need a moment.", "You had typed “I need a moment.”.")
        told = [line for line in me.printed if line.startswith("Not done: ")]
        assert told[1].endswith("You had typed “A long evening, longer than the lamp..”.")
        refuse_no_more(me)
        before = len(me.printed)
        await me.type("/again", "[Line 3] You: Who has the key?")
        await me.hear("Once more: “Who has the key?”.", before)
        await me.hear("2 more wait, next “A long evening, longer than the lamp..”: /again sends it", before)
        await me.type("/again", "You posted: A long evening, longer than the lamp will burn.")
        await me.hear("1 more waits, next “I need a moment.”: /again sends it, /forget drops it.", before)
        await me.type("/again", "Out of character, seat 2: I need a moment.")
        await me.hear("Once more: “I need a moment.”.", before)
        await me.type("/again", NOTHING)


async def test_words_that_are_refused_again_stand_behind_the_others() -> None:
    async with yuting() as me:
        await me.type("/say Anybody?", "Not done: You are looking at your phone")
        refuse_all(me)
        await me.type("Soup?", "Not done: ")
        refuse_no_more(me)
        await me.type("/again", "You had typed “Anybody?”.")
        await me.type("/again", "[Line 3] You: Soup?")
        await me.type("/down", "You are in the room")
        await me.type("/again", "You said aloud: Anybody?")
        await me.type("/again", NOTHING)


async def test_words_that_were_typed_anew_wait_no_longer_and_the_same_words_twice_are_two() -> None:
    async with yuting() as me:
        refuse_all(me)
        for text in ("Soup?", "ok", "ok"):
            before = len(me.printed)
            await me.type(text, "Not done: ")
            await me.hear(f"“{text}”", before)
        refuse_no_more(me)
        await me.type("Soup?", "[Line 3] You: Soup?")
        await me.type("/again", "1 more waits, next “ok”")
        await me.hear("[Line 3] You: ok")
        await me.type("/again", "Once more: “ok”.")
        await me.type("/again", NOTHING)
        assert texts(me) == ["Soup?", "ok", "ok"]


async def test_a_text_that_is_too_long_is_kept_and_read_out() -> None:
    async with yuting() as me:
        long = "x" * 8012 + "end"
        await me.type(
            long, "That is too long by 15 to be sent; make it shorter. It is kept: /again reads it."
        )
        await me.type(f"/think {long}", "That is too long by 7015 to be sent")
        await me.type("/again", f"That is too long by 15. Here it is: {long}")
        await me.hear("1 more waits, next “/think xxxxxxx")
        await me.type("/again", f"That is too long by 7015. Here it is: /think {long}")
        await me.type("/again", NOTHING)
        assert done(me) == []


async def test_what_the_server_finds_too_long_is_read_out_and_not_sent_again() -> None:
    async with yuting() as me:
        await me.type("/post " + "x" * 141, "Not done: Make it shorter by 1: at most 140 characters fit.")
        before = len(me.server.town.events)
        await me.type("/again", f"Make it shorter by 1: at most 140 characters fit. Here it is: {'x' * 141}")
        assert len(me.server.town.events) == before
        await me.type("/again", NOTHING)


async def test_lines_for_a_phone_that_is_down_are_said_in_their_order_and_the_rest_is_sent() -> None:
    async with yuting() as me:
        await me.type("/down", "You are in the room")
        await me.type("/lines", "Your phone is down.")
        for text in ("One.", "Two.", "Three."):
            await me.type(text, "so that was not written")
        await me.type("/say", "You said aloud: One.")
        await me.type("/think", "You thought: Two.")
        await me.type("/phone", "You are on the phone.")
        await me.type("/again", "[Line 3] You: Three.")
        await me.type("/again", NOTHING)


async def test_what_has_no_words_is_called_by_its_order_when_it_is_asked_for_again() -> None:
    async with yuting() as me:
        await me.type("/plug", "Not done: You are looking at your phone; put it down first (/down).")
        before = len(me.printed)
        await me.type("/again", "Not done: You are looking at your phone; put it down first (/down).")
        assert me.printed[before] == "Once more: /plug."
        await me.type("/forget", "Forgotten: /plug.")


async def test_every_request_without_words_has_an_order_by_which_it_is_called() -> None:
    names = {order.name for order in ORDERS}
    for row in COMMANDS.values():
        if "student" in row.roles:
            assert order_of(row.command) in names, row.command


async def test_what_has_no_words_is_asked_for_again_when_no_words_wait() -> None:
    async with yuting() as me:
        await me.type("/visit ming", "You looked at the page of Ming.")
        await me.type("/like", "You liked")
        await me.type("/like", "Not done: You have liked that already.")
        assert not [line for line in me.printed if "You had typed" in line]
        refuse_all(me)
        await me.type("Soup?", "Not done: ")
        refuse_no_more(me)
        await me.type("/again", "[Line 3] You: Soup?")
        await me.type("/again", "Not done: You have liked that already.")


async def test_again_means_the_line_that_was_just_asked_about_and_forget_drops_what_it_would_send() -> None:
    async with yuting() as me:
        refuse_all(me)
        await me.type("early line", "Not done: ")
        await me.type("another", "You had typed “another”.")
        refuse_no_more(me)
        await me.type("@Nobody, teach me", "It is not sent yet: /again sends it as it is, /forget drops it.")
        before = len(me.printed)
        await me.type("/again", "[Line 3] You: @Nobody, teach me")
        await me.hear("2 more wait, next “early line”: /again sends it, /forget drops it.", before)
        await me.type("@Nobody, or not", "It is not sent yet")
        await me.type("/forget", "Forgotten: “@Nobody, or not”.")
        before = len(me.printed)
        await me.type("/forget", "Forgotten: “early line”.")
        await me.hear("1 more waits, next “another”: /again sends it, /forget drops it.", before)
        await me.type("/forget all", "Forgotten: 1 line.")
        await me.type("/forget", NOTHING)
        assert texts(me) == ["@Nobody, teach me"]


async def test_a_line_for_a_phone_that_is_down_goes_before_what_was_refused() -> None:
    async with yuting() as me:
        refuse_all(me)
        await me.type("early line", "Not done: ")
        refuse_no_more(me)
        await me.type("/down", "You are in the room")
        await me.type("/lines", "Your phone is down.")
        for text in ("One.", "Two."):
            await me.type(text, "or /phone, and then /again to write it.")
        await me.type("/phone", "You are on the phone.")
        for text in ("One.", "Two.", "early line"):
            await me.type("/again", f"[Line 3] You: {text}")


async def test_whoever_was_refused_a_persona_and_took_another_since_is_not_to_take_one_again() -> None:
    async with terminal(town_with_ming()) as me:
        await me.type("/take ming", "Not done: ")
        await me.type("/take yuting", "You play Yuting.")
        await me.type("/again", NOTHING)


async def test_what_was_refused_without_words_and_has_been_done_since_is_not_repeated() -> None:
    async with yuting() as me:
        await me.type("/plug", "Not done: You are looking at your phone")
        await me.type("/down", "You are in the room")
        await me.type("/plug", "At the sockets: You")
        await me.type("/again", NOTHING)
        await me.type("/plug", "Not done: ")
        await me.type("/look", "You look around.")
        await me.type("/again", "Once more: /plug.")
