"""The line that is typed is edited at its end, and taken off a terminal whole, however many rows it has."""

import pytest

from goodpath_client.plain.typed_line import TypedLine


def typed(text: str) -> TypedLine:
    line = TypedLine()
    assert line.add(text) == text
    return line


def test_what_is_sent_leaves_an_empty_line() -> None:
    line = typed("hello")
    assert line.take() == "hello"
    assert line.text == ""
    assert line.hide(80) == ""


@pytest.mark.parametrize(
    ("before", "after", "written"),
    [
        ("cat", "ca", "\b\x1b[J"),
        ("雨之", "雨", "\b\b\x1b[J"),
        ("e\u0301", "", "\b\x1b[J"),
        ("", "", ""),
        ("0123456789", "012345678", "\r\x1b[J012345678"),
        ("0123456789a", "0123456789", "\x1b[1A\r\x1b[J0123456789"),
    ],
    ids=["narrow", "wide", "one sign of two", "nothing", "a full row", "the first of a row"],
)
def test_a_sign_goes_where_it_stands(before: str, after: str, written: str) -> None:
    line = typed(before)
    assert line.rub_out(10) == written
    assert line.text == after


def test_the_last_word_goes_and_then_all() -> None:
    line = typed("who is there ")
    assert line.rub_out_word(80) == "\b" * 6 + "\x1b[J"
    assert line.text == "who is "
    assert line.clear(80) == "\b" * 7 + "\x1b[J"
    assert line.text == ""


@pytest.mark.parametrize(
    ("text", "up"), [("0123456789", ""), ("0123456789a", "\x1b[1A"), ("012345678雨", "\x1b[1A")]
)
def test_it_is_taken_off_all_rows_that_it_stands_in(text: str, up: str) -> None:
    assert typed(text).hide(10) == f"{up}\r\x1b[J"


def test_where_the_width_is_not_known_it_stands_in_one_row() -> None:
    assert typed("x" * 500).hide(0) == "\r\x1b[J"
