"""Make a robot's plan for a phase: from luck, the scenario's view and the phase alone, never from timing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import Random
from types import MappingProxyType
from typing import NamedTuple

from goodpath_client import robot_words as words
from goodpath_core.play.event import key_of, persona_id
from goodpath_core.play.phase_now import PhaseNow
from goodpath_core.scenario.view import View

PACE_S = 16.0
"""Seconds of play between two acts, on the average."""
MOST = 60
"""Acts in one phase at most."""
LATE_S = 60.0
"""Seconds of play by which the last acts may be late; half a second where the clock is 120 times as fast."""
LATE_SHARE = 0.1
"""The share of a long phase by which they may be."""
STRETCH = 8
"""After so many acts on the phone it is put down for a while, where the phase leaves the choice."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a robot means to do; what it is done to is looked up when it is done."""

    wait: float
    """Seconds of play after the step before."""
    kind: str
    """Name of the act, as in the tables below and in robot_acts.py."""
    text: str = ""
    """What is written, said or thought; empty for acts without words."""
    room: str = ""
    """Id of the group it is written in; empty for acts elsewhere."""
    who: str = ""
    """Id of a persona: whose page, or who is meant."""
    cards: tuple[str, ...] = ()
    """Keys of pictures; the answers themselves for `reflect`."""
    parts: tuple[tuple[str, str], ...] = ()
    """Parts of the page's face with their new values."""
    index: int = 0
    """Which of several things is meant; counted around where there are fewer."""


class Ground(NamedTuple):
    """What a plan is made from."""

    view: View
    """The scenario as this seat may know it."""
    me: str
    """Id of the own persona."""
    others: tuple[str, ...]
    """Ids of the other personas of the cell, in the order of the cast."""
    rooms: tuple[str, ...]
    """Ids of the own groups, in order."""
    phase: PhaseNow
    """With the length of the plan and what is allowed in it."""
    rule: str
    """Place the phase holds the persona in, or `free`."""


def lay_ground(view: View, me: str, rooms: tuple[str, ...], phase: PhaseNow, rule: str) -> Ground:
    """The ground of a plan, in an order that does not depend on who came when."""
    cell = int(me.partition("/")[0])
    others = tuple(i for i in (persona_id(cell, one.key) for one in view.cast) if i != me)
    return Ground(view, me, others, tuple(sorted(rooms)), phase, rule)


def plan_phase(ground: Ground, dice: Random) -> list[Step]:
    """What to do in a phase, in order."""
    count = max(4, min(MOST, int(ground.phase.seconds / PACE_S)))
    acts = OF_RULE[ground.rule](ground, dice, count)[:count]
    shares = [dice.uniform(0.4, 1.6) for _ in acts]
    # The whole plan fits into the phase, however the dice fall.
    second = (ground.phase.seconds - _room_at_end(ground.phase.seconds)) / max(1.0, sum(shares))
    return [replace(act, wait=round(second * share, 1)) for act, share in zip(acts, shares, strict=True)]


def _room_at_end(seconds: float) -> float:
    """Seconds at the end of a phase for which nothing is planned: every act comes a little late."""
    return max(seconds * LATE_SHARE, min(LATE_S, seconds / 2))


def _plan_room(ground: Ground, dice: Random, count: int) -> list[Step]:
    """Life without a phone: a few words, and looking."""
    first = [Step(0, "think", dice.choice(_own_share(words.THOUGHTS, ground)))]
    return first + [_draw(ground, dice, _OFFLINE) for _ in range(count // 4)]


def _plan_shift(ground: Ground, dice: Random, count: int) -> list[Step]:
    """On the line there is nothing but thoughts."""
    return [
        Step(0, "think", dice.choice(_own_share(words.THOUGHTS, ground))) for _ in range(max(1, count // 6))
    ]


def _plan_phone(ground: Ground, dice: Random, count: int) -> list[Step]:
    """What must be done first, then whatever the phase permits."""
    duties = _duties(ground, dice)
    permitted = _permitted(ground)
    spare = max(0, count - len(duties)) if permitted else 0
    return duties + [_draw(ground, dice, permitted) for _ in range(spare)]


def _plan_free(ground: Ground, dice: Random, count: int) -> list[Step]:
    """On the phone, with stretches in the room between."""
    steps = [Step(0, "pick_up")]
    for number, step in enumerate(_plan_phone(ground, dice, count), 1):
        steps.append(step)
        if number % STRETCH == 0:
            steps += [Step(0, "put_down"), _draw(ground, dice, _OFFLINE), Step(0, "plug_in")]
            steps += [_draw(ground, dice, _OFFLINE), Step(0, "pick_up")]
    return steps if len(steps) > 1 else steps + _plan_room(ground, dice, count)


OF_RULE: Mapping[str, Callable[[Ground, Random, int], list[Step]]] = MappingProxyType(
    {"room": _plan_room, "shift": _plan_shift, "phone": _plan_phone, "free": _plan_free}
)
"""Place a phase holds a persona in, or `free` -> how such a phase is planned."""


def _duties(ground: Ground, dice: Random) -> list[Step]:
    """The page first: its face, its pictures and why they are there."""
    allow = ground.phase.allow
    own = [card.key for card in ground.view.own_cards]
    steps: list[Step] = []
    if allow.page:
        steps.append(Step(0, "edit", parts=_face(ground, dice)))
    if allow.page and own and allow.pictures and allow.swaps < 0:
        cards = tuple(dice.sample(own, min(allow.pictures, len(own))))
        steps += [Step(0, "arrange", cards=cards[: len(cards) // 2 + 1]), Step(0, "arrange", cards=cards)]
        reasons = dice.sample(cards, min(3, len(cards)))
        steps += [Step(0, "reason", dice.choice(words.REASONS), cards=(card,)) for card in reasons]
    if allow.page and own and allow.swaps > 0:
        candidates = tuple(dice.sample(own, len(own)))
        steps.append(Step(0, "swap", cards=candidates, index=dice.randrange(max(1, allow.pictures))))
    return steps


def _face(ground: Ground, dice: Random) -> tuple[tuple[str, str], ...]:
    # The head goes by the place in the cast, so that no two of a cell have names alike.
    place = [one.key for one in ground.view.cast].index(key_of(ground.me))
    head = words.NAME_HEADS[place % len(words.NAME_HEADS)]
    name = f"{head} {dice.choice(words.NAME_TAILS)}{dice.choice(words.NAME_SIGNS)}"
    face = [("nickname", name), ("signature", dice.choice(words.SIGNATURES))]
    if ground.view.skins:
        face.append(("skin", dice.choice([skin.key for skin in ground.view.skins])))
    return tuple(face)


Draw = Callable[[Ground, Random], Step]


def _draw(ground: Ground, dice: Random, table: Mapping[str, tuple[int, Draw]]) -> Step:
    kind = dice.choices(list(table), [weight for weight, _ in table.values()])[0]
    return table[kind][1](ground, dice)


def _permitted(ground: Ground) -> dict[str, tuple[int, Draw]]:
    allow = ground.phase.allow
    found: dict[str, tuple[int, Draw]] = {}
    found.update(_CHAT if allow.chat and ground.rooms else {})
    found.update(_PRIVATE if allow.chat and ground.others else {})
    found.update(_PAGE if allow.page else {})
    found.update(_VISIT if allow.visit and ground.others else {})
    return found


def _own_share(texts: tuple[str, ...], ground: Ground) -> tuple[str, ...]:
    """Every n-th of some texts for each of n personas, so that no two of a cell say the same."""
    cast = sorted((ground.me, *ground.others))
    return texts[cast.index(ground.me) :: len(cast)] or texts


def _post(ground: Ground, dice: Random) -> Step:
    own = [card.key for card in ground.view.own_cards]
    cards = (dice.choice(own),) if own and dice.random() < 0.6 else ()
    return Step(0, "post", dice.choice(_own_share(words.POSTS, ground)), cards=cards)


def _call(ground: Ground, dice: Random) -> Step:
    who = dice.choice(ground.others) if ground.others else ""
    return Step(0, "mention", dice.choice(words.CALLS), dice.choice(ground.rooms), who)


_CHAT: Mapping[str, tuple[int, Draw]] = MappingProxyType(
    {
        "line": (6, lambda g, d: Step(0, "line", d.choice(_own_share(words.LINES, g)), d.choice(g.rooms))),
        "reply": (
            3,
            lambda g, d: Step(0, "reply", d.choice(_own_share(words.REPLIES, g)), d.choice(g.rooms)),
        ),
        "mention": (1, _call),
    }
)
"""Kind of act -> (weight, how it is drawn)."""
_PRIVATE: Mapping[str, tuple[int, Draw]] = MappingProxyType(
    {
        "whisper": (
            1,
            lambda g, d: Step(0, "whisper", d.choice(_own_share(words.LINES, g)), who=d.choice(g.others)),
        )
    }
)
_PAGE: Mapping[str, tuple[int, Draw]] = MappingProxyType({"post": (1, _post)})
_VISIT: Mapping[str, tuple[int, Draw]] = MappingProxyType(
    {
        "visit": (3, lambda g, d: Step(0, "visit", who=d.choice(g.others))),
        "look": (1, lambda g, d: Step(0, "look", who=d.choice(g.others), index=d.randrange(10))),
        "like": (3, lambda g, d: Step(0, "like", who=d.choice(g.others), index=d.randrange(10))),
        "comment": (
            2,
            lambda g, d: Step(
                0,
                "comment",
                d.choice(_own_share(words.COMMENTS, g)),
                who=d.choice(g.others),
                index=d.randrange(10),
            ),
        ),
        "repost": (
            1,
            lambda g, d: Step(
                0, "repost", d.choice(words.WORDS), who=d.choice(g.others), index=d.randrange(10)
            ),
        ),
    }
)
_OFFLINE: Mapping[str, tuple[int, Draw]] = MappingProxyType(
    {
        "think": (3, lambda g, d: Step(0, "think", d.choice(_own_share(words.THOUGHTS, g)))),
        "say": (2, lambda g, d: Step(0, "say", d.choice(_own_share(words.SAID, g)))),
        "look_around": (1, lambda g, d: Step(0, "look_around")),
    }
)


def plan_debrief(sentences: int, dice: Random) -> Step:
    """The step out of the role: one answer to each of the sentences."""
    many = min(max(1, sentences or 2), 1 + len(words.TAKEN_OFF))
    answers = (dice.choice(words.MADE_UP), *dice.sample(words.TAKEN_OFF, many - 1))
    return Step(round(dice.uniform(5, 20), 1), "reflect", cards=answers)
