"""Whoever played a persona that the teacher has given to somebody else is told so, and what they do now."""

from client.line_terminal import yuting
from client.screens.stage import TEACHER as STAGE_TEACHER
from client.screens.stage import Stage, settle, told
from goodpath_client.given_away import GivenAway
from goodpath_core.play.seats import HandOver, Observe, TakePersona
from town import TEACHER

GIVEN = "Your teacher has given Pan Yuting to somebody else; you watch now."


async def test_on_screens_it_is_said_as_the_phone_changes_to_that_of_somebody_who_watches() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        stage.do(HandOver(persona="1/yuting", seat=2), STAGE_TEACHER)
        await settle(pilot)
        assert GIVEN in told(app)


async def test_who_steps_back_and_who_only_takes_somebody_are_told_of_no_gift() -> None:
    stage = Stage("ten-pictures", "")
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        stage.do(TakePersona(persona="1/yuting"))
        await settle(pilot)
        stage.do(Observe())
        await settle(pilot)
        assert not any("given" in words for words in told(app))


async def test_in_lines_it_is_said_before_what_one_does_now() -> None:
    async with yuting() as me:
        me.server.town.play("1/chunmei")
        before = len(me.printed)
        me.server.town.do(Observe(), me.server.town.player("1/chunmei"))
        await me.server.do(HandOver(persona="1/yuting", seat=3), TEACHER)
        await me.hear("Your teacher has given Yuting to somebody else; you watch now.", before)
        await me.hear("Seat 2. You watch.", before)


def test_who_was_given_somebody_else_meanwhile_hears_whom() -> None:
    stage, given = Stage("ten-pictures", "yuting"), GivenAway()
    stage.start()
    assert given.words(stage.store) == ""
    stage.do(HandOver(persona="1/yuting", seat=2), STAGE_TEACHER)
    stage.do(HandOver(persona="1/xiaoyan", seat=1), STAGE_TEACHER)
    assert given.words(stage.store) == (
        "Your teacher has given Pan Yuting to somebody else; you play Deng Xiaoyan now."
    )
    assert given.words(stage.store) == ""


def test_who_comes_back_after_it_happened_hears_it_once() -> None:
    stage, back = Stage("ten-pictures", "yuting"), GivenAway()
    stage.start()
    stage.now_ms += 5_000
    stage.do(HandOver(persona="1/yuting", seat=2), STAGE_TEACHER)
    assert (back.words(stage.store), back.words(stage.store)) == (GIVEN, "")
