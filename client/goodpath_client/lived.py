"""Say how long was lived in the room, on the phone and on the line.

The one measure is world time, on every screen as in the report: a shift of twelve hours weighs twelve hours,
though the class sits through six minutes of it. What lies between phases is counted nowhere, and that is
said.
"""

from goodpath_client.moment import world_now
from goodpath_client.names import name_person
from goodpath_client.store import Store
from goodpath_core.play.hours import NIGHT_WORK, counted_words, hides_deep_night, unplayed_spans
from goodpath_core.play.places import PLACES, lived_until
from goodpath_core.play.turns import open_turn


def lived_seconds(store: Store, now_ms: int) -> list[tuple[str, int]]:
    """(place, world seconds lived there) for room and phone, and for the line if one was ever on it."""
    person = store.my_person
    if person is None:
        return []
    over = store.world.session.stage in ("debrief", "ended")
    lived = lived_until(person, person.since if over else world_now(store, now_ms))
    return [(place, lived[place]) for place in PLACES if lived[place] or place != "shift"]


def is_own_life(store: Store) -> bool:
    """Whether nobody else can have lived some of it: one plays the persona since the beginning of play."""
    seat = store.world.seats.get(store.seat)
    turn = open_turn(seat) if seat else None
    return turn is not None and (turn.persona, turn.since) == (store.me, store.world.session.began)


def persona_lived(store: Store) -> str:
    """`Where Zhou Ming lived, whoever played:`; empty where it was one's own life, and for who has none."""
    if not store.me or is_own_life(store):
        return ""
    return f"Where {name_person(store.view, store.me)} lived, whoever played:"


def uncounted_words(store: Store) -> str:
    """Which hours the time lived leaves out so far; empty where none, and for who has no persona."""
    clock = store.world.clock
    if not store.me or not unplayed_spans(clock):
        return ""
    words = counted_words(clock)
    return f"{words.removesuffix('.')}; {NIGHT_WORK}." if hides_deep_night(clock) else words
