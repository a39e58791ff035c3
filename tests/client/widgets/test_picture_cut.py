"""A picture that is cut keeps its light in the middle, as far as its edges allow."""

import pytest
from PIL import Image, ImageDraw

from goodpath_client.widgets.picture_cut import cut_box, find_light


def test_the_light_is_what_is_bright_and_coloured_and_not_what_is_only_bright() -> None:
    room = Image.new("RGB", (480, 360), "#303030")
    pen = ImageDraw.Draw(room)
    pen.rectangle((0, 0, 100, 100), "#ffffff")
    pen.rectangle((320, 80, 399, 159), "#ff7ab8")
    pen.rectangle((0, 200, 479, 359), "#1a1040")
    x, y = find_light(room)
    assert (x * 480, y * 360) == pytest.approx((360, 120), abs=2)


def test_a_grey_picture_is_cut_around_its_middle() -> None:
    assert find_light(Image.new("RGB", (480, 360), "#808080")) == (0.5, 0.5)
    assert find_light(Image.new("L", (3, 2), 255)) == (0.5, 0.5)


@pytest.mark.parametrize(
    ("light", "box"),
    [
        ((0.5, 0.5), (10, 0, 30, 30)),
        ((0.1, 0.9), (0, 0, 20, 30)),
        ((0.7, 0.2), (18, 0, 38, 30)),
        ((1.0, 1.0), (20, 0, 40, 30)),
    ],
)
def test_the_part_stays_within_the_picture(light: tuple[float, float], box: tuple[int, ...]) -> None:
    assert cut_box((40, 30), (20, 30), light) == box
