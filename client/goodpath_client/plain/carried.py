"""Find the line that is typed behind an order of the phone, so that it is kept while the phone is down."""

from goodpath_client.mentions import named_by, named_first
from goodpath_client.plain.names import persona_named
from goodpath_client.plain.numbers import Incomplete, Unclear
from goodpath_client.plain.order import number_and_text
from goodpath_client.plain.table import Table
from goodpath_core.play.messages import PostMessage, private_room
from goodpath_core.play.state import Message


def newest_of_others(table: Table) -> Message | None:
    """The newest line of others in the open chat that is still there; None if there is none."""
    store = table.store
    lines = [line for line in store.lines(table.room) if not line.gone and not store.is_mine(line)]
    return lines[-1] if lines else None


def carried_by_reply(table: Table, rest: str) -> PostMessage | None:
    """An answer to the newest line of others; where there is none, a line of the chat."""
    newest = newest_of_others(table)
    return _line(table, rest, newest.seq if newest else 0)


def carried_by_answer(table: Table, rest: str) -> PostMessage | None:
    """An answer to the line that a number means; where it means none, a line of the chat."""
    number, text = number_and_text(rest)
    try:
        return _line(table, text, table.numbers.line(table.room, number) if number else 0)
    except Unclear:
        return _line(table, text, 0)


def carried_by_write(table: Table, rest: str) -> PostMessage | None:
    """What stands behind the name of a neighbour, as a private line to them."""
    try:
        persona_named(table.store, rest)
    except Incomplete:
        person, words = named_first(table.store, rest)
        if words:
            room = private_room(table.store.me, person)
            return PostMessage(room=room, text=words, mentions=named_by(table.store, room, words, 0))
    return None


def _line(table: Table, text: str, reply_to: int) -> PostMessage | None:
    return table.line(text, reply_to) if text and table.room else None
