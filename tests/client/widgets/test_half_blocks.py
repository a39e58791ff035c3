"""Pictures keep their proportions, and no file can grow into a large memory."""

from io import BytesIO

import pytest
from PIL import Image
from textual.app import App, ComposeResult

from goodpath_client.widgets.half_blocks import HalfBlocks, fit, measure_png, render_half_blocks
from goodpath_core.errors import Refused


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


@pytest.mark.parametrize(
    ("name", "file", "code"),
    [
        ("text", b"hello" * 10, "bad_picture"),
        ("nothing", b"", "bad_picture"),
        ("GIF", b"GIF89a" + b"\0" * 40, "bad_picture"),
        ("cut short", png(40, 40)[:-30], "bad_picture"),
        ("no pixels", png(4, 4)[:16] + b"\0" * 8 + png(4, 4)[24:], "bad_picture"),
        ("nine thousand square", png(9000, 9000, "white", "1"), "big_picture"),
        ("one long line", png(5000, 1), "big_picture"),
    ],
)
def test_what_is_no_small_png_is_refused(name: str, file: bytes, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        render_half_blocks(file, 24, 12)
    assert refusal.value.code == code


def test_the_size_is_read_from_the_header_alone() -> None:
    assert measure_png(png(33, 44)[:24]) == (33, 44)


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
            assert blocks.render_line(0).cell_length == wide
        blocks.grey = True
        blocks.show(b"")
        assert blocks.render_line(0).text.strip() == ""
        with pytest.raises(Refused):
            blocks.show(png(5000, 1))
