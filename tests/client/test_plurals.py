"""How many there are of something, and how long something lasts, in English as it is spoken."""

import pytest

from goodpath_client.plurals import counted, lasting


@pytest.mark.parametrize(("number", "words"), [(0, "0 likes"), (1, "1 like"), (2, "2 likes")])
def test_one_stands_alone(number: int, words: str) -> None:
    assert counted(number, "like") == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 seconds"),
        (1, "1 second"),
        (40, "40 seconds"),
        (60, "1 minute"),
        (80, "1 minute 20 seconds"),
        (121, "2 minutes 1 second"),
        (3600, "60 minutes"),
    ],
)
def test_a_length_is_told_whole(seconds: int, words: str) -> None:
    assert lasting(seconds) == words
