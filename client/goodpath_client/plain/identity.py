"""The orders that say who one is, who the others are, and what the moment is."""

from goodpath_client.held_socket import IN_LINES, kept_words
from goodpath_client.moment import day_and_time
from goodpath_client.plain.keys import why_refused
from goodpath_client.plain.lines import chat_name
from goodpath_client.plain.order import Order
from goodpath_client.plain.room_words import hearers, phone_words
from goodpath_client.plain.scenes import PLACES, asked
from goodpath_client.plain.sheet import lived_words, sheet
from goodpath_client.plain.start import STAGES
from goodpath_client.plain.table import Table
from goodpath_client.plain.things import both_names
from goodpath_client.plurals import lasting
from goodpath_client.presence import presence
from goodpath_client.readers import room_readers
from goodpath_client.store import Store
from goodpath_core.play.clock import seconds_left
from goodpath_core.play.event import key_of, persona_id
from goodpath_core.play.messages import PostMessage
from goodpath_core.scenario.durations import DAY_S


def _who(table: Table, rest: str) -> None:
    store = table.store
    persona = store.persona
    if persona is not None:
        table.write(f"You are {persona.name.pinyin}, {persona.age}. {persona.work}")
    for one in store.view.cast if store.view else ():
        identity = persona_id(store.cell, one.key)
        if key_of(store.me) != one.key:
            table.write(f"{both_names(store, identity)}: {presence(store, identity)}.")


def _life(table: Table, rest: str) -> None:
    persona = table.store.persona
    if persona is None:
        table.write("You play nobody, so there is no life to read.")
        return
    table.tell((*sheet(table.store, persona), *lived_words(table.store, table.now())))


def _where(table: Table, rest: str) -> None:
    store = table.store
    if store.world.session.stage in STAGES:
        table.write(STAGES[store.world.session.stage])
    else:
        _moment(table)
    table.tell(filter(None, (table.signal.words(table.now()),)))
    _say_readers(table)


def _say_readers(table: Table) -> None:
    """Who reads or hears what is typed now; where it would be refused, why."""
    store, room = table.store, table.room
    if not store.me or store.world.session.stage != "playing":
        return
    if table.off_phone:
        table.write(hearers(store))
        return
    closed = why_refused(store, PostMessage, table.now())
    if closed:
        table.write(f"You cannot write in a chat now. {closed}")
    elif room:
        readers = next(iter(room_readers(store, room)), "").removeprefix("private · ")
        table.write(f"What you type goes to {chat_name(store, room)}: {readers}.")


def _moment(table: Table) -> None:
    """Place, time, phase and phone while the world is played."""
    store, now = table.store, table.now()
    person = store.my_person
    place = f"You are {PLACES[person.place]}. " if person else ""
    paused = f" Paused: {store.world.session.paused}" if store.world.session.paused else ""
    words = f"{place}It is {day_and_time(store, now)}. {_phase_words(store, store.shown_ms(now))}{paused}"
    table.write(words)
    first, *rest = asked(store, store.world.phase.ask, store.world.phase.prompts) or [""]
    if first:
        table.tell((f"You are asked: {first}", *rest))
    table.tell(filter(None, (phone_words(store, now), kept_words(store, IN_LINES))))


def _phase_words(store: Store, shown_ms: int) -> str:
    """Which phase it is, and how long it still lasts: minutes, and seconds near its end."""
    left = seconds_left(store.world, shown_ms)
    name = store.world.phase.name
    if store.world.session.stage != "playing" or left > DAY_S:
        return f"{name}." if name else ""
    return f"{name}: {lasting(left)} left."


ORDERS = (
    Order("where", "", "Hear where you are, what time it is, what is asked, and who reads you.", _where),
    Order("life", "", "Hear who you are: the whole sheet of your persona.", _life),
    Order("who", "", "Hear who the others are, and who is here.", _who),
)
"""All of them, in the order of the help."""
