"""What a reducer says it changes is what it changes: docs/wire.md hands its words to strangers."""

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from functools import cache
from pickle import dumps, loads
from typing import Any

import pytest

from docs import changes
from docs.evenings import bounds_of, evening
from docs.state_tables import below, travelling
from goodpath_core.play.registry import EVENTS, reduce
from goodpath_core.play.state import World

pytestmark = pytest.mark.no_cover

EVENINGS = 4


def changed(before: Any, after: Any, name: str = "World") -> Iterator[str]:
    """Every field of a value that is not as before, as `Value.field`."""
    if is_dataclass(before) and is_dataclass(after):
        for one in travelling(type(before)):
            owner = f"{type(before).__name__}.{one.name}"
            yield from changed(getattr(before, one.name), getattr(after, one.name), owner)
    elif isinstance(before, Mapping):
        yield from _inside(before, after, name)
    elif isinstance(before, list) and before and is_dataclass(before[0]):
        yield from _inside(_keyed(before), _keyed(after), name)
    elif before != after:
        yield name


def _keyed(values: list[Any]) -> dict[int, Any]:
    """Values by the number of their event, or by their place where they have none."""
    return {getattr(one, "seq", place): one for place, one in enumerate(values)}


def _inside(before: Mapping[Any, Any], after: Mapping[Any, Any], name: str) -> Iterator[str]:
    if before.keys() != after.keys():
        yield name
    for key in before.keys() & after.keys():
        yield from changed(before[key], after[key], name)


@cache
def seen() -> Mapping[str, frozenset[str]]:
    """Kind of event -> every field that one of its kind has changed in these evenings."""
    found: dict[str, set[str]] = {}
    for seed in range(EVENINGS):
        world = World(bounds=bounds_of(seed))
        for event in evening(seed).events:
            before = loads(dumps(world))
            reduce(world, event)
            found.setdefault(event.fact.kind, set()).update(changed(before, world))
    return {kind: frozenset(names - {"World.seq"}) for kind, names in found.items()}


@pytest.mark.parametrize("kind", list(EVENTS))
def test_every_reducer_says_all_that_it_changes(kind: str) -> None:
    assert changes.said(kind)
    assert seen().get(kind, frozenset()) <= changes.fields(kind)


def test_most_of_what_reducers_say_they_change_has_been_seen_to_change() -> None:
    said = {(kind, name) for kind in EVENTS for name in changes.fields(kind)}
    found = {(kind, name) for kind, names in seen().items() for name in names}

    assert len(said & found) > 0.7 * len(said)


@pytest.mark.parametrize("kind", list(EVENTS))
def test_every_field_that_a_reducer_names_is_one_of_the_state(kind: str) -> None:
    known = {f"{value.__name__}.{one.name}" for value in below(World) for one in travelling(value)}

    assert changes.fields(kind) <= known
