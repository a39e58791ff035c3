"""Each act that a teacher is told of is an event of the play, and is called something of its own."""

from goodpath_core.play.registry import EVENTS
from goodpath_core.play.told_acts import ACTS


def test_every_act_is_an_event_and_no_two_are_called_the_same() -> None:
    assert {*ACTS} <= {*EVENTS}
    assert len({*ACTS.values()}) == len(ACTS)


def test_moving_about_and_learning_are_not_told_as_acts() -> None:
    assert {"place.changed", "phone.changed"}.isdisjoint(ACTS)
    assert {"place.changed", "phone.changed"} <= {*EVENTS}
