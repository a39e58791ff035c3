"""Ids say in which cell something is, and audiences who hears of it."""

import pytest

from goodpath_core.play.event import cell_of, key_of, people, persona_id, seat_audience


def test_an_id_is_made_of_cell_and_key_and_taken_apart_again() -> None:
    assert persona_id(3, "yuting") == "3/yuting"
    assert (cell_of("3/yuting"), key_of("3/yuting")) == (3, "yuting")


@pytest.mark.parametrize("identity", ["", "npc:lele", "narrator", "x/yuting", "²/yuting"])
def test_what_is_in_no_cell_has_the_cell_zero(identity: str) -> None:
    assert cell_of(identity) == 0


def test_an_audience_names_whom_it_means() -> None:
    assert people("1/yuting", "npc:lele") == "people:1/yuting,npc:lele"
    assert people() == "people:"
    assert seat_audience(7) == "seat:7"
