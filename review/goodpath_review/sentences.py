"""Says each event as one plain sentence, from the templates of the registry.

Names are those of the moment just before the event. What a person wrote may hold newlines and keeps them.
"""

from collections.abc import Callable, Mapping
from string import Formatter
from types import MappingProxyType
from typing import Any

from goodpath_core.play.albums import WHOLE
from goodpath_core.play.event import Event
from goodpath_core.play.narration import told_to_all
from goodpath_core.play.places import PLACE_WORDS
from goodpath_core.play.profile import PARTS
from goodpath_core.play.registry import EVENTS
from goodpath_core.play.visits import visitor_words
from goodpath_core.text import clean_block, clean_line
from goodpath_review.scene import Scene

Word = Callable[[Scene, Event, Any], str]
"""From scene, event and fact to the word that stands for a field."""


def say(scene: Scene, event: Event) -> str:
    """The event as a sentence; empty for events that a transcript leaves out."""
    pieces = list(Formatter().parse(EVENTS[event.fact.kind].sentence))
    said = "".join(literal + (_word(scene, event, name) if name else "") for literal, name, _, _ in pieces)
    # A voice without a name is written small inside a sentence and large at its head; a name stays as it is.
    is_large = any(_begins_nameless(scene, event, *piece[:2]) for piece in pieces[:1])
    return said[:1].upper() + said[1:] if is_large else said


def _begins_nameless(scene: Scene, event: Event, literal: str, field: str | None) -> bool:
    """Whether a sentence whose first piece this is begins with a voice that has no name."""
    if literal or field not in _VOICES:
        return False
    return not scene.has_name(_VOICES[field](event))


def line_name(seq: int) -> str:
    """How an event is cited: the same number in transcript, tables, report and replay."""
    return f"L{seq:03d}"


def _word(scene: Scene, event: Event, field: str) -> str:
    word = WORDS.get(field)
    return word(scene, event, event.fact) if word else clean_block(str(getattr(event.fact, field)))


def _voice(scene: Scene, event: Event, fact: Any) -> str:
    strangers = getattr(fact, "strangers", 0)
    return visitor_words(strangers) if strangers and not event.voice else scene.voice(event.voice)


def _visitors(scene: Scene, event: Event, fact: Any) -> str:
    """Who looked at a page together."""
    return visitor_words(fact.count, scene.voice(event.voice) if event.voice else "")


def _label(scene: Scene, event: Event, fact: Any) -> str:
    return "the teacher" if fact.label == "teacher" else "a player"


def _pictures(scene: Scene, event: Event, fact: Any) -> str:
    """An album's pictures, or those that come after a text."""
    cards = fact.cards if hasattr(fact, "cards") else (fact.card,) * bool(fact.card)
    titles = scene.cards(cards)
    if not hasattr(fact, "text"):
        return titles or "no picture"
    return f"{' ' if fact.text else ''}[{'pictures' if len(cards) > 1 else 'picture'} {titles}]" * bool(cards)


def _reason(scene: Scene, event: Event, fact: Any) -> str:
    """What a reason is given for."""
    whole = fact.card == WHOLE
    return "why a picture was exchanged, or none" if whole else f"why {scene.card(fact.card)} was chosen"


def _passed_on(scene: Scene, event: Event, fact: Any) -> str:
    page, _, thing = fact.of.partition("#")
    blank = " " if fact.text or fact.cards else ""
    return f"{blank}(passed on: {scene.thing(page, thing)} of {scene.voice(page)})" if fact.of else ""


def _answer(scene: Scene, event: Event, fact: Any) -> str:
    """Which line is answered."""
    return f", answering {line_name(fact.reply_to)}" if fact.reply_to else ""


def _listeners(scene: Scene, event: Event, fact: Any) -> str:
    """Whom the narrator told it; nothing where it was everybody in the cell."""
    return "" if told_to_all(scene.world, fact.to) else f" {scene.voices(fact.to)}"


def _changes(scene: Scene, event: Event, fact: Any) -> str:
    """What of a page changed."""
    changed = [(part, getattr(fact, part)) for part in PARTS if getattr(fact, part) is not None]
    return ", ".join(f"{part} “{_part(scene, part, value)}”" for part, value in changed) or "nothing"


def _part(scene: Scene, part: str, value: str) -> str:
    return scene.skin(value) if part == "skin" else clean_line(value)


def _phone(scene: Scene, event: Event, fact: Any) -> str:
    """What the owner was told, or what is new about the phone."""
    if fact.text:
        return clean_block(fact.text)
    values = {name: getattr(fact, name) for name in _PHONE}
    return ", ".join(_PHONE[name].format(value) for name, value in values.items() if value is not None)


def _taken(scene: Scene, event: Event, fact: Any) -> str:
    """Whether a player took the persona, or the teacher gave it, and whether somebody played it till then."""
    if event.author != "teacher":
        return "taken by a player"
    instead = ", in place of another" if scene.world.persons[fact.persona].played else ""
    return f"given to a player by the teacher{instead}"


def _answers(scene: Scene, event: Event, fact: Any) -> str:
    asked = scene.world.session.step_out
    prompts = [*asked, *[""] * len(fact.answers)]
    pairs = zip(prompts, fact.answers, strict=False)
    return "\n".join(clean_block(f"{prompt} {answer}".strip()) for prompt, answer in pairs if answer)


def _replaced(scene: Scene, event: Event, fact: Any) -> str:
    """Where the same seat wrote its sentences anew."""
    newer = scene.replaced.get(event.seq)
    return f" (replaced by {line_name(newer)})" if newer else ""


_VOICES: Mapping[str | None, Callable[[Event], str]] = MappingProxyType(
    {
        "voice": lambda event: event.voice,
        "persona": lambda event: getattr(event.fact, "persona", ""),
    }
)
"""Field of a template that says a voice -> whose."""
_PHONE: Mapping[str, str] = MappingProxyType(
    {
        "model": "{}",
        "camera": "camera {}",
        "battery": "battery {} %",
        "balance_yuan": "{} yuan on the card",
        "data_kb": "{} KB of data",
    }
)
WORDS: Mapping[str, Word] = MappingProxyType(
    {
        "voice": _voice,
        "author": lambda scene, event, fact: f"The {clean_line(event.author)}",
        "speaker": lambda scene, event, fact: " (the teacher)" * (event.author == "teacher"),
        "room": lambda scene, event, fact: scene.room(event.room),
        "persona": lambda scene, event, fact: scene.voice(fact.persona),
        "thing": lambda scene, event, fact: scene.thing(event.room, fact.thing),
        "card": lambda scene, event, fact: scene.card(fact.card),
        "house": lambda scene, event, fact: scene.house(fact.house),
        "plugs": lambda scene, event, fact: scene.voices(fact.plugs),
        "current": lambda scene, event, fact: "" if fact.live else " (there is no current)",
        "place": lambda scene, event, fact: PLACE_WORDS.get(fact.place, fact.place),
        "visitors": _visitors,
        "message": lambda scene, event, fact: line_name(fact.message),
        "post": lambda scene, event, fact: line_name(fact.post),
        "comment": lambda scene, event, fact: line_name(fact.comment),
        "line": lambda scene, event, fact: line_name(fact.line),
        "label": _label,
        "answer": _answer,
        "notice": lambda scene, event, fact: clean_block(fact.text) or "(nothing)",
        "pictures": _pictures,
        "passed_on": _passed_on,
        "sight": lambda scene, event, fact: " for own eyes only" * (fact.visible_to == "me"),
        "listeners": _listeners,
        "changes": _changes,
        "reason": _reason,
        "reached": lambda scene, event, fact: f", for {scene.voices(fact.to)}" * bool(fact.to),
        "phone": _phone,
        "taken": _taken,
        "answers": _answers,
        "replaced": _replaced,
    }
)
"""Field of a template -> how it is said; a field that is not here is a field of the fact, as it is."""
