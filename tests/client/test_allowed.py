"""Hints ask the rules themselves: what would be refused is not offered, and the reason is the rules' own."""

from client.screens.stage import TEACHER, Stage
from goodpath_client.allowed import WATCHING, is_for, refusal, why_not
from goodpath_client.keys import BY_NAME, DEEDS
from goodpath_core.play.control import PauseWorld
from goodpath_core.play.phone import PlugIn, Unplug
from goodpath_core.play.places import PickUpPhone, PutPhoneDown
from goodpath_core.play.seats import Observe


def playing(scenario: str = "ten-pictures") -> Stage:
    stage = Stage(scenario, "yuting")
    stage.start()
    return stage


def refused(stage: Stage) -> set[str]:
    return {deed.name for deed in DEEDS if why_not(stage.store, deed, stage.now_ms)}


def test_on_the_phone_the_room_is_out_of_reach_and_the_phone_can_be_put_down() -> None:
    assert refused(playing()) & {"phone", "say", "think", "plug in", "post", "ooc"} == {
        "say",
        "think",
        "plug in",
    }


def test_in_the_room_the_reason_is_the_one_the_server_would_give() -> None:
    stage = playing("apple-phone")
    assert refusal(stage.store, PickUpPhone, stage.now_ms) == (
        "There is no phone now; look at the room, it will pass."
    )
    assert refusal(stage.store, PutPhoneDown, stage.now_ms) == "The phone is not in your hand."
    assert refusal(stage.store, PlugIn, stage.now_ms) == ""
    assert refusal(stage.store, Unplug, stage.now_ms) == "Your phone is not at a socket."
    assert why_not(stage.store, BY_NAME["phone"], stage.now_ms).startswith("There is no phone now")


def test_a_pause_refuses_everything_but_the_stop_signal_help_and_leaving() -> None:
    stage = playing()
    stage.do(PauseWorld(why="Breathe."), TEACHER)
    assert refused(stage) >= {"post", "reply", "ooc", "phone", "like"}
    assert not refused(stage) & {"stop", "help", "quit", "briefing", "life"}


def test_who_watches_is_told_so() -> None:
    stage = playing()
    stage.do(Observe())
    stage.join()
    assert why_not(stage.store, BY_NAME["post"], stage.now_ms) == WATCHING
    assert {deed.name for deed in DEEDS if is_for(stage.store, deed)} >= {"stop", "feed", "visit", "unread"}


def test_before_there_is_a_persona_nothing_is_hidden() -> None:
    stage = Stage("ten-pictures", "")
    assert refused(stage) == set()
