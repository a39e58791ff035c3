"""What is more than a part of a scenario may hold is told with its place."""

import pytest

from core.scenario.small import assert_told

# What an author does wrong: (what stands in the file, what is written instead, line, column, words).
MISTAKES = {
    "a picture too many": ("pictures: 3", "pictures: 25", 68, 55, "expected 24 or less; here is 25"),
    "thirteen prompts": (
        "prompts: [Who is it for?]",
        f"prompts: [{', '.join(13 * ['Who?'])}]",
        67,
        5,
        "expected at most 12 entries; here are 13",
    ),
    "a prompt like a letter": ("[Who is it for?]", f"[Who?, {301 * 'x'}]", 67, 21, "at most 300 characters"),
    "a long ask": ("ask: Make a page.", f"ask: {301 * 'x'}", 66, 10, "at most 300 characters; here are 301"),
    "nine sentences": (
        "[What I made up is ...]",
        f"[{', '.join(9 * ['I ...'])}]",
        80,
        3,
        "expected at most 8 entries; here are 9",
    ),
    "a sentence like a letter": (
        "[What I made up is ...]",
        81 * "x",
        80,
        13,
        "expected at most 80 characters",
    ),
    "a long tag": ("tags: [night]", f"tags: {81 * 'x'}", 51, 11, "expected at most 80 characters"),
}


@pytest.mark.parametrize(
    ("right", "wrong", "line", "column", "words"), MISTAKES.values(), ids=MISTAKES.keys()
)
def test_it_is_told_with_its_place(right: str, wrong: str, line: int, column: int, words: str) -> None:
    assert_told(right, wrong, line, column, words)
