"""Who may see what: the one place that decides it, for live news, coming back, history and pages.

1. An event's audience is written into it when it happens:
   `all`, `cell`, `room` (its members and the cell's observers), `people:a,b`, `seat:7`, `teacher`.
2. The teacher sees everything.
3. Folding the events a viewer may see gives exactly `visible(world, viewer)`.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from goodpath_core.play.albums import standing_reasons
from goodpath_core.play.event import Event, cell_of
from goodpath_core.play.messages import ends_of
from goodpath_core.play.state import Album, JournalLine, Page, Person, Room, Seat, World


class Viewer(NamedTuple):
    """Who looks."""

    role: str
    """student, observer or teacher."""
    seat: int = 0
    """Number of the own seat; 0 for the teacher."""
    cell: int = 0
    """The cell that is seen; 0 for the teacher, who sees all."""
    persona: str = ""
    """Id of the persona that the seat plays; empty for none."""


class Scope(NamedTuple):
    """What decides about an event's sight, without its content."""

    audience: str
    """As rule 1 above says it, such as `cell` or `people:1/jun,1/yuting`."""
    cell: int
    """The cell it belongs to, for `cell`; 0 for the whole town."""
    room: str
    """Id of the room it happened in, for `room`; empty for none."""


def scope_of(event: Event) -> Scope:
    """The scope of an event."""
    return Scope(event.audience, event.cell, event.room)


def sees(world: World, viewer: Viewer, scope: Scope) -> bool:
    """Whether a viewer may see what happens in a scope."""
    if viewer.role == "teacher":
        return True
    head, _, rest = scope.audience.partition(":")
    return _SEES[head](world, viewer, scope, rest)


def _all(world: World, viewer: Viewer, scope: Scope, rest: str) -> bool:
    return True


def _cell(world: World, viewer: Viewer, scope: Scope, rest: str) -> bool:
    return scope.cell in (0, viewer.cell)


def _room(world: World, viewer: Viewer, scope: Scope, rest: str) -> bool:
    room = world.rooms.get(scope.room)
    return room is not None and enters(room, viewer)


def enters(room: Room, viewer: Viewer) -> bool:
    """Whether a viewer may read a room: its members, and observers of its cell for what is not private."""
    if viewer.role == "observer":
        return room.kind != "private" and room.cell in (0, viewer.cell)
    return bool(viewer.persona) and viewer.persona in room.members


def _people(world: World, viewer: Viewer, scope: Scope, rest: str) -> bool:
    return bool(viewer.persona) and viewer.persona in rest.split(",")


def _seat(world: World, viewer: Viewer, scope: Scope, rest: str) -> bool:
    return rest == str(viewer.seat)


def _teacher(world: World, viewer: Viewer, scope: Scope, rest: str) -> bool:
    return False


_SEES: Mapping[str, Callable[[World, Viewer, Scope, str], bool]] = MappingProxyType(
    {"all": _all, "cell": _cell, "room": _room, "people": _people, "seat": _seat, "teacher": _teacher}
)


def visible(world: World, viewer: Viewer) -> World:
    """The part of the state that a viewer may see; shares its values with the whole."""
    if viewer.role == "teacher":
        return replace(world, scenario=None)
    persons = {i: _person(p, viewer) for i, p in world.persons.items() if cell_of(i) == viewer.cell}
    own_house = persons[viewer.persona].house if viewer.persona in persons else ""
    own_seat = world.seats.get(viewer.seat)
    return World(
        seq=world.seq,
        session=world.session,
        clock=world.clock,
        phase=world.phase,
        seats={viewer.seat: _seat_of(own_seat, viewer)} if own_seat else {},
        persons=persons,
        rooms={i: room for i, room in world.rooms.items() if enters(room, viewer)},
        pages={i: _page(p, viewer) for i, p in world.pages.items() if cell_of(i) == viewer.cell},
        sockets={house: s for house, s in world.sockets.items() if house == own_house},
        journal=[line for line in world.journal if _hears(line, viewer)],
        reflections=[r for r in world.reflections if r.seat == viewer.seat],
        revealed={i: turns for i, turns in world.revealed.items() if cell_of(i) == viewer.cell},
    )


def _seat_of(seat: Seat, viewer: Viewer) -> Seat:
    """The own seat; of personas of another cell it does not hear who has been given them since."""
    own = [persona for persona in seat.own if cell_of(persona) == viewer.cell]
    return replace(seat, here=False, own=own)


def _hears(line: JournalLine, viewer: Viewer) -> bool:
    if line.seat:
        return line.seat == viewer.seat
    return viewer.persona in line.people if line.people else line.cell in (0, viewer.cell)


def _person(person: Person, viewer: Viewer) -> Person:
    return person if person.id == viewer.persona else replace(person, phone=None, room_text="")


def _page(page: Page, viewer: Viewer) -> Page:
    if page.owner == viewer.persona:
        return page
    return replace(
        page,
        posts=[post for post in page.posts if post.visible_to == "all"],
        albums={key: _album(album) for key, album in page.albums.items()},
        visits=[visit for visit in page.visits if viewer.persona and visit.by == viewer.persona],
        strangers=0,
        reasons=standing_reasons(page) if page.reasons_open else {},
        swaps=0,
    )


def _album(album: Album) -> Album:
    return album if album.visible_to == "all" else Album(album.name, (), "me")


def may_read_room(world: World, viewer: Viewer, room: str) -> bool:
    """Whether a viewer may ask for a room's history; private chats not begun count as unknown."""
    if viewer.role == "teacher":
        return True
    if any(ends_of(room)):
        return bool(viewer.persona) and viewer.persona in ends_of(room)
    found = world.rooms.get(room)
    return found is not None and enters(found, viewer)
