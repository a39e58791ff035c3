"""Say each event as one sentence, for screen readers and for terminals without a screen."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from goodpath_client.faces import face_words
from goodpath_client.names import name_person
from goodpath_client.plain.aloud import one_line
from goodpath_client.plain.lines import answering, chat_name, naming
from goodpath_client.plain.things import by_whom, card_name, skin_name, thing_name
from goodpath_client.plurals import counted
from goodpath_client.removal_words import say_removal, whose_page
from goodpath_client.store import Store
from goodpath_client.town_line import used_up
from goodpath_core.play.albums import WHOLE
from goodpath_core.play.clock import clock_face
from goodpath_core.play.event import PRIVATE, Event
from goodpath_core.play.messages import ends_of
from goodpath_core.play.state import Page
from goodpath_core.play.things import post_named
from goodpath_core.play.visits import visitor_words

ON_PHONE = frozenset(
    (
        *("message.posted", "message.taken_back", "message.hidden", "notice.set"),
        *("page.edited", "post.published", "post.removed", "album.arranged", "album.locked"),
        *("thing.liked", "comment.written", "page.visited", "strangers.came"),
        *("post.hidden", "comment.hidden", "face.hidden", "album_name.hidden"),
    )
)
"""Kinds of what only a phone in the hand tells: as on the screens, nothing calls in the room."""
IN_ROOM = frozenset(("room.changed", "sockets.changed"))
"""Kinds of what is seen only in the room: whoever looks at the phone sees it on putting the phone down."""
PARTS = ("nickname", "signature", "face", "skin", "music")


def say_event(store: Store, event: Event) -> str:
    """One sentence for an event; empty for what need not be told, and for what was removed before it came.

    Whoever was away hears of the removal, which follows.
    """
    is_left = _LEFT.get(event.fact.kind)
    if is_left is not None and not is_left(event.fact):
        return ""
    say = _SAYS.get(event.fact.kind)
    sentence = say(store, event, event.fact) if say else ""
    return one_line(sentence)


def _who(store: Store, voice: str) -> str:
    """Who did it, at the beginning of a sentence."""
    if voice and voice == store.me:
        return "You"
    name = store.name(voice)
    return name if voice in store.world.pages else name[:1].upper() + name[1:]


def _real(store: Store, voice: str) -> str:
    """In the room people have their real names: the nickname is for the phone."""
    return "You" if voice and voice == store.me else name_person(store.view, voice) or store.name(voice)


def _said(store: Store, voice: str) -> str:
    """Who says something aloud in the room."""
    own = bool(voice) and voice == store.me
    return "You said aloud" if own else f"In the room, {_real(store, voice)}"


def _posted(store: Store, event: Event, fact: Any) -> str:
    answer, mention = answering(store, event.room, fact.reply_to), naming(store, fact.mentions)
    return f"{clock_face(event.world_s)} {_speaks(store, event)}{answer}{mention}: {fact.text}"


def _speaks(store: Store, event: Event) -> str:
    """Who speaks where; in private it is heard who is meant, and that nobody else is."""
    who, room = _who(store, event.voice), event.room
    if not room.startswith(PRIVATE) or store.me not in ends_of(room):
        return f"[{chat_name(store, room)}] {who}"
    return f"You privately to {store.room_name(room)}" if event.voice == store.me else f"{who} privately"


def _noticed(store: Store, event: Event, fact: Any) -> str:
    words = (
        f"Notice by {store.name(event.voice)}: {fact.text}" if fact.text else "There is no notice any more."
    )
    return f"[{chat_name(store, event.room)}] {words}"


def _edited(store: Store, event: Event, fact: Any) -> str:
    words: dict[str, Callable[[str], str]] = {"face": face_words, "skin": lambda key: skin_name(store, key)}
    parts = [(part, getattr(fact, part)) for part in PARTS if getattr(fact, part) is not None]
    changed = [f"{part} “{words.get(part, str)(value)}”" for part, value in parts if value]
    empty = [f"no {part} any more" for part, value in parts if not value]
    # Under the new name nobody would know yet whose page it is.
    real = event.room != store.me and fact.nickname is not None
    whose = f"the page of {name_person(store.view, event.room)}" if real else whose_page(store, event.room)
    new = [f"a new {', '.join(changed)}"] if changed else []
    return f"{whose[:1].upper()}{whose[1:]} has {' and '.join((*new, *empty))}."


def _published(store: Store, event: Event, fact: Any) -> str:
    who = _who(store, event.voice)
    pictures = " and ".join(f"the picture {card_name(store, card)}" for card in fact.cards)
    if fact.of:
        owner, _, thing = fact.of.partition("#")
        what = _passed(store, store.world.pages.get(owner), thing, pictures)
        return f"{who} passed on, from {by_whom(store, owner)}, {': '.join(filter(None, (what, fact.text)))}"
    alone = ", for nobody else to see" if fact.visible_to == "me" else ""
    shown = f"(with {pictures})" if pictures and fact.text else pictures
    return f"{who} posted{alone}: {' '.join(filter(None, (fact.text, shown)))}"


def _passed(store: Store, page: Page | None, thing: str, pictures: str) -> str:
    """What was passed on: words with their pictures, or pictures alone."""
    post = post_named(page, thing) if page else None
    if pictures and not (post and post.text):
        return pictures
    return f"{thing_name(store, page, thing)}{f' with {pictures}' if pictures else ''}"


def _liked(store: Store, event: Event, fact: Any) -> str:
    who = _who(store, event.voice) if event.voice else visitor_words(fact.strangers)
    return f"{who} liked {_thing(store, event.room, fact.thing)}."


def _commented(store: Store, event: Event, fact: Any) -> str:
    return f"{_who(store, event.voice)} wrote under {_thing(store, event.room, fact.thing)}: {fact.text}"


def _thing(store: Store, owner: str, thing: str) -> str:
    """A thing on a page, and whose page that is."""
    whose = whose_page(store, owner)
    return (
        whose if thing == "page" else f"{thing_name(store, store.world.pages.get(owner), thing)} on {whose}"
    )


def _came(store: Store, event: Event, fact: Any) -> str:
    who = visitor_words(fact.count, store.name(event.voice) if event.voice else "")
    return f"{who} looked at {whose_page(store, event.room)}."


def _arranged(store: Store, event: Event, fact: Any) -> str:
    """The own choice is heard whole; of others' one hears that there is something to look at."""
    whole = "; ".join(card_name(store, card) for card in fact.cards)
    shown = whole if event.voice == store.me else counted(len(fact.cards), "picture") * bool(fact.cards)
    return f"{_who(store, event.voice)} arranged the album “{fact.name}”: {shown or 'nothing'}."


def _reason(store: Store, event: Event, fact: Any) -> str:
    chosen = f"the picture {card_name(store, fact.card)}"
    about = "for exchanging, or not," if fact.card == WHOLE else f"for {chosen}"
    if not fact.text:
        return f"Your reason {about} is taken back."
    return f"Your reason {about} is kept; nobody else reads it before the debrief."


def _sockets(store: Store, event: Event, fact: Any) -> str:
    names = ", ".join(_real(store, persona) for persona in fact.plugs) or "nobody"
    if not fact.live:
        return f"At the sockets: {names}; there is no current, so nothing comes out."
    return f"At the sockets: {names}; {fact.live} can charge at once."


_SAYS: Mapping[str, Callable[[Store, Event, Any], str]] = MappingProxyType(
    {
        "message.posted": _posted,
        "notice.set": _noticed,
        "message.taken_back": lambda s, e, f: (
            f"[{chat_name(s, e.room)}] {_who(s, e.voice)} took a line back. {used_up(s, e)}".rstrip()
        ),
        "message.hidden": lambda s, e, f: say_removal(s, e),
        "aside.spoken": lambda s, e, f: f"[{chat_name(s, e.room)}] Out of character, {f.label}: {f.text}",
        "page.edited": _edited,
        "post.published": _published,
        "post.removed": lambda s, e, f: f"{_who(s, e.voice)} took a post down.",
        "post.hidden": lambda s, e, f: say_removal(s, e),
        "comment.hidden": lambda s, e, f: say_removal(s, e),
        "face.hidden": lambda s, e, f: say_removal(s, e),
        "said.hidden": lambda s, e, f: say_removal(s, e),
        "reason.hidden": lambda s, e, f: say_removal(s, e),
        "album_name.hidden": lambda s, e, f: say_removal(s, e),
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
        "said.aloud": lambda s, e, f: f"{_said(s, e.voice)}: {f.text}",
        "thought": lambda s, e, f: f"You thought: {f.text}",
        "sockets.changed": _sockets,
        "world.paused": lambda s, e, f: f"Paused: {f.why}",
        "world.resumed": lambda s, e, f: "The world goes on.",
        "server.returned": lambda s, e, f: (
            "Nothing was kept for a while; the world goes on from where that began."
        ),
        "reflection.written": lambda s, e, f: "What you wrote is kept.",
    }
)
"""Event kind -> how it is said."""
_LEFT: Mapping[str, Callable[[Any], object]] = MappingProxyType(
    {
        **dict.fromkeys(("aside.spoken", "comment.written", "said.aloud"), lambda fact: fact.text),
        "message.posted": lambda fact: fact.text or fact.card,
        # A post of words alone is passed on without a word of one's own, too.
        "post.published": lambda fact: fact.text or fact.cards or (fact.of and not fact.pictures),
        "page.edited": lambda fact: any(getattr(fact, part) is not None for part in PARTS),
    }
)
"""Kind of an event whose words can be removed -> whether any are left in it."""
