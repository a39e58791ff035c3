"""Turn what is said, thought and told off the phone in one cell, and out of role, into rows for the teacher.

Whether something was said or thought stands beside the speaker, where no text can come.
"""

from collections.abc import Iterable
from itertools import zip_longest

from goodpath_client.journal_lines import PHONE
from goodpath_client.names import name_person
from goodpath_client.room_rows import listeners
from goodpath_client.store import Store
from goodpath_client.teacher.places import LIVES
from goodpath_client.widgets.rows import Key, Kind, Row
from goodpath_core.play.clock import clock_face
from goodpath_core.play.event import cell_of
from goodpath_core.play.moderation import REMOVED
from goodpath_core.play.state import JournalLine, Reflection


def life_rows(store: Store, cell: int, after: int = 0) -> list[Row]:
    """What came after event `after`, oldest first; behind it what was last written on stepping out."""
    lines = [line for line in store.world.journal if line.seq > after and line.cell in (0, cell)]
    out = [one for one in store.world.reflections if one.seq > after and cell_of(one.persona) == cell]
    return [_row(store, line) for line in lines] + [_out_row(store, one) for one in out]


def newest(rows: Iterable[Row]) -> int:
    """The event number of the newest of these rows; 0 for none."""
    return max((number_of(row.key) for row in rows), default=0)


def number_of(key: Key) -> int:
    """The event number of the row of a line, in a chat or here; 0 for another row."""
    if isinstance(key, int):
        return key
    return int(key.removeprefix(LIVES)) if key.startswith(LIVES) else 0


def _out_row(store: Store, one: Reflection) -> Row:
    """What somebody wrote on stepping out, each answer behind the beginning of its sentence."""
    begun = zip_longest(store.world.session.step_out, one.answers, fillvalue="")
    text = " / ".join(f"{begins} {answer}".strip() for begins, answer in begun if answer)
    name = name_person(store.view, one.persona) or store.name(one.persona)
    return Row(f"{LIVES}{one.seq}", Kind.LINE, f"{name} (stepping out)", "", text, detail=f"seat {one.seat}")


def _row(store: Store, line: JournalLine) -> Row:
    key, time = f"{LIVES}{line.seq}", clock_face(line.world_s)
    if line.kind == "narrated":
        return Row(key, Kind.NARRATOR, "", time, listeners(store, line) + line.text)
    name = name_person(store.view, line.voice) or store.name(line.voice)
    heard = [name_person(store.view, one) for one in line.people if one != line.voice]
    if line.kind == PHONE:
        return Row(key, Kind.LINE, f"{name} (phone)", time, line.text, detail="only they read it")
    if line.kind == "thought":
        return Row(key, Kind.LINE, f"{name} (thought)", time, line.text, detail="nobody hears it")
    text, who = line.text or REMOVED, ", ".join(heard) or "nobody"
    return Row(key, Kind.LINE, f"{name} (aloud)", time, text, detail=f"heard by {who}")
