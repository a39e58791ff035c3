"""Each kind of single value is typed from text, or told with what was expected."""

import pytest

from core.scenario.small import assert_told

# What an author does wrong: (what stands in the file, what is written instead, line, column, words).
WRONG = {
    "nothing behind a key": (
        "dream: school for her boy",
        "dream:",
        37,
        5,
        "expected a line of text; here is nothing",
    ),
    "a word for a number": ("age: 39", "age: many", 31, 10, 'a whole number, such as 4; here is "many"'),
    "5,000 digits": ("age: 39", "age: " + "5" * 5000, 31, 10, "a whole number"),
    "a maybe for a switch": (
        "battery: on, data",
        "battery: maybe, data",
        6,
        18,
        'expected on or off; here is "maybe"',
    ),
    "a time without unit": ("at: 1m30s", "at: 90", 70, 13, 'a length of time such as "4m"'),
    "a past in the future": ("at: -2h", "at: 2h", 58, 10, 'a time before the start such as "-3d"'),
    "25 o'clock": ("from: 18:30", "from: 25:00", 63, 27, 'a time of day such as "18:30"; here is "25:00"'),
    "the 31st of June": ("date: 2013-07-14", "date: 2013-06-31", 5, 7, "a date such as 2013-07-14"),
}


@pytest.mark.parametrize(("right", "wrong", "line", "column", "words"), WRONG.values(), ids=WRONG.keys())
def test_a_value_that_cannot_be_read_is_told_with_what_was_expected(
    right: str, wrong: str, line: int, column: int, words: str
) -> None:
    assert_told(right, wrong, line, column, words)
