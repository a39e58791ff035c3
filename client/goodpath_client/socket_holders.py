"""Say whose phones are at the live sockets of the own house, and whether they charge there."""

from typing import Final

from goodpath_client.names import name_person
from goodpath_client.store import Store

_CHARGING: Final = ("is charging", "are charging")
"""Said of one phone, and of several."""
_KEEPING: Final = (
    "keeps the socket, and does not charge in the hand",
    "keep the sockets, and do not charge in the hand",
)
"""The same of phones in the hand."""


def others_words(store: Store) -> str:
    """Whose phones are at the live sockets, and whether they charge; empty where nobody else's is."""
    others = [one for one in _live_plugs(store) if one != store.me]
    free = [one for one in others if not _is_held(store, one)]
    return f"{_said(store, free, _CHARGING)} {held_words(store)}".strip()


def held_words(store: Store) -> str:
    """Which phones of others keep live sockets while they are in the hand; empty for none."""
    held = [one for one in _live_plugs(store) if one != store.me and _is_held(store, one)]
    return _said(store, held, _KEEPING)


def _live_plugs(store: Store) -> tuple[str, ...]:
    person = store.my_person
    sockets = store.world.sockets.get(person.house) if person else None
    return sockets.plugs[: sockets.live] if sockets else ()


def _is_held(store: Store, person: str) -> bool:
    return store.world.persons[person].place == "phone"


def _said(store: Store, people: list[str], verbs: tuple[str, str]) -> str:
    """What is so of the phones of these people; empty for none of them."""
    names = " and ".join(name_person(store.view, person) for person in people)
    one, many = verbs
    whose = f"The phone of {names} {one}." if len(people) == 1 else f"The phones of {names} {many}."
    return whose if people else ""
