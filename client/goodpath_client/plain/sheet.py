"""Say the own persona's whole sheet, and how long was lived in each place."""

from goodpath_client.lived import is_own_life, lived_seconds, uncounted_words
from goodpath_client.names import name_person
from goodpath_client.plain.aloud import paragraphs
from goodpath_client.plain.room_words import room_text
from goodpath_client.sheet_words import QUIET, WISHES, dream_of
from goodpath_client.store import Store
from goodpath_core.play.clock import length_words
from goodpath_core.play.event import persona_id
from goodpath_core.play.places import PLACE_WORDS
from goodpath_core.scenario.cast import Persona


def sheet(store: Store, p: Persona) -> list[str]:
    """The persona as only its player knows it, a sentence or a few to a line."""
    ties = [
        f"{tie.text} {name_person(store.view, persona_id(store.cell, tie.to)) or tie.to}" for tie in p.ties
    ]
    say = f", say {p.name.say}" if p.name.say else ""
    return [
        f"You are {p.name.pinyin} {p.name.characters}".rstrip() + f"{say}, {p.age}. Work: {p.work}",
        f"Home: {p.home}",
        *([f"Your ties: {'; '.join(ties)}."] if ties else []),
        *room_lines("Your room: ", room_text(store)),
        f"{dream_of(p)}: {p.dream}",
        f"{WISHES}: {' '.join(p.wants_today)}",
        f"{QUIET}: {p.keeps_quiet}",
        f"Your phone: {p.phone.model or 'a phone'}, number {p.number}.",
    ]


def room_lines(lead: str, text: str) -> list[str]:
    """What a room is like, with `lead` before its first line."""
    first, *rest = paragraphs(text) or [""]
    return [f"{lead}{first}".rstrip(), *rest]


def lived_words(store: Store, now_ms: int) -> list[str]:
    """How long was lived in each place with any time, up to the own time `now_ms`, and by whom.

    Then which hours are not counted, if there are any."""
    lived = [(place, seconds) for place, seconds in lived_seconds(store, now_ms) if seconds]
    spoken = ", ".join(f"{PLACE_WORDS[place]} {length_words(seconds)}" for place, seconds in lived)
    who = "You have" if is_own_life(store) else f"{name_person(store.view, store.me)} has"
    return list(filter(None, [f"{who} lived {spoken}.", uncounted_words(store)])) if spoken else []
