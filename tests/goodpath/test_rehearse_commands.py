"""A rehearsal fills one cast unless it is told otherwise, and says how its robots fitted in."""

from dataclasses import replace
from pathlib import Path

import pytest
from goodpath.library import Loaded, load
from goodpath.rehearse_commands import MOST_SEATS, cast_of, summary
from goodpath.robot_class import RobotClass

from goodpath_client.robot import RobotReport
from goodpath_core.scenario.crowd import crowd
from town import scenario


def report(seat: int, persona: str) -> RobotReport:
    return RobotReport(seat, persona, (), {"take_persona": 1}, {"not_free": 1} if not persona else {}, 0)


def test_so_many_robots_as_there_are_personas_are_one_cast() -> None:
    assert cast_of(load("ten-pictures")) == 8
    assert cast_of(Loaded(scenario(), {})) == 3
    assert cast_of(Loaded(crowd(60), {})) == MOST_SEATS


@pytest.mark.parametrize("many", [1, 2, 3, 8, 12])
def test_one_cast_with_or_without_one_of_its_players_is_one_cell(many: int) -> None:
    cast = dict(list(load("ten-pictures").scenario.personas.items())[: min(many, 8)])
    loaded = Loaded(replace(load("ten-pictures").scenario, personas=cast), {})
    for robots in (cast_of(loaded), cast_of(loaded) - 1):
        assert RobotClass(loaded, Path("dry.goodpath"), robots, 1, 120.0).cells == 1


def test_it_is_told_in_how_many_cells_robots_played_and_how_many_found_no_persona() -> None:
    four = [report(1, "1/jun"), report(2, "2/jun"), report(3, "1/haibo"), report(4, "2/haibo")]
    assert summary(four) == "4 robots played in 2 cells: 4 take persona."
    assert summary(four[:1]) == "1 robot played in 1 cell: 1 take persona."
    assert summary([*four, report(5, "")]) == (
        "5 robots played in 2 cells; 1 of them found no persona free: 5 take persona.\n"
        "1 time a robot asked for what its moment did not allow, as happens in class."
    )
