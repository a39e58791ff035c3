"""Words typed for a box that did not open do nothing, until a pause, an Enter or another key."""

import pytest

from goodpath_client.stray_signs import StraySigns

Step = tuple[str, bool, int]
"""A key, whether it writes a sign, and the milliseconds since the key before."""


@pytest.mark.parametrize(
    ("steps", "taken"),
    [
        ([("d", True, 200), ("a", True, 900), ("d", True, 900)], [True, True, True]),
        ([("d", True, 2999), ("a", True, 999)], [True, True]),
        ([("d", True, 3000)], [False]),
        ([("d", True, 100), ("l", True, 1500), ("l", True, 10)], [True, False, False]),
        ([("d", True, 100), ("enter", False, 100), ("enter", False, 100)], [True, True, False]),
        ([("d", True, 100), ("backspace", False, 100), ("x", True, 100)], [True, True, True]),
        ([("down", False, 100), ("d", True, 100)], [False, False]),
        ([("escape", False, 100), ("d", True, 100)], [False, False]),
    ],
    ids=[
        "words",
        "looked at the keyboard first",
        "after a pause",
        "a pause ends it",
        "so does Enter",
        "corrected",
        "an arrow",
        "Escape",
    ],
)
def test_what_is_typed_on_is_held_back(steps: list[Step], taken: list[bool]) -> None:
    clock = [5000]
    stray = StraySigns(lambda: clock[0])
    stray.begin()
    found = []
    for key, is_sign, later in steps:
        clock[0] += later
        found.append(stray.take(key, is_sign))
    assert found == taken


def test_nothing_is_held_back_where_no_box_was_refused_or_another_has_the_words() -> None:
    stray = StraySigns(lambda: 5000)
    assert not stray.take("d", True)
    stray.begin()
    stray.end()
    assert not stray.take("d", True)
