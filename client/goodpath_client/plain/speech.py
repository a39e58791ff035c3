"""Take a line without a slash for what it is where one is: a line of the open chat, or words said aloud.

What may have been meant as an answer is said to nobody before one wants it.
"""

from typing import Final

from goodpath_client.plain.lines import chat_name
from goodpath_client.plain.numbers import Unclear
from goodpath_client.plain.room_words import aloud_words
from goodpath_client.plain.table import Table
from goodpath_core.play.offline import SayAloud

_ON_PHONE: Final = "You are on the phone, where a line without a slash goes to {chat}."
_HELD: Final = "It is not sent: /again sends it as it is, /forget drops it."


def speak(table: Table, text: str) -> None:
    """Say a line in the room where one is in one, else in the current chat; the first time, say which.

    One that may have been begun for where one was before is kept and asked about. Unclear where it was not
    said.
    """
    if not _is_said_aloud(table):
        if _was_moved(table) and table.room and not table.off_phone:
            hold_back(table, text, _ON_PHONE.format(chat=chat_name(table.store, table.room)))
        table.say_in_room(text)
        return
    if not table.knows_aloud:
        table.write(aloud_words(table.store, table.now()))
    table.knows_aloud = True
    table.do(SayAloud(text=text))


def hold_back(table: Table, text: str, why: str) -> None:
    """Keep a line that may have been meant as an answer; raises Unclear, which says `why` and what to do."""
    aloud = _is_said_aloud(table)
    if not (table.room or aloud):
        raise Unclear(why)
    if table.off_phone and not aloud:
        table.write(why)
        table.say_in_room(text)  # cannot be, so it is kept, and said what can be done
    table.asked.keep_answer(SayAloud(text=text) if aloud else table.line(text))
    raise Unclear(f"{why} {_HELD}")


def _is_said_aloud(table: Table) -> bool:
    """Whether a line is said aloud: one is in the room, and it cannot have been begun elsewhere."""
    return _is_in_room(table) and not (table.room and _was_moved(table))


def _was_moved(table: Table) -> bool:
    """Whether a line that is typed now may have been begun for another place."""
    return bool(table.moves.meant_for(table.store, table.now()))


def _is_in_room(table: Table) -> bool:
    """Whether words are heard by those around, and by nobody on the phone."""
    person = table.store.my_person
    return bool(table.off_phone) and person is not None and person.place == "room"
