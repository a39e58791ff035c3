"""What the checker takes can be played to its end, and everybody's copy of it crosses the wire."""

from collections.abc import Iterator
from typing import Any

import pytest
from goodpath.library import Loaded
from hypothesis import given, settings
from hypothesis import strategies as st

from goodpath_core.errors import ScenarioProblems
from goodpath_core.play.sight import Viewer, visible
from goodpath_core.record import event_of
from goodpath_core.scenario.view import view
from goodpath_core.wire.codec import event_blob, pack, unpack
from goodpath_core.wire.limits import ANSWER_BYTES, ANSWER_KEY_CHARACTERS, NEWS_BYTES
from goodpath_core.wire.values import view_from, view_value, world_from, world_value
from odd_evening import MOST_STOPS, OddEvening
from odd_scenarios import ODD, PICTURE, Plan, made_of, numbered

pytestmark = pytest.mark.no_cover


def check_copies(evening: OddEvening) -> None:
    """What somebody who comes in at this moment is sent is what they get."""
    world, scenario = evening.world, evening.loaded.scenario
    persona = evening.players[0].persona
    for viewer in (Viewer("student", 1, 1, persona), Viewer("observer", 9, 1), Viewer("teacher")):
        seen, known = visible(world, viewer), view(scenario, viewer)
        there = unpack(pack(world_value(seen)), ANSWER_BYTES, ANSWER_KEY_CHARACTERS)
        assert world_from(there) == seen
        assert view_from(unpack(pack(view_value(known)), ANSWER_BYTES, ANSWER_KEY_CHARACTERS)) == known


def play(plan: Plan, cells: int) -> OddEvening:
    """The whole evening; each phase and the debrief is looked at through everybody's eyes."""
    evening = OddEvening(Loaded(made_of(plan), {PICTURE: b""}), cells)
    check_copies(evening)
    evening.begin()
    seen = -1
    for _ in range(MOST_STOPS):
        if not evening.go_on():
            break
        if evening.world.phase.index > seen:
            seen = evening.world.phase.index
            check_copies(evening)
    assert evening.world.session.stage == "debrief", "the script comes to an end by itself"
    evening.end()
    check_copies(evening)
    return evening


@pytest.mark.parametrize("name", ODD)
def test_an_odd_scenario_is_played_to_its_end(name: str) -> None:
    evening = play(ODD[name](), 2)

    assert evening.world.session.stage == "ended"
    timed = [one for part in evening.loaded.scenario.phases for one in part.injects if one.trigger is None]
    fired = [(record.cell, record.body) for record in evening.records if record.kind == "inject.fired"]
    assert len({*fired}) == len(fired) >= 2 * len(timed), "each happens once in each cell"
    assert max(len(event_blob(event_of(record))) for record in evening.records) <= NEWS_BYTES
    assert "no_scenario" not in evening.refused


def test_all_that_an_odd_scenario_waits_for_happens_in_each_of_its_phases() -> None:
    evening = play(ODD["the first of everything, twice"](), 1)
    told = [record.body for record in evening.records if record.kind == "narrated"]

    for first in ("message", "post", "picture", "page", "visit", "like", "repost"):
        assert sum(f"The first {first}." in body for body in told) == 2, first


PARTS = ("minutes", "date", "rules", "houses", "npcs", "groups", "skins", "before", "phases", "debrief")
"""Parts of a scenario of which one may be another's."""


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(ODD)), st.sampled_from(sorted(ODD)), st.sets(st.sampled_from(PARTS)))
def test_a_mix_of_two_odd_scenarios_is_refused_with_its_lines_or_played(
    name: str, other: str, parts: set[str]
) -> None:
    plan, foreign = ODD[name](), ODD[other]()
    mixed = {**plan, **{part: foreign[part] for part in parts if part in foreign}}
    try:
        made_of(mixed)
    except ScenarioProblems as wrong:
        assert all(problem.line > 0 and problem.text for problem in wrong.problems)
        return
    play(mixed, 1)


NUMBERS = (
    *[
        "-1",
        "-0",
        "0",
        "1",
        "5",
        "24",
        "25",
        "99",
        "100",
        "1000",
        "12345",
        "999999999",
        "99999999999",
        "1e3",
        "0x10",
        "٣",
        "any",
    ],
    *["0.000001", "0.5", "10000", "10001", "inf", "nan", "-8", "00:00", "23:59", "24:00", "-1:00"],
    *["0s", "-0s", "1s", "10s", "119s", "2m", "6h", "7h", "1d", "9999d9999h", "-1s", "-9999d", "99999m"],
    *["0001-01-01", "1900-01-01", "2100-12-31", "9999-12-31", "2013-02-30"],
    *("", " 7 "),
)
"""What somebody may write where a number or a time belongs."""


def places(part: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where in a plan a number or a time stands."""
    inside = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in inside:
        yield from places(value, (*path, key))
    if isinstance(part, str) and part[:1] in (*"-0123456789",):
        yield path


def test_numbers_are_found_everywhere() -> None:
    found = {str(path[-1]) for path in places(numbered())}
    assert found >= {
        *("minutes", "players", "age", "plan_mb", "battery", "balance_yuan", "number", "sockets", "date"),
        *("lasts", "day", "from", "speed", "pictures", "swaps", "at", "before_end", "after"),
        *("count", "likes", "data_mb"),
    }


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(sorted(places(numbered()), key=str)), st.sampled_from(NUMBERS))
def test_any_number_anywhere_is_refused_with_its_line_or_played(
    path: tuple[str | int, ...], number: str
) -> None:
    plan: Any = numbered()
    part = plan
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = number
    try:
        made_of(plan)
    except ScenarioProblems as wrong:
        assert all(problem.line > 0 and problem.text for problem in wrong.problems)
        return
    play(plan, 1)
