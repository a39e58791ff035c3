"""What a scenario may not hold is told in plain words, with its place and what was probably meant."""


import pytest
from pydantic import ValidationError

from core.scenario.small import SMALL, assert_told, list_problems
from goodpath_core.scenario.complaints import list_complaints
from goodpath_core.scenario.syntax import parse_yaml
from goodpath_core.scenario.tree import Mark

# What an author does wrong: (what stands in the file, what is written instead, line, column, words).
WRONG = {
    "a misspelt key": ("age: 39", "aeg: 39", 31, 5, '"aeg" is not known here; did you mean "age"?'),
    "a missing key": ("    dream: school for her boy\n", "", 29, 3, '"dream" is missing; expected what'),
    "no wishes": ("wants_today: one picture", "wants_today: []", 39, 5, "expected at least 1"),
    "a child": ("age: 39", "age: 7", 31, 10, "expected 18 or more"),
    "a wrong choice": (
        "camera: good",
        "camera: god",
        36,
        38,
        'expected one of none, poor, good; here is "god"; did you',
    ),
    "a text for a list": (
        "    injects:\n",
        "    injects: none\n    x:\n",
        69,
        14,
        "expected a list, each line with a dash",
    ),
    "a text for a group of keys": (
        "rules: {battery: on, data: off, money: no}",
        "rules: off",
        6,
        1,
        '"key: value" lines',
    ),
    "no debrief": (
        "debrief:\n  lasts: 4m\n  questions: [Where did they live?]\n  step_out: [What I made up is ...]\n",
        "",
        1,
        1,
        '"debrief" is missing',
    ),
    "a capital letter in a key": ("  lele: {name", "  Lele: {name", 13, 3, "a short key of small letters"),
}


@pytest.mark.parametrize(("right", "wrong", "line", "column", "words"), WRONG.values(), ids=WRONG.keys())
def test_what_the_schema_does_not_take_is_told_with_its_place(
    right: str, wrong: str, line: int, column: int, words: str
) -> None:
    assert_told(right, wrong, line, column, words)


def test_a_misspelt_key_that_is_needed_is_told_once() -> None:
    (problem,) = list_problems(
        SMALL.replace("    dream: school for her boy", "    dreem: school for her boy")
    )

    assert (problem.line, problem.text) == (37, '"dreem" is not known here; did you mean "dream"?')


def test_a_kind_of_mistake_without_words_of_its_own_is_told_as_it_was_found() -> None:
    root, _ = parse_yaml("title: A town\nminutes: 20\n")
    assert root is not None
    found = ValidationError.from_exception_data(
        "town", [{"type": "finite_number", "loc": ("minutes",), "input": "20"}]
    )

    assert list_complaints(found, root) == [
        (Mark(2, 10), "expected something else: Input should be a finite number")
    ]
