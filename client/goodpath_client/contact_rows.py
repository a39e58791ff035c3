"""The contacts as they stand beside the chats: who plays, how they look, and who has the phone in hand."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from goodpath_client.mentions import played_neighbours
from goodpath_client.page_look import Look
from goodpath_client.presence import presence
from goodpath_client.shown_text import shown_line
from goodpath_client.store import Store

_ELSEWHERE: Final[Mapping[str, str]] = MappingProxyType({"phone": "", "room": "room", "shift": "line"})


class Contact(NamedTuple):
    """Somebody of the own cell who is played."""

    id: str
    """Of the persona, such as `1/haibo`."""
    name: str
    """As it shows beside lines."""
    look: Look
    """Face and signature of the page."""
    elsewhere: str
    """Where they are while they read nothing: room, line or away; empty with the phone in hand.

    Before play there are no places, so it says of each whether they are here.
    """


def contacts(store: Store) -> list[Contact]:
    """Everybody else of the own cell who is played, in the order of the cast."""
    return [_contact(store, one) for one in played_neighbours(store)]


def look_of(store: Store, persona: str) -> Look:
    """Face and signature of a page; neither where there is no page."""
    page = store.world.pages.get(persona)
    return Look(shown_line(page.face.face), shown_line(page.face.signature)) if page else Look()


def _contact(store: Store, one: str) -> Contact:
    return Contact(one, store.name(one), look_of(store, one), _elsewhere(store, one))


def _elsewhere(store: Store, one: str) -> str:
    if store.world.session.stage == "lobby" or (store.is_here_told and one not in store.here):
        return presence(store, one)
    return _ELSEWHERE.get(store.world.persons[one].place, "")
