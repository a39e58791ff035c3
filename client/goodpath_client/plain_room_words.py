"""Say in sentences what the room is like and what was heard in it, and how the phone does."""

from goodpath_client.moment import KB_PER_MB, world_now
from goodpath_client.names import name_person
from goodpath_client.sockets import socket_words
from goodpath_client.store import Store
from goodpath_core.play.offline import present
from goodpath_core.play.phone import battery_at
from goodpath_core.play.state import JournalLine


def room_text(store: Store) -> str:
    """What the own room is like now; empty without a persona."""
    person, persona = store.my_person, store.persona
    return (person.room_text if person else "") or (persona.room if persona else "")


def around(store: Store) -> list[str]:
    """Who else is in the room, and how the sockets do where batteries run down."""
    person, view = store.my_person, store.view
    if person is None or view is None:
        return []
    others = [name_person(view, one) for one in present(store.world, person.house) if one != person.id]
    here = f"In this room: {', '.join(others)}." if others else "Nobody else looks up."
    return [here, *([socket_words(store, person.house)] if view.rules.battery else [])]


def phone_words(store: Store, now_ms: int) -> str:
    """Battery, data and money at the own time `now_ms`, where the scenario counts them."""
    person, view = store.my_person, store.view
    if person is None or view is None or person.phone is None:
        return ""
    battery = int(battery_at(store.world, person, world_now(store, now_ms)))
    counted = (
        (view.rules.battery, f"battery {battery} percent"),
        (view.rules.data, f"{person.phone.data_kb // KB_PER_MB} megabytes"),
        (view.rules.money, f"{person.phone.balance_yuan:.0f} yuan"),
    )
    words = ", ".join(words for is_counted, words in counted if is_counted)
    return f"Your phone: {words}." if words else ""


def heard(store: Store) -> list[tuple[int, str]]:
    """(seq, sentence) of what was said, told and thought here, and said as oneself since one came."""
    person = store.my_person
    since = person.since if person else 0
    found = [(line.seq, _heard(store, line)) for line in store.world.journal if _is_told(store, line)]
    found += [
        (line.seq, f"Out of character, {line.voice}, in {store.room_name(room.id)}: {line.text}")
        for room in store.world.rooms.values()
        for line in room.messages
        if line.kind == "aside" and line.world_s >= since and not line.gone
    ]
    return sorted(found)


def _is_told(store: Store, line: JournalLine) -> bool:
    return line.kind in ("said", "narrated") or (line.kind == "thought" and line.voice == store.me)


def _heard(store: Store, line: JournalLine) -> str:
    if line.kind == "narrated":
        return f"Narrator: {line.text}"
    if line.kind == "thought":
        return f"You thought: {line.text}"
    return f"{'You' if line.voice == store.me else name_person(store.view, line.voice)}: {line.text}"
