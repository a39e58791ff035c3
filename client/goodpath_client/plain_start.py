"""The orders with which one comes in, takes a part, and leaves."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from goodpath_client.cast import FREE, standing
from goodpath_client.plain_order import Order
from goodpath_client.plain_sentences import PLACES
from goodpath_client.plain_table import Table
from goodpath_core.play.event import persona_id
from goodpath_core.play.safety import SignalStop
from goodpath_core.play.seats import Observe, TakePersona

_CHOOSE: Final = "You play nobody yet; type /take."
_NOBODY: Final[Mapping[str, str]] = MappingProxyType({"observer": "You watch."})
"""What somebody without a persona is told, by role."""
STAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "lobby": "The world has not started yet; your teacher will start it.",
        "debrief": "Play is over and the debrief is on; type /help debrief.",
        "ended": "The session is over; you can still read the pages: type /pages.",
    }
)
"""What is said on arrival, by stage."""
_ANY: Final = "any"


def arrive(table: Table) -> None:
    """Say who and where one is, what is to be done, and what is new."""
    store = table.store
    own = f"You play {store.persona.name.pinyin}. Type /life to hear who that is." if store.persona else ""
    who = own or _NOBODY.get(store.role, _CHOOSE)
    who += f" This is cell {store.cell}." if store.role == "observer" and store.cell > 1 else ""
    table.write(f"{store.world.session.title}. Seat {store.seat}. {who}")
    _say_where(table)
    table.reopen()
    if table.off_phone or not store.unread.count(table.room):
        return
    table.enter(table.room)


def _say_where(table: Table) -> None:
    """The stage, the place, and what the phase asks."""
    world, person = table.store.world, table.store.my_person
    if world.session.stage in STAGES:
        table.write(STAGES[world.session.stage])
        return
    if person:
        table.write(f"You are {PLACES[person.place]}.")
    if world.phase.ask:
        table.write(" ".join((f"{world.phase.name}: {world.phase.ask}", *world.phase.prompts)))
    if world.session.paused:
        table.write(f"Paused: {world.session.paused}")


def come(table: Table) -> None:
    """The copy is new: read the briefing if it has not been heard, else say where one is."""
    if table.is_briefed:
        arrive(table)
    else:
        table.brief()


def _go(table: Table, rest: str) -> None:
    if not table.is_briefed:
        table.link.keep_briefed()
        arrive(table)


def _take(table: Table, rest: str) -> None:
    if rest:
        table.do(TakePersona(persona="" if rest.lower() == _ANY else table.persona_named(rest)))
        return
    for one in table.store.view.cast if table.store.view else ():
        person = table.store.world.persons.get(persona_id(table.store.cell, one.key))
        free = standing(table.store, person) if person else FREE
        table.write(f"{one.name.pinyin}, {one.age}, {one.work} ({free})")
    table.write("Type /take and a name, or /take any to let chance choose.")


def _quit(table: Table, rest: str) -> None:
    table.left = True


ORDERS = (
    Order("briefing", "", "Hear the briefing again.", lambda t, r: t.brief(), early=True),
    Order("go", "", "Go on after the briefing.", _go, early=True),
    Order("take", "NAME", "Play this persona; without a name, hear who there is.", _take),
    Order("observe", "", "Give up your persona and watch.", lambda t, r: t.do(Observe())),
    Order(
        "stop",
        "",
        "Tell the teacher, and nobody else, that you want this to stop.",
        lambda t, r: t.do(SignalStop()),
        early=True,
    ),
    Order("quit", "", "Leave; your seat is kept.", _quit, early=True),
)
"""All of them, in the order of the help."""
