"""The time lived, as every screen of the student says it: that of somebody who is played."""

from client.screens.stage import Stage, screen_text, seen, settle
from goodpath_client.lived import is_own_life, lived_seconds
from goodpath_client.plain.sheet import lived_words
from goodpath_client.screens.ended import EndedScreen
from goodpath_client.screens.life import LifeScreen
from goodpath_core.play.control import NextPhase
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.seats import HandOver, Observe, TakePersona
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


def test_the_time_lived_is_ones_own_where_one_played_from_the_beginning_and_nobody_else_did() -> None:
    stage = Stage("ten-pictures", "yuting")
    assert not is_own_life(stage.store)
    stage.start()
    assert is_own_life(stage.store)
    stage.now_ms += 60_000
    stage.do(HandOver(persona="1/yuting", seat=2), TEACHER)
    assert not is_own_life(stage.store)
    stage.now_ms += 60_000
    stage.do(HandOver(persona="1/yuting", seat=1), TEACHER)
    assert not is_own_life(stage.store)


async def test_of_a_persona_handed_over_debrief_and_end_show_what_the_persona_lived() -> None:
    stage = Stage("ten-pictures", "")
    stage.do(Observe())
    stage.do(TakePersona(persona="1/zhou"), stage.student(2))
    stage.start()
    stage.now_ms += 60_000
    stage.do(HandOver(persona="1/zhou", seat=1), TEACHER)
    for _ in range(4):
        stage.do(NextPhase(), TEACHER)
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=(80, 30)) as pilot:
        await seen(pilot, "You played Zhou Ming 周明 from 19:40. You sit in seat 1.")
        await seen(pilot, "Where Zhou Ming lived, whoever played:")
        app.switch_screen(EndedScreen())
        await seen(pilot, "Where Zhou Ming lived, whoever played:")
        assert "Where you lived" not in screen_text(app)


async def test_my_life_debrief_and_end_say_which_hours_are_not_counted() -> None:
    stage = Stage("apple-phone", "guoqiang")
    stage.start()
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=(80, 50)) as pilot:
        await settle(pilot)
        app.open(LifeScreen())
        await settle(pilot)
        assert "Not played" not in screen_text(app)
        stage.now_ms += 60_000
        for _ in range(2):
            stage.do(NextPhase(), TEACHER)
        await seen(pilot, "Only the hours that were played are counted.")
        for _ in range(5):
            stage.do(NextPhase(), TEACHER)
        await seen(pilot, "Not played: 18:07 to 23:00 a")
        await seen(pilot, "who works nights worked then")
        app.switch_screen(EndedScreen())
        await seen(pilot, "Only the hours that were played are counted.")
        await pilot.resize_terminal(80, 24)
        await seen(pilot, "worked then.")


def test_line_mode_says_which_hours_are_not_counted() -> None:
    stage = Stage("apple-phone", "guoqiang")
    stage.start()
    stage.now_ms += 60_000
    assert len(lived_words(stage.store, stage.now_ms)) == 1
    stage.do(NextPhase(), TEACHER)
    stage.now_ms += 720_000
    stage.do(NextPhase(), TEACHER)
    assert lived_words(stage.store, stage.now_ms)[1:] == [
        "Only the hours that were played are counted. "
        "Not played: 18:07 to 18:30 and 22:00 to 08:00; who works nights worked then."
    ]
