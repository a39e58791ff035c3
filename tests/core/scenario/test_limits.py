"""Hostile files: each is refused with its place and after little work; limits leave room for real ones."""

import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest
from bench.hostile_yaml import BOMBS, TAGS, Bomb

from core.scenario.small import SMALL, list_problems
from goodpath_core.scenario.limits import MOST_NODES
from goodpath_core.scenario.syntax import parse_yaml
from goodpath_core.scenario.tree import Mapping, Node, Sequence

MOST_CALLS = 300_000
"""Calls that refusing a bomb may take; the longest shipped scenario takes a quarter of it."""
MOST_BYTES_HELD = 20 * 1024 * 1024
NAMED = {**BOMBS, **{f"the tag {tag}": bomb for tag, bomb in TAGS.items()}}


@pytest.mark.parametrize("bomb", NAMED.values(), ids=NAMED.keys())
def test_a_bomb_is_refused_with_its_place(bomb: Bomb) -> None:
    problems = list_problems(bomb.text)

    assert [
        problem
        for problem in problems
        if (problem.line, problem.column) == (bomb.line, bomb.column) and bomb.words in problem.text
    ], "\n".join(map(str, problems))


@pytest.mark.no_cover
@pytest.mark.parametrize("name", NAMED)
def test_a_bomb_is_refused_after_little_work(name: str) -> None:
    list_problems("titel: A\n")  # what is made once and kept is not the bomb's work

    assert count_calls(lambda: list_problems(NAMED[name].text)) < MOST_CALLS


def test_full_width_colons_are_told_up_to_a_number_and_not_looked_up_beyond() -> None:
    problems = list_problems(BOMBS["a flood of full-width colons"].text)

    assert sum("a full-width colon" in problem.text for problem in problems) == 100


@pytest.mark.no_cover
def test_no_bomb_makes_the_reader_hold_much() -> None:
    list_problems("titel: A\n")
    peaks = {}
    tracemalloc.start()
    try:
        for name, bomb in NAMED.items():
            tracemalloc.reset_peak()
            before, _ = tracemalloc.get_traced_memory()
            list_problems(bomb.text)
            peaks[name] = tracemalloc.get_traced_memory()[1] - before
    finally:
        tracemalloc.stop()

    assert max(peaks.values()) < MOST_BYTES_HELD, peaks


def count_calls(work: Callable[[], object]) -> int:
    """How often the work calls a function, of Python or of C: the same on every machine."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    watching = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(watching)
    return calls


def test_what_was_refused_is_not_told_a_second_time_by_the_schema() -> None:
    problems = list_problems("title: A\nminutes: *x\n")

    assert [problem.text for problem in problems if problem.line == 2] == [
        'the alias "*x" is not allowed; write the text out, or quote it'
    ]


def _repeat(row: str) -> str:
    return "".join(row.replace("@", str(number)) for number in range(100))


CARD = "{title: A, description: A, genre: a, provenance: own, taken: web, picture: lamb@.png}\n"
# The same slip a hundred times over: what stands in the file, what instead, and what was meant.
FLOODS = {
    "keys": ("npcs:\n", _repeat("titel@: x\n") + "npcs:\n", '"title"'),
    "references": ("members: everybody", f"members: [{_repeat('yutin@, ')}]", '"yuting"'),
    "choices": ("places: {", f"places: {{{_repeat('k@: rooom, ')}", '"room"'),
    "pictures": ("cards:\n", f"cards:\n{_repeat(f'  c@: {CARD}')}", '"lamp.png"'),
}


@pytest.mark.parametrize(("right", "wrong", "meant"), FLOODS.values(), ids=FLOODS.keys())
def test_only_the_first_slips_get_a_did_you_mean(right: str, wrong: str, meant: str) -> None:
    assert SMALL.count(right) == 1
    problems = list_problems(SMALL.replace(right, wrong))

    assert sum(f"did you mean {meant}?" in problem.text for problem in problems) == 25


def test_the_longest_scenario_has_room_for_as_much_again() -> None:
    files = list((Path(__file__).parents[3] / "scenarios").glob("*/scenario.yaml"))

    assert files
    for file in files:
        root, _ = parse_yaml(file.read_text("utf-8"))
        assert root is not None
        assert _count(root) * 2 < MOST_NODES, file


def test_keys_count_twice_once_for_what_stands_behind_them() -> None:
    group = "".join(f"  k{number}: x\n" for number in range(240))
    (problem,) = list_problems("".join(f"g{number}:\n{group}" for number in range(20)))

    assert problem.text == "the file holds more than 6,000 entries; make it shorter"
    assert 2_990 < problem.line < 3_010


@pytest.mark.parametrize(("entries", "told"), [(250, False), (251, True)])
def test_a_list_and_a_group_of_keys_end_at_their_limit(entries: int, told: bool) -> None:
    for text in (
        "title: A\nabout:\n" + "  - x\n" * entries,
        "title: A\nabout:\n" + "".join(f"  k{number}: x\n" for number in range(entries)),
    ):
        problems = list_problems(text)
        assert any("stand side by side" in problem.text for problem in problems) is told


def _count(node: Node) -> int:
    match node:
        case Mapping():
            return 1 + sum(1 + _count(entry.value) for entry in node.entries)
        case Sequence():
            return 1 + sum(map(_count, node.items))
        case _:
            return 1
