"""The two places and the line: where a persona is, who may move, and the time lived in each.

A persona lives while a seat plays it, also while that seat has lost its connection.
In between nobody lives there.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from goodpath_core.errors import Refused
from goodpath_core.play.clock import world_s
from goodpath_core.play.event import By, Command, Draft, Event, Fact, Now, cell_of, key_of
from goodpath_core.play.gates import NO_PHONE
from goodpath_core.play.phone import battery_at, has_current, reckon_battery
from goodpath_core.play.refusals import on_shift
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.state import Person, World

PLACES = ("room", "phone", "shift")
"""Where a persona can be: in the room, on the phone, or on the line with the phone locked away."""
PLACE_WORDS: Mapping[str, str] = MappingProxyType(
    {"room": "in the room", "phone": "on the phone", "shift": "on the line"}
)
"""The same as people say it, on every screen and in every paper."""


class PickUpPhone(Command):
    """Leave the room for the phone."""

    kind: ClassVar[str] = "pick_up_phone"


class PutPhoneDown(Command):
    """Leave the phone for the room."""

    kind: ClassVar[str] = "put_phone_down"


class PlaceChanged(Fact):
    """A persona came to a place."""

    kind: ClassVar[str] = "place.changed"
    persona: str
    place: str
    """room, phone or shift."""
    rule: str = "free"
    """`free`, or the place it is held in from now on."""


def decide_pick_up(world: World, command: PickUpPhone, by: By, now: Now) -> list[Draft]:
    """To the phone; refused for who is on it, is held elsewhere, or has less than 1 % of battery."""
    person = world.persons[by.persona]
    if person.place == "phone":
        raise Refused("in_hand", "You already have the phone in your hand.")
    if person.rule == "room":
        raise Refused("held_in_room", NO_PHONE)
    if person.rule == "shift":
        raise on_shift()
    if person.phone and battery_at(world, person, world_second(world, now)) < 1:
        if not has_current(world, person.house):
            raise Refused("no_current", "The battery is empty, and there is no current to charge it with.")
        raise Refused("battery_empty", "The battery is empty; plug the phone in and wait a little.")
    return [_changed(person, "phone", by.cell)]


def decide_put_down(world: World, command: PutPhoneDown, by: By, now: Now) -> list[Draft]:
    """To the room; refused for who is not on the phone, and where the phase holds the persona there."""
    person = world.persons[by.persona]
    if person.place != "phone":
        raise Refused("not_in_hand", "The phone is not in your hand.")
    if person.rule == "phone":
        raise Refused("held_on_phone", "In this phase everybody is on the phone.")
    return [_changed(person, "room", by.cell)]


def world_second(world: World, now: Now) -> int:
    """World time of a decision."""
    return world_s(world.clock, now.wall_ms)


def _changed(person: Person, place: str, cell: int) -> Draft:
    fact = PlaceChanged(persona=person.id, place=place, rule=person.rule)
    return Draft(fact, "cell", cell, person.id)


def live(person: Person, until: int) -> None:
    """Count the world seconds lived at the present place up to `until`; none where nobody plays."""
    seconds = max(0, until - person.since)
    if seconds and person.played:
        person.lived[person.place] = person.lived.get(person.place, 0) + seconds
    person.since = until


def lived_until(person: Person, until: int) -> dict[str, int]:
    """World seconds lived in each of the three places up to `until`."""
    total = {place: person.lived.get(place, 0) for place in PLACES}
    total[person.place] += max(0, until - person.since) * person.played
    return total


def move(world: World, person: Person, place: str, rule: str, at: int) -> None:
    """Bring a persona to a place at world second `at`."""
    reckon_battery(world, person, at)
    live(person, at)
    called = person.place == "phone" and rule in ("room", "shift")
    person.place, person.rule, person.called = place, rule, at if called else -1


def close_books(world: World, until: int, world_from: int) -> None:
    """Count what was lived up to `until`; world time goes on at `world_from`, which may be hours later."""
    for person in world.persons.values():
        reckon_battery(world, person, until)
        live(person, until)
        person.since = world_from
        if person.phone:
            person.phone.since = world_from


def phase_moves(world: World, place: str, places: dict[str, str]) -> list[Draft]:
    """Where a phase puts everybody: one draft each, so that every second is logged as lived somewhere."""
    drafts = []
    for person in world.persons.values():
        rule = places.get(key_of(person.id), place)
        fact = PlaceChanged(persona=person.id, place=_start_place(world, person, rule), rule=rule)
        drafts.append(Draft(fact, "cell", cell_of(person.id), person.id))
    return drafts


def _start_place(world: World, person: Person, rule: str) -> str:
    if rule != "free":
        return rule
    # Before the first phase nobody has come to any place.
    chose = world.phase.index >= 0 and person.rule == "free" and person.place != "shift"
    return person.place if chose else "phone"


def reduce_place(world: World, event: Event, fact: PlaceChanged) -> None:
    """Reckon the battery and count the time lived.

    Then `Person.place` and `Person.rule` become what it says. `Person.called` becomes `world_s` if it was on
    the phone and is held in the room or on a shift from now on, else -1."""
    move(world, world.persons[fact.persona], fact.place, fact.rule, event.world_s)


COMMANDS = (
    CommandRow(PickUpPhone, decide_pick_up, ("student",), ("persona", "playing")),
    CommandRow(PutPhoneDown, decide_put_down, ("student",), ("persona", "playing")),
)
EVENTS = (EventRow(PlaceChanged, reduce_place, "{persona} is {place} now."),)
