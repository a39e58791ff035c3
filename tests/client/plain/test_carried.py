"""Words typed behind an order of the phone are kept while the phone is down, as a line without a slash is."""

import pytest

from client.line_terminal import Terminal, yuting
from goodpath_core.play.event import Command
from goodpath_core.play.messages import PostMessage

KEPT = (
    "Your phone is down, so that was not written. Type /say alone to say it aloud here, or /think alone to "
    "think it; or /phone, and then /again to write it."
)


async def asked(me: Terminal, text: str = "Who goes?") -> int:
    """Ming asks in the open chat; the number of that line."""
    await me.server.do(PostMessage(room="1/line3", text=text), me.server.town.player("1/ming"))
    await me.hear(text)
    return me.store.lines("1/line3")[-1].seq


def written(me: Terminal) -> list[Command]:
    return [one for one in me.server.carried_out if isinstance(one, PostMessage)]


@pytest.mark.parametrize(
    ("typed", "answers"), [("/reply I do.", True), ("/answer 1 I do.", True), ("/answer 7 I do.", False)]
)
async def test_an_answer_is_kept_and_written_once_the_phone_is_in_the_hand(typed: str, answers: bool) -> None:
    async with yuting() as me:
        line = await asked(me)
        await me.type("/lines", "1. Ming")
        await me.type("/down", "You are in the room")
        await me.type(typed, KEPT)
        await me.type("/phone", "You are on the phone.")
        await me.type("/again", "Once more: “I do.”.")
        await me.did("post_message")
        reply_to = line if answers else 0
        mentions = ("1/ming",) if answers else ()
        assert written(me) == [
            PostMessage(room="1/line3", text="I do.", reply_to=reply_to, mentions=mentions)
        ]


async def test_a_private_word_behind_a_name_is_kept_for_that_chat() -> None:
    async with yuting() as me:
        await me.type("/down", "You are in the room")
        await me.type("/write ming come at eight", KEPT)
        await me.type("/phone", "You are on the phone.")
        await me.type("/again", "Once more: “come at eight”.")
        await me.did("post_message")
        assert me.server.carried_out[-1] == PostMessage(room="private:1/ming+1/yuting", text="come at eight")


async def test_a_kept_answer_can_be_said_aloud_instead() -> None:
    async with yuting() as me:
        await asked(me)
        await me.type("/down", "You are in the room")
        await me.type("/reply I do.", KEPT)
        await me.type("/say", "I do.")
        await me.did("say_aloud")


@pytest.mark.parametrize(
    "order", ["/reply", "/answer", "/answer 1", "/write", "/write ming", "/write nobody at all"]
)
async def test_an_order_without_words_is_refused_as_before_and_nothing_is_kept(order: str) -> None:
    async with yuting() as me:
        await me.type("/down", "You are in the room")
        await me.type(order, "Your phone is down. Type /say to be heard here")
        await me.type("/again", "Nothing was refused that could be asked for again.")
