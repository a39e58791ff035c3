"""Rows as they stand in a list: their words, and what stands for a picture."""

import pytest
from rich.style import Style

from client.widgets.test_half_blocks import WHOLE
from goodpath_client.widgets.row_drawing import draw
from goodpath_client.widgets.rows import Kind, Picture, Row


def drawn(png: bytes, cells: int) -> list[str]:
    """The lines below the speaker's."""
    row = Row(1, Kind.CARD, picture=Picture("Neon", "A wet street.", png))
    _, *lines = draw(row, cells, lambda role: Style(), pointed=True)
    assert {strip.cell_length for strip in lines} == {cells}
    return [strip.text.strip() for strip in lines]


@pytest.mark.parametrize("cells", [44, 80])
def test_what_is_no_picture_is_named_beside_the_words_of_its_card(cells: int) -> None:
    assert drawn(b"none", cells) == ["(no picture)  Neon", "A wet street."]


def test_a_broken_picture_is_named_in_the_place_it_would_take() -> None:
    first, second, *others = drawn(WHOLE[:-30], 80)
    assert first == "(no picture)" + " " * 12 + "  Neon"
    assert (second, others) == ("A wet street.", [""] * 10)
