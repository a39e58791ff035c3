"""An event says where its voice was just then, as far as anybody knows."""

from goodpath_core.play.event import Draft
from goodpath_core.play.messages import MessagePosted
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.registry import stamp
from town import Town, playing


def place_of(town: Town, at: int | None = None) -> str:
    line = Draft(MessagePosted(text="Hello."), "room", 1, "1/yuting", "1/line3", at=at)
    return stamp(town.world, line, "seat:1", town.now).place


def test_what_happens_in_play_has_the_place_of_its_voice() -> None:
    town = playing()
    assert place_of(town) == "phone"
    town.do(PutPhoneDown(), town.player("1/yuting"))
    assert place_of(town) == "room"


def test_of_what_happened_before_play_nobody_knows_the_place() -> None:
    assert place_of(playing(), at=-3_600) == ""
