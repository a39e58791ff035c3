"""Small pictures for the report: once each, and none of what cannot be shown."""

from io import BytesIO

import pytest
from PIL import Image

from goodpath_review.thumbnails import Thumbnails


def png(wide: int, high: int, mode: str = "RGB") -> bytes:
    file = BytesIO()
    Image.new(mode, (wide, high)).save(file, "PNG")
    return file.getvalue()


WHOLE = png(480, 360)
HEADS = 33
"""Bytes of a picture up to the end of its head."""


def test_a_picture_is_made_small_once_however_often_it_is_asked_for() -> None:
    thumbnails = Thumbnails({"lamp.png": ("", WHOLE), "tall.png": ("", png(1, 4_096))})
    lamp, tall = thumbnails.make("lamp.png", 200), thumbnails.make("tall.png", 200)
    assert lamp is not None and (lamp.width, lamp.height) == (200, 150)
    assert tall is not None and (tall.width, tall.height) == (1, 4_096)
    assert thumbnails.make("lamp.png", 200) is lamp
    assert thumbnails.make("nowhere.png", 200) is None
    assert thumbnails.all() == [lamp, tall]


@pytest.mark.parametrize(
    "spoilt",
    [
        b"GIF89a" + b"\0" * 40,
        png(5_000, 700, "1"),
        png(2_001, 2_000, "1"),
        WHOLE[:-30],
        WHOLE[:HEADS] + png(3_000, 300, "1")[8:HEADS] + WHOLE[HEADS:],
        WHOLE[:-12] + bytes.fromhex("0000000069434350a589193e") + WHOLE[-12:],
    ],
    ids=[
        "GIF",
        "too wide",
        "too many pixels",
        "cut short",
        "a second head of another size",
        "an empty profile behind the pixels",
    ],
)
def test_there_is_none_of_what_cannot_be_shown(spoilt: bytes) -> None:
    thumbnails = Thumbnails({"lamp.png": ("", spoilt)})
    assert thumbnails.make("lamp.png", 200) is None
    assert thumbnails.all() == []
