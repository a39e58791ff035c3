"""A line may be meant for a phone that was taken, or is wanted; not for one that its owner has put down."""

from client.screens.stage import Stage
from goodpath_client.plain.lost_phone import SETTLED_MS, LostPhone
from goodpath_core.play.event import Draft
from goodpath_core.play.places import PickUpPhone, PlaceChanged, PutPhoneDown


def on_the_phone() -> tuple[Stage, LostPhone]:
    stage = Stage("ten-pictures", "yuting")
    lost = LostPhone(stage.store)
    stage.store.on_change(lambda change: lost.hear(change, stage.now_ms))
    stage.start()
    assert stage.world.persons["1/yuting"].place == "phone"
    return stage, lost


def take_away(stage: Stage) -> None:
    """The script calls Yuting to the room."""
    moved = PlaceChanged(persona="1/yuting", place="room", rule="free")
    stage.happen(Draft(moved, "cell", 1, "1/yuting"))


def test_what_was_taken_may_be_meant_for_a_moment() -> None:
    stage, lost = on_the_phone()
    assert not lost.may_be_meant(stage.now_ms)
    take_away(stage)
    assert lost.may_be_meant(stage.now_ms + SETTLED_MS - 1)
    assert not lost.may_be_meant(stage.now_ms + SETTLED_MS)


def test_what_its_owner_has_put_down_is_not_meant_whichever_news_of_it_comes_first() -> None:
    stage, lost = on_the_phone()
    stage.link.answers = True
    stage.link.do(PutPhoneDown())
    assert not lost.may_be_meant(stage.now_ms)
    stage.link.do(PickUpPhone())
    stage.link.answers = False
    stage.link.do(PutPhoneDown())
    stage.store.settle("r3", 0)
    stage.do(PutPhoneDown())
    assert not lost.may_be_meant(stage.now_ms)


def test_what_is_taken_after_it_was_put_down_once_may_be_meant() -> None:
    stage, lost = on_the_phone()
    stage.link.answers = True
    stage.link.do(PutPhoneDown())
    stage.link.do(PickUpPhone())
    take_away(stage)
    assert lost.may_be_meant(stage.now_ms)


def test_what_is_wanted_may_be_meant_until_it_is_answered_and_a_moment_after_a_no() -> None:
    stage, lost = on_the_phone()
    stage.do(PutPhoneDown())
    stage.now_ms += SETTLED_MS
    stage.link.do(PickUpPhone())
    stage.now_ms += 10 * SETTLED_MS
    assert lost.may_be_meant(stage.now_ms)
    stage.store.refuse("r1", "battery_empty", "The battery is empty.")
    assert lost.may_be_meant(stage.now_ms)
    assert not lost.may_be_meant(stage.now_ms + SETTLED_MS)
