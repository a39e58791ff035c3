"""Large answers: a state and a scenario's view come out as they went in."""

import pytest

from goodpath_core.errors import ProtocolError
from goodpath_core.play.control import NextPhase
from goodpath_core.play.sight import Viewer, visible
from goodpath_core.play.state import World
from goodpath_core.scenario.view import view
from goodpath_core.wire.codec import pack, unpack
from goodpath_core.wire.limits import ANSWER_BYTES
from goodpath_core.wire.values import view_from, view_value, world_from, world_value
from town import TEACHER, Town, playing, scenario

VIEWERS = (
    Viewer("teacher"),
    Viewer("student", 1, 1, "1/yuting"),
    Viewer("observer", 4, 1),
)


def evening() -> Town:
    """A town after two minutes and two phases of play."""
    town = playing()
    town.wait(130)
    town.tick()
    town.do(NextPhase(), TEACHER)
    town.wait(20)
    town.tick()
    return town


@pytest.mark.parametrize("viewer", VIEWERS, ids=lambda viewer: viewer.role)
def test_a_state_comes_out_as_it_went_in(viewer: Viewer) -> None:
    part = visible(evening().world, viewer)
    assert world_from(unpack(pack(world_value(part)), ANSWER_BYTES)) == part


def test_the_scenario_never_travels_with_the_state() -> None:
    town = evening()
    assert "scenario" not in world_value(town.world)
    assert world_from(world_value(town.world)).scenario is None
    assert world_value(World()) == {}


@pytest.mark.parametrize("viewer", VIEWERS, ids=lambda viewer: viewer.role)
def test_a_view_comes_out_as_it_went_in(viewer: Viewer) -> None:
    part = view(scenario(), viewer)
    assert view_from(unpack(pack(view_value(part)), ANSWER_BYTES)) == part


@pytest.mark.parametrize("value", [None, [], {"seq": "x"}, {"persons": {"a": {}}}, {"seats": {"x": {}}}])
def test_a_state_that_cannot_be_read_is_a_protocol_error(value: object) -> None:
    with pytest.raises(ProtocolError) as fault:
        world_from(value)
    assert fault.value.code == "bad_answer"
    with pytest.raises(ProtocolError):
        view_from(value)
