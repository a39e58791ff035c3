"""What a reducer says it changes is what it changes: docs/wire.md hands its words to strangers."""

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from functools import cache
from pickle import dumps, loads
from random import Random
from typing import Any

import pytest

from docs import changes
from docs.state_tables import below, travelling
from goodpath_core.play.absence import take_up
from goodpath_core.play.bounds import CLASS, Bounds
from goodpath_core.play.control import NextPhase
from goodpath_core.play.event import Event
from goodpath_core.play.registry import EVENTS, reduce
from goodpath_core.play.state import World
from random_play import MOVES, Step, take, two_cells
from town import TEACHER, Town

pytestmark = pytest.mark.no_cover

EVENINGS, STEPS = 4, 200
SELDOM = {
    "pause_world": 20,
    "next_phase": 40,
    "end_session": 40,
    "shorten_phase": 40,
    "observe": 6,
    "close_seat": 20,
    "hand_over": 4,
}
"""Kind of command -> of so many one is tried."""
TIGHT = Bounds(3, 200, 150, 2, 1, 2, 1, 2, 1, 1)
"""So little is kept that something leaves the state all the time."""


def step(town: Town, dice: Random) -> Step:
    """Something that somebody tries; seldom what ends or stops something."""
    numbers = (dice.randrange(64), dice.choice((0, 1, 3)), 0.5, dice.randrange(41), dice.randrange(41))
    tried = Step(dice.randrange(len(MOVES)), *numbers)
    kind = MOVES[tried.move](town, tried.one, tried.two).kind
    return step(town, dice) if kind in SELDOM and dice.randrange(SELDOM[kind]) else tried


def evening(seed: int) -> list[Event]:
    """All that happens when two cells do whatever comes to their minds, in every stage of a session."""
    dice = Random(seed)
    town = two_cells(bounds_of(seed))
    for _ in range(3):
        for _ in range(STEPS):
            if town.world.session.stage == "playing":
                take(town, step(town, dice))
        for draft in take_up(town.world, town.wall_ms, town.now):
            town.apply(draft, "server")
        if town.world.session.stage == "playing":
            town.do(NextPhase(), TEACHER)
    for _ in range(STEPS):
        take(town, step(town, dice))
    return town.events


def bounds_of(seed: int) -> Bounds:
    """Every second evening leaves almost nothing in the state."""
    return TIGHT if seed % 2 else CLASS


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
        for event in evening(seed):
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
