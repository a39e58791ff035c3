"""Who else is in the room: those who hear, those who look at their phones, or nobody at all."""

from client.screens.stage import Stage
from goodpath_client.company import company_words
from goodpath_core.play.event import Draft
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.seats import PersonaTaken


def yuting() -> Stage:
    """Yuting has put the phone down in the room that she has with Chunmei; nobody else plays."""
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.do(PutPhoneDown())
    return stage


def comes(stage: Stage, key: str) -> None:
    """Somebody begins to play a persona, whose phone is in the hand."""
    stage.happen(Draft(PersonaTaken(persona=f"1/{key}"), "cell", 1, f"1/{key}"))


def test_where_nobody_else_is_one_is_told_that_one_is_alone() -> None:
    stage = yuting()
    assert company_words(stage.store) == "You are alone here."
    comes(stage, "haibo")
    assert company_words(stage.store) == "You are alone here."


def test_who_is_there_and_looks_at_a_phone_does_not_look_up() -> None:
    stage = yuting()
    comes(stage, "chunmei")
    assert company_words(stage.store) == "Nobody else looks up."


def test_those_who_hear_are_named() -> None:
    stage = yuting()
    comes(stage, "chunmei")
    stage.play_persona("chunmei", PutPhoneDown())
    assert company_words(stage.store) == "In this room: Wei Chunmei."
