"""Text that YAML drops or parts without a word is shown to whoever wrote it."""

import pytest

from core.scenario.small import PICTURES, SMALL
from goodpath_core.scenario.reader import list_doubts, read

COMMENT = '"{}" is a comment and not read; if it belongs to the text, put all of it in quotation marks'
COMMA = "a new text begins behind the comma; if it is one with the text before, put both in quotation marks"
CURLY = "the curly quotation marks are a part of the text; write straight ones if they only enclose it"
HYPHEN = "a hyphen without a space behind it begins no list; write one if a list is meant"
# What stands in the file, what is written instead, line, column, words.
LOST = {
    "a number": (
        "ask: Make a page.",
        "ask: Be number #1. The phone",
        66,
        20,
        COMMENT.format("#1. The phone"),
    ),
    "words": ("work: packs boxes", "work: packs boxes # nights", 19, 23, COMMENT.format("# nights")),
    "one word and a number": ("nickname: Spring Plum", "nickname: Plum #2", 41, 20, COMMENT.format("#2")),
    "a comma in a sentence": (
        "[What I made up is ...]",
        "[I made up a name, a face ..., ...]",
        80,
        32,
        COMMA,
    ),
    "dots behind a comma": ("[What I made up is ...]", "[I made up a name, ...]", 80, 32, COMMA),
    "curly quotation marks": ("ask: Make a page.", "ask: “Make a page.”", 66, 10, CURLY),
    "hyphens without a space": (
        "wants_today: one picture",
        "wants_today:\n      -one\n      -two",
        40,
        7,
        HYPHEN,
    ),
}
WHOLE = {
    "a comment in its own line": ("    ask: Make a page.", "    # about pages\n    ask: Make a page."),
    "a comment far behind": ("ask: Make a page.", "ask: Make a page.  # about pages"),
    "a comment behind a number": ("age: 39", "age: 39 # years"),
    "a comment behind braces": ("sockets: 1}}", "sockets: 1}} # one"),
    "a number in quotation marks": ("ask: Make a page.", 'ask: "Be number #1." # so'),
    "a number in a word": ("ask: Make a page.", "ask: Be number#1."),
    "small letters throughout": ("wants_today: one picture", "wants_today: [one picture, a friend]"),
    "sentences": ("wants_today: one picture", "wants_today: [One picture., A friend.]"),
    "a comma in quotation marks": ("wants_today: one picture", 'wants_today: ["One, or two.", "a friend"]'),
    "words for a tag": ("tags: [night]", "tags: [Night, cool]"),
    "somebody who is quoted": ("ask: Make a page.", "ask: “Make a page”, she says."),
    "a minus": ("ask: Make a page.", "ask: -3 degrees"),
}


def list_for(right: str, wrong: str) -> list[tuple[int, int, str]]:
    """Line, column and words of what is doubtful in SMALL with `wrong` in place of `right`."""
    assert SMALL.count(right) == 1
    found = list_doubts(SMALL.replace(right, wrong), file="scenario.yaml")
    return [(doubt.line, doubt.column, doubt.text) for doubt in found]


@pytest.mark.parametrize(("right", "wrong", "line", "column", "words"), LOST.values(), ids=LOST.keys())
def test_what_may_be_lost_is_shown_with_its_place(
    right: str, wrong: str, line: int, column: int, words: str
) -> None:
    assert list_for(right, wrong) == [(line, column, f"is this meant? {words}")]


@pytest.mark.parametrize(("right", "wrong"), WHOLE.values(), ids=WHOLE.keys())
def test_what_is_surely_meant_is_not_shown(right: str, wrong: str) -> None:
    assert list_for(right, wrong) == []


def test_a_doubt_keeps_no_scenario_from_being_read() -> None:
    text = SMALL.replace("work: packs boxes", "work: packs boxes # nights")

    assert read(text, key="small", pictures=PICTURES).personas["yuting"].work == "packs boxes"


@pytest.mark.parametrize("text", ["", "a: [", "&a b"])
def test_a_file_that_is_no_scenario_raises_no_doubts(text: str) -> None:
    assert list_doubts(text, file="scenario.yaml") == []


def test_doubts_are_clean_and_no_more_than_are_read() -> None:
    text = "".join(f"k{number}: b c #\u202e{number}\n" for number in range(250))
    doubts = list_doubts(text, file="a\x1b.yaml")

    assert len(doubts) == 200
    assert str(doubts[0]) == f"a\ufffd.yaml:1:9: is this meant? {COMMENT.format('#0')}"
