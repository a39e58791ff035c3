"""Twenty-odd bombs: each is refused with its place, before anything is built from it."""

from pathlib import Path

import pytest

from core.scenario.small import SMALL, list_problems
from goodpath_core.scenario.limits import MOST_NODES
from goodpath_core.scenario.syntax import parse_yaml
from goodpath_core.scenario.tree import Mapping, Node, Sequence

MERGE_BOMB = "a: &a {x: 1}\n" + "".join(
    f"{b}: &{b} {{<<: [*{a}, *{a}, *{a}]}}\n" for a, b in zip("abcdef", "bcdefg", strict=True)
)
ALIAS_BOMB = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdef", "bcdefg", strict=True)
)

# name: (text, line, column, words of the problem there)
BOMBS = {
    "an anchor": ("title: &x A\n", 1, 8, 'the anchor "&x" is not allowed'),
    "an alias": ("title: A\nabout: *x\n", 2, 8, 'the alias "*x" is not allowed'),
    "aliases of aliases": (ALIAS_BOMB, 1, 4, "anchor"),
    "merges of merges": (MERGE_BOMB, 1, 4, "anchor"),
    "a merge key": ("title: A\n<<: {about: B}\n", 2, 1, 'the merge key "<<" is not allowed'),
    "ten thousand anchors": ("- &a x\n" * 5_000, 1, 3, "anchor"),
    "a Python tag": ("title: !!python/object/apply:os.system [ls]\n", 1, 8, "the tag"),
    "a Python name": ("title: !!python/name:os.system ''\n", 1, 8, "the tag"),
    "a tag of its own": ("title: !secret A\n", 1, 8, 'the tag "!secret" is not allowed'),
    "a plain tag": ("title: !!int 3\n", 1, 8, "the tag"),
    "a bare tag": ("title: ! A\n", 1, 8, "the tag"),
    "a directive": ("%TAG ! tag:x,2000:\n---\ntitle: A\n", 2, 1, "a % directive stands before"),
    "a second document": ("title: A\n---\ntitle: B\n", 2, 1, "a second document begins here"),
    "a key twice": ("title: A\ntitle: B\n", 2, 1, 'the key "title" stands here twice'),
    "a list as a key": ("? [a, b]\n: c\n", 1, 3, "a key is one word here"),
    "brackets without end": ("a: " + "[" * 5_000, 1, 24, "nested more than 20 deep"),
    "braces without end": ("{a: " * 2_000, 1, 81, "nested more than 20 deep"),
    "dashes without end": ("- " * 5_000, 1, 41, "nested more than 20 deep"),
    "questions without end": ("? " * 5_000, 1, 41, "nested more than 20 deep"),
    "indenting without end": (
        "".join(" " * i + "a:\n" for i in range(500)),
        20,
        20,
        "nested more than 20 deep",
    ),
    "a list of thousands": ("- a\n" * 20_002, 20_001, 1, "more than 20,000 lines"),
    "thousands in one line": ("a: [" + "b," * 6_001 + "]", 1, 12_002, "more than 6,000 entries"),
    "thousands without spaces": ("a: [" + "b,b," * 3_001 + "]", 1, 12_002, "more than 6,000 entries"),
    "thousands of keys": ("".join(f"k{n}: x\n" for n in range(5_000)), 3_000, 8, "more than 6,000 entries"),
    "lines of nothing": ("\n" * 30_000, 20_001, 1, "more than 20,000 lines"),
    "257 KiB of one line": ("a: " + "x" * 257 * 1024, 1, 262_145, "at most 256 KiB"),
    "257 KiB of Chinese": ("a: b\nc: " + "字" * 88 * 1024, 2, 87_382, "at most 256 KiB"),
    "a giant escape": ('a: "\\UFFFFFFFF"\n', 1, 1, "YAML cannot read this file"),
    "a raw escape character": ("a: b\nc: \x1b[2J\n", 2, 4, "U+001B"),
    "half a pair": ("a: \ud800\n", 1, 4, "U+D800"),
}


@pytest.mark.parametrize(("text", "line", "column", "words"), BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_is_refused_with_its_place(text: str, line: int, column: int, words: str) -> None:
    problems = list_problems(text)

    assert [
        problem
        for problem in problems
        if (problem.line, problem.column) == (line, column) and words in problem.text
    ], "\n".join(map(str, problems))


def test_what_was_refused_is_not_told_a_second_time_by_the_schema() -> None:
    problems = list_problems("title: A\nminutes: *x\n")

    assert [problem.text for problem in problems if problem.line == 2] == [
        'the alias "*x" is not allowed; write the text out, or quote it'
    ]


def test_wrong_values_are_told_up_to_a_number_and_a_last_line_says_so() -> None:
    problems = list_problems("".join(f"k{number}: x\n" for number in range(1_000)))

    assert len(problems) == 201
    assert problems[-1].text == "more than 200 problems are in this file; mend the ones above first"


def test_as_many_wrong_values_as_are_told_need_no_last_line() -> None:
    extra = "".join(f"  zz{number}: {{name: A house, sockets: 1}}\n" for number in range(200))
    problems = list_problems(SMALL.replace("npcs:\n", f"{extra}npcs:\n"))

    assert {problem.text.split(";")[0] for problem in problems} == {"nobody lives in this house"}
    assert len(problems) == 200


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


def test_the_largest_scenario_has_room_for_twice_as_much() -> None:
    files = list((Path(__file__).parents[3] / "scenarios").glob("*/scenario.yaml"))

    assert files
    for file in files:
        root, _ = parse_yaml(file.read_text("utf-8"))
        assert root is not None
        assert _count(root) * 2 < MOST_NODES, file


def _count(node: Node) -> int:
    match node:
        case Mapping():
            return 1 + sum(1 + _count(entry.value) for entry in node.entries)
        case Sequence():
            return 1 + sum(map(_count, node.items))
        case _:
            return 1
