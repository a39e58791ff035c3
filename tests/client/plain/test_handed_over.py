"""Who plays somebody else from now on types no number of before, and is in no chat without being told."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from client.line_terminal import Terminal, terminal, yuting
from client.screens.stage import TEACHER as STAGE_TEACHER
from client.screens.stage import Stage
from goodpath_client.plain.numbers import Unclear
from goodpath_client.plain.table import Table
from goodpath_client.plain.talk import obey
from goodpath_core.play.control import StartWorld
from goodpath_core.play.messages import PostMessage, private_room
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.seats import HandOver, Observe
from town import TEACHER, Town

LINE3 = "1/line3"
PRIVATE = private_room("1/yuting", "1/ming")


async def hand_chunmei_over(me: Terminal) -> None:
    """Yuting is given up, and her seat gets Chunmei."""
    await me.type("/observe yes", "Seat 2. You watch.")
    before = len(me.printed)
    await me.server.do(HandOver(persona="1/chunmei", seat=2), TEACHER)
    await me.hear("Seat 2. You play Chunmei.", before)
    await me.hear("You are in Kitchen; ", before)


@asynccontextmanager
async def chunmei_who_was_yuting(*typed: tuple[str, str]) -> AsyncIterator[Terminal]:
    """Somebody typed this as Yuting, who had a private chat with Ming, and plays Chunmei now."""
    async with yuting() as me:
        await me.type("/write ming", "You are in the private chat with Ming; 0 new.")
        await me.type("psst", "You privately to Ming: psst")
        for line, heard in typed:
            await me.type(line, heard)
        await hand_chunmei_over(me)
        me.server.carried_out.clear()
        yield me


@pytest.mark.parametrize("number", ["2", "4"])
async def test_a_number_of_the_chats_of_before_leads_nowhere_and_the_line_behind_it_is_kept(
    number: str,
) -> None:
    listed = ("/rooms", "4. the private chat with Ming: 0 new, you are here.")
    async with chunmei_who_was_yuting(listed) as me:
        await me.type(f"/room {number}", "Type /room and a number of the list that /rooms gives")
        await me.type("Only for him.", "It is not sent: /again sends it as it is, /forget drops it.")
        assert me.server.carried_out == []
        await me.type("/room fair", "You are in The fair; 1 new.")
        await me.type("/rooms", "2. The fair: 0 new, you are here.")
        await me.type("/room 1", "You are in Kitchen; 0 new.")
        await me.type("Who has soup?", "[Kitchen] You: Who has soup?")


async def test_what_was_typed_for_the_chat_of_before_goes_to_the_one_that_is_told() -> None:
    async with chunmei_who_was_yuting() as me:
        await me.type("/room", "You are in Kitchen; 0 new.")
        await me.type("Who has soup?", "[Kitchen] You: Who has soup?")
        assert me.server.carried_out == [PostMessage(room="1/kitchen", text="Who has soup?")]


async def test_numbers_of_lines_and_things_of_before_mean_nothing() -> None:
    lines = (("/room kitchen", "You are in Kitchen"), ("/lines", "1. Lele"))
    async with chunmei_who_was_yuting(*lines, ("/page", "2. the post “A lamp.”")) as me:
        await me.type("/answer 1 yes", "Type /lines first: it reads this chat with numbers.")
        await me.type("/like 1", "Look at a page first: /visit and a name.")
        assert me.server.carried_out == []


async def test_pictures_put_into_a_post_are_in_none_of_somebody_else() -> None:
    async with chunmei_who_was_yuting(("/attach 1", "Your next post holds: Lamp.")) as me:
        await me.type("/post So hot.", "You posted: So hot.")
        assert me.server.carried_out == [PublishPost(text="So hot.")]


async def test_what_was_asked_of_whom_one_was_is_not_answered_as_somebody_else() -> None:
    async with terminal(Town()) as me:
        await me.type("/take yuting", "Seat 1. You play Yuting.")
        await me.server.do(StartWorld(), TEACHER)
        await me.hear("You are on the phone.")
        await me.type("/observe", "Type yes to watch; anything else changes nothing.")
        await me.server.do(Observe(), me.server.town.seat(1))
        await me.hear("Seat 1. You watch.")
        await me.server.do(HandOver(persona="1/chunmei", seat=1), TEACHER)
        await me.hear("Seat 1. You play Chunmei.")
        await me.type("yes", "[Kitchen] You: yes")
        assert me.store.me == "1/chunmei"


async def test_a_copy_that_is_made_anew_for_the_same_persona_leaves_all_numbers() -> None:
    async with yuting() as me:
        await me.type("/room line", "You are in Line 3")
        await me.type("One.", "[Line 3] You: One.")
        await me.type("/lines", "1. You: One.")
        before = len(me.printed)
        me.server.epoch = "second"
        me.server.cut()
        await me.hear("Seat 2. You play Yuting.", before)
        await me.type("/back 1", "[Line 3] You took a line back.")


def at_a_table() -> tuple[Stage, Table, list[str]]:
    """Somebody plays Yuting, and what they hear; nobody tells them what changes."""
    stage, heard = Stage("ten-pictures", "yuting"), list[str]()
    stage.start()
    table = Table(stage.link, stage.store, heard.append, lambda: stage.now_ms)  # type: ignore[arg-type]
    return stage, table, heard


def test_no_chat_is_entered_that_is_not_ones_own_and_where_one_is_stays_so() -> None:
    stage, table, heard = at_a_table()
    table.enter("1/page-makers")
    with pytest.raises(Unclear, match=r"That chat is not one of yours; you are still in Page makers."):
        table.enter(private_room("1/haibo", "1/jia"))
    with pytest.raises(Unclear, match=r"That chat is not one of yours"):
        table.enter("1/nowhere")
    obey(table, "hello")
    assert stage.link.commands == [PostMessage(room="1/page-makers", text="hello")]


def test_a_chat_that_is_ones_own_no_more_is_left_for_no_other_one() -> None:
    stage, table, heard = at_a_table()
    table.enter_private("1/haibo")
    stage.do(Observe())
    stage.do(HandOver(persona="1/xiaoyan", seat=1), STAGE_TEACHER)
    assert table.room == ""
    obey(table, "hello")
    assert stage.link.commands == []
    assert heard[-1] == "No chat is open; type /rooms to hear yours, or begin one with /write and a name."
