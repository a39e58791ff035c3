"""A line may be meant for where one was before one was moved, or wants to be; not for what one left."""

import pytest

from client.screens.stage import TEACHER, Stage
from goodpath_client.changes import Change
from goodpath_client.unasked_moves import SETTLED_MS, UnaskedMoves
from goodpath_core.play.control import NextPhase
from goodpath_core.play.event import Draft
from goodpath_core.play.places import PickUpPhone, PlaceChanged, PutPhoneDown
from goodpath_core.play.seats import Observe, TakePersona


def listening(stage: Stage, at_first: str = "") -> UnaskedMoves:
    """What hears of all that happens on a stage from now on."""
    moves = UnaskedMoves(at_first)
    moves.hear(Change("state"), stage.store, stage.now_ms)
    stage.store.on_change(lambda change: moves.hear(change, stage.store, stage.now_ms))
    return moves


def on_the_phone() -> tuple[Stage, UnaskedMoves]:
    stage = Stage("ten-pictures", "yuting")
    moves = listening(stage)
    stage.start()
    assert stage.world.persons["1/yuting"].place == "phone"
    return stage, moves


def move(stage: Stage, place: str) -> None:
    """The script calls Yuting to a place."""
    stage.happen(Draft(PlaceChanged(persona="1/yuting", place=place, rule="free"), "cell", 1, "1/yuting"))


def meant(stage: Stage, moves: UnaskedMoves, later_ms: int = 0) -> str:
    return moves.meant_for(stage.store, stage.now_ms + later_ms)


@pytest.mark.parametrize(
    ("before", "after"), [("phone", "room"), ("room", "phone"), ("phone", "shift"), ("shift", "room")]
)
def test_whoever_was_moved_may_still_mean_where_they_were_for_a_moment(before: str, after: str) -> None:
    stage, moves = on_the_phone()
    move(stage, before)
    stage.now_ms += SETTLED_MS
    assert meant(stage, moves) == ""
    move(stage, after)
    assert meant(stage, moves, SETTLED_MS - 1) == before
    assert meant(stage, moves, SETTLED_MS) == ""


def test_a_move_of_the_whole_class_is_a_move_and_one_of_somebody_else_is_none() -> None:
    stage, moves = on_the_phone()
    stage.happen(Draft(PlaceChanged(persona="1/haibo", place="room"), "cell", 1, "1/haibo"))
    assert meant(stage, moves) == ""
    while stage.world.persons["1/yuting"].place == "phone":
        stage.do(NextPhase(), TEACHER)
    assert meant(stage, moves) == "phone"


def test_a_move_while_the_copy_was_made_anew_is_a_move_too() -> None:
    stage, moves = on_the_phone()
    stage.world.persons["1/yuting"].place = "room"
    stage.join()
    assert meant(stage, moves) == "phone"


def test_who_is_where_they_were_again_means_that_place_alone() -> None:
    stage, moves = on_the_phone()
    moves.miss(stage.now_ms)
    assert meant(stage, moves) == ""


def test_where_one_first_comes_to_is_no_move_on_screens_and_in_lines_one_from_the_phone() -> None:
    stage = Stage("apple-phone", "yuting")
    on_screens, in_lines = listening(stage), listening(stage, "phone")
    assert (meant(stage, on_screens), meant(stage, in_lines)) == ("", "")
    stage.start()
    assert stage.world.persons["1/yuting"].place == "room"
    assert (meant(stage, on_screens), meant(stage, in_lines)) == ("", "phone")
    came_later = listening(stage)
    assert meant(stage, came_later) == ""


def test_whom_one_takes_is_where_they_are_and_was_not_moved_there() -> None:
    stage, moves = on_the_phone()
    stage.world.persons["1/haibo"].place = "room"
    stage.do(Observe())
    stage.do(TakePersona(persona="1/haibo"))
    assert stage.store.me == "1/haibo"
    assert meant(stage, moves) == ""


def test_what_its_owner_has_put_down_is_not_meant_whichever_news_of_it_comes_first() -> None:
    stage, moves = on_the_phone()
    stage.link.answers = True
    stage.link.do(PutPhoneDown())
    assert meant(stage, moves) == ""
    stage.link.do(PickUpPhone())
    assert meant(stage, moves) == ""
    stage.link.answers = False
    stage.link.do(PutPhoneDown())
    stage.store.settle("r3", 0)
    stage.do(PutPhoneDown())
    assert meant(stage, moves) == ""
    stage.link.do(PickUpPhone())
    stage.store.settle("r4", 0)
    stage.do(PickUpPhone())
    assert meant(stage, moves) == ""


def test_what_is_taken_after_it_was_put_down_once_may_be_meant() -> None:
    stage, moves = on_the_phone()
    stage.link.answers = True
    stage.link.do(PutPhoneDown())
    stage.link.do(PickUpPhone())
    move(stage, "room")
    assert meant(stage, moves) == "phone"


def test_the_phone_that_is_wanted_may_be_meant_until_it_is_answered_and_a_moment_after_a_no() -> None:
    stage, moves = on_the_phone()
    stage.do(PutPhoneDown())
    stage.now_ms += SETTLED_MS
    stage.link.do(PickUpPhone())
    stage.now_ms += 10 * SETTLED_MS
    assert meant(stage, moves) == "phone"
    stage.store.refuse("r1", "battery_empty", "The battery is empty.")
    assert meant(stage, moves) == "phone"
    assert meant(stage, moves, SETTLED_MS) == ""


def test_the_room_that_is_wanted_may_be_meant_until_it_is_answered_and_a_moment_after_a_no() -> None:
    stage, moves = on_the_phone()
    stage.link.do(PutPhoneDown())
    stage.now_ms += 10 * SETTLED_MS
    assert meant(stage, moves) == "room"
    stage.store.refuse("r1", "held_on_phone", "In this phase everybody is on the phone.")
    assert meant(stage, moves) == "room"
    assert meant(stage, moves, SETTLED_MS) == ""
