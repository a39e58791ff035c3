"""Every skin has a look, also one that only a scenario knows."""

import pytest

from goodpath_core.looks import LOOKS, dress


def test_there_are_six_looks() -> None:
    assert list(LOOKS) == ["plain", "rain", "neon", "rose", "gold", "village"]


@pytest.mark.parametrize("skin", LOOKS)
def test_a_known_skin_wears_its_own(skin: str) -> None:
    assert dress(skin) is LOOKS[skin]
    assert dress(skin).skin == skin


@pytest.mark.parametrize(
    ("skin", "worn"),
    [("dark-rose", "rose"), ("dusk", "village"), ("night", "neon"), ("", "rain"), ("\ud800", "rain")],
)
def test_an_unknown_skin_wears_always_the_same_and_never_the_plain_one(skin: str, worn: str) -> None:
    assert dress(skin).skin == worn
