"""Pictures keep their proportions, and no file can grow into a large memory."""

from io import BytesIO

import pytest
from PIL import Image
from textual.app import App, ComposeResult
from textual.strip import Strip

from client.little_server import until
from goodpath_client.widgets.half_blocks import HalfBlocks, fit, render_half_blocks


def png(wide: int, high: int, colour: str = "red", mode: str = "RGB") -> bytes:
    file = BytesIO()
    Image.new(mode, (wide, high), colour).save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize(
    ("size", "room", "cells"),
    [
        ((48, 48), (24, 12), (24, 12)),
        ((96, 48), (24, 12), (24, 6)),
        ((48, 96), (24, 12), (12, 12)),
        ((10, 10), (80, 24), (48, 24)),
        ((1000, 1), (24, 12), (24, 1)),
        ((1, 1000), (24, 12), (1, 12)),
    ],
)
def test_a_picture_keeps_its_proportions(
    size: tuple[int, int], room: tuple[int, int], cells: tuple[int, int]
) -> None:
    assert fit(png(*size), *room) == cells
    strips = render_half_blocks(png(*size), *room)
    assert len(strips) == cells[1]
    assert {strip.cell_length for strip in strips} == {cells[0]}
    assert {len(strip.text) for strip in strips} == {cells[0]}


def test_upper_and_lower_pixels_keep_their_colours() -> None:
    picture = Image.new("RGB", (2, 2))
    picture.putdata([(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)])
    file = BytesIO()
    picture.save(file, "PNG")
    left, right = next(iter(render_half_blocks(file.getvalue(), 2, 1)))
    assert left.style is not None and left.style.color is not None and left.style.bgcolor is not None
    assert left.style.color.get_truecolor() == (255, 0, 0)
    assert left.style.bgcolor.get_truecolor() == (0, 0, 255)
    assert right.text == "\u2580"


def test_grey_has_no_colour_left() -> None:
    (segment,) = render_half_blocks(png(4, 4, "red"), 4, 2, grey=True)[0]
    assert segment.style is not None and segment.style.color is not None
    assert len(set(segment.style.color.get_truecolor())) == 1


def test_no_room_gives_no_strips() -> None:
    assert render_half_blocks(png(4, 4), 0, 5) == []


WHOLE = png(48, 48)
HEADS = 33
"""Bytes of a picture up to the end of its head."""


@pytest.mark.parametrize(
    ("file", "place"),
    [
        (b"hello" * 10, (12, 1)),
        (b"GIF89a" + b"\0" * 40, (12, 1)),
        (WHOLE[:16] + b"\0" * 8 + WHOLE[24:], (12, 1)),
        (png(9000, 9000, "white", "1"), (12, 1)),
        (png(5000, 700), (12, 1)),
        (WHOLE[:-30], (24, 12)),
        (WHOLE[:HEADS] + png(30_000, 30, "white", "1")[8:HEADS] + WHOLE[HEADS:], (24, 12)),
        (WHOLE[:-12] + bytes.fromhex("0000000069434350a589193e") + WHOLE[-12:], (24, 12)),
    ],
    ids=[
        "text",
        "GIF",
        "no pixels",
        "nine thousand square",
        "too wide",
        "cut short",
        "a second head of another size",
        "an empty profile behind the pixels",
    ],
)
def test_what_cannot_be_shown_is_named_in_its_place(file: bytes, place: tuple[int, int]) -> None:
    assert fit(file, 24, 12) == place
    first, *others = render_half_blocks(file, 24, 12)
    assert first.text == "(no picture)".ljust(place[0])
    assert [strip.text for strip in others] == [" " * place[0]] * (place[1] - 1)


def test_where_there_is_little_room_the_words_are_cut() -> None:
    assert [strip.text for strip in render_half_blocks(b"none", 5, 3)] == ["(no p"]


class Shown(App[None]):
    def compose(self) -> ComposeResult:
        yield HalfBlocks(png(20, 20))


async def test_the_widget_centres_its_picture_and_survives_every_size() -> None:
    app = Shown()
    async with app.run_test(size=(40, 10)) as pilot:
        blocks = app.query_one(HalfBlocks)
        assert [blocks.render_line(y).text.strip() for y in range(10)] == ["\u2580" * 20] * 10
        assert blocks.render_line(0).text.startswith(" " * 10 + "\u2580")
        for wide, high in ((20, 10), (7, 3), (2, 1), (100, 40)):
            await pilot.resize_terminal(wide, high)
            await until(lambda: blocks.size == (wide, high))  # noqa: B023
            assert blocks.render_line(0).cell_length == wide
        blocks.grey = True
        blocks.show(b"")
        assert blocks.render_line(0).text.strip() == ""
        blocks.show(png(5000, 1))
        await pilot.pause()
        assert [blocks.render_line(y).text.strip() for y in range(blocks.size.height)].count(
            "(no picture)"
        ) == 1


def test_a_picture_that_may_be_cut_fills_its_place_as_far_as_it_may_grow() -> None:
    wide = png(40, 20)
    assert sizes(render_half_blocks(wide, 20, 20)) == (20, 5)
    assert sizes(render_half_blocks(wide, 20, 20, cut=2)) == (20, 10)
    assert sizes(render_half_blocks(wide, 20, 20, cut=40)) == (20, 20)
    assert sizes(render_half_blocks(wide, 40, 3, cut=40)) == (40, 3)
    assert [strip.text for strip in render_half_blocks(b"none", 5, 3, cut=40)] == ["(no p"]


def sizes(strips: list[Strip]) -> tuple[int, int]:
    """Columns and rows of a drawing, each of whose rows is as wide as the others."""
    (wide,) = {strip.cell_length for strip in strips}
    return wide, len(strips)
