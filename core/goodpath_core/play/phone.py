"""The phone as a scarce thing: battery, data and money, and the sockets of a house."""

from math import ceil
from types import MappingProxyType
from typing import ClassVar

from goodpath_core.errors import Refused
from goodpath_core.play.event import By, Command, Draft, Event, Fact, Now, cell_of, key_of, people
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.state import JournalLine, Person, PhoneNow, Sockets, World

DRAIN_PER_S = 1 / 240
"""Percent of battery per world second in the hand: one percent in four minutes."""
CHARGE_PER_S = 1 / 60
"""Percent per world second at a socket."""
DATA_KB = MappingProxyType({"message": 1, "look": 50, "picture": 200})
"""What an act online costs, in kilobytes."""
INSTEAD = MappingProxyType(
    {"message": "say it aloud", "look": "look around the room", "picture": "tell of it in the room"}
)
"""What costs nothing, in place of an act online."""
YUAN_PER_KB = 0.001
"""What a kilobyte costs once the plan is used up."""
NO_CURRENT = "There is no current; nothing comes out of the socket."
"""Said of a socket while the current is cut."""


class PlugIn(Command):
    """Put the phone at a socket of the house, or wait in line for one."""

    kind: ClassVar[str] = "plug_in"


class Unplug(Command):
    """Take the phone off the socket."""

    kind: ClassVar[str] = "unplug"


class PhoneGiven(Fact):
    """What phone a persona has; known to its owner."""

    kind: ClassVar[str] = "phone.given"
    persona: str
    model: str
    camera: str
    """none, poor or good."""
    battery: int
    """Percent."""
    balance_yuan: int
    data_kb: int
    """Kilobytes left this month."""
    drains: bool = True
    """Whether the scenario lets batteries run down."""
    metered: bool = True
    """Whether the scenario counts data, so that what is done online is paid with it."""
    credit: bool = True
    """Whether it counts money, which then pays for what the data does not."""


class PhoneChanged(Fact):
    """Something happened to a phone; fields that are missing stay as they were."""

    kind: ClassVar[str] = "phone.changed"
    persona: str
    model: str | None = None
    camera: str | None = None
    battery: int | None = None
    """Percent."""
    balance_yuan: int | None = None
    data_kb: int | None = None
    """Kilobytes left this month."""
    text: str = ""
    """What the owner is told, at once and wherever they are; empty for nothing."""


class SocketsChanged(Fact):
    """Whose phones are at the sockets of a house, in the order in which they came."""

    kind: ClassVar[str] = "sockets.changed"
    house: str
    """Id of the house."""
    live: int
    """How many of them charge at once; 0 while there is no current."""
    plugs: tuple[str, ...]
    """Ids of personas; those behind the first `live` wait."""


def housemates(world: World, house: str) -> list[str]:
    """Ids of the personas that live in a house."""
    return [person.id for person in world.persons.values() if person.house == house]


def sockets_of(world: World, house: str) -> int:
    """How many phones can charge at once in a house."""
    if world.scenario is None:
        return 1
    found = world.scenario.houses.get(key_of(house))
    return found.sockets if found else 1


def plugs_of(world: World, house: str) -> tuple[str, ...]:
    """Whose phones are at the sockets of a house, in order."""
    sockets = world.sockets.get(house)
    return sockets.plugs if sockets else ()


def has_current(world: World, house: str) -> bool:
    """Whether anything comes out of the sockets of a house."""
    sockets = world.sockets.get(house)
    return sockets is None or sockets.live > 0


def current_changes(world: World, flows: bool) -> list[Draft]:
    """The drafts with which the current goes off in all houses, or comes back: none where nothing changes."""
    if world.scenario is None or not world.scenario.rules.battery:
        return []
    houses = {person.house: cell_of(person.id) for person in world.persons.values()}
    return [
        sockets_changed(world, house, plugs_of(world, house), cell, flows)
        for house, cell in houses.items()
        if sockets_of(world, house) and has_current(world, house) != flows
    ]


def decide_plug_in(world: World, command: PlugIn, by: By, now: Now) -> list[Draft]:
    """A place at the end of the house's line of phones.

    Refused for a phone that is already in it, and where there is no socket or no current.
    """
    person = world.persons[by.persona]
    plugs = plugs_of(world, person.house)
    if not sockets_of(world, person.house):
        raise Refused("no_socket", "There is no socket in this house.")
    if not has_current(world, person.house):
        raise Refused("no_current", NO_CURRENT)
    if person.id in plugs:
        number = plugs.index(person.id) + 1
        if number <= sockets_of(world, person.house):
            raise Refused("plugged", "Your phone is at the socket already, and charges.")
        raise Refused("plugged", f"Your phone waits for a socket already; it is number {number} in line.")
    return [sockets_changed(world, person.house, (*plugs, person.id), by.cell, flows=True)]


def decide_unplug(world: World, command: Unplug, by: By, now: Now) -> list[Draft]:
    """The line without this phone, so that the next one may charge; refused for a phone that is not in it."""
    drafts = unplugged(world, by.persona, by.cell)
    if not drafts:
        raise Refused("not_plugged", "Your phone is not at a socket.")
    return drafts


def unplugged(world: World, persona: str, cell: int) -> list[Draft]:
    """The draft that takes a persona's phone off the sockets of its house; none if it is not there."""
    house = world.persons[persona].house
    plugs = plugs_of(world, house)
    if persona not in plugs:
        return []
    others = tuple(other for other in plugs if other != persona)
    return [sockets_changed(world, house, others, cell, has_current(world, house))]


def sockets_changed(world: World, house: str, plugs: tuple[str, ...], cell: int, flows: bool) -> Draft:
    """The draft that says who is at the sockets now, and that nobody charges unless the current `flows`."""
    fact = SocketsChanged(house=house, live=sockets_of(world, house) if flows else 0, plugs=plugs)
    return Draft(fact, people(*housemates(world, house)), cell)


def charging(world: World, person: Person) -> bool:
    """Whether this persona's phone is at a live socket and not in the hand."""
    sockets = world.sockets.get(person.house)
    if sockets is None or person.place == "phone":
        return False
    return person.id in sockets.plugs[: sockets.live]


def battery_at(world: World, person: Person, at: int) -> float:
    """Percent of battery at world second `at`; 100 for a persona whose phone is not known."""
    phone = person.phone
    if phone is None:
        return 100.0
    if not phone.drains:
        return phone.battery
    seconds = max(0, at - phone.since)
    return min(100.0, max(0.0, phone.battery + _rate(world, person) * seconds))


def _rate(world: World, person: Person) -> float:
    """Percent that a battery wins in a world second; a phone on the phone place that nobody plays rests."""
    if person.place == "phone":
        return -DRAIN_PER_S if person.played else 0.0
    return CHARGE_PER_S if charging(world, person) else 0.0


def empty_at(phone: PhoneNow) -> int:
    """World second at which a phone that stays in the hand is empty."""
    return ceil(phone.since + phone.battery / DRAIN_PER_S)


def reckon_battery(world: World, person: Person, at: int) -> None:
    """Write down the battery as it is at world second `at`."""
    if person.phone:
        person.phone.battery = battery_at(world, person, at)
        person.phone.since = at


def spend(world: World, voice: str, act: str) -> None:
    """Take the price of an act from data, and from money once the data is gone.

    NPCs pay nothing, nobody does where data is not counted, and nobody for what happened before play.
    """
    person = world.persons.get(voice)
    phone = person.phone if person else None
    if phone is None or not phone.metered or world.session.stage == "lobby":
        return
    price = DATA_KB[act]
    paid = min(price, phone.data_kb)
    phone.data_kb -= paid
    if phone.credit:
        phone.balance_yuan = max(0.0, phone.balance_yuan - (price - paid) * YUAN_PER_KB)


def must_afford(world: World, persona: str, act: str) -> None:
    """Refuse an act that neither data nor money can pay, where the scenario counts them."""
    person = world.persons[persona]
    phone = person.phone
    if phone is None or not phone.metered:
        return
    over = DATA_KB[act] - phone.data_kb
    if over <= 0 or (phone.credit and over * YUAN_PER_KB <= phone.balance_yuan):
        return
    too = " and there is no money on the card" * phone.credit
    if person.rule == "phone":
        raise Refused("no_credit_held", f"The data is used up{too}; read on until the phone may be put down.")
    raise Refused("no_credit", f"The data is used up{too}; put the phone down and {INSTEAD[act]}.")


def reduce_given(world: World, event: Event, fact: PhoneGiven) -> None:
    """`Person.phone` becomes the phone that it says, with `world_s` as `PhoneNow.since`."""
    world.persons[fact.persona].phone = PhoneNow(
        fact.model,
        fact.camera,
        fact.battery,
        fact.balance_yuan,
        fact.data_kb,
        fact.drains,
        event.world_s,
        fact.metered,
        fact.credit,
    )


def reduce_changed(world: World, event: Event, fact: PhoneChanged) -> None:
    """Reckon the battery; then the fields that it names become what it says.

    They are `PhoneNow.model`, `PhoneNow.camera`, `PhoneNow.battery`, `PhoneNow.balance_yuan` and
    `PhoneNow.data_kb`. A phone that is not known stays so. With a `text`, `World.journal` gets a line
    `phone` that the owner knows."""
    person = world.persons[fact.persona]
    if fact.text:
        world.journal.append(
            JournalLine(event.seq, event.world_s, (person.id,), "phone", event.voice, fact.text, event.cell)
        )
    if person.phone is None:
        return
    reckon_battery(world, person, event.world_s)
    for name in ("model", "camera", "battery", "balance_yuan", "data_kb"):
        value = getattr(fact, name)
        if value is not None:
            setattr(person.phone, name, value)


def reduce_sockets(world: World, event: Event, fact: SocketsChanged) -> None:
    """Reckon the battery of all who live in the house; in `World.sockets` stands what follows.

    `Sockets.live` is `live`, and `Sockets.plugs` is `plugs`."""
    for mate in housemates(world, fact.house):
        reckon_battery(world, world.persons[mate], event.world_s)
    world.sockets[fact.house] = Sockets(fact.live, fact.plugs)


COMMANDS = (
    CommandRow(PlugIn, decide_plug_in, ("student",), ("persona", "playing", "battery", "room")),
    CommandRow(Unplug, decide_unplug, ("student",), ("persona", "playing", "battery", "room")),
)
EVENTS = (
    EventRow(PhoneGiven, reduce_given, ""),
    EventRow(PhoneChanged, reduce_changed, "The phone of {persona} changed: {phone}"),
    EventRow(SocketsChanged, reduce_sockets, "At the sockets of {house}: {plugs}{current}"),
)
