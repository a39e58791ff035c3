"""The time lived, as every screen of the student says it: that of somebody who is played."""

from client.screens.stage import Stage
from goodpath_client.lived import lived_seconds
from goodpath_core.play.control import NextPhase
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.seats import Observe, TakePersona
from town import TEACHER


def test_whoever_takes_a_persona_late_has_not_lived_what_was_before() -> None:
    stage = Stage("ten-pictures", "")
    stage.start()
    stage.now_ms += 300_000
    stage.do(TakePersona(persona="1/yuting"))
    assert lived_seconds(stage.store, stage.now_ms) == [("room", 0), ("phone", 0)]
    stage.now_ms += 6_000
    stage.do(PutPhoneDown())
    stage.now_ms += 4_000
    assert lived_seconds(stage.store, stage.now_ms) == [("room", 40), ("phone", 60)]


def test_whoever_stops_playing_and_goes_on_has_not_lived_what_was_between() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.now_ms += 6_000
    stage.do(Observe())
    stage.now_ms += 60_000
    stage.do(TakePersona(persona="1/yuting"))
    stage.now_ms += 1_000
    assert lived_seconds(stage.store, stage.now_ms) == [("room", 0), ("phone", 70)]
    for _ in range(4):
        stage.do(NextPhase(), TEACHER)
    stage.now_ms += 60_000
    assert lived_seconds(stage.store, stage.now_ms) == [("room", 0), ("phone", 70)]
