"""The run sheet tells in plain sentences all that was written, so that what is wrong is seen before class."""

import pytest
from goodpath.run_sheet import write_run_sheet

from core.scenario.small import PICTURES, SMALL
from goodpath_core.scenario.reader import read


def sheet_of(text: str) -> str:
    """The sheet without its line breaks."""
    return " ".join(write_run_sheet(read(text, key="small", pictures=PICTURES)).split())


SAID = {
    "the first day": "The first day is Sunday 14 July 2013.",
    "the rules": "Scarce: battery. Plentiful: data, money.",
    "the briefing": "Briefing You play somebody who is alive today. - Do: Give them a plan. - No",
    "rooms by house": "Rooms The row, 1 socket: - Pan Yuting: Half of a room. - Wei Chunmei: The other half.",
    "decks": "Pictures - On the street, for everybody: A lamp.",
    "a past post": '- 11 July, 18:30: Pan Yuting posts "A lamp." with the picture A lamp; '
    'liked by Wei Chunmei; Lele: "bright" -',
    "a past line": '- 16:30: Lele says in Kitchen: "i am hungry"',
    "a notice": 'Kitchen, owned by Wei Chunmei: Pan Yuting, Wei Chunmei. Notice: "Ten minutes a pot."',
    "the time": "In the world it is Sunday 14 July 2013, 18:30 to 22:00.",
    "what is open": "Open: chat, own page with 3 pictures, exchanged as one likes. Closed: visits.",
    "the sources": "Sources - Everything: invented",
}


@pytest.mark.parametrize("words", SAID.values(), ids=SAID.keys())
def test_the_sheet_tells(words: str) -> None:
    assert words in sheet_of(SMALL)


# What stands in the file, what is written instead, what is told then.
OTHERWISE = {
    "what is denied once": (
        "dont: [No jokes about anybody.]",
        "dont: [Joke about anybody., Never shout.]",
        "- Do not: Joke about anybody. - Never shout. Cast",
    ),
    "nothing scarce": (
        "{battery: on, data: off, money: no}",
        "{battery: off, data: off, money: off}",
        "Plentiful: battery, data, money.",
    ),
    "all scarce": (
        "{battery: on, data: off, money: no}",
        "{battery: on, data: on, money: on}",
        "Scarce: battery, data, money. Briefing",
    ),
    "a page without pictures": ("pictures: 3, swaps: any", "swaps: any", "own page without pictures"),
    "one picture": (
        "pictures: 3, swaps: any",
        "pictures: 1, swaps: 0",
        "own page with 1 picture, none exchanged",
    ),
    "two exchanged": ("pictures: 3, swaps: any", "pictures: 3, swaps: 2", "with 3 pictures, 2 exchanged"),
    "nothing closed": ("visit: off", "visit: on", "exchanged as one likes, visits. Ask"),
    "a deck for some": (
        "    number: 1983360527",
        "    decks: []\n    number: 1983360527",
        "- On the street, for Pan Yuting: A lamp.",
    ),
    "a picture of a room": (
        "    number: 1983360527",
        "    room_picture: lamp.png\n    number: 1983360527",
        "The other half. (Picture: lamp.png)",
    ),
    "a night": (
        "speed: 17.5",
        "speed: 35",
        "it is Sunday 14 July 2013, 18:30 to Monday 15 July 2013, 01:30.",
    ),
    "a phase without current": (
        "    place: free\n",
        "    place: free\n    current: off\n",
        "Wei Chunmei: on the line, phones locked away. There is no current.",
    ),
    "a time before the end": (
        "at: 1m30s",
        "before_end: 1m30s",
        "- 1 min 30 s before the end (evening-1): Lele",
    ),
    "the very end": ("at: 1m30s", "before_end: 0s", "- At the end (evening-1): Lele"),
    "another first day": ("day: 0", "day: 1", "In the world it is Monday 15 July 2013, 18:30 to 22:00."),
}


@pytest.mark.parametrize(("right", "wrong", "words"), OTHERWISE.values(), ids=OTHERWISE.keys())
def test_what_is_otherwise_is_told_otherwise(right: str, wrong: str, words: str) -> None:
    text = SMALL.replace(right, wrong)
    assert text != SMALL
    assert words in sheet_of(text)


def test_nothing_open_is_told() -> None:
    text = SMALL.replace("{chat: on, page: on, visit: off, pictures: 3, swaps: any}", "{}")
    begins, ends = text.index("    injects:"), text.index("debrief:")

    assert "Closed: chat, own page, visits. Ask" in sheet_of(text[:begins] + text[ends:])


def test_what_a_scenario_does_not_have_has_no_heading() -> None:
    text = SMALL.replace("decks: [street]", "decks: []").replace(
        "    number: 198", "    decks: []\n    number: 198"
    )
    begins, ends = text.index("cards:\n"), text.index("phases:")
    sheet = sheet_of(text[:begins] + text[ends:])

    assert "Pictures" not in sheet
    assert "Before play" not in sheet
