"""Say in sentences what the room is like and what was heard in it, who hears, and how the phone does."""

from typing import Final

from goodpath_client.company import company_words
from goodpath_client.journal_lines import FROM_PHONE, PHONE, is_heard
from goodpath_client.moment import world_now
from goodpath_client.names import name_person
from goodpath_client.phone_left import phone_left
from goodpath_client.plain.aloud import paragraphs
from goodpath_client.plain.keys import why_refused
from goodpath_client.removal_words import names_writer
from goodpath_client.sockets import socket_words
from goodpath_client.store import Store
from goodpath_core.play.moderation import REMOVED
from goodpath_core.play.offline import present
from goodpath_core.play.places import PickUpPhone
from goodpath_core.play.state import JournalLine

_LOCKED: Final = "Your phone is locked away until the shift ends"
ON_THE_LINE: Final = f"You are at work. {_LOCKED}."
_THINK: Final = f"{_LOCKED}. Type /think to think."
_ALOUD: Final = "You are in the room: a line without a slash is said aloud here."
_WRITE_INSTEAD: Final = "To write in a chat instead, pick up the phone first: type /phone."
_SAY_HERE: Final = "Type /say to be heard here, or /think to think."
_SAY_OR_TAKE: Final = "Type /say to be heard here, /think to think, or /phone to pick it up."


def room_text(store: Store) -> str:
    """What the own room is like now; empty without a persona."""
    person, persona = store.my_person, store.persona
    return (person.room_text if person else "") or (persona.room if persona else "")


def around(store: Store) -> list[str]:
    """Who else is in the room, and how the sockets do where batteries run down."""
    person, view = store.my_person, store.view
    if person is None or view is None:
        return []
    return [company_words(store), *([socket_words(store, person.house)] if view.rules.battery else [])]


def surroundings(store: Store) -> list[str]:
    """What one sees on looking around, at home or on the line."""
    person = store.my_person
    if person is not None and person.place == "shift":
        return [ON_THE_LINE]
    return [*paragraphs(room_text(store)), *around(store)]


def off_phone(store: Store, now_ms: int) -> str:
    """What to say, at the own time `now_ms`, to whoever asks for what is on a phone that is not in the hand.

    Empty while it is in the hand, and outside play.
    """
    person = store.my_person
    if person is None or person.place == "phone" or store.world.session.stage != "playing":
        return ""
    if person.place == "shift":
        return _THINK
    no_phone = why_refused(store, PickUpPhone, now_ms)
    return (
        f"Your phone is down. {no_phone} {_SAY_HERE}" if no_phone else f"Your phone is down. {_SAY_OR_TAKE}"
    )


def unsent_words(store: Store, now_ms: int) -> str:
    """What can be done, at the own time `now_ms`, with a line typed for a phone that is not in the hand."""
    person = store.my_person
    if person is not None and person.place == "shift":
        return f"{_LOCKED}, so that was not written. Type /think alone to think it."
    no_phone = why_refused(store, PickUpPhone, now_ms)
    ways = "Type /say alone to say it aloud here, or /think alone to think it"
    later = f". {no_phone}" if no_phone else "; or /phone, and then /again to write it."
    return f"Your phone is down, so that was not written. {ways}{later}"


def aloud_words(store: Store, now_ms: int) -> str:
    """What becomes of a line without a slash in the room, and how one writes in a chat instead."""
    no_phone = why_refused(store, PickUpPhone, now_ms)
    return f"{_ALOUD} {f'You cannot write in a chat now. {no_phone}' if no_phone else _WRITE_INSTEAD}"


def hearers(store: Store) -> str:
    """Who hears what is said aloud, and reads what is thought, where the phone is not in the hand."""
    person = store.my_person
    if person is None:
        return ""
    thought = "What you think, with /think, only teacher and reviewer read."
    if person.place == "shift":
        return thought
    others = [name_person(store.view, one) for one in present(store.world, person.house) if one != store.me]
    names = ", ".join((*(others or ["nobody here"]), "the teacher, and later the reviewer"))
    return f"What you type is said aloud, and heard by {names}. {thought}"


def phone_words(store: Store, now_ms: int) -> str:
    """Battery, data and money at the own time `now_ms`, where the scenario counts them."""
    view, left = store.view, phone_left(store.world, store.my_person, world_now(store, now_ms))
    if left is None or view is None:
        return ""
    counted = (
        (view.rules.battery, f"battery {left.battery} percent"),
        (view.rules.data, f"{left.megabytes} megabytes"),
        (view.rules.money, f"{left.yuan} yuan"),
    )
    words = ", ".join(words for is_counted, words in counted if is_counted)
    return f"Your phone: {words}." if words else ""


def heard(store: Store) -> list[tuple[int, str]]:
    """(seq, sentence) of what was said, told and thought here, and said as oneself since one came."""
    person = store.my_person
    since = person.since if person else 0
    found = [(line.seq, _heard(store, line)) for line in store.world.journal if is_heard(store, line)]
    found += [
        (line.seq, f"Out of character, {line.voice}, in {store.room_name(room.id)}: {line.text}")
        for room in store.world.rooms.values()
        for line in room.messages
        if line.kind == "aside" and line.world_s >= since and not line.gone
    ]
    return sorted(found)


def _heard(store: Store, line: JournalLine) -> str:
    if line.kind == "narrated":
        return f"Narrator: {line.text}"
    if line.kind == PHONE:
        return f"{FROM_PHONE}{line.text}"
    if line.kind == "thought":
        return f"You thought: {line.text}"
    if not line.text and not names_writer(store, line.voice):
        return REMOVED
    who = "You" if line.voice == store.me else name_person(store.view, line.voice)
    return f"{who}: {line.text or REMOVED}"
