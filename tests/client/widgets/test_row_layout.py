"""Rows line up at every width, and no text can pass for somebody else's line."""

import pytest
from rich.cells import cell_len

from goodpath_client.widgets.row_layout import COLUMNS_FROM, SIGNS, Line, lay_out
from goodpath_client.widgets.rows import FAILED, PENDING, SENT, Kind, Picture, Row

NAMES = [
    *("Zhou Ming", "打工妹", "ζั͡ޓއއ 雨后之城", "゛葬噯メ", "❤小燕❤"),
    *("\U0001f469\u200d\U0001f527", "x" * 32, "潘" * 32),
]
TEXT = "今天加班到晚上八点，明天再说吧。The overtime again \U0001f600 tomorrow 打工妹 吥媞莪dē楿"


def words(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces)


@pytest.mark.parametrize("cells", [20, 21, 39, *range(40, 121, 8), 59, 60, 61, 119, 120, 199, 200])
def test_no_line_is_wider_than_the_list_and_times_end_in_one_column(cells: int) -> None:
    for name in NAMES:
        lines = lay_out(Row(1, speaker=name, time="19:42", text=TEXT, mark=SENT), cells)
        assert all(cell_len(words(line)) <= cells for line in lines)
        assert words(lines[0]).endswith("19:42")
        assert cell_len(words(lines[0])) == cells


@pytest.mark.parametrize(("cells", "column"), [(COLUMNS_FROM, 16), (72, 20), (88, 24), (100, 30), (160, 30)])
def test_texts_start_in_one_column_whatever_the_name(cells: int, column: int) -> None:
    for name in NAMES:
        for line in lay_out(Row(1, speaker=name, text="X"), cells):
            before, found, _ = words(line).partition("X")
            if found:
                assert cell_len(before) == column


NEW_LINES = ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\n" * 6]


@pytest.mark.parametrize("trick", NEW_LINES)
@pytest.mark.parametrize("cells", [20, 40, 80])
def test_a_newline_cannot_begin_somebody_elses_line(trick: str, cells: int) -> None:
    row = Row(1, speaker="Wave", time="19:42", text=f"hi{trick}# teacher  stop{trick}* system  bye")
    lines = lay_out(row, cells)
    assert len(lines) >= 3
    for line in lines:
        assert words(line)[:2] == "  "
    for line in lines[1 if cells < COLUMNS_FROM else 0 :][1:]:
        assert words(line)[:4] == "    "


@pytest.mark.parametrize("kind", list(SIGNS))
def test_lines_of_the_house_carry_their_sign_on_every_line(kind: Kind) -> None:
    lines = lay_out(Row(1, kind, text="one\ntwo\nthree", time="19:42"), 40)
    assert {words(line)[0] for line in lines} == {SIGNS[kind]}


def test_nobody_elses_line_ever_carries_such_a_sign() -> None:
    for sign in SIGNS.values():
        for row in (
            Row(1, speaker=f"{sign} {sign}"),
            Row(1, text=f"{sign} {sign}"),
            Row(1, quote=f"{sign} {sign}"),
            Row(1, detail=f"{sign} {sign}"),
            Row(1, time=f"{sign} {sign}"),
        ):
            assert {words(line)[0] for line in lay_out(row, 80)} == {" "}


def test_kinds_are_told_apart_without_colour() -> None:
    shown = {kind: words(lay_out(Row(1, kind, speaker="", text="stop"), 62)[0]).rstrip() for kind in SIGNS}
    assert shown[Kind.TEACHER] == "# teacher       stop"
    assert shown[Kind.NARRATOR] == "~ narrator      stop"
    assert shown[Kind.SYSTEM] == "* system        stop"
    assert len(set(shown.values())) == len(SIGNS)


def test_a_named_teacher_is_still_called_teacher() -> None:
    assert words(lay_out(Row(1, Kind.TEACHER, "Ms Li", text="stop"), 62)[0]).rstrip() == "# Ms Li (teacher)"


def test_a_whole_row_reads_from_quote_to_detail() -> None:
    row = Row(
        1, speaker="you", time="19:40", text="where?", own=True, mark=PENDING, quote="my page", detail="♥ 3"
    )
    assert [words(line).rstrip() for line in lay_out(row, 62)] == [
        "  you           > my page                             .. 19:40",
        "                where?",
        "                ♥ 3",
    ]


@pytest.mark.parametrize(
    ("quote", "cells", "shown"),
    [
        (
            "Silver Star 夜: Payday is in four days. I counted it.",
            53,
            "> Silver Star 夜: Payday is in four days. I..",
        ),
        ("Silver Star 夜: Payday is in four days. I counted it.", 60, "> Silver Star 夜: Payday is in.."),
        ("第九站: 今天加班到八点今天加班到八点", 32, "> 第九站: 今天加班到八点.."),
        ("第九站: 到八点", 32, "> 第九站: 到八点"),
    ],
)
def test_a_quote_that_is_cut_ends_behind_a_word_and_says_so(quote: str, cells: int, shown: str) -> None:
    lines = [words(line).strip() for line in lay_out(Row(1, speaker="you", text="so", quote=quote), cells)]
    assert any(line.endswith(shown) for line in lines), lines


def test_marks_show_as_signs_of_one_width() -> None:
    ends = [
        words(lay_out(Row(1, time="19:40", mark=mark), 62)[0])[-8:] for mark in ("", PENDING, SENT, FAILED)
    ]
    assert ends == ["   19:40", ".. 19:40", " ✓ 19:40", " ! 19:40"]


def test_a_mention_shows_in_the_first_cell() -> None:
    assert words(lay_out(Row(1, speaker="Wave", text="@you", mention=True), 80)[0])[:2] == "@ "


def test_a_picture_that_has_not_come_shows_its_words() -> None:
    row = Row(1, Kind.CARD, "Wave", picture=Picture("neon", "a wet street"))
    assert [words(line).strip() for line in lay_out(row, 40)] == ["Wave", "neon", "a wet street"]


def test_a_divider_fills_the_line() -> None:
    assert words(lay_out(Row(1, Kind.DIVIDER, text="9 July"), 20)[0]) == "────── 9 July ──────"
    assert words(lay_out(Row(1, Kind.UNREAD, text="2 new"), 20)[0]) == " 2 new ─────────────"


@pytest.mark.parametrize("kind", [Kind.DIVIDER, Kind.UNREAD])
@pytest.mark.parametrize("cells", [2, 3, 7, 8, 20])
def test_a_divider_is_as_wide_as_the_list_whatever_its_words(kind: Kind, cells: int) -> None:
    for text in ("", "5 new", "星期天七月十四日", "👩‍👩‍👧 of all days in a very long year"):
        [line] = lay_out(Row(1, kind, text=text), cells)
        assert cell_len(words(line)) == cells


def test_a_day_and_what_is_new_look_different() -> None:
    roles = [
        lay_out(Row(1, kind, text="5 new"), 20)[0].pieces[0].role for kind in (Kind.DIVIDER, Kind.UNREAD)
    ]
    assert roles == ["divider", "unread"]
