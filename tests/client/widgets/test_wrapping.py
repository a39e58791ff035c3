"""Wrapping loses nothing, breaks no sign, and keeps Chinese punctuation where readers expect it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from wcwidth import iter_graphemes

from goodpath_client.widgets.wrapping import cut, fit_rows, shorten, shorten_words, width, wrap
from goodpath_core.text import clean_block, clean_line

nasty = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\U0001f469\u263a1\U0001f3fd\U0001f1e8\U0001f1f3a \u00e9中，。（》\n\u200d"
            "\ufe0f\ud55c\u1112\u1161\u11ab\u0301\u0e01\u0e47ab,.?! “”打工妹"
        ),
    ),
    max_size=40,
).map(clean_block)
cells = st.integers(2, 40)
GAPS = " \u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u3000"


def without_gaps(text: str) -> str:
    return "".join(sign for sign in text if sign not in GAPS and sign != "\n")


@given(nasty, cells)
@settings(max_examples=200, deadline=None)
def test_only_spaces_at_a_break_are_left_out(text: str, room: int) -> None:
    assert without_gaps("".join(wrap(text, room))) == without_gaps(text)


@given(nasty, cells)
@settings(max_examples=200, deadline=None)
def test_no_line_is_wider_than_asked(text: str, room: int) -> None:
    for line in wrap(text, room):
        assert width(line) <= room
        assert cell_len(line) == width(line)


@given(nasty, cells)
@settings(max_examples=200, deadline=None)
def test_no_grapheme_is_broken(text: str, room: int) -> None:
    broken = [sign for line in wrap(text, room) for sign in iter_graphemes(line) if sign not in GAPS]
    whole = [sign for line in text.split("\n") for sign in iter_graphemes(line) if sign not in GAPS]
    assert "".join(broken) == "".join(whole)
    assert len(broken) <= len(whole)


@given(nasty.map(clean_line), st.integers(0, 40))
@settings(max_examples=200, deadline=None)
def test_a_cut_text_has_exactly_the_width(text: str, room: int) -> None:
    assert width(cut(text, room)) == room
    assert text.startswith(cut(text, room).rstrip()) or cut(text, room).strip() == ""


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 10, [""]),
        ("short", 10, ["short"]),
        ("one two three", 7, ["one two", "three"]),
        ("one\ntwo", 10, ["one", "two"]),
        ("one\n\ntwo", 10, ["one", "", "two"]),
        ("  indented text", 10, ["  indented", "text"]),
        ("supercalifragilistic", 8, ["supercal", "ifragili", "stic"]),
        ("今天加班到八点", 8, ["今天加班", "到八点"]),
        ("今天加班，八点", 8, ["今天加", "班，八点"]),
        ("他说（好的）吗", 6, ["他说", "（好", "的）吗"]),
        ("他问“真的吗？”了", 12, ["他问“真的", "吗？”了"]),
        ("\U0001f1e8\U0001f1f3\U0001f1e8\U0001f1f3", 3, ["\U0001f1e8\U0001f1f3"] * 2),
        ("a\U0001f469\u200d\U0001f527b", 3, ["a\U0001f469\u200d\U0001f527", "b"]),
        ("see http://example.org/a/long/path now", 12, ["see", "http://examp", "le.org/a/lon", "g/path now"]),
        ("word", 1, ["wo", "rd"]),
    ],
)
def test_lines_break_where_readers_expect(text: str, room: int, lines: list[str]) -> None:
    assert wrap(text, room) == lines


@given(st.text("今天加班到八点，。！？（）“”", max_size=30), st.integers(12, 30))
@settings(max_examples=200, deadline=None)
def test_a_line_starts_with_closing_punctuation_only_when_a_run_of_it_fills_a_line(
    text: str, room: int
) -> None:
    lines = wrap(text, room)
    for before, line in zip(lines, lines[1:], strict=False):
        if line[0] in "，。！？）”":
            assert width(before) > room - 2 or not set(before) - set("，。！？）”（“")


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        ("打工妹", 6, "打工妹"),
        ("打工妹", 5, "打工 "),
        ("打工妹", 4, "打工"),
        ("打工妹", 0, ""),
        ("ab", 4, "ab  "),
        ("a打b", 2, "a "),
        ("\U0001f1e8\U0001f1f3x", 1, " "),
    ],
)
def test_a_cell_pair_is_never_cut(text: str, room: int, shown: str) -> None:
    assert cut(text, room) == shown


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        ("Rain on a window", 16, "Rain on a window"),
        ("Rain on a window", 15, "Rain on a win.."),
        ("雨后之城", 8, "雨后之城"),
        ("雨后之城", 7, "雨后.."),
        ("雨后", 1, "."),
    ],
)
def test_a_shortened_text_says_that_something_is_missing(text: str, room: int, shown: str) -> None:
    assert shorten(text, room) == shown


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        ("Payday is in four days. I counted it twice.", 35, "Payday is in four days. I counted.."),
        ("Payday is in four days. I counted it twice.", 34, "Payday is in four days. I.."),
        ("今天加班到八点，明天也是", 16, "今天加班到八.."),
        ("今天加班到八点，明天也是", 18, "今天加班到八点，.."),
        ("all of it", 9, "all of it"),
        ("see http://example.org/a/long/path", 20, "see http://example.."),
        ("no room", 5, "no.."),
        ("anything", 1, "."),
        ("anything", 0, ""),
    ],
)
def test_words_are_left_out_as_a_whole_with_a_mark(text: str, room: int, shown: str) -> None:
    assert shorten_words(text, room) == shown


@given(nasty.map(clean_line), st.integers(0, 40))
@settings(max_examples=200, deadline=None)
def test_words_that_were_left_out_leave_no_more_than_the_width(text: str, room: int) -> None:
    assert width(shorten_words(text, room)) <= room


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        (1, ["Write two things.."]),
        (2, ["Write two things", "that they said.."]),
        (3, ["Write two things", "that they said", "aloud today"]),
    ],
)
def test_rows_that_are_left_out_leave_a_mark_behind_the_last(rows: int, shown: list[str]) -> None:
    assert fit_rows("Write two things that they said aloud today", 18, rows) == shown
