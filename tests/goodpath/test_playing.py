"""A seat whose code or name no server could take is refused before anybody connects."""

import pytest
from goodpath.playing import open_seat

from goodpath_core.errors import GoodpathError


@pytest.mark.parametrize(
    ("code", "name", "says"),
    [
        ("A" * 65, "Ana", "Make the code shorter by 1: at most 64 characters fit."),
        ("ABCD", "n" * 201, "Make your name shorter by 137: at most 64 characters fit."),
        ("ABCD", " " * 70 + "n" * 65, "Make your name shorter by 1: at most 64 characters fit."),
    ],
)
def test_a_code_or_a_name_that_is_too_long_is_refused(code: str, name: str, says: str) -> None:
    with pytest.raises(GoodpathError) as no:
        open_seat("127.0.0.1:1", code, name, now=lambda: 0)
    assert str(no.value) == says


def test_a_name_that_fits_once_it_is_clean_is_taken() -> None:
    assert (
        open_seat("127.0.0.1:1", "ABCD", " " * 70 + "n" * 64 + "\u200b", now=lambda: 0).store.welcome is None
    )
