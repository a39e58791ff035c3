"""In lines too nobody reads a page or hears a picture unseen: what cannot be paid is not read out."""

from client.line_terminal import typed
from client.screens.stage import TEACHER, Stage
from goodpath_core.play.control import NextPhase
from goodpath_core.play.posts import PublishPost

USED_UP = (
    "The data is used up and there is no money on the card; put the phone down and look around the room "
    "(/down, /say)."
)


def without_credit(data_kb: int = 0) -> Stage:
    """Pages are open, Jun has just posted; Yuting has so much data left, and no money."""
    stage = Stage("apple-phone", "yuting")
    stage.link.answers = True
    stage.start()
    stage.do(NextPhase(), TEACHER)
    stage.play_persona("jun", PublishPost(text="The key is under the tin."))
    for world in (stage.world, stage.store.world):
        phone = world.persons["1/yuting"].phone
        assert phone is not None
        phone.data_kb, phone.balance_yuan = data_kb, 0
    return stage


def test_a_page_that_cannot_be_paid_is_not_read_out() -> None:
    stage = without_credit()
    assert typed(stage, "/visit jun") == [USED_UP]
    assert stage.link.commands == []


def test_a_post_with_a_picture_that_cannot_be_paid_is_not_read_out_and_one_without_is() -> None:
    stage = without_credit(49)
    numbered = typed(stage, "/feed")
    number = next(line.partition(".")[0] for line in numbered if "Motorbike, not mine" in line)
    assert typed(stage, "/feed", f"/open {number}")[len(numbered) :] == [USED_UP]
    assert "The key is under the tin." in typed(stage, "/feed", "/open 1")[len(numbered)]
    assert stage.link.commands == []


def test_with_enough_data_left_the_page_is_read_out_and_its_owner_sees_who_came() -> None:
    stage = without_credit(50)
    assert any("The key is under the tin." in line for line in typed(stage, "/visit jun"))
    assert [one.by for one in stage.world.pages["1/jun"].visits] == ["1/yuting"]
