"""Tables that hang on what a scenario may choose have a row for every word of it."""

from collections.abc import Collection
from typing import get_args

import pytest

from goodpath_client.robot_plan import OF_RULE
from goodpath_core.picture_source import WHERE, WHOSE
from goodpath_core.play.triggers import TRIGGERS
from goodpath_core.scenario.chances import NEEDS
from goodpath_core.scenario.choices import First, PhasePlace, Provenance, Taken
from goodpath_core.scenario.phases import Allow


@pytest.mark.parametrize(
    ("choice", "table"),
    [(First, TRIGGERS), (First, NEEDS), (Provenance, WHOSE), (Taken, WHERE), (PhasePlace, OF_RULE)],
    ids=["what is waited for", "what it needs", "where from", "where taken", "where one is"],
)
def test_a_table_has_every_word_that_can_be_chosen(choice: object, table: Collection[str]) -> None:
    assert {*table} == {*get_args(choice)}


def test_what_a_first_needs_is_something_a_phase_can_allow() -> None:
    assert {*NEEDS.values()} <= {*Allow.__dataclass_fields__}
