"""What hostile files cost is measured over all of them; what is no bomb is no measure. No time is judged."""

import pytest
from bench.bombs import measure, refuse
from bench.hostile_yaml import BOMBS, TAGS

from core.scenario.small import PICTURES, SMALL


def test_all_bombs_are_measured() -> None:
    figures = measure(tries=2)

    assert figures["bombs"] == len(BOMBS) + len(TAGS)
    assert 0 < figures["max_ms"] <= figures["first_ms"]


def test_a_file_that_is_read_is_no_bomb() -> None:
    with pytest.raises(ValueError, match="was read as a scenario"):
        refuse(SMALL, PICTURES)
