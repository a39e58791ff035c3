"""Take a line without a slash for what it is where one is: a line of the open chat, or words said aloud."""

from goodpath_client.plain.room_words import aloud_words
from goodpath_client.plain.table import Table
from goodpath_core.play.offline import SayAloud


def speak(table: Table, text: str) -> None:
    """Say a line in the room where one is in one, else in the current chat; the first time, say which.

    One that may have been begun for a chat is kept and asked about. Unclear where it was not said.
    """
    if not _is_in_room(table) or (table.room and table.lost_phone.may_be_meant(table.now())):
        table.say_in_room(text)
        return
    if not table.knows_aloud:
        table.write(aloud_words(table.store, table.now()))
    table.knows_aloud = True
    table.do(SayAloud(text=text))


def _is_in_room(table: Table) -> bool:
    """Whether words are heard by those around, and by nobody on the phone."""
    person = table.store.my_person
    return bool(table.off_phone) and person is not None and person.place == "room"
