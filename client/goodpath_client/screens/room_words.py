"""Say in words what is in the room: who is here, how the socket does, what was heard, who will hear."""

from goodpath_client.moment import battery_sign, world_now
from goodpath_client.store import Store
from goodpath_client.widgets.prose import Para
from goodpath_core.play.offline import present
from goodpath_core.play.phone import battery_at
from goodpath_core.play.state import JournalLine

THOUGHT = "a thought; teacher and reviewer read it"
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


def around(store: Store, now_ms: int) -> list[Para]:
    """Who is here, and how the phone does, at the own time `now_ms`."""
    person, view = store.my_person, store.view
    if person is None or view is None:
        return []
    others = [store.name(one) for one in present(store.world, person.house) if one != person.id]
    here = f"In this room: {', '.join(others)}." if others else "Nobody else looks up."
    paras = [Para(""), Para(here)]
    if view.rules.battery and person.phone:
        percent = battery_at(store.world, person, world_now(store, now_ms))
        paras.append(Para(f"{socket_words(store, person.house)} Battery {battery_sign(percent)}"))
    return paras


def socket_words(store: Store, house: str) -> str:
    """How many sockets a house has, and where the own plug is in line."""
    view = store.view
    houses = view.houses if view else ()
    many = next((one.sockets for one in houses if house.endswith(f"/{one.key}")), 1)
    sockets = store.world.sockets.get(house)
    words = "One socket" if many == 1 else f"{many} sockets"
    if sockets is None or not sockets.plugs:
        return f"{words}, nothing plugged in."
    plugs = f"{len(sockets.plugs)} plug" + ("s" if len(sockets.plugs) != 1 else "")
    if store.me not in sockets.plugs:
        return f"{words}, {plugs}; yours is not among them."
    at = sockets.plugs.index(store.me)
    place = "is charging" if at < sockets.live else f"is {_ORDINALS[min(at, 5)]} in line"
    return f"{words}, {plugs}: yours {place}."


def heard(store: Store, line: JournalLine) -> Para:
    """One thing said, thought or told in the room."""
    if line.kind == "narrated":
        return Para(line.text, "bold", 2, "~")
    if line.kind == "thought":
        return Para(f"(you think) {line.text}", "italic", 2)
    speaker = "you" if line.voice == store.me else store.name(line.voice)
    return Para(f"{speaker}: {line.text}", "", 2)


def hearers(store: Store, cells: int) -> str:
    """Who will hear what is said aloud, shorter where it does not fit in so many cells."""
    person = store.my_person
    house = present(store.world, person.house) if person else []
    names = ", ".join(store.name(one) for one in house if one != store.me) or "nobody here"
    long = f"aloud; heard by {names}, the teacher, and later the reviewer"
    return long if len(long) < cells else f"aloud; heard by {names}, teacher"
