"""What a scenario may not hold is told in plain words, with its place and what was probably meant."""

import pytest
from pydantic import ValidationError

from core.scenario.small import SMALL, assert_told, list_problems
from goodpath_core.scenario.complaints import list_complaints
from goodpath_core.scenario.syntax import parse_yaml
from goodpath_core.scenario.tree import Mark

# What an author does wrong: (what stands in the file, what is written instead, line, column, words).
WRONG = {
    "too many entries": (
        "prompts: [Who is it for?]",
        f"prompts: [{', '.join(13 * ['Who?'])}]",
        67,
        5,
        "expected at most 12 entries; here are 13",
    ),
    "too long a text": (
        "ask: Make a page.",
        f"ask: {301 * 'x'}",
        66,
        10,
        "expected at most 300 characters; here are 301",
    ),
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
    "less than no money": ("balance_yuan: 41", "balance_yuan: -1", 36, 85, "expected 0 or more"),
    "a world that stands": ("speed: 17.5", "speed: 0", 63, 41, "expected more than 0"),
    "a phase of no time": ("lasts: 12m", "lasts: 0m", 62, 12, 'expected 10 s or more; here is "0m"'),
    "a phase of a working day": ("lasts: 12m", "lasts: 10h", 62, 12, "expected 360 min or less"),
}


@pytest.mark.parametrize(("right", "wrong", "line", "column", "words"), WRONG.values(), ids=WRONG.keys())
def test_what_the_schema_does_not_take_is_told_with_its_place(
    right: str, wrong: str, line: int, column: int, words: str
) -> None:
    assert_told(right, wrong, line, column, words)


def test_choices_that_were_listed_are_not_listed_again() -> None:
    (problem,) = list_problems(SMALL.replace("camera: good", "camera: bad"))
    assert problem.text == 'expected one of none, poor, good; here is "bad"'


@pytest.mark.parametrize("rules", ["battery：on", "battery： on"])
def test_a_full_width_colon_in_place_of_a_group_of_keys_is_pointed_out(rules: str) -> None:
    (problem,) = list_problems(SMALL.replace("{battery: on, data: off, money: no}", rules))

    assert problem.text == (
        f'expected several "key: value" lines; here is "{rules}"; '
        'the colon "：" in it is a full-width one, write ":" and a space'
    )


@pytest.mark.parametrize(
    ("found", "shown"), [("", "nothing"), ("[]", "a list"), ("off", '"off"')], ids=["nothing", "list", "text"]
)
def test_what_stands_in_place_of_a_group_of_keys_is_shown(found: str, shown: str) -> None:
    (problem,) = list_problems(SMALL.replace("{battery: on, data: off, money: no}", found))

    assert problem.text == f'expected several "key: value" lines; here is {shown}'


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
