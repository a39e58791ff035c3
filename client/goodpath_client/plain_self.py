"""The orders that say who one is, who the others are, and what the moment is."""

from goodpath_client.lived import lived_seconds
from goodpath_client.moment import PLACE_WORDS, day_and_time
from goodpath_client.names import name_person
from goodpath_client.own_signal import WAITS, is_waiting
from goodpath_client.plain_order import Order
from goodpath_client.plain_room_words import phone_words, room_text
from goodpath_client.plain_sentences import PLACES
from goodpath_client.plain_start import STAGES
from goodpath_client.plain_table import Table
from goodpath_client.plain_things import both_names
from goodpath_client.plurals import counted, lasting
from goodpath_client.readers import room_readers
from goodpath_client.store import Store
from goodpath_core.play.clock import DAY_S, seconds_left
from goodpath_core.play.event import key_of, persona_id
from goodpath_core.scenario.value import Persona


def _who(table: Table, rest: str) -> None:
    store = table.store
    persona = store.persona
    if persona is not None:
        table.write(f"You are {persona.name.pinyin}, {persona.age}. {persona.work}")
    for one in store.view.cast if store.view else ():
        identity = persona_id(store.cell, one.key)
        if key_of(store.me) != one.key:
            table.write(f"{both_names(store, identity)}: {presence(store, identity)}.")


def presence(store: Store, identity: str) -> str:
    """Whether somebody plays a persona and is connected."""
    person = store.world.persons.get(identity)
    return "here" if identity in store.here else "away" if person and person.played else "not played"


def _life(table: Table, rest: str) -> None:
    persona = table.store.persona
    if persona is None:
        table.write("You play nobody, so there is no life to read.")
        return
    for sentence in _sheet(table.store, persona):
        table.write(sentence)
    lived = [f"{PLACE_WORDS[place]} {_hours(s)}" for place, s in lived_seconds(table.store, table.now())]
    table.write(f"You have lived {', '.join(lived)}.")


def _sheet(store: Store, p: Persona) -> list[str]:
    """The persona as only its player knows it."""
    ties = [
        f"{tie.text} {name_person(store.view, persona_id(store.cell, tie.to)) or tie.to}" for tie in p.ties
    ]
    say = f", say {p.name.say}" if p.name.say else ""
    return [
        f"You are {p.name.pinyin} {p.name.characters}".rstrip() + f"{say}, {p.age}. {p.work}",
        f"You come from: {p.home}",
        *([f"Your ties: {'; '.join(ties)}."] if ties else []),
        f"Your room: {room_text(store)}",
        f"You dream: {p.dream}",
        f"Today you want: {' '.join(p.wants_today)}",
        f"You keep quiet; it is an offer, not a duty to reveal: {p.keeps_quiet}",
        f"Your phone: {p.phone.model or 'a phone'}, number {p.number}.",
    ]


def _hours(seconds: int) -> str:
    """A length as it is spoken."""
    hours, minutes = divmod(seconds // 60, 60)
    spoken = [counted(hours, "hour")] if hours else []
    return " ".join((*spoken, counted(minutes, "minute"))) if minutes or not hours else spoken[0]


def _where(table: Table, rest: str) -> None:
    store = table.store
    if store.world.session.stage in STAGES:
        table.write(STAGES[store.world.session.stage])
    else:
        _moment(table)
    if is_waiting(store):
        table.write(WAITS)
    if table.room and not table.off_phone:
        readers = next(iter(room_readers(store, table.room)), "")
        table.write(f"What you type goes to {store.room_name(table.room)}: {readers}.")


def _moment(table: Table) -> None:
    """Place, time, phase and phone while the world is played."""
    store, now = table.store, table.now()
    person = store.my_person
    place = f"You are {PLACES[person.place]}. " if person else ""
    paused = f" Paused: {store.world.session.paused}" if store.world.session.paused else ""
    words = f"{place}It is {day_and_time(store, now)}. {_phase_words(store, store.server_ms(now))}{paused}"
    table.write(words)
    if store.world.phase.ask:
        table.write(" ".join((f"You are asked: {store.world.phase.ask}", *store.world.phase.prompts)))
    if phone_words(store, now):
        table.write(phone_words(store, now))


def _phase_words(store: Store, server_ms: int) -> str:
    """Which phase it is, and how long it still lasts: minutes, and seconds near its end."""
    left = seconds_left(store.world, server_ms)
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
