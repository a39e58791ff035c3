"""A join code is the same however it is typed."""

import pytest

from goodpath_core.join_code import plain_code, spoken_code


@pytest.mark.parametrize("typed", ["abcd-efgh", " ABCD EFGH ", "abcdefgh", "ABCD·EFGH"])
def test_a_code_may_be_typed_with_spaces_hyphens_and_small_letters(typed: str) -> None:
    assert plain_code(typed) == "ABCDEFGH"


def test_a_code_is_read_aloud_in_two_halves_and_none_is_nothing() -> None:
    assert (spoken_code("ABCDEFGH"), spoken_code("")) == ("ABCD-EFGH", "")
