"""What YAML cannot read is told in plain words, at the place where a writer has to look."""

import pytest

from goodpath_core.scenario.syntax import parse_yaml
from goodpath_core.scenario.tree import Mark, to_plain

COLON = "a second colon; put the text in quotation marks, or indent less"
TAB = "a tab stands here; indent with spaces"
UNCLOSED = "a quotation mark is opened here and never closed"
NOT_CLOSED = {sign: f'a "{sign}" is opened here and never closed' for sign in "[{"}
BACKSLASH = "a backslash in \"...\" means something special; use '...' or write two"
ESCAPE = "this escape stands for no sign; write the sign itself"
INDENTED = "this line is indented differently from its neighbours"
HAD_ENDED = "what began before this had ended already; put all of it in quotation marks"
OPENED = "a quotation mark is opened here and closed only in line {}; close it where the text ends"
HYPHEN = "a hyphen without a space behind it; write one"
NO_SPACE = "a colon without a space behind it; write one, or quote the text"
ODD_SPACE = "this is no ordinary space (U+{}); delete it, and indent with the space bar"
NOT_READ = '; what stands behind " #" in line {} is not read'
SCENARIO_ENDED = "the scenario had ended here; check the indenting"
PERCENT = 'a line may not begin with "%"; leave it out, or indent it'
DEEP = "this is nested more than 20 deep; expected a flatter file"


def listed(sign: str, line: int) -> str:
    return (
        f'a "{sign}" is opened here, but a list with hyphens begins in line {line}; '
        f'leave the "{sign}" out, or close it'
    )


def begins(sign: str) -> str:
    return f'a text may not begin with "{sign}"; put it in quotation marks'


# What stands in the file, line and column of the only complaint, and its words.
UNREADABLE = [
    ("a: b: c", 1, 5, COLON),
    ("a: it's: x", 1, 8, COLON),
    ("a: b\n c: d", 2, 3, COLON),
    ("a:b\nc: d", 1, 2, NO_SPACE),
    ("a:\n    b:20\n    c: d", 2, 6, NO_SPACE),
    ("a:\n    b: 1\n    c:20\n    d: e", 3, 6, NO_SPACE),
    ("a: {b:[c]}", 1, 6, NO_SPACE),
    ("a: b\nc\nd: e", 3, 1, "expected a colon and a space behind the key, or deeper indenting"),
    ("\ta: b", 1, 1, TAB),
    ("a:\n  - b\n\t- c", 3, 1, TAB),
    ("a: |\n\t x", 2, 1, TAB),
    ("a:\n\tb: c\n\td: e", 2, 1, f"{TAB}; the same in 1 other line"),
    ("a:\n\tb: c\n  \td: e\n\tf: g", 2, 1, f"{TAB}; the same in 2 other lines"),
    ("a: @x", 1, 4, begins("@")),
    ("a: %", 1, 4, begins("%")),
    ("a: `x`", 1, 4, begins("`")),
    ("a: > x", 1, 4, begins(">")),
    ("a: |x", 1, 4, begins("|")),
    ("a: |0\n x", 1, 4, begins("|")),
    ("a: *hi* there", 1, 4, begins("*")),
    ("a: *", 1, 4, begins("*")),
    ("a: &{b: c}", 1, 4, begins("&")),
    ("a: !<x y", 1, 4, begins("!")),
    ("a: ![b]", 1, 4, begins("!")),
    ("a: !e!x y", 1, 4, begins("!")),
    ("a: ? b", 1, 4, begins("?")),
    ("a: {b: - c}", 1, 8, begins("-")),
    ("a: [\n  - b\n  - c\nd: e", 1, 4, listed("[", 2)),
    ("a:\n  b: {\n\n    - c: d", 2, 6, listed("{", 4)),
    ("a: [b, [\n- c]]", 1, 8, listed("[", 2)),
    ("a: ,", 1, 4, begins(",")),
    ("[a, ?", 1, 1, NOT_CLOSED["["]),
    ("a: b\nc: [\n", 2, 4, NOT_CLOSED["["]),
    ("a: b\nc: {", 2, 4, NOT_CLOSED["{"]),
    ("a: [b, [c],\n", 1, 4, NOT_CLOSED["["]),
    ('a: [b, "c\n', 1, 8, UNCLOSED),
    ("a: [\nb: c\nd: e\n", 3, 2, 'expected a comma or a closing "]"; the "[" in line 1 is still open'),
    ("a: [b c: d: e]\n", 1, 11, 'expected a comma or a closing "]"'),
    ('a: "x\ny: z\n', 1, 4, UNCLOSED),
    ("a: b\nc: 'x", 2, 4, UNCLOSED),
    ('a: "x\n---\ny: z', 1, 4, UNCLOSED),
    ('a: "\\q"', 1, 5, BACKSLASH),
    ('a: "\\x"', 1, 7, BACKSLASH),
    ('a: "\\ud83d\\ude00"', 1, 7, ESCAPE),
    ('a: "x" y', 1, 8, HAD_ENDED),
    ('a: "b\nc: d\ne: "99"', 1, 4, OPENED.format(3)),
    ('a: {b: "c\nd: e\nf: "99"', 1, 8, OPENED.format(3)),
    ('a: "b" #1\n c', 2, 2, f"{INDENTED}; as it stands it belongs to line 1"),
    ("a: [x] y", 1, 8, HAD_ENDED),
    ("a: 'it's'", 1, 8, HAD_ENDED),
    ("a:\n  b: c\n d: e", 3, 2, f"{INDENTED}; as it stands it belongs to line 1"),
    (
        "p:\n  m:\n    a: b\nf:\n    a: c\n\n  x:\n    a: d",
        7,
        3,
        f"{INDENTED}; as it stands it belongs to line 4",
    ),
    ("p:\n  -name: x\n    lasts: 3", 2, 3, HYPHEN),
    ("p:\n  - name: x\n    a: 3\n  -name: y\n    a: 3", 4, 3, HYPHEN),
    ("p:\n  -{key: x, at: 3}\n  -{key: y, at: 3}", 2, 3, f"{HYPHEN}; the same in 1 other line"),
    ("a:\n    b: c\n\u3000\u3000d: e\n    f: g", 3, 1, ODD_SPACE.format("3000")),
    ("a:\n    b: c\n  \xa0\xa0d: e\n    f: g", 3, 3, ODD_SPACE.format("00A0")),
    ("a: b #1 c\n  d", 2, 3, f"{INDENTED}; as it stands it belongs to line 1{NOT_READ.format(1)}"),
    (
        "a: {b: c #1 d}\ne: f",
        2,
        1,
        f'expected a comma or a closing "}}"; the "{{" in line 1 is still open{NOT_READ.format(1)}',
    ),
    ("a: b\n- c", 2, 1, INDENTED),
    ("a: - b", 1, 4, "a list dash may not stand behind a key; begin a new line"),
    ("a: [b, c", 1, 4, NOT_CLOSED["["]),
    ("a: {b: c", 1, 4, NOT_CLOSED["{"]),
    (" a: b\nc: d", 2, 1, SCENARIO_ENDED),
    ("a: b\n...\nc: d", 3, 1, SCENARIO_ENDED),
    ("a: " + "[" * 1_500, 1, 1_003, DEEP),
    ("%YAML 1.2\n---\na: b", 1, 1, PERCENT),
    ("# c\n%X\n---\na: b", 2, 1, PERCENT),
    ("a\x00b: c", 1, 2, "the invisible character U+0000; delete it"),
    ("a: b\nc: x\x7f", 2, 5, "the invisible character U+007F; delete it"),
    ("字: 字\ud800\n", 1, 5, "the invisible character U+D800; delete it"),
    ("a: \ufffe", 1, 4, "the invisible character U+FFFE; delete it"),
    ("a: !%ED%A0%80 x", 1, 1, "YAML cannot read this file; look for a strange number or escape in it"),
]
# The same mistake behind signs that take more than one byte, more than one character, or no column.
PLACES = {
    "Chinese and an emoji": ("字😀: b: c", 1, 6),
    "a byte order mark": ("\ufeffa: b: c", 1, 5),
    "lines that end with CR LF": ("a: b\r\n字: c: d\r\n", 2, 5),
    "lines that end with CR": ("a: b\rc: d: e\r", 2, 5),
    "an unusual line end within a text": ("a: b\u2028c\u2029d\x85e\nf: g: h", 2, 5),
}


@pytest.mark.parametrize(("text", "line", "column", "words"), UNREADABLE)
def test_what_yaml_cannot_read_is_told_plainly(text: str, line: int, column: int, words: str) -> None:
    _, complaints = parse_yaml(text)

    assert complaints == [(Mark(line, column), words)]


@pytest.mark.parametrize(("text", "line", "column"), PLACES.values(), ids=PLACES.keys())
def test_lines_and_columns_are_those_of_an_editor(text: str, line: int, column: int) -> None:
    _, complaints = parse_yaml(text)

    assert complaints == [(Mark(line, column), COLON)]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a: yes\nb: 0x1F\nc: 12:30\nd: 2013-07-14\ne: ~\nf: 1e3", "yes 0x1F 12:30 2013-07-14 ~ 1e3"),
        ("a: |\n  b\n  c\n", "b\nc\n"),
        ("a: b\u2028c", "b c"),
        ('"<<": b', "b"),
        ("a: b # c: d: e", "b"),
        ("a:\tb\t", "b"),
    ],
)
def test_every_value_is_the_text_that_stands_there(text: str, plain: str) -> None:
    root, complaints = parse_yaml(text)

    assert complaints == []
    assert root is not None
    found = to_plain(root)
    assert isinstance(found, dict)
    assert " ".join(found.values()) == plain


def test_what_is_a_slip_elsewhere_may_stand_in_a_text_of_several_lines() -> None:
    _, complaints = parse_yaml("a: |\n  -b\n  c:d\n  \u3000e: f\ng: h: i\n")

    assert complaints == [(Mark(5, 5), COLON)]


def test_a_full_width_colon_is_told_and_not_what_it_led_to() -> None:
    _, complaints = parse_yaml("a: b\n  c：d\n  e: f: g\n")

    assert complaints == [(Mark(2, 4), 'a full-width colon "：" stands here; expected ":" and a space')]


# What YAML has and a scenario does not need: what stands in the file, line and column, and the words.
NOT_NEEDED = {
    "an alias": ("a: *x", 1, 4, 'the alias "*x" is not allowed; write the text out, or quote it'),
    "an anchor": ("a: &x b", 1, 4, 'the anchor "&x" is not allowed; leave it out'),
    "an anchor on a list": ("a: &x [b]", 1, 4, 'the anchor "&x" is not allowed; leave it out'),
    "a tag": ("a: !x b", 1, 4, 'the tag "!x" is not allowed; leave it out, or quote it'),
    "a tag on a group": ("!x\na: b", 1, 1, 'the tag "!x" is not allowed; leave it out, or quote it'),
    "a merge key": ("a: b\n<<: c", 2, 1, 'the merge key "<<" is not allowed; write the lines out'),
    "a key twice": ("a: b\na: c", 2, 1, 'the key "a" stands here twice; its first is in line 1'),
    "a list as a key": ("[a]: b", 1, 1, "a key is one word here, not a list or a mapping"),
    "a group as a key": ("{a: b}: c", 1, 1, "a key is one word here, not a list or a mapping"),
    "a second document": (
        "a: b\n---\nc: d",
        2,
        1,
        "a second document begins here; expected one scenario in one file",
    ),
    "a list too deep": ("[" * 21, 1, 21, DEEP),
    "a long list": ("- a\n" * 251, 251, 3, "more than 250 entries stand side by side here; expected fewer"),
    "a long group": (
        "".join(f"k{number}: a\n" for number in range(251)),
        251,
        1,
        "more than 250 entries stand side by side here; expected fewer",
    ),
    "many entries": (
        "".join(f"k{number}: [{'a,' * 250}]\n" for number in range(24)),
        24,
        409,
        "the file holds more than 6,000 entries; make it shorter",
    ),
}


@pytest.mark.parametrize(("text", "line", "column", "words"), NOT_NEEDED.values(), ids=NOT_NEEDED.keys())
def test_what_a_scenario_does_not_need_is_refused(text: str, line: int, column: int, words: str) -> None:
    _, complaints = parse_yaml(text)

    assert complaints == [(Mark(line, column), words)]


def test_of_many_refusals_only_the_first_hundred_are_told() -> None:
    _, complaints = parse_yaml("- *x\n" * 120)

    assert [mark.line for mark, _ in complaints] == [*range(1, 101)]
