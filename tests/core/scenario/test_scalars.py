"""Each kind of single value is typed from text, or told with what was expected."""

import pytest

from core.scenario.small import PICTURES, SMALL, assert_told
from goodpath_core.scenario.reader import read

# What an author does wrong: (what stands in the file, what is written instead, line, column, words).
WRONG = {
    "a capital letter in a key": (
        "by: lele, text: my",
        "by: Lele, text: my",
        71,
        35,
        'a short key of small letters, digits and hyphens that begins with a letter; here is "Lele"',
    ),
    "a list for a text": (
        "home: the terraces\n    work: packs",
        "home: [a, b]\n    work: packs",
        18,
        5,
        "here are several",
    ),
    "a decimal with a comma": (
        "speed: 17.5",
        "speed: '17,5'",
        63,
        41,
        'a number, such as 8 or 0.5; here is "17,5"',
    ),
    "a date in words": (
        "date: 2013-07-14",
        "date: 14 July",
        5,
        7,
        "a date such as 2013-07-14, from 1900 to 2100",
    ),
    "a number of letters": (
        "number: 1983360527",
        "number: 12a45",
        40,
        13,
        "an invented number of five to ten digits",
    ),
    "a number that begins with 0": ("number: 1983360527", "number: 01234", 40, 13, "an invented number"),
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
    "less than no speed": ("speed: 17.5", "speed: -8", 63, 41, 'a number, such as 8 or 0.5; here is "-8"'),
    "a year before there were phones": ("2013-07-14", "1899-12-31", 5, 7, "from 1900 to 2100"),
}


@pytest.mark.parametrize(("right", "wrong", "line", "column", "words"), WRONG.values(), ids=WRONG.keys())
def test_a_value_that_cannot_be_read_is_told_with_what_was_expected(
    right: str, wrong: str, line: int, column: int, words: str
) -> None:
    assert_told(right, wrong, line, column, words)


@pytest.mark.parametrize(("written", "swaps"), [("any", -1), ("0", 0), ("12", 12)])
def test_exchanges_are_counted_or_any(written: str, swaps: int) -> None:
    scenario = read(SMALL.replace("swaps: any", f"swaps: {written}"), key="small", pictures=PICTURES)

    assert scenario.phases[0].allow.swaps == swaps
