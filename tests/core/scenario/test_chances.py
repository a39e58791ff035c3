"""What the script plans can come about: its times are reached, and somebody can do what it waits for."""

import pytest

from core.scenario.small import SMALL, assert_told, list_problems

ALLOW = "allow: {chat: on, page: on, visit: off, pictures: 3, swaps: any}"
WAITS = "when: {first: post, by: yuting}"
# What stands in the file, what is written instead, line, column, words.
NEVER = {
    "an inject after the phase": (
        "at: 1m30s",
        "at: 13m",
        70,
        13,
        "the phase lasts 12 min; expected an earlier time",
    ),
    "an inject at the end of the phase": ("at: 1m30s", "at: 12m", 70, 13, "expected an earlier time"),
    "what comes before the beginning": (
        "at: 1m30s",
        "before_end: 12m1s",
        70,
        21,
        "the phase lasts 12 min; expected no more than that",
    ),
    "a wait that is longer than the phase": ("after: 10s", "after: 12m", 73, 16, "expected a shorter wait"),
    "a visit where none is allowed": (
        WAITS,
        "when: {first: visit}",
        72,
        23,
        'this phase allows no "visit", so it cannot happen; allow it',
    ),
    "a post of somebody on the line": (
        WAITS,
        "when: {first: post, by: chunmei}",
        72,
        23,
        "has no phone in this phase; choose another place for them",
    ),
    "likes of more than come": ("likes: 9", "likes: 61", 75, 60, "60 come; expected no more likes than that"),
    "a first without a phone": ("place: free", "place: shift", 72, 23, "has no phone in this phase"),
}


@pytest.mark.parametrize(("right", "wrong", "line", "column", "words"), NEVER.values(), ids=NEVER.keys())
def test_what_can_never_happen_is_told_with_its_place(
    right: str, wrong: str, line: int, column: int, words: str
) -> None:
    assert_told(right, wrong, line, column, words)


def test_what_is_as_long_before_the_end_as_the_phase_is_happens_at_its_beginning() -> None:
    assert list_problems(SMALL.replace("at: 1m30s", "before_end: 12m")) == ()


@pytest.mark.parametrize("allow", ["pictures: 0, swaps: any", "swaps: any"], ids=["none", "not said"])
def test_a_first_picture_needs_room_for_one(allow: str) -> None:
    text = SMALL.replace("pictures: 3, swaps: any", allow).replace(
        WAITS, "when: {first: picture, by: yuting}"
    )
    told = [(one.line, one.column, one.text) for one in list_problems(text)]
    assert (
        72,
        23,
        'this phase has room for no "pictures", so it cannot happen; allow some',
    ) in told


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (WAITS, "when: {first: picture, by: yuting}"),
        (WAITS, "when: {first: message}"),
        ("at: 1m30s", "at: 11m59s"),
        ("likes: 9", "likes: 60"),
        # The same with somebody whom the script frees, alone or among other things.
        (
            "say: {group: kitchen, by: lele, text: my turn}",
            "move: {who: chunmei, place: free, text: Go.}\n      - when: {first: post, by: chunmei}\n"
            "        narrate: {text: x}",
        ),
        (
            WAITS + "\n        after: 10s\n        do:",
            "when: {first: post, by: chunmei}\n        do:\n"
            "          - move: {who: chunmei, place: free, text: Go.}",
        ),
    ],
    ids=["a picture", "anybody", "the last second", "all like it", "moved before", "moved among others"],
)
def test_what_can_happen_is_no_problem(right: str, wrong: str) -> None:
    assert SMALL.count(right) == 1
    assert list_problems(SMALL.replace(right, wrong)) == ()
