"""A picture is known by its head: only what every screen can draw has a size."""

import struct

import pytest

from goodpath_core.picture_head import MOST_BYTES, find_fault, measure

START = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR"


def head(wide: int, high: int) -> bytes:
    return START + struct.pack(">II", wide, high)


@pytest.mark.parametrize(("wide", "high"), [(1, 1), (480, 360), (4_096, 900), (900, 4_096), (2_000, 2_000)])
def test_a_picture_that_can_be_shown_has_its_size_and_no_fault(wide: int, high: int) -> None:
    assert (measure(head(wide, high)), find_fault(head(wide, high))) == ((wide, high), "")


@pytest.mark.parametrize(
    ("wide", "high"), [(4_097, 1), (1, 4_097), (2_001, 2_000), (5_000, 700), (9_000, 9_000), (0, 9), (9, 0)]
)
def test_a_picture_of_no_such_size_is_told_what_is_expected(wide: int, high: int) -> None:
    assert measure(head(wide, high)) == (0, 0)
    assert find_fault(head(wide, high)) == (
        f"the picture measures {wide:,} x {high:,} pixels; expected at most 4,096 on a side and 4,000,000 in "
        "all; save it smaller"
    )


@pytest.mark.parametrize(
    "file", [b"", b"hello" * 10, b"GIF89a" + b"\0" * 40, head(4, 4)[:-1], b"\0" + head(4, 4)[1:]]
)
def test_what_is_no_png_is_told_so(file: bytes) -> None:
    assert measure(file) == (0, 0)
    assert find_fault(file) == "this is not a PNG picture; save it as PNG, or take it away"


def test_the_last_byte_that_may_be_is_not_too_many() -> None:
    full = head(4, 4).ljust(MOST_BYTES, b"\0")
    assert measure(full) == (4, 4)
    assert measure(full + b"\0") == (0, 0)
    assert find_fault(full + b"\0") == "the picture has more than 512 KiB; make it smaller"
