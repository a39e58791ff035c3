"""Every text of a scenario is cleaned like what people write, wherever the schema lets one stand."""

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from core.scenario.small import PICTURES, SMALL
from goodpath_core.errors import ScenarioProblems
from goodpath_core.scenario.reader import read
from goodpath_core.scenario.schema import json_schema
from goodpath_core.scenario.syntax import parse_yaml
from goodpath_core.scenario.tree import to_plain

pytestmark = pytest.mark.no_cover

HOSTILE = "\x1b[2J\u202e\u200b"
NOT_CLEAN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]")

ACTIONS: dict[str, dict[str, Any]] = {
    "notice": {"group": "kitchen", "by": "lele", "text": "No pots."},
    "say": {"group": "kitchen", "by": "lele", "text": "my turn"},
    "whisper": {"to": "yuting", "by": "lele", "text": "psst"},
    "visitors": {"pages": ["yuting"], "by": "lele", "count": "2", "likes": "1", "comment": "ha"},
    "room": {"who": ["yuting"], "text": "It is dark."},
    "phone": {"who": ["yuting"], "model": "iPhone 4", "camera": "good", "text": "A new one."}
    | {"battery": "9", "balance_yuan": "9", "data_mb": "9"},
    "narrate": {"to": ["yuting"], "text": "A dog."},
    "move": {"who": ["yuting"], "place": "room", "text": "Off."},
}

FILES = ("cards.*.picture", "personas.*.room_picture")
"""Texts that name a file; what is not clean in one is refused, as no file may be called so."""


def whole() -> dict[str, Any]:
    """A scenario in which everything stands that the schema knows."""
    root, _ = parse_yaml(SMALL)
    assert root is not None
    plain: Any = to_plain(root)
    yuting = plain["personas"]["yuting"]
    yuting |= {"nickname": "Rain", "signature": "So.", "room_picture": "lamp.png"}
    plain["groups"]["kitchen"] |= {"members": ["yuting", "chunmei"], "town": "off"}
    plain["phases"][0]["current"] = "on"
    first, waiting = plain["phases"][0]["injects"]
    plain["phases"][0]["injects"] = [
        *({"at": "1m", "key": f"a-{name}", name: part} for name, part in ACTIONS.items()),
        {**waiting, "do": [{name: part} for name, part in ACTIONS.items()]},
        {"before_end": "1m", "narrate": {"text": "One minute more."}},
        first,
    ]
    copy: dict[str, Any] = json.loads(json.dumps(plain))
    return copy


def list_leaves(part: dict[str, Any], whole: dict[str, Any], path: str = "") -> Iterator[tuple[str, bool]]:
    """Where the schema lets something be written, and whether it may be any text.

    In a path `*` is any key or entry, `~` any key itself.
    """
    if "$ref" in part:
        part = whole["$defs"][part["$ref"].rsplit("/", 1)[-1]]
    below = [
        *((f"{path}.{key}", value) for key, value in part.get("properties", {}).items()),
        *((f"{path}.*", value) for value in part.get("patternProperties", {}).values()),
        *((f"{path}.*", value) for value in [part.get("items")] if value),
    ]
    choices = part.get("anyOf", [])
    # Where one may stand instead of several, several are tried.
    several = [choice for choice in choices if "items" in choice] or choices
    yield from ((f"{path}.~"[1:], False) for _ in part.get("patternProperties", {}))
    for where, value in [*below, *((path, choice) for choice in several if choice.get("type") != "null")]:
        yield from list_leaves(value, whole, where)
    if not below and not choices:
        yield path[1:], part.get("type") == "string" and not {"pattern", "enum"} & set(part)


def poison(part: Any, steps: list[str]) -> int:
    """Put the hostile text behind everything that is written at the place, and count it."""
    step, rest = steps[0], steps[1:]
    if step == "~":
        keys = list(part)
        for key in keys:
            part[f"{key}{HOSTILE}"] = part.pop(key)
        return len(keys)
    count = 0
    for key in list(part if isinstance(part, dict) else range(len(part))):
        if step in ("*", key) and rest:
            count += poison(part[key], rest) if isinstance(part[key], dict | list) else 0
        elif step in ("*", key) and isinstance(part[key], str):
            part[key] += HOSTILE
            count += 1
    return count


def list_texts(value: object) -> list[str]:
    """Every text in a frozen value."""
    match value:
        case str():
            return [value]
        case dict():
            return list_texts((*value, *value.values()))
        case tuple():
            return [text for item in value for text in list_texts(item)]
        case _ if is_dataclass(value):
            return list_texts(tuple(getattr(value, field.name) for field in fields(value)))
        case _:
            return []


LEAVES = dict(list_leaves(json_schema(), json_schema()))
TEXTS = [leaf for leaf, free in LEAVES.items() if free and leaf not in FILES]
TYPED = [leaf for leaf in LEAVES if leaf not in TEXTS]


def test_the_walk_comes_everywhere() -> None:
    assert set(FILES) < set(TYPED)
    assert {
        "title",
        "skins.*",
        "personas.*.name.say",
        "personas.*.wants_today.*",
        "before.*.comments.*.text",
        "phases.*.injects.*.narrate.text",
        "phases.*.injects.*.do.*.phone.model",
        "sources.*.what",
    } < set(TEXTS)
    assert {
        "date",
        "personas.~",
        "groups.*.members.*",
        "phases.*.world.from",
        "phases.*.injects.*.do.*.say.by",
    } < set(TYPED)


@pytest.mark.parametrize("leaf", TEXTS)
def test_a_hostile_text_is_cleaned_wherever_it_stands(leaf: str) -> None:
    plain = whole()
    count = poison(plain, leaf.split("."))
    assert count, "this place is empty; put something there"

    # The file itself is kept as it was written; as JSON it holds the signs by their numbers only.
    texts = list_texts(read(json.dumps(plain), key="small", pictures=PICTURES))
    assert [text for text in texts if NOT_CLEAN.search(text)] == []
    assert sum(text.endswith("\ufffd[2J") for text in texts) == count


@pytest.mark.parametrize("leaf", TYPED)
def test_where_no_text_belongs_a_hostile_one_is_refused_in_clean_words(leaf: str) -> None:
    plain = whole()
    assert poison(plain, leaf.split(".")), "this place is empty; put something there"

    with pytest.raises(ScenarioProblems) as caught:
        read(json.dumps(plain), key="small", pictures=(*PICTURES, f"lamp.png{HOSTILE}"))
    assert [str(problem) for problem in caught.value.problems if NOT_CLEAN.search(str(problem))] == []


def test_a_scenario_in_which_all_places_are_filled_is_one() -> None:
    assert read(json.dumps(whole()), key="small", pictures=PICTURES).title == "A small town"


@pytest.mark.parametrize(
    "text",
    [
        'title: A\n"ab\\e[2J\\u202E": x\n"ab\\e[2J\\u202E": y\n',
        "title: &a\u202eb A\n",
        "title: *a\u202eb\n",
        "title: !a%1B%E2%80%AE A\n",
        '"titl\\e[2J\\u202E": A\n',
        'title: ["\\e[2J"]\n',
    ],
)
def test_what_is_told_of_a_hostile_file_is_clean(text: str) -> None:
    with pytest.raises(ScenarioProblems) as caught:
        read(text, key="small\x1b[2J", file="a\x1b[2J\u202e.yaml", pictures=())
    assert [str(problem) for problem in caught.value.problems if NOT_CLEAN.search(str(problem))] == []
