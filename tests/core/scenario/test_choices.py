"""Every word a scenario may choose is told, counted and waited for somewhere."""

from collections.abc import Collection
from typing import get_args

import pytest

from goodpath_core.play.triggers import TRIGGERS
from goodpath_core.scenario.chances import NEEDS
from goodpath_core.scenario.choices import First, Provenance, Taken
from goodpath_core.scenario.phases import Allow
from goodpath_review.report import PROVENANCE, TAKEN


@pytest.mark.parametrize(
    ("choice", "table"),
    [(First, TRIGGERS), (First, NEEDS), (Provenance, PROVENANCE), (Taken, TAKEN)],
    ids=["what is waited for", "what it needs", "where pictures come from", "where they were taken"],
)
def test_a_table_has_every_word_that_can_be_chosen(choice: object, table: Collection[str]) -> None:
    assert {*table} == {*get_args(choice)}


def test_what_a_first_needs_is_something_a_phase_can_allow() -> None:
    assert {*NEEDS.values()} <= {*Allow.__dataclass_fields__}
