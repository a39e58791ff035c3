"""Say in a few lines what changes the scene: a place, a phase, the debrief, the end, and what is told."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, Final

from goodpath_client.journal_lines import FROM_PHONE
from goodpath_client.names import name_person
from goodpath_client.plain.aloud import one_line, paragraphs
from goodpath_client.plain.keys import orders_beside
from goodpath_client.plain.room_words import room_text, surroundings
from goodpath_client.plain.sentences import say_event
from goodpath_client.plain.sheet import lived_words, room_lines
from goodpath_client.played import own_part
from goodpath_client.plurals import counted, lasting
from goodpath_client.stepping_out import sentences
from goodpath_client.store import Store
from goodpath_core.play.albums import is_first_choice
from goodpath_core.play.clock import LAST_S, clock_face
from goodpath_core.play.control import Allowed
from goodpath_core.play.event import Event

PLACES: Final = MappingProxyType(
    {"room": "in the room, the phone is down", "phone": "on the phone", "shift": "on the line, at work"}
)
_WHY: Final = "/why all and your words"
_SAY_WHY: Final = f"; say why, or why not, with {_WHY}"
_OWN_TO_READ: Final = "/page reads your page, and /life reads your room again."
_TO_READ: Final = (
    "/pages lists all pages, /reveal says who played whom, and /question reads the questions one by one."
)


def tell_event(store: Store, event: Event) -> list[str]:
    """An event in lines; none for what need not be told."""
    tell = _TELLS.get(event.fact.kind)
    if tell is not None:
        return tell(store, event, event.fact)
    sentence = say_event(store, event)
    return [sentence] if sentence else []


def asked(store: Store, ask: str, prompts: tuple[str, ...]) -> list[str]:
    """What a phase asks, and what it gives to think about."""
    told = [orders_beside(line) for line in paragraphs(ask)]
    thoughts = " ".join(map(one_line, prompts))
    return [*told, *([orders_beside(f"To think about: {thoughts}")] if thoughts else [])]


def debrief_words(store: Store) -> list[str]:
    """What the debrief is about: whom one played, all questions, where one lived, how to step out."""
    questions, part = store.world.session.questions, own_part(store, partial(name_person, store.view))
    many = len(questions)
    argue = [
        f"Question {n} of {many}: {orders_beside(one_line(q), True)}" for n, q in enumerate(questions, 1)
    ]
    steps = [f"{n}. {one_line(sentence)}" for n, sentence in enumerate(sentences(store), 1)]
    return [
        f"{part} You are yourself again." if part else "You watched.",
        *(
            [f"There {'is' if many == 1 else 'are'} {counted(many, 'question')} to argue about."]
            if many
            else []
        ),
        *argue,
        *lived_words(store, 0),
        *([_OWN_TO_READ] if store.me else []),
        _TO_READ,
        *([STEP_OUT, *steps] if steps else []),
    ]


STEP_OUT: Final = (
    "Step out of the role: type /complete, the number of a sentence, and your words. "
    "Only teacher and reviewer read them."
)


def over_words(store: Store) -> list[str]:
    """The goodbye: whom one was, where one lived, and how to read on or leave."""
    part = own_part(store, partial(name_person, store.view))
    return [
        f"The session is over. Thank you for {'playing' if part else 'watching'}.",
        *([part] if part else []),
        *lived_words(store, 0),
        "You can read on: /pages, /question, /reveal. /quit leaves.",
    ]


def _moved(store: Store, event: Event, fact: Any) -> list[str]:
    if fact.persona != store.me:
        return []
    shown = room_text(store) if fact.place == "room" else ""
    return room_lines(f"{clock_face(event.world_s)} You are {PLACES[fact.place]}. ", shown)


def _looked(store: Store, event: Event, fact: Any) -> list[str]:
    first, *rest = surroundings(store)
    return [f"You look around. {first}", *rest]


def _phase(store: Store, event: Event, fact: Any) -> list[str]:
    return [
        f"A new phase begins: {fact.name}, {lasting(fact.seconds)}.",
        *asked(store, fact.ask, fact.prompts),
        *(
            room_lines("Your room: ", room_text(store))
            if _is_for_the_room(store, fact.index, fact.allow)
            else []
        ),
    ]


def _is_for_the_room(store: Store, index: int, allow: Allowed) -> bool:
    """Whether a phase shuts the phone for everybody, and finds one in the room where one was before it.

    Whoever is called to it from the phone hears it on coming there, and so does everybody as play begins.
    """
    person = store.my_person
    stays = person is not None and person.place == "room" and index > 0
    return stays and not (allow.chat or allow.page or allow.visit)


def exchanges(store: Store) -> list[str]:
    """What of the own pictures may be exchanged in the phase, for whoever has the phone in the hand."""
    phase, allow = store.world.phase, store.world.phase.allow
    is_said = any(_WHY in line for line in asked(store, phase.ask, phase.prompts))
    exchange = f"You may exchange {counted(allow.swaps, 'picture')}"
    page, most = store.my_page, counted(allow.pictures, "picture")
    is_first = page is not None and allow.swaps >= 0 < allow.pictures and is_first_choice(store.world, page)
    first = f"Your page has no picture yet: choose up to {most} at once, which exchanges none."
    return [
        *([first] * is_first),
        *([f"{exchange}{_SAY_WHY * (not is_said)}."] if allow.page and allow.swaps > 0 and store.me else []),
    ]


_TELLS: Mapping[str, Callable[[Store, Event, Any], list[str]]] = MappingProxyType(
    {
        "place.changed": _moved,
        "room.changed": lambda s, e, f: room_lines("Your room: ", f.text),
        "looked.around": _looked,
        "narrated": lambda s, e, f: room_lines("Narrator: ", f.text),
        "phone.changed": lambda s, e, f: room_lines(FROM_PHONE, f.text or "something changed."),
        "phase.began": _phase,
        "phase.extended": lambda s, e, f: [f"Your teacher gives this phase {lasting(f.seconds)} more."],
        "phase.shortened": lambda s, e, f: [f"Your teacher ends this phase; it is over in {LAST_S} seconds."],
        "debrief.began": lambda s, e, f: ["The phones are dark; the debrief begins.", *debrief_words(s)],
        "session.ended": lambda s, e, f: over_words(s),
    }
)
"""Event kind -> how it is told, line by line."""
