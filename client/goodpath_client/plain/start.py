"""The orders with which one comes in, takes a part, and leaves."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Final

from goodpath_client.briefing_words import TRIED
from goodpath_client.cast import FREE, standing
from goodpath_client.journal_lines import FROM_PHONE, told_by_phone
from goodpath_client.plain.aloud import one_line
from goodpath_client.plain.briefing import TRY_FIRST, brief, brief_once
from goodpath_client.plain.names import persona_named
from goodpath_client.plain.numbers import Unclear
from goodpath_client.plain.order import Order
from goodpath_client.plain.room import say_news
from goodpath_client.plain.scenes import PLACES, asked, debrief_words
from goodpath_client.plain.sheet import sheet
from goodpath_client.plain.speech import hold_back
from goodpath_client.plain.table import Table
from goodpath_client.store import Store
from goodpath_core.play.briefing import ReadBriefing
from goodpath_core.play.event import persona_id
from goodpath_core.play.safety import SignalStop
from goodpath_core.play.seats import WATCHES, Observe, TakePersona

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
_CHANGE: Final = "To watch instead, type /observe; after it, /take plays somebody else."
_WATCHING: Final = "You can read every chat that is not private, and all pages."
_MEET: Final = "This is who you are from now on; no classmate hears it. /life reads it again."
_ANY: Final = "any"
_YES: Final = "yes"
_SURE: Final = (
    "Stop playing and watch instead? Watching counts as taking part, and nobody asks why. "
    "Type yes to watch; anything else changes nothing."
)
_PLAYS_ON: Final = "You play on; nothing is changed."


def arrive(table: Table) -> None:
    """Say who and where one is, what is to be done, and what is new; whom one meets first, say whole."""
    store, met = table.store, table.met
    is_new = met is not None and bool(store.me) and met != store.me
    if met not in (None, store.me):
        table.forget_persona()
    table.met = store.me
    table.tell(filter(None, (table.given_away.words(store),)))
    own = f"You play {store.persona.name.pinyin}." if store.persona else _NOBODY.get(store.role, _CHOOSE)
    more = " Type /life to hear who that is." if store.persona and not is_new else ""
    more += f" This is cell {store.cell}." if store.role == "observer" and store.cell > 1 else ""
    table.write(f"{store.world.session.title}. Seat {store.seat}. {own}{more}")
    table.tell((_WATCHING,) if store.role == "observer" else ())
    if is_new and store.persona:
        table.tell((_MEET, *sheet(store, store.persona)))
    _say_where(table)
    table.tell(f"{FROM_PHONE}{one_line(line.text)}" for line in told_by_phone(store, table.rung))
    table.rung = store.world.seq
    table.reopen()
    if store.world.session.stage == "playing" and not table.off_phone:
        say_news(table)


def _say_where(table: Table) -> None:
    """The stage, the place, and what the phase asks; in the debrief, what there is to argue about."""
    store, world, person = table.store, table.store.world, table.store.my_person
    if world.session.stage in STAGES:
        table.write(STAGES[world.session.stage])
        table.tell((_CHANGE,) if person and world.session.stage == "lobby" else ())
        table.tell(debrief_words(store) if world.session.stage == "debrief" else ())
        return
    if person:
        table.write(f"You are {PLACES[person.place]}.")
    first, *rest = asked(store, world.phase.ask, world.phase.prompts) or [""]
    if first:
        table.tell((f"{world.phase.name}: {first}", *rest))
    if world.session.paused:
        table.write(f"Paused: {world.session.paused}")


def come(table: Table) -> None:
    """The copy is new: read the briefing if it has not been heard, else say where one is."""
    if table.is_briefed:
        arrive(table)
    else:
        brief_once(table)


def _go(table: Table, rest: str) -> None:
    """Go on, but not before the stop order was tried: whoever tries it later gives a real signal."""
    if not table.is_briefed and not table.has_tried_stop:
        table.write(TRY_FIRST)
    elif not table.is_briefed:
        table.do(ReadBriefing())
        arrive(table)


def _take(table: Table, rest: str) -> None:
    if rest:
        table.do(TakePersona(persona="" if rest.lower() == _ANY else _persona(table.store, rest)))
        return
    for one in table.store.view.cast if table.store.view else ():
        person = table.store.world.persons.get(persona_id(table.store.cell, one.key))
        free = standing(table.store, person) if person else FREE
        table.write(f"{one.name.pinyin}, {one.age}, {one.work} ({free})")
    table.write("Type /take and a name, or /take any to let chance choose.")


def _persona(store: Store, name: str) -> str:
    """Id of the persona that a name means; or Unclear, which names those who are free."""
    return persona_named(store, name, lambda person: standing(store, person) == FREE)


def _observe(table: Table, rest: str) -> None:
    """Give the persona up, once that is said twice: a slip of the fingers must not end a part."""
    if table.store.role == "observer":
        raise Unclear(WATCHES)
    if table.store.me and rest.lower() != _YES:
        table.answer = partial(_answer_sure, table)
        raise Unclear(_SURE)
    table.do(Observe())


def _answer_sure(table: Table, text: str) -> None:
    if text.lower() != _YES:
        hold_back(table, text, _PLAYS_ON)
    table.do(Observe())


def _stop(table: Table, rest: str) -> None:
    """Tell the teacher; while the briefing is heard for the first time it is only tried."""
    if not table.is_briefed:
        table.has_tried_stop = True
        table.write(TRIED)
        return
    table.signal.give(table.now())
    table.do(SignalStop())
    table.tell(table.signal.due(table.now()))


def _quit(table: Table, rest: str) -> None:
    table.left = True


ORDERS = (
    Order("briefing", "", "Hear the briefing again.", lambda t, r: brief(t), early=True),
    Order("go", "", "Go on after the briefing.", _go, early=True),
    Order("take", "NAME", "Play this persona; without a name, hear who there is.", _take),
    Order("observe", "", "Give up your persona and watch; you are asked first.", _observe),
    Order(
        "stop",
        "",
        "Tell the teacher, and nobody else, that you want this to stop.",
        _stop,
        early=True,
    ),
    Order("quit", "", "Leave; your seat is kept.", _quit, early=True),
)
"""All of them, in the order of the help."""
