"""Nobody in a scenario can be taken for somebody else."""

import pytest

from core.scenario.small import SMALL, assert_told, list_problems

# What stands in the file, what is written instead, line, column, words.
ALIKE = {
    "a name of the system": (
        "nickname: Spring Plum",
        "nickname: teacher",
        41,
        15,
        '"teacher" could be taken for the teacher or the system; choose another',
    ),
    "the same name twice": (
        "Wei Chunmei",
        "Pan Yuting",
        30,
        20,
        '"Pan Yuting" looks like the name in line 16; choose another',
    ),
    "signs that look the same": (
        "nickname: Spring Plum",
        "nickname: Pаn Yuting",
        41,
        15,
        "looks like the name in line 16; choose another",
    ),
    "a nickname that is another's name": (
        "Spring Plum",
        "PAN YUTlNG",
        41,
        15,
        "looks like the name in line 16; choose another",
    ),
}


@pytest.mark.parametrize(("right", "wrong", "line", "column", "words"), ALIKE.values(), ids=ALIKE.keys())
def test_names_that_could_be_taken_for_others_are_told_with_their_place(
    right: str, wrong: str, line: int, column: int, words: str
) -> None:
    assert_told(right, wrong, line, column, words)


@pytest.mark.parametrize("nickname", ["Wei Chunmei", "Plum Tree", '""'])
def test_a_name_of_ones_own_may_come_twice(nickname: str) -> None:
    assert list_problems(SMALL.replace("nickname: Spring Plum", f"nickname: {nickname}")) == ()
