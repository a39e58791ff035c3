"""The JSON Schema knows everything a scenario may hold, and says what it means."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from core.scenario.small import SMALL, assert_told
from goodpath_core.scenario.references import IN_ACTIONS
from goodpath_core.scenario.schema import ACTIONS, json_schema
from goodpath_core.scenario.syntax import parse_yaml
from goodpath_core.scenario.tree import to_plain


def list_objects() -> Iterator[tuple[str, dict[str, Any]]]:
    schema = json_schema()
    yield "scenario", schema
    yield from schema["$defs"].items()


def test_the_schema_survives_being_written_and_read() -> None:
    assert json.loads(json.dumps(json_schema())) == json_schema()


def test_every_key_is_described_and_no_other_is_let_in() -> None:
    for name, part in list_objects():
        assert part["additionalProperties"] is False, name
        assert [key for key, value in part["properties"].items() if not value.get("description")] == [], name


def test_every_reference_leads_somewhere() -> None:
    text = json.dumps(json_schema())

    assert {piece.split('"')[0] for piece in text.split("#/$defs/")[1:]} == set(json_schema()["$defs"])


def test_the_top_of_a_scenario_is_what_the_schema_lists() -> None:
    root, _ = parse_yaml(SMALL)
    assert root is not None
    plain = to_plain(root)

    assert isinstance(plain, dict)
    assert list(plain) == list(json_schema()["properties"])


def test_the_references_of_every_action_are_checked() -> None:
    assert {pattern.split(".")[0] for pattern, _ in IN_ACTIONS} == set(ACTIONS)


def test_an_inject_offers_every_action() -> None:
    assert set(ACTIONS) <= set(json_schema()["$defs"]["InjectShape"]["properties"])


# What an author does wrong: (what stands in the file, what is written instead, line, column, words).
ODD_PARTS = {
    "an inject without a time": (
        "- at: 1m30s\n        say",
        "- say",
        70,
        9,
        'expected exactly one of "at", "before_end" and "when"',
    ),
    "a time from both ends": (
        "at: 1m30s",
        "at: 1m30s\n        before_end: 1m",
        70,
        9,
        'expected exactly one of "at", "before_end" and "when"',
    ),
    "a deed and the end": (
        "after: 10s",
        "before_end: 10s",
        72,
        9,
        'expected exactly one of "at", "before_end" and "when"',
    ),
    "two things at once": (
        "- phone: {who: chunmei, battery: 4}",
        "- {phone: {who: chunmei}, narrate: {text: x}}",
        76,
        13,
        "expected exactly one of notice, say",
    ),
    "likes for a line": (
        "say: i am hungry}",
        "say: i am hungry, likes: [yuting]}",
        58,
        5,
        "expected likes and comments only with a post",
    ),
    "a past in which nothing happens": (
        ", say: i am hungry}",
        "}",
        58,
        5,
        'either "post", or "group" and "say"',
    ),
    "after a time": (
        "at: 1m30s",
        "at: 1m30s\n        after: 5s",
        70,
        9,
        'expected "after" only together with',
    ),
    "an inject that does nothing": (
        "        say: {group: kitchen, by: lele, text: my turn}\n",
        "",
        70,
        9,
        "or a list of them under",
    ),
}


@pytest.mark.parametrize(
    ("right", "wrong", "line", "column", "words"), ODD_PARTS.values(), ids=ODD_PARTS.keys()
)
def test_keys_that_do_not_go_together_are_told_with_their_place(
    right: str, wrong: str, line: int, column: int, words: str
) -> None:
    assert_told(right, wrong, line, column, words)
