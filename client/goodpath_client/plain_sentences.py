"""Say each event as one sentence, for screen readers and for terminals without a screen."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from goodpath_client.names import name_person
from goodpath_client.plurals import counted, lasting
from goodpath_client.store import Store
from goodpath_core.play.clock import clock_face
from goodpath_core.play.event import Event
from goodpath_core.play.state import Page
from goodpath_core.text import clean_block, clean_line

PLACES = MappingProxyType(
    {"room": "in the room, the phone is down", "phone": "on the phone", "shift": "on the line, at work"}
)
PARTS = ("nickname", "signature", "face", "skin", "music")


def say_event(store: Store, event: Event) -> str:
    """One sentence for an event; empty for what need not be told."""
    say = _SAYS.get(event.fact.kind)
    sentence = say(store, event, event.fact) if say else ""
    return clean_block(sentence).replace("\n", " / ") if sentence else ""


def card_title(store: Store, card: str) -> str:
    """What a picture is called and what is seen on it."""
    cards = store.view.cards if store.view else ()
    found = next((one for one in cards if one.key == card), None)
    return f"{clean_line(found.title)} ({clean_line(found.description)})" if found else card


def thing_name(store: Store, page: Page | None, thing: str) -> str:
    """What a thing on a page is, in words."""
    if thing.startswith("card:"):
        return f"the picture {card_title(store, thing.removeprefix('card:'))}"
    post = next((p for p in page.posts if f"post:{p.seq}" == thing), None) if page else None
    if post is not None:
        shown = clean_line(post.text) or ", ".join(card_title(store, card) for card in post.cards)
        return f"the post “{shown}”"
    return "the page itself"


def say_page(store: Store, page: Page) -> list[str]:
    """A page as lines: its face, then numbered things that can be liked."""
    face = page.face
    lines = [f"Page of {store.name(page.owner)} ({name_person(store.view, page.owner)}), skin {face.skin}."]
    lines += [f"Signature: {clean_line(face.signature)}"] if face.signature else []
    for number, thing in enumerate(things_of(store, page), 1):
        response = page.responses.get(thing)
        likes = (len(response.likes) + response.strangers) if response else 0
        lines.append(f"{number}. {thing_name(store, page, thing)}; {counted(likes, 'like')}.")
        for _, voice, text in response.comments if response else ():
            lines.append(f"   {store.name(voice)}: {clean_line(text)}")
    if page.owner == store.me:
        visits = counted(sum(1 + visit.before for visit in page.visits), "visit")
        strangers = counted(page.strangers, "stranger")
        lines.append(f"{visits} by people with names, {strangers}.")
    return lines


def things_of(store: Store, page: Page) -> list[str]:
    """Names of the things on a page, newest post first, as numbered for `/like`."""
    posts = [f"post:{post.seq}" for post in page.posts if not post.gone]
    cards = dict.fromkeys(card for album in page.albums.values() for card in album.cards)
    return ["page", *reversed(posts), *(f"card:{card}" for card in cards)]


def _who(store: Store, voice: str) -> str:
    return "You" if voice and voice == store.me else store.name(voice)


def _whose(store: Store, page: str) -> str:
    return "your page" if page == store.me else f"the page of {store.name(page)}"


def _posted(store: Store, event: Event, fact: Any) -> str:
    time, room = clock_face(event.world_s), store.room_name(event.room)
    quoted = next((line for line in store.lines(event.room) if line.seq == fact.reply_to), None)
    answer = f" answering “{quoted.text[:40]}”" if quoted and fact.reply_to else ""
    mention = " (you are named)" if store.me and store.me in fact.mentions else ""
    return f"{time} [{room}] {_who(store, event.voice)}{answer}{mention}: {fact.text}"


def _edited(store: Store, event: Event, fact: Any) -> str:
    changed = [f"{part} {getattr(fact, part)!r}" for part in PARTS if getattr(fact, part) is not None]
    whose = _whose(store, event.room)
    return f"{whose[:1].upper()}{whose[1:]} has a new {', '.join(changed)}."


def _published(store: Store, event: Event, fact: Any) -> str:
    cards = "; ".join(card_title(store, card) for card in fact.cards)
    passed = " passed something on" if fact.of else " posted"
    return f"{_who(store, event.voice)}{passed}: {fact.text} {cards}".rstrip()


def _liked(store: Store, event: Event, fact: Any) -> str:
    who = _who(store, event.voice) if event.voice else counted(fact.strangers, "stranger")
    thing = thing_name(store, store.world.pages.get(event.room), fact.thing)
    return f"{who} liked {thing} on {_whose(store, event.room)}."


def _commented(store: Store, event: Event, fact: Any) -> str:
    thing = thing_name(store, store.world.pages.get(event.room), fact.thing)
    return f"{_who(store, event.voice)} wrote under {thing} on {_whose(store, event.room)}: {fact.text}"


def _arranged(store: Store, event: Event, fact: Any) -> str:
    titles = "; ".join(card_title(store, card) for card in fact.cards) or "nothing"
    return f"{_who(store, event.voice)} arranged the album “{fact.name}”: {titles}."


def _moved(store: Store, event: Event, fact: Any) -> str:
    if fact.persona != store.me:
        return ""
    room = store.my_person.room_text if store.my_person else ""
    own = store.persona
    shown = f" {room or (own.room if own else '')}" if fact.place == "room" else ""
    return f"{clock_face(event.world_s)} You are {PLACES[fact.place]}.{shown}"


def _phase(store: Store, event: Event, fact: Any) -> str:
    prompts = " ".join(fact.prompts)
    return f"A new phase begins: {fact.name}, {lasting(fact.seconds)}. {fact.ask} {prompts}".rstrip()


def _debrief(store: Store, event: Event, fact: Any) -> str:
    sentences = " ".join(f"{n}. {text}" for n, text in enumerate(fact.step_out, 1))
    return f"The phones are dark; the debrief begins. Type /reflect and complete: {sentences}"


def _revealed(store: Store, event: Event, fact: Any) -> str:
    return "; ".join(f"seat {seat} played {store.name(persona)}" for seat, persona in fact.seats) + "."


def _seat(store: Store, event: Event, fact: Any) -> str:
    if fact.seat != store.seat:
        return ""
    return f"You play {name_person(store.view, fact.persona)}." if fact.persona else "You watch now."


def _sockets(store: Store, event: Event, fact: Any) -> str:
    names = ", ".join(_who(store, persona) for persona in fact.plugs) or "nobody"
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
        "album.arranged": _arranged,
        "reason.given": lambda s, e, f: "Your reason is kept; nobody else reads it before the debrief.",
        "album.locked": lambda s, e, f: f"{_who(s, e.voice)} closed the album “{f.name}” to others.",
        "thing.liked": _liked,
        "comment.written": _commented,
        "page.visited": lambda s, e, f: f"{_who(s, e.voice)} looked at {_whose(s, e.room)}.",
        "strangers.came": lambda s, e, f: f"{counted(f.count, 'stranger')} looked at {_whose(s, e.room)}.",
        "said.aloud": lambda s, e, f: f"In the room, {_who(s, e.voice)}: {f.text}",
        "thought": lambda s, e, f: f"You thought: {f.text}",
        "room.changed": lambda s, e, f: f"Your room: {f.text}",
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
