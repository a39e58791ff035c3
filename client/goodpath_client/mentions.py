"""Find the persons whom an @name means, and complete such names."""

import re

from goodpath_client.names import name_person
from goodpath_client.store import Store
from goodpath_core.play.event import cell_of
from goodpath_core.text import name_key

_AT = re.compile(r"@(\S+)")


def neighbours(store: Store) -> list[str]:
    """Ids of the other personas of the own cell, in the order of the cast."""
    return [one for one in store.world.persons if cell_of(one) == store.cell and one != store.me]


def complete(store: Store, room: str, word: str) -> list[str]:
    """All names that `@wa` may stand for, members of the room only; spaces become one sign."""
    wanted = name_key(word.removeprefix("@"))
    found = store.world.rooms.get(room)
    members = found.members if found else tuple(neighbours(store))
    return [
        "@" + at_name(store, one)
        for one in members
        if one != store.me and any(name_key(name).startswith(wanted) for name in _names(store, one))
    ]


def at_name(store: Store, persona: str) -> str:
    """A name as it stands after an @: without spaces."""
    return store.name(persona).replace(" ", "_")


def mentions(store: Store, room: str, text: str) -> tuple[str, ...]:
    """Ids of the members that a text names with an @."""
    named = {name_key(name.rstrip(".,!?:;，。！？").replace("_", "")) for name in _AT.findall(text)}
    found = store.world.rooms.get(room)
    members = found.members if found else tuple(neighbours(store))
    return tuple(
        one
        for one in members
        if one != store.me and any(name_key(name) in named for name in _names(store, one) if name)
    )[:20]


def find_persona(store: Store, word: str) -> str:
    """The neighbour that a word means, by page name or real name; empty for none."""
    wanted = name_key(word.removeprefix("@").replace("_", ""))
    for one in neighbours(store) if wanted else ():
        if wanted in {name_key(name) for name in _names(store, one)}:
            return one
    return ""


def persons_meant(store: Store, word: str) -> list[str]:
    """The neighbours that a word may mean: the one whose name it is, else all whose names hold it."""
    exact = find_persona(store, word)
    wanted = name_key(word.removeprefix("@").replace("_", ""))
    if exact or not wanted:
        return [exact] if exact else []
    return [one for one in neighbours(store) if any(wanted in name_key(name) for name in _names(store, one))]


def means_me(store: Store, word: str) -> bool:
    """Whether a word is one of the own names."""
    wanted = name_key(word.removeprefix("@").replace("_", ""))
    return bool(store.me and wanted) and wanted in {name_key(name) for name in _names(store, store.me)}


def _names(store: Store, persona: str) -> tuple[str, str]:
    return store.name(persona), name_person(store.view, persona)
