"""What stands side by side on a page keeps to its cells, and no text passes for somebody else's."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from rich.cells import cell_len

from goodpath_client.widgets.page_layout import lines_high, lines_of, size_of_picture
from goodpath_client.widgets.row_layout import Line
from goodpath_client.widgets.rows import Kind, Picture, Row, Spot


def png(wide: int = 48, high: int = 36) -> bytes:
    file = BytesIO()
    Image.new("RGB", (wide, high), "red").save(file, "PNG")
    return file.getvalue()


def words(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces)


def tile(picture: Picture, detail: str = "", wide: int = 26, high: int = 11) -> Row:
    return Row(1, Kind.TILE, "2.", picture=picture, detail=detail, spot=Spot(0, wide, 0, high, high))


def test_below_a_picture_stand_its_number_its_title_and_what_it_got() -> None:
    row = tile(Picture("Night market bulbs", "Strings of bulbs.", png()), "2 likes · street · lively, night")
    lines = lines_of(row, 79)
    assert [line.picture_line for line in lines] == [*range(9), -1, -1]
    assert [words(line) for line in lines[9:]] == ["  2. Night market bulbs", "  2 likes · street"]
    assert size_of_picture(row, 79) == (24, 9)


def test_a_picture_of_other_proportions_stands_in_the_middle() -> None:
    row = tile(Picture("Tower", "", png(20, 40)))
    columns, rows = size_of_picture(row, 79)
    lines = lines_of(row, 79)
    assert (columns, rows, len(lines)) == (9, 9, 11)
    assert lines[0].pieces[0].text == " " * (2 + (24 - 9) // 2)


def test_while_a_picture_has_not_come_its_description_stands_there() -> None:
    row = tile(Picture("Night market bulbs", "Strings of bare bulbs hang over red stalls."))
    lines = lines_of(row, 79)
    assert size_of_picture(row, 79) == (0, 0)
    assert [words(line).strip() for line in lines][:4] == [
        "Strings of bare bulbs",
        "hang over red stalls.",
        "2. Night market bulbs",
        "",
    ]
    assert len(lines) == 11


@pytest.mark.parametrize("wide", [15, 22, 26, 58])
@pytest.mark.parametrize("kind", [Kind.TILE, Kind.LINE, Kind.ANSWER])
def test_no_line_is_wider_than_its_spot(wide: int, kind: Kind) -> None:
    picture = Picture("很长的标题" * 9, "说明" * 40, png()) if kind is Kind.TILE else None
    row = Row(
        1, kind, "潘" * 16, "19:42", "今天加班 overtime " * 9, picture=picture, detail="2 likes · " + "x" * 90
    )
    high = 9 if kind is Kind.TILE else lines_high(row, wide)
    lines = lines_of(replace(row, spot=Spot(5, wide, 0, high)), 160)
    assert len(lines) == high
    assert all(cell_len(words(line)) <= wide for line in lines)
    assert all(words(line).startswith("  ") for line in lines if kind is not Kind.TILE)


def test_who_answers_and_what_stand_in_one_paragraph() -> None:
    row = Row(1, Kind.ANSWER, "Swallow 小燕子", text="Is it far? 远不远", spot=Spot(0, 40, 0, 2))
    assert [words(line) for line in lines_of(row, 119)] == ["    ^ Swallow 小燕子  Is it far? 远不远"]
    assert lines_of(row, 119)[0].pieces[1].role == "speaker"


def test_a_name_with_no_room_beside_words_stands_above_them() -> None:
    row = Row(1, Kind.ANSWER, "Swallow 小燕子飞呀飞", text="Is it far?", ink=3, spot=Spot(0, 30, 0, 2))
    lines = lines_of(row, 119)
    assert [words(line) for line in lines] == ["    ^ Swallow 小燕子飞呀飞", "      Is it far?"]
    assert lines[0].pieces[1].role == "ink3"


def test_words_whose_writer_is_not_named_stand_alone() -> None:
    row = Row(1, Kind.ANSWER, text="(removed by the teacher)", spot=Spot(0, 60, 0, 1))
    assert [words(line) for line in lines_of(row, 119)] == ["      (removed by the teacher)"]


def test_a_post_has_its_speaker_above_and_a_second_picture_none() -> None:
    spot = Spot(0, 58, 0, 1)
    post = Row(1, Kind.LINE, "Wave", "19:40", "Tonight", spot=spot)
    name, text = lines_of(post, 119)
    assert (words(name), words(text)) == (f"  Wave{'19:40':>52}", "    Tonight")
    second = Row(2, Kind.CARD, picture=Picture("Motorbike", "", png()), spot=spot)
    assert lines_of(second, 119)[0].picture_line == 0


def test_a_row_without_a_spot_is_laid_out_as_in_a_chat() -> None:
    row = Row(1, speaker="Wave", text="hi")
    assert words(lines_of(row, 79)[0]).startswith("  Wave")
    assert size_of_picture(row, 79) == (0, 0)
    assert size_of_picture(replace(row, picture=Picture("x", "", png())), 79) == (24, 9)
