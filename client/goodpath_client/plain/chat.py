"""The orders of chats: going through them, answering, taking back, naming."""

import re
from typing import Final

from goodpath_client.held_lines import held_lines
from goodpath_client.mentions import named_first
from goodpath_client.newest_line import FOLLOWS, NOT_SENT, Newest, newest_line
from goodpath_client.plain.carried import (
    carried_by_answer,
    carried_by_reply,
    carried_by_write,
    newest_of_others,
)
from goodpath_client.plain.lines import chat_name, names_in
from goodpath_client.plain.long import LONG
from goodpath_client.plain.names import persona_named
from goodpath_client.plain.numbers import Incomplete, Unclear, number_of
from goodpath_client.plain.order import Order, need, number_and_text
from goodpath_client.plain.speech import hold_back
from goodpath_client.plain.table import Table
from goodpath_core.play.messages import SetNotice, TakeBackMessage
from goodpath_core.play.safety import SpeakAside
from goodpath_core.text import name_key

_ONLY_A_NAME: Final = "Only a name stands behind /write."
_NO_ROOM: Final = "Type /room and a number of the list that /rooms gives, or a word of a name in it."


def _rooms(table: Table, rest: str) -> None:
    rooms, unread = table.rooms(), table.store.unread
    if not rooms:
        raise Unclear("There is no chat yet; begin one with /write and a name.")
    table.numbers.rooms = tuple(rooms)
    for number, room in enumerate(rooms, 1):
        named = f", {unread.mentions(room)} to you" if unread.mentions(room) else ""
        here = ", you are here" if room == table.room else ""
        table.write(f"{number}. {chat_name(table.store, room)}: {unread.told(room)} new{named}{here}.")


def _room(table: Table, rest: str) -> None:
    """Enter a chat by its number or a word of its name; alone, the one that is open."""
    listed, now = table.numbers.rooms, tuple(table.rooms())
    rooms = now if listed is None else listed
    named = _named(table, rooms or now, name_key(rest))
    if 1 <= number_of(rest) <= len(rooms):
        table.enter(rooms[number_of(rest) - 1])
    elif len(named) == 1 and not rest.isdecimal():
        table.enter(named[0])
    elif not rest and table.room:
        table.enter(table.room)
    else:
        raise Incomplete(_NO_ROOM)


def _named(table: Table, rooms: tuple[str, ...], wanted: str) -> list[str]:
    """The chats whose name begins so; if there is none, those of which a word does."""
    names = {room: table.store.room_name(room) for room in rooms if wanted}
    begins = [room for room, name in names.items() if name_key(name).startswith(wanted)]
    words = [
        room
        for room, name in names.items()
        if any(name_key(word).startswith(wanted) for word in re.split(r"[\s,-]+", name))
    ]
    return begins or words


def _next(table: Table, rest: str) -> None:
    room = table.store.unread.next_room(table.rooms(), table.room)
    if not room and not table.store.unread.told(table.room):
        raise Unclear("Nothing is new in any chat.")
    table.enter(room or table.room)


def _write(table: Table, rest: str) -> None:
    """Open the private chat with somebody; words behind the name are kept and sent by nobody yet."""
    try:
        table.enter_private(persona_named(table.store, need(rest, "a name")))
    except Incomplete:
        person, words = named_first(table.store, rest)
        if not words:
            raise
        table.enter_private(person)
        hold_back(table, words, _ONLY_A_NAME)


def _lines(table: Table, rest: str) -> None:
    lines = table.store.lines(table.room)[-LONG:]
    if not lines:
        raise Unclear("Nothing has been said in this chat yet.")
    table.read_lines(lines)


def _older(table: Table, rest: str) -> None:
    oldest = table.numbers.oldest(table.room)
    if not oldest:
        _lines(table, rest)
    elif not _read_before(table, table.room, oldest):
        table.tasks.spawn(_fetch(table, table.room, oldest), "older lines")


async def _fetch(table: Table, room: str, oldest: int) -> None:
    """Ask the server for what was said before; one may have gone to another chat meanwhile."""
    if not table.store.link.online:
        table.write("Older lines are asked for as soon as the connection is back.")
    await table.link.fetch_history(room)
    if room == table.room and not _read_before(table, room, oldest):
        table.write("That is where this chat begins.")


def _read_before(table: Table, room: str, oldest: int) -> bool:
    """Read the last known lines before one; whether there were any."""
    lines = [line for line in table.store.lines(room) if line.seq < oldest][-LONG:]
    if lines:
        table.read_lines(lines)
    return bool(lines)


def _reply(table: Table, rest: str) -> None:
    newest = newest_of_others(table)
    if newest is None:
        raise Unclear("There is no line to answer in this room.")
    _answer_line(table, newest.seq, rest)


def _answer(table: Table, rest: str) -> None:
    number, text = number_and_text(rest)
    if not number:
        raise Incomplete("Type the number of a line and your answer behind it; /lines reads the numbers.")
    _answer_line(table, table.numbers.line(table.room, number), text)


def _answer_line(table: Table, seq: int, rest: str) -> None:
    table.say_in_room(need(rest, "your answer"), seq)


def _back(table: Table, rest: str) -> None:
    room, waiting = table.room, held_lines(table.store)
    if waiting and table.off_phone and not rest:
        table.asked.recall(table.link, waiting[-1].request)
        table.write(NOT_SENT)
        return
    newest = Newest(table.numbers.line(room, rest)) if rest else newest_line(table.store, room)
    if newest.why_not:
        raise Unclear(newest.why_not)
    if newest.seq:
        table.do(TakeBackMessage(room=room, message=newest.seq))
    else:
        table.write(FOLLOWS if table.asked.recall(table.link, newest.request) else NOT_SENT)


def _unread(table: Table, rest: str) -> None:
    table.store.unread.mark_unread(table.room, table.numbers.line(table.room, rest))
    count = table.store.unread.told(table.room)
    table.write(f"{count} new now in {chat_name(table.store, table.room)}.")


def _names(table: Table, rest: str) -> None:
    names = names_in(table.store, table.room)
    table.write(f"You can name: {'; '.join(names)}." if names else "There is nobody to name in this chat.")


def _notice(table: Table, rest: str) -> None:
    room = table.store.world.rooms.get(table.room)
    if rest:
        table.do(SetNotice(room=table.room, text=rest))
    elif room is None or not room.notice:
        table.write("There is no notice in this chat.")
    else:
        owner = "You can change it." if room.owner == table.store.me else ""
        table.write(f"Notice of {table.store.room_name(table.room)}: {room.notice} {owner}".rstrip())


def _ooc(table: Table, rest: str) -> None:
    table.do(SpeakAside(room=table.room, text=need(rest, "words")))


ORDERS = (
    Order("rooms", "", "List your chats with what is new.", _rooms, phone=True),
    Order(
        "room",
        "NUMBER",
        "Enter a chat of that list; a word of its name does too. Alone: this one.",
        _room,
        phone=True,
    ),
    Order("next", "", "Go to the next chat with something new, mentions first.", _next, phone=True),
    Order("write", "NAME", "Write privately to somebody.", _write, phone=True, carried=carried_by_write),
    Order(
        "reply",
        "TEXT",
        "Answer the newest line of others in this chat.",
        _reply,
        phone=True,
        carried=carried_by_reply,
    ),
    Order("lines", "", "Read the last ten lines of this chat with numbers.", _lines, phone=True),
    Order("older", "", "Read the lines before those.", _older, phone=True),
    Order(
        "answer",
        "NUMBER TEXT",
        "Answer the line read under this number.",
        _answer,
        phone=True,
        carried=carried_by_answer,
    ),
    Order("back", "NUMBER", "Take back this line of yours, or your newest, within two minutes.", _back),
    Order("unread", "NUMBER", "Mark this line and all after it as new.", _unread, phone=True),
    Order("names", "", "Hear whom you can name with an @ in this chat, and how.", _names, phone=True),
    Order(
        "notice", "TEXT", "Hear the group's notice; with a text, change it if the group is yours.", _notice
    ),
    Order("ooc", "TEXT", "Say something out of character in this chat, also off the phone.", _ooc),
)
"""All of them, in the order of the help."""
