"""Scenarios that nobody would write and the checker takes: each is odd in one way."""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from goodpath_core.scenario.measures import GROUPS_MAX
from goodpath_core.scenario.reader import read
from goodpath_core.scenario.value import Scenario

Plan = dict[str, Any]
"""A scenario as YAML holds it."""
WIDE = "雨"
"""A sign of two cells."""
BULKY = "\U0001f327"
"""A sign of four bytes."""
PICTURE = "lamp.png"


def person(number: int, **more: Any) -> Plan:
    """A persona of whom only the number differs."""
    plan: Plan = {
        "name": {"pinyin": f"Person {number}", "characters": f"人{number}", "say": "ren"},
        "age": "30",
        "home": "the terraces",
        "work": "packs boxes",
        "lives": "row",
        "room": "Half of a room.",
        "phone": {
            "model": "Android",
            "camera": "poor",
            "plan_mb": "70",
            "battery": "60",
            "balance_yuan": "9",
        },
        "dream": "to photograph weddings",
        "keeps_quiet": "has applied to a studio",
        "wants_today": ["one picture"],
        "number": str(10_000 + number),
    }
    return {**plan, **more}


def card(title: str = "A lamp", **more: Any) -> Plan:
    """A picture."""
    plan = {"title": title, "description": "A lamp in the rain.", "genre": "street", "provenance": "own"}
    return {**plan, "taken": "street", "picture": PICTURE, **more}


def phase(name: str = "Evening", lasts: str = "2m", **more: Any) -> Plan:
    """A phase in which everybody is free and everything is open."""
    plan = {
        "name": name,
        "lasts": lasts,
        "world": {"from": "18:30", "speed": "8"},
        "place": "free",
        "ask": "Make a page.",
        "allow": {"chat": "on", "page": "on", "visit": "on", "pictures": "3"},
    }
    return {**plan, **more}


def night(lasts: str = "2m", name: str = "Night", **more: Any) -> Plan:
    """A phase that comes after every `phase`, however long and fast that is."""
    return phase(name, lasts, **{"world": {"day": "1", "from": "18:30", "speed": "8"}, **more})


def town(**more: Any) -> Plan:
    """Three personas in one house with one group; no pictures, no past, nothing that happens by itself."""
    plan: Plan = {
        "title": "A town",
        "minutes": "20",
        "about": "Some people and a lamp.",
        "date": "2013-07-14",
        "rules": {"battery": "on", "data": "on", "money": "on"},
        "briefing": {"text": "You play somebody.", "do": "Give them a plan.", "dont": "No jokes."},
        "houses": {"row": {"name": "The row", "sockets": "1"}},
        "personas": {f"p{number}": person(number) for number in range(1, 4)},
        "groups": {"kitchen": {"name": "Kitchen", "owner": "p1", "members": "everybody"}},
        "phases": [phase(), night()],
        "debrief": {"lasts": "3m", "questions": "Where did they live?", "step_out": "I made up ..."},
        "sources": [{"what": "Everything", "source": "invented"}],
    }
    return {**plan, **more}


def text_of(plan: Plan) -> str:
    """The plan as a file: what JSON can say, YAML reads."""
    return json.dumps(plan, ensure_ascii=False, indent=1)


def made_of(plan: Plan) -> Scenario:
    """The scenario, as the reader takes it; ScenarioProblems if it does not."""
    return read(text_of(plan), key="odd", pictures=[PICTURE])


def pictured(**more: Any) -> Plan:
    """The same town with one picture to choose."""
    return town(cards={"lamp": card()}, decks={"street": {"name": "Street", "cards": ["lamp"]}}, **more)


def _alone() -> Plan:
    return town(personas={"p1": person(1)}, groups={})


def _everybody() -> Plan:
    return town(personas={f"p{number}": person(number) for number in range(1, 41)})


def _all_groups() -> Plan:
    group = {"owner": "p1", "members": "everybody", "notice": 300 * WIDE}
    return town(
        groups={f"g{number}": {"name": f"{number:02}{38 * WIDE}", **group} for number in range(GROUPS_MAX)}
    )


def _long_names() -> Plan:
    def name(number: int) -> Plan:
        return dict.fromkeys(("pinyin", "characters", "say"), f"{number:02}" + 78 * WIDE)

    key = {number: f"p{number}" + 30 * "x" for number in (1, 2, 3)}
    return town(
        title=80 * WIDE,
        about=2000 * WIDE,
        houses={"row": {"name": 80 * WIDE, "sockets": "99"}},
        npcs={"n" * 32: {"name": 80 * WIDE, "about": 300 * WIDE}},
        personas={
            key[number]: person(
                number,
                name=name(number),
                home=300 * WIDE,
                work=300 * WIDE,
                room=2000 * WIDE,
                dream=300 * WIDE,
                keeps_quiet=300 * WIDE,
                wants_today=5 * [300 * WIDE],
                nickname=f"{number}" + 31 * WIDE,
                signature=50 * WIDE,
                ties={key[1 + number % 3]: 80 * WIDE},
            )
            for number in (1, 2, 3)
        },
        groups={"g" * 32: {"name": 80 * WIDE, "owner": key[1], "members": "everybody"}},
        skins={"s" * 32: 80 * WIDE},
        cards={"c" * 32: card(80 * WIDE, description=300 * WIDE, genre=80 * WIDE, tags=8 * [80 * WIDE])},
        decks={"d" * 32: {"name": 80 * WIDE, "cards": "c" * 32}},
        before=[{"at": "-1h", "by": "n" * 32, "group": "g" * 32, "say": 300 * WIDE}],
        phases=[
            phase(80 * WIDE, ask=300 * WIDE, prompts=12 * [300 * WIDE]),
            night(name=79 * WIDE, place="room", ask=300 * WIDE, prompts=12 * [300 * WIDE]),
        ],
        debrief={"lasts": "3m", "questions": 20 * [300 * WIDE], "step_out": 8 * [80 * WIDE]},
    )


def _everything_at_once() -> Plan:
    """All that the script can do, in the first second and in the last."""
    steps = [
        {"notice": {"group": "kitchen", "text": "Quiet."}},
        {"say": {"group": "kitchen", "by": "lele", "text": "me"}},
        {"whisper": {"to": "p1", "by": "lele", "text": "you"}},
        {"visitors": {"pages": "everybody", "by": "lele", "count": "1", "likes": "1", "comment": "so"}},
        {"visitors": {"pages": "everybody", "count": "999", "likes": "999", "comment": "so"}},
        {"room": {"who": "everybody", "text": "Dark."}},
        {"phone": {"who": "everybody", "battery": "0", "balance_yuan": "0", "data_mb": "0"}},
        {"narrate": {"text": "It rains."}},
        *(
            {"move": {"who": "everybody", "place": place, "text": "Go."}}
            for place in ("shift", "room", "phone")
        ),
        {"move": {"who": "p1", "place": "free", "text": "Go."}},
    ]
    # The first has no key; the second has the one that would be made for the first.
    injects = [{"at": "0s", "do": steps}, {"key": "evening-1", "at": "1m59s", "do": steps}]
    return town(npcs={"lele": {"name": "Lele", "about": "A boy."}}, phases=[phase(injects=injects)])


def _many_steps() -> Plan:
    step = {"narrate": {"text": 500 * WIDE}}
    injects = [
        {"at": f"{number}s", "do": 10 * [{"room": {"who": "everybody", "text": "x"}}]} for number in range(20)
    ]
    return town(phases=[phase(injects=[*injects, {"at": "1m", "do": 80 * [step]}])])


def numbered() -> Plan:
    """A number or a time in every place where one may stand."""
    injects = [
        {"at": "5s", "visitors": {"pages": "p1", "count": "9", "likes": "3"}},
        {"at": "6s", "phone": {"who": "p1", "battery": "9", "balance_yuan": "9", "data_mb": "9"}},
        {"when": {"first": "page"}, "after": "5s", "narrate": {"text": "So."}},
        {"before_end": "3s", "narrate": {"text": "Three seconds more."}},
    ]
    world = {"day": "1", "from": "18:30", "speed": "8"}
    allow = {"chat": "on", "page": "on", "pictures": "3", "swaps": "2"}
    past = [{"at": "-1h", "by": "p1", "post": "Before."}]
    return pictured(players="2", before=past, phases=[phase(world=world, allow=allow, injects=injects)])


def _firsts() -> Plan:
    firsts = ("message", "post", "picture", "page", "visit", "like", "repost")
    injects = [
        {"when": {"first": first}, "after": "1s", "narrate": {"text": f"The first {first}."}}
        for first in firsts
    ]
    # Phases whose names have no letter of a key, so that their injects have no names from them.
    return pictured(phases=[phase("雨", injects=injects), night(name="夜", injects=injects)])


def _no_phone_left() -> Plan:
    phone = {"model": "Nokia", "camera": "none", "plan_mb": "0", "battery": "0", "balance_yuan": "0"}
    return town(
        houses={"row": {"name": "The row", "sockets": "0"}},
        personas={f"p{number}": person(number, phone=phone) for number in (1, 2)},
    )


def _all_signs() -> Plan:
    """Texts that look like commands, markup, templates and names of files."""
    return town(
        title="[bold]{0}[/]",
        npcs={"teacher": {"name": "[red]keeper", "about": "{x.__class__}"}},
        personas={
            "any": person(1, name={"pinyin": "/quit", "characters": "@all", "say": "[/]"}, nickname="[b]{x}"),
            "page": person(2, name={"pinyin": "[b", "characters": "\\", "say": "%s"}, nickname="@everybody"),
        },
        groups={"row": {"name": "/stop [/]", "owner": "teacher", "members": "any"}},
        skins={"zz": "[/]", "neon": "{}"},
        cards={"page": card("[/]"), "all": card("{0}")},
        decks={"chosen": {"name": "[/]", "cards": ["page", "all"]}},
        before=[{"at": "-1s", "by": "any", "post": "[/] {}", "card": "page", "likes": "page"}],
        phases=[phase("[/] {0}", ask="/help [/] {0}", prompts="{y} [/]")],
    )


def _calendar(date: str, days: tuple[str, str], before: str) -> Plan:
    first, last = ({"day": day, "from": "23:59", "speed": "10000"} for day in days)
    past = [{"at": before, "by": "p1", "post": "Long ago."}]
    return town(date=date, before=past, phases=[phase(world=first), night(world=last)])


ODD: Mapping[str, Callable[[], Plan]] = MappingProxyType(
    {
        "a plain town without pictures": town,
        "somebody alone, without any chat": _alone,
        "nobody in any group": lambda: town(groups={}),
        "forty personas": _everybody,
        "as many groups as there may be": _all_groups,
        "a group of one, another's": lambda: town(
            groups={"kitchen": {"name": "Kitchen", "owner": "p1", "members": "p1"}}
        ),
        "only the town's group, of an NPC": lambda: town(
            npcs={"lele": {"name": "Lele", "about": "A boy."}},
            groups={"fair": {"name": "Fair", "owner": "lele", "members": "p1", "town": "on"}},
        ),
        "a deck that one may choose from": lambda: pictured(
            personas={"p1": person(1, decks="street"), "p2": person(2, decks=[])}
        ),
        "one picture where 24 may stand": lambda: pictured(
            phases=[phase(allow={"page": "on", "pictures": "24", "swaps": "0"})]
        ),
        "pictures that no phase has room for": lambda: pictured(
            phases=[phase(allow={"page": "on", "chat": "on"})]
        ),
        "a picture that is in the past alone": lambda: town(
            cards={"lamp": card()}, before=[{"at": "-1s", "by": "p1", "post": "A lamp.", "card": "lamp"}]
        ),
        "the longest names and texts": _long_names,
        "signs that mean something elsewhere": _all_signs,
        "the shortest": lambda: town(
            minutes="5",
            phases=[
                phase(lasts="10s"),
                night("10s", injects=[{"at": "9s", "narrate": {"text": "x"}}]),
            ],
            debrief={"lasts": "45s", "questions": "?", "step_out": "..."},
        ),
        "the longest": lambda: town(
            minutes="600",
            phases=[phase(lasts="6h"), night("2h30m", world={"day": "3", "from": "18:30", "speed": "8"})],
            debrief={"lasts": "90m", "questions": "?", "step_out": "..."},
        ),
        "a world that stands still": lambda: town(
            phases=[phase(world={"from": "00:00", "speed": "0.000001"})]
        ),
        "a world that races, from the first day there is": lambda: _calendar(
            "1900-01-01", ("0", "14"), "-9999d9999h"
        ),
        "a world that races, to the last day there is": lambda: _calendar(
            "2100-12-31", ("985", "999"), "-1s"
        ),
        "no phone that works, and no socket": _no_phone_left,
        "nothing is scarce": lambda: town(rules={"battery": "off", "data": "off", "money": "off"}),
        "nothing is allowed": lambda: town(phases=[phase(allow={}), night(allow={})]),
        "always on the line": lambda: town(phases=[phase(place="shift"), night(place="shift")]),
        "always in the room": lambda: town(phases=[phase(place="room"), night(place="room")]),
        "held on the phone": lambda: town(
            phases=[phase(place="phone", places={"p2": "room", "p3": "shift"})]
        ),
        "everything at once": _everything_at_once,
        "very many steps": _many_steps,
        "the first of everything, twice": _firsts,
    }
)
"""What is odd about it, and the plan."""
