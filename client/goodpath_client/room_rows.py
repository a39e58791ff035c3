"""Turn a room of the store into rows: lines, own lines on their way, what the narrator told."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from goodpath_client.journal_lines import PHONE, is_own_phone
from goodpath_client.moment import day_words
from goodpath_client.names import in_cell, ink_of, name_person
from goodpath_client.own_lines import Pending
from goodpath_client.plurals import counted
from goodpath_client.removal_words import line_gone
from goodpath_client.store import Store
from goodpath_client.told_once import told_once
from goodpath_client.widgets.rows import FAILED, PENDING, SENT, Key, Kind, Picture, Row
from goodpath_core.picture_source import source_words
from goodpath_core.play.clock import clock_face
from goodpath_core.play.messages import ends_of
from goodpath_core.play.narration import told_to_all
from goodpath_core.play.state import JournalLine, Message, Room
from goodpath_core.scenario.durations import DAY_S
from goodpath_core.scenario.view import PublicCard

Png = Callable[[str], bytes]
"""Gives the bytes of a picture file, empty while they are not here."""

DAY: Final = "day:"
"""How the key of a day's divider begins."""
UNWRITTEN: Final = "unwritten"
"""Key of the row that stands in a private chat until somebody writes."""
_UNWRITTEN: Final = "Nobody has written here yet. You two, the teacher, and later the reviewer can read it."
_HELD: Final = "goes out once the world goes on (/take back)"
_ASIDES: Final = MappingProxyType({"teacher": Kind.TEACHER})


def room_rows(store: Store, room: str, png: Png, after: int = 0) -> list[Row]:
    """The rows of a room behind that number, oldest first, and last the own lines that are not stored yet.

    Rows made bit by bit, each time `after` the newest so far, are the rows made at once.
    """
    lines, journal = store.lines(room), store.world.journal
    first = next((line.seq for line in lines), 0)
    if not first:
        # What the narrator told belongs between the lines of a chat; where nobody wrote, there is no between.
        pending = [pending_row(store, line) for line in store.pending(room)]
        return pending or _unwritten(store, room)
    fresh = lines[bisect_right(lines, after, key=_seq) :]
    known = {line.seq: line for line in lines} if any(line.reply_to for line in fresh) else {}
    journal = journal[bisect_left(journal, first, key=_seq) :]
    heard = [*told_once(store.world, (line for line in journal if _is_told(store, room, line)))]
    told = heard[bisect_right(heard, after, key=_seq) :]
    days = _day_rows(store, sorted([*lines[-len(fresh) - 1 :], *heard[-len(told) - 1 :]], key=_seq), after)
    rows = [
        *(line_row(store, line, known, png) for line in fresh),
        *(_told_row(store, line) for line in told),
    ]
    merged = sorted(rows, key=lambda row: seq_of(row.key))
    dated = [part for row in merged for part in (*days.get(seq_of(row.key), ()), row)]
    return dated + [pending_row(store, line) for line in store.pending(room)]


def _unwritten(store: Store, room: str) -> list[Row]:
    """What stands in a private chat of one's own in which nobody has written."""
    if not store.me or store.me not in ends_of(room):
        return []
    return [Row(UNWRITTEN, Kind.SYSTEM, text=_UNWRITTEN, inert=True)]


def _seq(line: Message | JournalLine) -> int:
    return line.seq


def _day_rows(store: Store, lines: list[Message | JournalLine], after: int) -> dict[int, tuple[Row, ...]]:
    """A divider with the day, by the number of the first line of each day behind `after`."""
    found: dict[int, tuple[Row, ...]] = {}
    before = None
    for line in lines:
        day = line.world_s // DAY_S
        if day != before and line.seq > after:
            words = day_words(store, line.world_s) or str(day)
            found[line.seq] = (Row(f"{DAY}{line.seq}", Kind.DIVIDER, text=words),)
        before = day
    return found


def seq_of(key: Key) -> int:
    """The event number inside a row's key; 0 for a line that is not stored yet."""
    if isinstance(key, int):
        return key
    return int(key[5:]) if key.startswith("told:") else 0


def line_row(store: Store, line: Message, known: dict[int, Message], png: Png) -> Row:
    """One line as a row; `known` are the lines of its room by number."""
    mine = store.is_mine(line)
    replied = known.get(line.reply_to)
    quote = _quote(store, replied) if replied else ""
    card = find_card(store, line.card)
    return Row(
        key=line.seq,
        kind=_kind(line),
        speaker=_speaker(store, line),
        time=clock_face(line.world_s),
        text=line_gone(store, line) if line.gone else line.text,
        own=mine,
        mark=SENT if mine and not line.gone and line.kind == "line" else "",
        mention=not line.gone and bool(store.me) and store.me in line.mentions,
        quote=quote,
        picture=picture_of(card, png) if card and not line.gone else None,
        detail=card_words(card) if card and not line.gone else "",
        inert=bool(line.gone),
        ink=0 if line.gone else ink_of(store.view, line.voice),
    )


def _kind(line: Message) -> Kind:
    if line.gone:
        return Kind.SYSTEM
    if line.kind == "notice":
        return Kind.NOTICE
    if line.kind == "aside":
        return _ASIDES.get(line.voice, Kind.OUT_OF_CHARACTER)
    return Kind.NARRATOR if line.voice == "narrator" else Kind.LINE


def _speaker(store: Store, line: Message) -> str:
    if line.gone:
        return ""
    if line.kind == "aside":
        return "" if line.voice == "teacher" else line.voice
    return store.name(line.voice) if line.voice != "narrator" else ""


def _quote(store: Store, line: Message) -> str:
    """The line that is answered; of one that is gone nobody is told here whose it was."""
    return "(gone)" if line.gone else f"{store.name(line.voice)}: {line.text}"


def _is_told(store: Store, room: str, line: JournalLine) -> bool:
    """Whether the narrator told it to somebody in this room, or the own phone to its owner."""
    if is_own_phone(store, line):
        return True
    found = store.world.rooms.get(room) or Room(room, "private", "", ends_of(room))
    return line.kind == "narrated" and _heard_in(found, line)


def _heard_in(room: Room, line: JournalLine) -> bool:
    """Whether anybody in a room was told this: a teacher sees the journal of all."""
    if line.people:
        return any(persona in room.members for persona in line.people)
    return not (room.cell and line.cell) or room.cell == line.cell


def _told_row(store: Store, line: JournalLine) -> Row:
    key, time = told_key(line), clock_face(line.world_s)
    if line.kind == PHONE:
        return Row(key, Kind.PHONE, "", time, line.text, uncounted=True)
    return Row(key, Kind.NARRATOR, "", time, listeners(store, line) + line.text, uncounted=True)


def told_key(line: JournalLine) -> str:
    """The key of the row of what was told."""
    return f"told:{line.seq}"


def listeners(store: Store, line: JournalLine) -> str:
    """Whom the narrator told it, if not everybody in the cell; nobody needs to be told of oneself."""
    if line.people == (store.me,) or told_to_all(store.world, line.people):
        return ""
    if store.me in line.people:
        return f"(to you and {counted(len(line.people) - 1, 'other')}) "
    names = [f"{name_person(store.view, one)}{in_cell(store.world, one)}" for one in line.people]
    return f"(to {'; '.join(names)}) "


def pending_row(store: Store, line: Pending) -> Row:
    """An own line on its way, or one that was refused and why."""
    failed = line.state == "failed"
    held = _HELD if line.id in store.link.held else ""
    stored = Message(0, 0, line.voice, line.text, line.kind)
    return Row(
        key=line.id,
        kind=_kind(stored),
        speaker=_speaker(store, stored),
        text=line.text,
        own=True,
        mark=FAILED if failed else PENDING,
        detail=f"not sent: {line.refusal} (Enter puts it back into the box)" if failed else held,
    )


def find_card(store: Store, key: str) -> PublicCard | None:
    """The card of that key, as everybody sees it."""
    cards = store.view.cards if store.view and key else ()
    return next((card for card in cards if card.key == key), None)


def picture_of(card: PublicCard, png: Png) -> Picture:
    """A card as a picture whose words are always shown."""
    return Picture(card.title, card.description, png(card.picture) if card.picture else b"")


def card_words(card: PublicCard) -> str:
    """Genre and style of a card: `anti-mainstream · cool, modern`."""
    return f"{card.genre} · {', '.join(card.tags)}" if card.tags else card.genre


def provenance(store: Store, card: str) -> str:
    """Where a card comes from, as its owner knows it; empty for the cards of others."""
    own = store.view.own_cards if store.view else ()
    found = next((one for one in own if one.key == card), None)
    return source_words(found.provenance, found.taken) if found else ""
