"""Say each event as one sentence, for screen readers and for terminals without a screen."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from goodpath_client.faces import face_words
from goodpath_client.names import name_person
from goodpath_client.plain_lines import answering, naming
from goodpath_client.plain_room_words import around, room_text
from goodpath_client.plain_things import card_name, card_title, skin_name, thing_name
from goodpath_client.plurals import counted, lasting
from goodpath_client.removal_words import say_removal, whose_page
from goodpath_client.stepping_out import sentences
from goodpath_client.store import Store
from goodpath_core.play.clock import clock_face
from goodpath_core.play.event import Event
from goodpath_core.play.visits import visitor_words
from goodpath_core.text import clean_block

PLACES = MappingProxyType(
    {"room": "in the room, the phone is down", "phone": "on the phone", "shift": "on the line, at work"}
)
ON_PHONE = frozenset(
    (
        *("message.posted", "message.taken_back", "message.hidden", "notice.set"),
        *("page.edited", "post.published", "post.removed", "album.arranged", "album.locked"),
        *("thing.liked", "comment.written", "page.visited", "strangers.came"),
    )
)
"""Kinds of what only a phone in the hand tells: as on the screens, nothing calls in the room."""
PARTS = ("nickname", "signature", "face", "skin", "music")


def say_event(store: Store, event: Event) -> str:
    """One sentence for an event; empty for what need not be told."""
    say = _SAYS.get(event.fact.kind)
    sentence = say(store, event, event.fact) if say else ""
    return clean_block(sentence).replace("\n", " / ") if sentence else ""


def _who(store: Store, voice: str) -> str:
    return "You" if voice and voice == store.me else store.name(voice)


def _real(store: Store, voice: str) -> str:
    """In the room people have their real names: the nickname is for the phone."""
    return "You" if voice and voice == store.me else name_person(store.view, voice) or store.name(voice)


def _posted(store: Store, event: Event, fact: Any) -> str:
    time, room = clock_face(event.world_s), store.room_name(event.room)
    answer, mention = answering(store, event.room, fact.reply_to), naming(store, fact.mentions)
    return f"{time} [{room}] {_who(store, event.voice)}{answer}{mention}: {fact.text}"


def _card(store: Store, event: Event, card: str) -> str:
    """Whoever chose a picture has heard what is seen on it."""
    own = event.voice == store.me
    return card_name(store, card) if own else card_title(store, card)


def _edited(store: Store, event: Event, fact: Any) -> str:
    words: dict[str, Callable[[str], str]] = {"face": face_words, "skin": lambda key: skin_name(store, key)}
    parts = [(part, getattr(fact, part)) for part in PARTS if getattr(fact, part) is not None]
    changed = [f"{part} {words.get(part, str)(value)!r}" for part, value in parts if value]
    empty = [f"no {part} any more" for part, value in parts if not value]
    whose = whose_page(store, event.room)
    new = [f"a new {', '.join(changed)}"] if changed else []
    return f"{whose[:1].upper()}{whose[1:]} has {' and '.join((*new, *empty))}."


def _published(store: Store, event: Event, fact: Any) -> str:
    cards = "; ".join(_card(store, event, card) for card in fact.cards)
    owner = store.name(fact.of.partition("#")[0]) if fact.of else ""
    how = f" passed something on from {owner}" if owner else " posted"
    alone = ", for nobody else to see" if fact.visible_to == "me" else ""
    return f"{_who(store, event.voice)}{how}{alone}: {' '.join(filter(None, (fact.text, cards)))}"


def _liked(store: Store, event: Event, fact: Any) -> str:
    who = _who(store, event.voice) if event.voice else visitor_words(fact.strangers)
    thing = thing_name(store, store.world.pages.get(event.room), fact.thing)
    return f"{who} liked {thing} on {whose_page(store, event.room)}."


def _commented(store: Store, event: Event, fact: Any) -> str:
    thing = thing_name(store, store.world.pages.get(event.room), fact.thing)
    return f"{_who(store, event.voice)} wrote under {thing} on {whose_page(store, event.room)}: {fact.text}"


def _came(store: Store, event: Event, fact: Any) -> str:
    who = visitor_words(fact.count, store.name(event.voice) if event.voice else "")
    return f"{who} looked at {whose_page(store, event.room)}."


def _arranged(store: Store, event: Event, fact: Any) -> str:
    titles = "; ".join(_card(store, event, card) for card in fact.cards) or "nothing"
    return f"{_who(store, event.voice)} arranged the album “{fact.name}”: {titles}."


def _moved(store: Store, event: Event, fact: Any) -> str:
    if fact.persona != store.me:
        return ""
    shown = f" {room_text(store)}" if fact.place == "room" else ""
    return f"{clock_face(event.world_s)} You are {PLACES[fact.place]}.{shown}"


def _looked(store: Store, event: Event, fact: Any) -> str:
    return " ".join((f"You look around. {room_text(store)}", *around(store)))


def _phase(store: Store, event: Event, fact: Any) -> str:
    swaps = store.world.phase.allow.swaps
    exchange = (
        f"You may exchange {counted(swaps, 'picture')}; say why, or why not, with /why all and your words."
    )
    parts = (fact.ask, *fact.prompts, exchange if swaps >= 0 and store.me else "")
    return (
        f"A new phase begins: {fact.name}, {lasting(fact.seconds)}. {' '.join(filter(None, parts))}".rstrip()
    )


def _debrief(store: Store, event: Event, fact: Any) -> str:
    steps = " ".join(f"{n}. {text}" for n, text in enumerate(sentences(store), 1))
    step_out = f"Type /reflect and complete: {steps} " if steps else ""
    argue = "Type /question to hear what there is to argue about."
    return f"The phones are dark; the debrief begins. {step_out}{argue}"


def _reason(store: Store, event: Event, fact: Any) -> str:
    if not fact.text:
        return "Your reason is taken back."
    return "Your reason is kept; nobody else reads it before the debrief."


def _revealed(store: Store, event: Event, fact: Any) -> str:
    return "; ".join(f"seat {seat} played {store.name(persona)}" for seat, persona in fact.seats) + "."


def _seat(store: Store, event: Event, fact: Any) -> str:
    if fact.seat != store.seat:
        return ""
    return f"You play {name_person(store.view, fact.persona)}." if fact.persona else "You watch now."


def _sockets(store: Store, event: Event, fact: Any) -> str:
    names = ", ".join(_real(store, persona) for persona in fact.plugs) or "nobody"
    return f"At the sockets: {names}; {fact.live} can charge at once."


_SAYS: Mapping[str, Callable[[Store, Event, Any], str]] = MappingProxyType(
    {
        "message.posted": _posted,
        "notice.set": lambda s, e, f: f"[{s.room_name(e.room)}] Notice: {f.text}",
        "message.taken_back": lambda s, e, f: f"[{s.room_name(e.room)}] {_who(s, e.voice)} took a line back.",
        "message.hidden": lambda s, e, f: f"[{s.room_name(e.room)}] The teacher removed a line.",
        "aside.spoken": lambda s, e, f: f"[{s.room_name(e.room)}] Out of character, {f.label}: {f.text}",
        "page.edited": _edited,
        "post.published": _published,
        "post.removed": lambda s, e, f: f"{_who(s, e.voice)} took a post down.",
        "post.hidden": lambda s, e, f: say_removal(s, e),
        "comment.hidden": lambda s, e, f: say_removal(s, e),
        "face.hidden": lambda s, e, f: say_removal(s, e),
        "album.arranged": _arranged,
        "reason.given": _reason,
        "reasons.opened": lambda s, e, f: (
            "Why pictures were chosen is open now; type /reasons." * bool(f.reasons)
        ),
        "album.locked": lambda s, e, f: f"{_who(s, e.voice)} closed the album “{f.name}” to others.",
        "thing.liked": _liked,
        "comment.written": _commented,
        "page.visited": lambda s, e, f: f"{_who(s, e.voice)} looked at {whose_page(s, e.room)}.",
        "strangers.came": _came,
        "said.aloud": lambda s, e, f: f"In the room, {_real(s, e.voice)}: {f.text}",
        "thought": lambda s, e, f: f"You thought: {f.text}",
        "room.changed": lambda s, e, f: f"Your room: {f.text}",
        "looked.around": _looked,
        "narrated": lambda s, e, f: f"Narrator: {f.text}",
        "place.changed": _moved,
        "phone.changed": lambda s, e, f: f"Your phone: {f.text or 'something changed.'}",
        "sockets.changed": _sockets,
        "phase.began": _phase,
        "world.paused": lambda s, e, f: f"Paused: {f.why}",
        "world.resumed": lambda s, e, f: "The world goes on.",
        "server.returned": lambda s, e, f: (
            "The server was away. The world stood still meanwhile; it goes on now."
        ),
        "session.ended": lambda s, e, f: "The session is over. Thank you for playing.",
        "debrief.began": _debrief,
        "seats.revealed": _revealed,
        "reflection.written": lambda s, e, f: "What you wrote is kept.",
        "seat.changed": _seat,
        "stop.signalled": lambda s, e, f: "Your stop signal is with the teacher, and nobody else knows.",
        "stop.answered": lambda s, e, f: "The teacher has seen your signal.",
    }
)
"""Event kind -> how it is said."""
