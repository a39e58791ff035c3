"""Makes the frozen values of a scenario from its checked YAML shape."""

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import chain, count
from types import MappingProxyType
from typing import Any

from goodpath_core.scenario import schema
from goodpath_core.scenario.actions import (
    Action,
    MoveTo,
    Narrate,
    Notice,
    PhoneChange,
    RoomChange,
    Say,
    Visitors,
    Whisper,
)
from goodpath_core.scenario.cards import Card, Deck, Skin
from goodpath_core.scenario.cast import Group, House, Name, Npc, Persona, Phone, Tie
from goodpath_core.scenario.phases import Allow, Inject, Phase, Trigger
from goodpath_core.scenario.scalars import EVERYBODY
from goodpath_core.scenario.value import Before, Briefing, Debrief, Rules, Scenario

_SLUG_CHARACTERS = 100
"""No name has so many, but a sign may become several letters; with numbers behind it is still a key."""


def convert(shape: schema.ScenarioShape, *, key: str, text: str) -> Scenario:
    """The scenario; `text` is the YAML it was read from. References in it must have been checked."""
    cast = tuple(shape.personas)
    decks = tuple(shape.decks)
    return Scenario(
        key=key,
        title=shape.title,
        minutes=shape.minutes,
        players=shape.players,
        about=shape.about,
        date=shape.date,
        rules=Rules(shape.rules.battery, shape.rules.data, shape.rules.money),
        briefing=Briefing(shape.briefing.text, tuple(shape.briefing.do), tuple(shape.briefing.dont)),
        houses={name: House(name, house.name, house.sockets) for name, house in shape.houses.items()},
        npcs={name: Npc(name, npc.name, npc.about) for name, npc in shape.npcs.items()},
        personas={name: _convert_persona(name, part, decks) for name, part in shape.personas.items()},
        groups={name: _convert_group(name, part, cast) for name, part in shape.groups.items()},
        cards={name: _convert_card(name, part) for name, part in shape.cards.items()},
        decks={name: Deck(name, deck.name, tuple(deck.cards)) for name, deck in shape.decks.items()},
        skins={name: Skin(name, skin) for name, skin in shape.skins.items()},
        before=tuple(sorted(map(_convert_before, shape.before), key=lambda past: past.at_s)),
        phases=_convert_phases(shape.phases, cast),
        debrief=Debrief(shape.debrief.lasts, tuple(shape.debrief.questions), tuple(shape.debrief.step_out)),
        sources=tuple((source.what, source.source) for source in shape.sources),
        text=text,
    )


def make_slug(name: str) -> str:
    """A key made from a name: "The room first" becomes "the-room-first"; empty where no letter fits."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:_SLUG_CHARACTERS]


def _convert_persona(key: str, part: schema.PersonaShape, decks: tuple[str, ...]) -> Persona:
    return Persona(
        key=key,
        name=Name(part.name.pinyin, part.name.characters, part.name.say),
        age=part.age,
        home=part.home,
        work=part.work,
        lives=part.lives,
        room=part.room,
        phone=Phone(**part.phone.model_dump()),
        dream=part.dream,
        keeps_quiet=part.keeps_quiet,
        wants_today=tuple(part.wants_today),
        ties=tuple(Tie(to, words) for to, words in part.ties.items()),
        number=part.number,
        nickname=part.nickname,
        signature=part.signature,
        decks=decks if part.decks is None else tuple(part.decks),
        room_picture=part.room_picture,
    )


def _convert_group(key: str, part: schema.GroupShape, cast: tuple[str, ...]) -> Group:
    return Group(key, part.name, part.owner, _spread(part.members, cast), part.notice, part.town)


def _convert_card(key: str, part: schema.CardShape) -> Card:
    return Card(
        key=key,
        title=part.title,
        description=part.description,
        genre=part.genre,
        tags=tuple(part.tags),
        provenance=part.provenance,
        taken=part.taken,
        picture=part.picture,
    )


def _convert_before(part: schema.BeforeShape) -> Before:
    return Before(
        at_s=part.at,
        by=part.by,
        post=part.post or "",
        group=part.group or "",
        say=part.say or "",
        card=part.card or "",
        likes=tuple(part.likes),
        comments=tuple((comment.by, comment.text) for comment in part.comments),
    )


def _convert_phases(parts: list[schema.PhaseShape], cast: tuple[str, ...]) -> tuple[Phase, ...]:
    """The phases; keys that are made for them and their injects are like no other in the session."""
    phases = set[str]()
    injects = {inject.key for part in parts for inject in part.injects if inject.key}
    return tuple(
        _convert_phase(part, _make_key(make_slug(part.name) or "phase", phases), injects, cast)
        for part in parts
    )


def _make_key(wanted: str, taken: set[str]) -> str:
    """The key itself, or with the first number behind it that makes it new; it is taken from now on."""
    key = next(key for key in chain((wanted,), (f"{wanted}-{n}" for n in count(2))) if key not in taken)
    taken.add(key)
    return key


def _convert_phase(part: schema.PhaseShape, key: str, taken: set[str], cast: tuple[str, ...]) -> Phase:
    """`taken` are the keys that injects have so far."""
    return Phase(
        key=key,
        name=part.name,
        seconds=part.lasts,
        day=part.world.day,
        world_from_s=part.world.from_,
        speed=part.world.speed,
        place=part.place,
        places=tuple(part.places.items()),
        ask=part.ask,
        prompts=tuple(part.prompts),
        allow=Allow(**part.allow.model_dump()),
        injects=tuple(
            _convert_inject(inject, inject.key or _make_key(f"{key}-{number}", taken), cast)
            for number, inject in enumerate(part.injects, 1)
        ),
        current=part.current,
    )


def _convert_inject(part: schema.InjectShape, key: str, cast: tuple[str, ...]) -> Inject:
    return Inject(
        key=key,
        at_s=part.at or part.after or 0,
        trigger=Trigger(part.when.first, part.when.by or "") if part.when else None,
        actions=tuple(_convert_step(step, cast) for step in part.do or (part,)),
        before_end_s=part.before_end,
    )


def _convert_step(step: schema.StepShape, cast: tuple[str, ...]) -> Action:
    (name,) = step.list_actions()
    return _ACTIONS[name](getattr(step, name), cast)


def _spread(keys: Iterable[str], cast: tuple[str, ...]) -> tuple[str, ...]:
    """The keys, with the word for everybody replaced by all personas."""
    named = tuple(keys)
    return cast if EVERYBODY in named else named


# One row per action; the part is the shape that stands under the action's name.
_ACTIONS: Mapping[str, Callable[[Any, tuple[str, ...]], Action]] = MappingProxyType(
    {
        "notice": lambda part, cast: Notice(part.group, part.text, part.by or ""),
        "say": lambda part, cast: Say(part.group, part.by, part.text),
        "whisper": lambda part, cast: Whisper(part.to, part.by, part.text),
        "visitors": lambda part, cast: Visitors(
            _spread(part.pages, cast), part.by or "", part.count, part.likes, part.comment
        ),
        "room": lambda part, cast: RoomChange(_spread(part.who, cast), part.text),
        "phone": lambda part, cast: PhoneChange(
            personas=_spread(part.who, cast),
            battery=part.battery,
            balance_yuan=part.balance_yuan,
            data_mb=part.data_mb,
            model=part.model,
            camera=part.camera,
            text=part.text,
        ),
        "narrate": lambda part, cast: Narrate(part.text, () if EVERYBODY in part.to else tuple(part.to)),
        "move": lambda part, cast: MoveTo(_spread(part.who, cast), part.place, part.text),
    }
)
