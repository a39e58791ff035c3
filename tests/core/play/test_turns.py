"""Turns: who has played whom while the world ran, what they step out of, and what is revealed of it."""

from followers import Followers
from goodpath_core.play.bounds import Bounds
from goodpath_core.play.closed_seats import CloseSeat
from goodpath_core.play.control import EndSession, NextPhase, PauseWorld, StartWorld
from goodpath_core.play.debrief import Reflect
from goodpath_core.play.seats import HandOver, Observe, TakePersona
from goodpath_core.play.sight import Viewer, visible
from goodpath_core.play.state import Revealed, Turn
from goodpath_core.play.turns import role_of
from town import SERVER, TEACHER, Town, lobby, one_phase, playing

START = 64_800
"""World second at which the first phase begins; from then on eight go by in one of play."""


def handed_over() -> Town:
    """Seat 1 has played 1/yuting for ten seconds, which are eighty of the world, then seat 5 for as many."""
    town = playing(one_phase())
    town.wait(10)
    town.do(HandOver(persona="1/yuting", seat=5), TEACHER)
    town.wait(10)
    return town


def test_whoever_gave_a_persona_away_is_revealed_before_whoever_got_it() -> None:
    town = handed_over()
    town.do(NextPhase(), TEACHER)
    assert town.world.revealed["1/yuting"] == [
        Revealed(1, START, START + 80),
        Revealed(5, START + 80, START + 160),
    ]
    assert town.world.seats[1].turns == [Turn("1/yuting", START, START + 80)]
    assert town.world.seats[5].turns == [Turn("1/yuting", START + 80)]


def test_whoever_gave_a_persona_away_steps_out_of_its_role() -> None:
    town = handed_over()
    town.do(NextPhase(), TEACHER)
    town.do(Reflect(answers=("the lamp",)), town.seat(1))
    town.do(Reflect(answers=("the hurry",)), town.seat(5))
    assert [(one.seat, one.persona) for one in town.world.reflections] == [(1, "1/yuting"), (5, "1/yuting")]
    assert [one.seat for one in visible(town.world, Viewer("observer", 1, 1)).reflections] == [1]


def test_what_was_begun_as_somebody_is_still_stepping_out_of_that_role_and_of_no_other() -> None:
    town = handed_over()
    town.do(NextPhase(), TEACHER)
    seat = town.seat(1)
    town.do(Reflect(answers=("the lamp",)), seat._replace(asked_as="1/yuting"))
    assert town.refused(Reflect(answers=("x",)), seat._replace(asked_as="1/ming")) == "other_persona"


def test_whoever_plays_to_the_end_of_play_has_played_whoever_gets_the_persona_afterwards() -> None:
    town = playing(one_phase())
    town.wait(10)
    town.do(NextPhase(), TEACHER)
    town.do(HandOver(persona="1/yuting", seat=5), TEACHER)
    assert town.world.seats[1].turns == [Turn("1/yuting", START)]
    assert (town.world.seats[5].turns, role_of(town.world.seats[5])) == ([], "1/yuting")
    town.do(Reflect(answers=("the lamp",)), town.seat(1))
    town.do(Observe(), town.seat(5))
    assert town.refused(Reflect(answers=("x",)), town.seat(5)) == "no_role"


def test_who_was_tried_in_the_lobby_was_not_played() -> None:
    town = lobby(one_phase())
    town.do(Observe(), town.seat(1))
    town.do(TakePersona(persona="1/yuting"), town.seat(5))
    town.do(StartWorld(), TEACHER)
    assert (town.world.seats[1].turns, town.world.seats[5].turns) == ([], [Turn("1/yuting", START)])


def test_a_mistake_that_is_mended_during_a_pause_is_no_turn() -> None:
    town = playing(one_phase())
    town.wait(10)
    town.do(PauseWorld(), TEACHER)
    town.do(HandOver(persona="1/yuting", seat=5), TEACHER)
    town.do(HandOver(persona="1/yuting", seat=4), TEACHER)
    assert town.world.seats[5].turns == []
    assert town.world.seats[4].turns == [Turn("1/yuting", START + 80)]


def test_the_turn_of_a_seat_that_is_closed_ends_and_is_revealed() -> None:
    town = playing(one_phase())
    town.wait(10)
    town.do(CloseSeat(seat=1), SERVER)
    town.wait(10)
    town.do(NextPhase(), TEACHER)
    assert town.world.revealed["1/yuting"] == [Revealed(1, START, START + 80)]


def test_whoever_moved_to_another_cell_is_revealed_in_both() -> None:
    town = Town(2, one_phase())
    town.play("1/yuting", "2/chunmei")
    town.do(StartWorld(), TEACHER)
    town.wait(10)
    town.do(Observe(), town.seat(1))
    town.do(HandOver(persona="2/ming", seat=1), TEACHER)
    town.wait(10)
    followers = Followers(town)
    town.do(NextPhase(), TEACHER)
    followers.follow()
    followers.compare()
    assert visible(town.world, Viewer("observer", 9, 1)).revealed == {
        "1/yuting": [Revealed(1, START, START + 80)]
    }
    assert visible(town.world, Viewer("student", 2, 2, "2/chunmei")).revealed == {
        "2/chunmei": [Revealed(2, START, START + 160)],
        "2/ming": [Revealed(1, START + 80, START + 160)],
    }


def test_of_the_turns_of_a_seat_with_one_persona_the_newest_stay() -> None:
    town = playing(one_phase())
    town.world.bounds = Bounds(turns=2)
    for _ in range(3):
        town.wait(1)
        town.do(Observe(), town.seat(1))
        town.wait(1)
        town.do(TakePersona(persona="1/yuting"), town.seat(1))
    assert town.world.seats[1].turns == [
        Turn("1/yuting", START + 32, START + 40),
        Turn("1/yuting", START + 48),
    ]


def test_an_end_without_a_debrief_leaves_the_turns_as_they_are() -> None:
    town = handed_over()
    town.do(EndSession(), TEACHER)
    assert (town.world.revealed, role_of(town.world.seats[1])) == ({}, "1/yuting")


def test_who_has_no_seat_steps_out_of_no_role() -> None:
    assert role_of(None) == ""
