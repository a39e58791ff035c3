"""A seat that is given a persona of another cell: what it sees, what it keeps, and what others see of it."""

from followers import Followers
from goodpath_core.play.bounds import Bounds
from goodpath_core.play.cells import free_personas
from goodpath_core.play.control import NextPhase, StartWorld
from goodpath_core.play.debrief import Reflect
from goodpath_core.play.event import Draft
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.offline import SayAloud, Think
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.seats import (
    HandOver,
    Observe,
    OpenSeat,
    PersonaTaken,
    SeatChanged,
)
from goodpath_core.play.sight import Viewer, visible
from town import SERVER, TEACHER, Town, one_phase


def two_towns() -> Town:
    """Four personas are played in two cells; seat 1, who thought as 1/yuting, watches."""
    town = Town(2, one_phase(), Bounds(said=2))
    town.play("1/yuting", "2/yuting", "1/chunmei", "2/chunmei")
    town.do(StartWorld(), TEACHER)
    for number in (1, 2):
        town.do(PutPhoneDown(), town.seat(number))
        town.do(SayAloud(text=f"aloud in cell {number}"), town.seat(number))
        town.do(Think(text=f"thought in cell {number}"), town.seat(number))
    town.do(PostMessage(room="1/kitchen", text="to the first"), town.seat(3))
    town.do(PostMessage(room="2/kitchen", text="to the second"), town.seat(4))
    town.do(Observe(), town.seat(1))
    return town


def test_whoever_moves_sees_the_other_cell_and_keeps_what_is_their_own() -> None:
    town = two_towns()
    town.do(HandOver(persona="2/yuting", seat=1), TEACHER)
    assert town.seat(1).cell == 2
    seen = visible(town.world, Viewer("student", 1, 2, "2/yuting"))
    assert {person[:2] for person in (*seen.persons, *seen.pages)} == {"2/"}
    assert "2/kitchen" in seen.rooms and "1/kitchen" not in seen.rooms
    assert [line.text for line in seen.journal] == ["thought in cell 1", "aloud in cell 2"]
    assert seen.seats[1].cell == 2


def test_the_copies_of_all_are_what_they_would_fetch_while_seats_move_to_and_fro() -> None:
    town = two_towns()
    followers = Followers(town)
    for persona in ("2/ming", "1/yuting", "2/yuting", "1/ming"):
        town.do(HandOver(persona=persona, seat=1), TEACHER)
        for number in range(4):
            for player in (town.seat(1), town.seat(3), town.seat(4)):
                if player.persona == persona:
                    town.do(PutPhoneDown(), player) if number == 0 and _on_phone(town, persona) else None
                    town.do(Think(text=f"{number}"), player)
            town.do(
                PostMessage(room=f"{persona[0]}/kitchen", text="hi"), town.player(f"{persona[0]}/chunmei")
            )
            followers.follow()
            followers.compare()
        town.do(Observe(), town.seat(1))
        followers.follow()
        followers.compare()


def test_a_persona_of_the_cell_one_left_may_get_another_player_without_ones_knowing() -> None:
    town = two_towns()
    town.do(OpenSeat(), SERVER)
    town.do(HandOver(persona="2/ming", seat=1), TEACHER)
    followers = Followers(town)
    town.do(HandOver(persona="1/yuting", seat=5), TEACHER)
    followers.follow()
    followers.compare()
    town.do(Observe(), town.seat(1))
    town.do(HandOver(persona="1/ming", seat=1), TEACHER)
    assert visible(town.world, Viewer("student", 1, 1, "1/ming")).seats[1].own == ["1/ming"]
    assert town.world.seats[1].own == ["2/ming", "1/ming"]


def _on_phone(town: Town, persona: str) -> bool:
    return town.world.persons[persona].place == "phone"


def test_who_has_moved_is_in_the_debrief_of_the_new_cell() -> None:
    town = two_towns()
    town.do(HandOver(persona="2/ming", seat=1), TEACHER)
    followers = Followers(town)
    town.do(NextPhase(), TEACHER)
    town.do(Reflect(answers=("I moved.",)), town.seat(1))
    followers.follow()
    followers.compare()
    assert [turn.seat for turn in town.world.revealed["2/ming"]] == [1]
    assert "2/ming" in visible(town.world, Viewer("student", 4, 2, "2/chunmei")).revealed


def test_who_lost_the_way_back_to_a_seat_of_a_full_class_gets_the_persona_again() -> None:
    town = Town(cells=2)
    town.play("1/yuting", "2/yuting", "1/chunmei", "2/chunmei", "1/ming", "2/ming")
    new = town.do(OpenSeat(), SERVER)[0]
    assert new.cell == 1
    town.do(HandOver(persona="2/ming", seat=7), TEACHER)
    assert town.player("2/ming").seat == 7


def test_a_seat_that_is_given_a_persona_of_another_cell_moves_there() -> None:
    town = Town(cells=2)
    town.play("1/yuting", "2/yuting")
    town.do(OpenSeat(), SERVER)
    assert town.do(HandOver(persona="2/yuting", seat=3), TEACHER) == [
        Draft(SeatChanged(seat=2, role="observer"), "seat:2", 2),
        Draft(SeatChanged(seat=3, persona="2/yuting"), "seat:3", 2),
        Draft(PersonaTaken(persona="2/yuting"), "cell", 2),
    ]
    assert (town.world.seats[3].cell, town.world.seats[2].cell) == (2, 2)
    town.do(Observe(), town.seat(3))
    assert free_personas(town.world, town.seat(3).cell, 3) == ["2/yuting", "2/chunmei", "2/ming"]
