"""Words typed for a box that did not open, or has closed, do nothing until a pause or another key."""

import pytest

from goodpath_client.stray_signs import BOX_CLOSED, StraySigns

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
        ([("enter", False, 100), ("d", True, 100)], [False, False]),
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
        "an Enter that ends no words",
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
    stray.write("d", True)
    stray.write("enter", False)
    assert not stray.take("d", True)
    stray.begin()
    stray.end()
    assert not stray.take("d", True)


def closed(clock: list[int], again: str = "") -> StraySigns:
    """Somebody wrote a word, and its box closed with the Enter."""
    stray = StraySigns(lambda: clock[0])
    stray.write("d", True)
    stray.write("enter", False)
    stray.close(again)
    return stray


def test_that_a_box_has_closed_is_said_once_and_only_if_somebody_types_on() -> None:
    stray = closed([5000])
    assert not stray.take("enter", False)
    stray = closed([5000])
    assert stray.take("d", True) and stray.take_words() == BOX_CLOSED
    assert stray.take("a", True) and stray.take_words() == ""
    stray.begin()
    assert stray.take("d", True) and stray.take_words() == ""


@pytest.mark.parametrize(("later", "taken"), [(1499, True), (1500, False)])
def test_letters_are_keys_again_once_a_closed_box_has_been_seen(later: int, taken: bool) -> None:
    clock = [5000]
    stray = closed(clock)
    clock[0] += later
    assert stray.take("l", True) is taken


@pytest.mark.parametrize("key", ["c", "C"])
def test_the_key_that_opens_the_box_again_does_so_unless_words_are_being_typed(key: str) -> None:
    assert not closed([5000], "c").take(key, True)
    stray = closed([5000], "c")
    assert [stray.take(one, True) for one in ("i", key)] == [True, True]


@pytest.mark.parametrize(
    ("keys", "taken"),
    [
        ([("d", True), ("enter", False)], True),
        ([("backspace", False), ("enter", False)], True),
        ([("d", True), ("up", False), ("enter", False)], False),
        ([("enter", False)], False),
    ],
    ids=["words", "corrected", "left with an arrow", "nothing typed"],
)
def test_a_box_that_closes_holds_back_what_follows_words(keys: list[tuple[str, bool]], taken: bool) -> None:
    stray = StraySigns(lambda: 5000)
    for key in keys:
        stray.write(*key)
    stray.close()
    assert stray.take("a", True) is taken
    assert stray.take_words() == (BOX_CLOSED if taken else "")


@pytest.mark.parametrize(
    ("last", "later", "taken"),
    [
        (("d", True), 999, True),
        (("backspace", False), 999, True),
        (("d", True), 1000, False),
        (("enter", False), 10, False),
        (("f6", False), 10, False),
    ],
    ids=["in a word", "corrected", "after a pause", "after an Enter", "after a key that leads away"],
)
def test_the_rest_of_a_word_whose_box_went_is_held_back(
    last: tuple[str, bool], later: int, taken: bool
) -> None:
    clock = [5000]
    stray = StraySigns(lambda: clock[0])
    stray.write(*last)
    clock[0] += later
    assert stray.take("a", True) is taken
    assert stray.take_words() == (BOX_CLOSED if taken else "")
