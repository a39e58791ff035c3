"""A word that is nearly right is told with what makes it right."""

import pytest

from core.scenario.small import SMALL, assert_told, list_problems

# What is nearly right: what stands in the file, what is written instead, line, column, words.
NEARLY = {
    "no space behind a colon in braces": (
        "{name: Lele,",
        "{name:Lele,",
        13,
        10,
        '"name:Lele" is not known here; a space is missing behind the colon',
    ),
    "no space behind a hyphen": (
        "    age: 39",
        "    -age: 39",
        31,
        5,
        '"-age" is not known here; a space is missing behind the hyphen',
    ),
    "a comma in a text": (
        "about: A boy of seven.}",
        "about: A boy, half-grown.}",
        13,
        36,
        '"half-grown." is not known here; a text with a comma needs quotation marks, and several need [ ]',
    ),
    "an unseen sign in a key": (
        "    age: 39",
        "    a\u200bge: 39",
        31,
        5,
        '"age" is not known here; the invisible character U+200B stands in it, delete it',
    ),
    "an odd space in a key": (
        "    age: 39",
        "    \xa0age: 39",
        31,
        5,
        "the invisible character U+00A0 stands in it, delete it",
    ),
    "an unseen sign in a reference": (
        "members: everybody",
        "members: [yu\u200bting, chunmei]",
        43,
        54,
        "the invisible character U+200B stands in it, delete it",
    ),
    "an unseen sign in a switch": (
        "battery: on,",
        "battery: o\u2060n,",
        6,
        18,
        'expected on or off; here is "on"; the invisible character U+2060 stands in it, delete it',
    ),
    "curly quotation marks": (
        "from: 18:30",
        "from: “18:30”",
        63,
        27,
        'here is "“18:30”"; its quotation marks are curly, write straight ones',
    ),
    "a full-width colon in a time": (
        "from: 18:30",
        "from: 18：30",
        63,
        27,
        'here is "18：30"; it has full-width signs, write "18:30"',
    ),
    "full-width digits": ("age: 39", "age: ３９", 31, 10, 'it has full-width signs, write "39"'),
    "keys without commas": (
        "members: everybody",
        "members: [yuting chunmei]",
        43,
        54,
        'here is "yuting chunmei"; a comma is missing between the keys',
    ),
    "keys with full-width commas": (
        "members: everybody",
        "members: [yuting，chunmei]",
        43,
        54,
        'here is "yuting，chunmei"; the comma in it is a full-width one, write "," and a space',
    ),
}


@pytest.mark.parametrize(("right", "wrong", "line", "column", "words"), NEARLY.values(), ids=NEARLY.keys())
def test_what_is_nearly_right_is_told_with_what_makes_it_right(
    right: str, wrong: str, line: int, column: int, words: str
) -> None:
    assert_told(right, wrong, line, column, words)


@pytest.mark.parametrize("keys", ["yuting chunmei", "yuting，chunmei", "yuting、chunmei"])
def test_keys_without_commas_are_one_problem(keys: str) -> None:
    (problem,) = list_problems(SMALL.replace("members: everybody", f"members: [{keys}]"))

    assert "expected a short key" in problem.text


def test_a_long_text_is_no_slip_in_one_sign() -> None:
    (problem,) = list_problems(SMALL.replace("age: 39", f"age: {61 * '３'}"))

    assert "full-width" not in problem.text
