"""The face of a page, and the names nobody may have."""

from dataclasses import replace
from typing import Literal

import pytest
from pydantic import ValidationError

from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.bounds import CLASS
from goodpath_core.play.event import Draft
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.profile import EditPage, PageEdited
from goodpath_core.play.state import Version
from goodpath_core.scenario.actions import MoveTo
from goodpath_core.scenario.cast import Name
from goodpath_core.scenario.phases import Allow
from town import OPEN, Town, at, one_phase, phase, playing, scenario


def quiet() -> Town:
    small = one_phase()
    chunmei = replace(small.personas["chunmei"], name=Name("Chunmei", "韦春梅", "choon-may"))
    return playing(replace(small, personas={**small.personas, "chunmei": chunmei}))


def test_a_page_changes_only_in_what_is_new_and_keeps_every_version() -> None:
    town = quiet()
    by = town.player("1/yuting")
    assert town.do(EditPage(nickname="Rain", signature=" So\x07.\n", skin="neon"), by) == [
        Draft(PageEdited(signature="So\ufffd.", skin="neon"), "cell", 1, "1/yuting", "1/yuting")
    ]
    assert town.do(EditPage(nickname="雨后", face="^_^", music="Rainy road", signature=""), by) == [
        Draft(
            PageEdited(nickname="雨后", face="^_^", music="Rainy road", signature=""),
            "cell",
            1,
            "1/yuting",
            "1/yuting",
        )
    ]
    start, first, second = town.world.pages["1/yuting"].versions
    assert start.nickname == "Rain"
    assert first == Version(first.seq, 64_800, "Rain", "So\ufffd.", "", "neon", "")
    assert second == Version(second.seq, 64_800, "雨后", "", "^_^", "neon", "Rainy road")


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (EditPage(), "no_change"),
        (EditPage(nickname="Rain"), "no_change"),
        (EditPage(nickname=" Rain "), "no_change"),
        (EditPage(nickname="\u200b"), "name_empty"),
        (EditPage(nickname="@Ci"), "name_with_at"),
        (EditPage(nickname="R＠in"), "name_with_at"),
        (EditPage(nickname="Teacher"), "name_reserved"),
        (EditPage(nickname="王老师"), "name_reserved"),
        (EditPage(nickname="Sprіng  plum"), "name_taken"),
        (EditPage(nickname="Chunmei"), "name_taken"),
        (EditPage(nickname="cНunmei"), "name_taken"),
        (EditPage(nickname="韦 春梅"), "name_taken"),
        (EditPage(nickname=" LELE"), "name_taken"),
        (EditPage(skin="gold"), "no_such_skin"),
    ],
)
def test_a_face_that_means_nothing_or_somebody_else_is_refused(command: EditPage, code: str) -> None:
    town = quiet()
    assert town.refused(command, town.player("1/yuting")) == code


def test_a_persona_may_bear_its_own_name() -> None:
    town = quiet()
    town.do(EditPage(nickname="YUTING"), town.player("1/yuting"))
    assert town.do(EditPage(nickname="韦春梅"), town.player("1/chunmei"))


def test_a_name_may_be_the_same_in_another_cell_and_after_it_was_given_up() -> None:
    town = Town(2, one_phase())
    town.world.session.stage = "playing"
    town.play("1/yuting", "2/yuting", "1/chunmei")
    town.world.phase.allow.page = True
    for person in town.world.persons.values():
        person.place = "phone"
    town.do(EditPage(nickname="Moon"), town.player("2/yuting"))
    town.do(EditPage(nickname="Moon"), town.player("1/yuting"))
    assert town.refused(EditPage(nickname="moon"), town.player("1/chunmei")) == "name_taken"
    town.do(EditPage(nickname="Sun"), town.player("1/yuting"))
    assert town.do(EditPage(nickname="moon"), town.player("1/chunmei"))


@pytest.mark.parametrize(
    ("part", "limit"), [("nickname", 32), ("signature", 50), ("face", 24), ("music", 60)]
)
@pytest.mark.parametrize("sign", ["b", "\U00020001"], ids=["ASCII", "four bytes"])
def test_each_part_has_its_length(part: str, limit: int, sign: str) -> None:
    town = quiet()
    by = town.player("1/yuting")
    for length in (limit - 1, limit):
        town.do(EditPage(**{part: sign * length}), by)
        assert getattr(town.world.pages["1/yuting"].face, part) == sign * length
    assert town.refused(EditPage(**{part: sign * (limit + 1)}), by) == "too_long"
    with pytest.raises(ValidationError):
        EditPage(**{part: sign * 1001})


def test_the_page_is_closed_where_the_phase_or_the_place_says_so() -> None:
    town = playing(one_phase(Allow(True, False, True, 0, 0)))
    by = town.player("1/yuting")
    assert town.refused(EditPage(nickname="Moon"), by) == "page_closed"
    town = playing(one_phase(OPEN))
    by = town.player("1/yuting")
    town.do(PutPhoneDown(), by)
    assert town.refused(EditPage(nickname="Moon"), by) == "phone_down"


def test_of_many_faces_the_first_and_the_newest_stay() -> None:
    town = playing(one_phase())
    town.world.bounds = CLASS._replace(versions=3)
    first = town.world.pages["1/yuting"].versions[0]
    for mood in ("one", "two", "three", "four"):
        town.do(EditPage(signature=mood), town.player("1/yuting"))
    versions = town.world.pages["1/yuting"].versions
    assert versions[0] == first
    assert [one.signature for one in versions[1:]] == ["three", "four"]


def called_away(place: Literal["room", "shift"]) -> Town:
    """Yuting, who had the phone in the hand, is called away from it after ten seconds."""
    town = playing(one_phase(OPEN, at("only-1", 10, MoveTo(("yuting",), place, ""))))
    town.wait(10)
    town.tick()
    return town


@pytest.mark.parametrize(("place", "code"), [("room", "held_in_room"), ("shift", "on_shift")])
def test_who_is_called_away_from_the_phone_may_save_what_was_begun_for_ten_seconds(
    place: Literal["room", "shift"], code: str
) -> None:
    town = called_away(place)
    yuting = town.player("1/yuting")
    town.do(EditPage(nickname="Night"), yuting)
    town.wait(10)
    town.do(ArrangeAlbum(cards=("lamp",)), yuting)
    town.wait(1)
    assert town.refused(EditPage(signature="late"), yuting) == code
    assert town.refused(ArrangeAlbum(cards=()), yuting) == code


def test_nothing_else_is_done_with_a_phone_that_was_taken_away() -> None:
    town = called_away("room")
    assert town.refused(PublishPost(text="late"), town.player("1/yuting")) == "held_in_room"


def test_who_puts_the_phone_down_has_left_the_page() -> None:
    town = playing(one_phase())
    yuting = town.player("1/yuting")
    town.do(PutPhoneDown(), yuting)
    assert town.refused(EditPage(nickname="Night"), yuting) == "phone_down"


def test_the_seconds_after_being_called_away_end_with_the_phase() -> None:
    away = phase("away", (at("away-1", 290, MoveTo(("yuting",), "room", "")),))
    held = replace(phase("held"), place="room", world_from_s=64_800 + 2320)
    town = playing(replace(scenario(), phases=(away, held)))
    town.wait(300)
    town.tick()
    assert town.world.phase.index == 1
    assert town.refused(EditPage(nickname="Night"), town.player("1/yuting")) == "held_in_room"
