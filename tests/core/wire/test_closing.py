"""Why a connection ends."""

import pytest

from goodpath_core.wire.closing import ALL, Closing, closing_of


@pytest.mark.parametrize("closing", ALL, ids=lambda closing: str(closing.code))
def test_a_close_code_says_why_and_whether_to_come_back(closing: Closing) -> None:
    assert closing_of(closing.code) is closing
    assert closing.text.endswith(".")


def test_every_close_code_is_there_once() -> None:
    codes = [closing.code for closing in ALL]
    assert len(set(codes)) == len(codes)
    assert [closing.code for closing in ALL if closing.come_back] == [
        1012,
        1013,
        4001,
        4002,
        4003,
        4004,
        4005,
    ]


@pytest.mark.parametrize("code", [None, 1006, 1000])
def test_a_broken_connection_has_no_reason(code: int | None) -> None:
    assert closing_of(code) is None
