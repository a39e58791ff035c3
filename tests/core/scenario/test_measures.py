"""What is too much, too little, in vain or too much alike is told with its place."""

import pytest

from core.scenario.small import assert_told

# What an author does wrong: (what stands in the file, what is written instead, line, column, words).
MISTAKES = {
    "a picture too many": ("pictures: 3", "pictures: 25", 68, 55, "expected 24 or less; here is 25"),
    "less than no exchange": (
        "swaps: any",
        "swaps: -2",
        68,
        65,
        'whole number of 0 or more, or the word "any"',
    ),
    "what any becomes": ("swaps: any", "swaps: -1", 68, 65, 'the word "any"; here is "-1"'),
    "a time before the phase": ("at: 1m30s", "at: -90s", 70, 13, 'a length of time such as "4m"'),
    "no time before the phase": ("at: 1m30s", "at: -0s", 70, 13, 'a length of time such as "4m"'),
    "less than no money": ("balance_yuan: 41", "balance_yuan: -1", 36, 85, "expected 0 or more"),
    "less than no speed": ("speed: 17.5", "speed: -8", 63, 41, 'a number, such as 8 or 0.5; here is "-8"'),
    "a world that stands": ("speed: 17.5", "speed: 0", 63, 41, "expected more than 0"),
    "a year before there were phones": ("2013-07-14", "1899-12-31", 5, 7, "from 1900 to 2100"),
    "a phase of no time": ("lasts: 12m", "lasts: 0m", 62, 12, 'expected 10 s or more; here is "0m"'),
    "a phase of a working day": ("lasts: 12m", "lasts: 10h", 62, 12, "expected 360 min or less"),
    "a debrief of no time": ("lasts: 4m", "lasts: 0s", 78, 10, "a debrief of at least 3 min"),
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
    "a wait longer than the phase": ("after: 10s", "after: 12m", 73, 16, "12 min; expected a shorter wait"),
    "more likes than visitors": ("count: 60", "count: 8", 75, 59, "8 come; expected no more likes than that"),
    "a first without a phone": ("place: free", "place: shift", 72, 23, "has no phone in this phase"),
    "somebody twice": (
        "who: chunmei",
        "who: [chunmei, chunmei]",
        76,
        36,
        '"chunmei" stands twice in this list',
    ),
    "a group like a persona": ("  kitchen: {", "  chunmei: {", 43, 3, "is already the key of a persona"),
    "a nickname of the system": (
        "Spring Plum",
        "Narrator",
        41,
        15,
        "could be taken for the teacher or the system",
    ),
    "somebody's name": (
        "Spring Plum",
        "PAN YUTlNG",
        41,
        15,
        "looks like the name in line 16; choose another",
    ),
    "a name twice": ("Wei Chunmei", "Pan Yuting", 30, 20, "looks like the name in line 16; choose another"),
}


@pytest.mark.parametrize(
    ("right", "wrong", "line", "column", "words"), MISTAKES.values(), ids=MISTAKES.keys()
)
def test_it_is_told_with_its_place(right: str, wrong: str, line: int, column: int, words: str) -> None:
    assert_told(right, wrong, line, column, words)
