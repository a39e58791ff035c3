"""A long text stands folded in so many lines, and says how many there are more in words that fit."""

from dataclasses import replace

import pytest
from rich.cells import cell_len

from goodpath_client.widgets.row_folds import KEPT, WHOLE_UP_TO, RowFolds
from goodpath_client.widgets.row_layout import Line, is_long_row, lay_out
from goodpath_client.widgets.rows import FAILED, Kind, Picture, Row, Spot

CHINESE = "今天加班到晚上八点，明天再说吧。" * 30


def words(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces).strip()


def lines(count: int) -> str:
    return "\n".join(f"line {number}" for number in range(1, count + 1))


def folded(row: Row, cells: int = 53) -> list[str]:
    return [words(line) for line in lay_out(row, cells, is_folded=True)]


def test_twelve_lines_stand_whole_and_of_thirteen_eight_do() -> None:
    heading = ["Wave                                          19:42"]
    assert folded(Row(1, speaker="Wave", time="19:42", text=lines(WHOLE_UP_TO))) == [
        *heading, *(f"line {number}" for number in range(1, 13))
    ]  # fmt: skip
    assert folded(Row(1, speaker="Wave", time="19:42", text=lines(13))) == [
        *heading, *(f"line {number}" for number in range(1, KEPT + 1)),
        ".. 5 lines more · choose it and press Enter",
    ]  # fmt: skip
    assert not is_long_row(Row(1, text=lines(12)), 53) and is_long_row(Row(1, text=lines(13)), 53)


def test_a_row_that_is_not_folded_has_all_its_lines() -> None:
    assert len(lay_out(Row(1, speaker="Wave", text=lines(30)), 53)) == 31


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        (120, ".. 22 lines more · choose the line, then Enter, to read it all"),
        (100, ".. 22 lines more · choose it, then Enter, to read it all"),
        (80, ".. 22 lines more · choose it and press Enter"),
        (57, ".. 22 lines more · choose it and press Enter"),
        (53, ".. 22 lines more · choose it and press Enter"),
        (62, ".. 22 lines more · choose it, Enter"),
        (37, ".. 22 more · choose it, Enter"),
        (25, ".. 22 lines more"),
        (20, ".. 22 more"),
    ],
)
def test_the_words_about_the_others_are_as_many_as_there_is_room_for(cells: int, says: str) -> None:
    assert folded(Row(1, text=lines(30)), cells)[-1].removesuffix("19:42").strip() == says


@pytest.mark.parametrize("cells", [*range(8, 124), 200])
@pytest.mark.parametrize("text", [lines(4000), CHINESE, "overtime " * 400], ids=["lines", "chinese", "words"])
def test_no_line_of_a_folded_row_is_wider_than_the_list(cells: int, text: str) -> None:
    for mark in ("", FAILED):
        shown = lay_out(Row(1, speaker="Wave", text=text, mark=mark), cells, is_folded=True)
        assert all(cell_len("".join(piece.text for piece in line.pieces)) <= max(cells, 13) for line in shown)


@pytest.mark.parametrize(("cells", "left"), [(53, 12), (57, 11), (100, 8), (37, 22)])
def test_chinese_is_counted_by_the_lines_that_it_takes_at_this_width(cells: int, left: int) -> None:
    whole = len(lay_out(Row(1, Kind.NARRATOR, text=CHINESE), cells))
    shown = folded(Row(1, Kind.NARRATOR, text=CHINESE), cells)
    assert whole - len(shown) + 1 == left
    assert shown[-1].partition("..")[2].split()[0] == str(left)


def test_quote_picture_and_detail_of_a_folded_row_stay_as_they_are() -> None:
    row = Row(
        1, speaker="Wave", text=lines(30), quote="Zhou: who is awake?",
        picture=Picture("neon", "a wet street"), detail="web · cool",
    )  # fmt: skip
    assert folded(row) == [
        "Wave", "> Zhou: who is awake?", *(f"line {number}" for number in range(1, 9)),
        ".. 22 lines more · choose it and press Enter", "neon", "a wet street", "web · cool",
    ]  # fmt: skip


def test_a_refused_line_says_how_many_more_and_its_own_way_to_them() -> None:
    row = Row("r1", text=lines(30), mark=FAILED, detail="not sent (Enter puts it back into the box)")
    assert folded(row)[-2:] == [".. 22 lines more", "not sent (Enter puts it back into the box)"]


def test_only_what_can_be_chosen_is_folded_and_only_in_a_list_that_folds() -> None:
    folds, row = RowFolds(True), Row(1, text=lines(30))
    assert folds.folds(row)
    assert not folds.folds(replace(row, inert=True)) and not folds.folds(replace(row, kind=Kind.DIVIDER))
    assert not folds.folds(replace(row, spot=Spot(0, 40, 0, 31, 31)))
    assert not RowFolds(False).folds(row)


def test_a_row_is_opened_and_folded_again_by_its_key() -> None:
    folds, row = RowFolds(True), Row(1, text=lines(30))
    folds.turn(1)
    assert not folds.folds(row) and folds.has_opened(row) and folds.folds(replace(row, key=2))
    folds.turn(1)
    assert folds.folds(row) and not folds.has_opened(row)
