"""That a seat has read the briefing is known to it and to the teacher, and said once."""

import pytest

from goodpath_core.errors import Refused
from goodpath_core.play.briefing import BriefingRead, ReadBriefing
from goodpath_core.play.control import PauseWorld
from goodpath_core.play.event import Draft
from goodpath_core.play.seats import Observe
from town import TEACHER, Town, lobby, playing


def test_a_seat_has_read_the_briefing_once_it_says_so_and_no_other_seat_has() -> None:
    town = lobby()
    assert town.do(ReadBriefing(), town.seat(2)) == [Draft(BriefingRead(seat=2), "seat:2", 1)]
    assert [seat.number for seat in town.world.seats.values() if seat.briefed] == [2]


@pytest.mark.parametrize("comes", [playing, lobby])
def test_it_can_be_read_at_any_time_by_players_and_by_those_who_watch(comes: type[Town]) -> None:
    town = comes()
    if town.world.session.stage == "playing":
        town.do(PauseWorld(), TEACHER)
    town.do(Observe(), town.seat(1))
    town.do(ReadBriefing(), town.seat(1))
    assert town.world.seats[1].briefed


def test_what_was_read_is_not_read_again() -> None:
    town = lobby()
    town.do(ReadBriefing(), town.seat(1))
    with pytest.raises(Refused, match="was read"):
        town.do(ReadBriefing(), town.seat(1))
