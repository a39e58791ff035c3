"""Name what a teacher can read: chats, what is said and thought in the rooms of a cell, and pages."""

from typing import Final

from goodpath_client.names import in_cell, name_person
from goodpath_client.store import Store
from goodpath_core.play.event import cell_of

ROOM: Final = "room:"
"""How the name of a chat begins."""
LIVES: Final = "lives:"
"""How the name of a cell's rooms begins: `lives:1`."""
PAGE: Final = "page:"
"""How the name of a page begins."""
PERSONA: Final = "persona:"
"""How the name of a persona begins, to whom alone one speaks."""


def cells(store: Store) -> list[int]:
    """The cells in which somebody lives, in order."""
    return sorted({cell_of(one) for one in store.world.persons})


def places(store: Store) -> list[str]:
    """All of them: groups, what is said and thought, private chats; each by cell."""
    rooms = sorted(store.world.rooms.values(), key=lambda room: _cell(room.id))
    groups = [ROOM + room.id for room in rooms if room.kind != "private"]
    privates = [ROOM + room.id for room in rooms if room.kind == "private"]
    return [*groups, *(f"{LIVES}{cell}" for cell in cells(store)), *privates]


def pages(store: Store) -> list[str]:
    """All pages, by cell."""
    return [PAGE + owner for owner in sorted(store.world.pages, key=cell_of)]


def name_place(store: Store, place: str) -> str:
    """How a place is called within its cell."""
    if place.startswith(LIVES):
        return "said and thought"
    if place.startswith(PAGE):
        return name_person(store.view, place.removeprefix(PAGE))
    return store.room_name(place.removeprefix(ROOM))


def cell_first(store: Store, place: str, words: str = "") -> str:
    """A row of a list for a place: `2 Terrace village people`; without a number where there is one cell.

    The cell stands first, because the end of a row is cut where a list is narrow.
    """
    number = _cell(place.partition(":")[2])
    said = words or name_place(store, place)
    return f"{number} {said}" if number and len(cells(store)) > 1 else said


def cell_last(store: Store, place: str) -> str:
    """A title for a place: `Terrace village people, cell 2`."""
    number = _cell(place.partition(":")[2])
    return f"{name_place(store, place)}{in_cell(store.world, f'{number}/')}"


def _cell(name: str) -> int:
    """The cell of a room or a persona, or a cell's own number; 0 for what the whole town has."""
    return int(name) if name.isdecimal() else cell_of(name.removeprefix("private:"))
