"""Visits: that somebody looked, and who may know it."""

import pytest

from goodpath_core.play.bounds import CLASS
from goodpath_core.play.event import Draft
from goodpath_core.play.sight import Viewer, visible
from goodpath_core.play.state import Visit
from goodpath_core.play.visits import (
    LookAtPicture,
    PageVisited,
    PictureLookedAt,
    StrangersCame,
    VisitPage,
    visitor_words,
)
from town import Town, one_phase, playing


def quiet() -> Town:
    return playing(one_phase())


def data_of(town: Town, persona: str) -> int:
    phone = town.world.persons[persona].phone
    assert phone is not None
    return phone.data_kb


def test_a_visit_is_known_to_the_visitor_and_the_owner() -> None:
    town = quiet()
    before = data_of(town, "1/ming")
    assert town.do(VisitPage(page="1/yuting"), town.player("1/ming")) == [
        Draft(PageVisited(), "people:1/yuting,1/ming", 1, "1/ming", "1/yuting")
    ]
    seq = town.events[-1].seq
    seen = [
        visible(town.world, Viewer("student", 0, 1, f"1/{who}")).pages["1/yuting"].visits
        for who in ("yuting", "ming", "chunmei")
    ]
    assert seen == [[Visit(seq, 64_800, "1/ming")], [Visit(seq, 64_800, "1/ming")], []]
    assert data_of(town, "1/ming") == before - 50


def test_looking_closely_is_known_to_the_looker_alone() -> None:
    town = quiet()
    before = data_of(town, "1/ming")
    assert town.do(LookAtPicture(page="1/yuting", thing="post:9"), town.player("1/ming")) == [
        Draft(PictureLookedAt(thing="post:9"), "people:1/ming", 1, "1/ming", "1/yuting")
    ]
    assert data_of(town, "1/ming") == before - 50
    assert town.do(LookAtPicture(page="1/ming", thing="page"), town.player("1/ming"))


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (VisitPage(page="1/ming"), "own_page"),
        (VisitPage(page="1/nobody"), "no_such_page"),
        (VisitPage(page="2/yuting"), "no_such_page"),
        (LookAtPicture(page="2/yuting", thing="page"), "no_such_page"),
        (LookAtPicture(page="1/yuting", thing="card:stove"), "no_such_thing"),
    ],
)
def test_a_look_at_what_is_not_there_for_one_is_refused(
    command: VisitPage | LookAtPicture, code: str
) -> None:
    town = quiet()
    assert town.refused(command, town.player("1/ming")) == code


@pytest.mark.parametrize(
    ("count", "name", "words"),
    [
        (1, "", "1 stranger"),
        (60, "", "60 strangers"),
        (1, "Lele", "Lele"),
        (2, "Lele", "Lele and 1 other"),
        (60, "Lele", "Lele and 59 others"),
    ],
)
def test_who_came_together_is_said_with_the_name_there_is(count: int, name: str, words: str) -> None:
    assert visitor_words(count, name) == words


def test_looking_costs_data() -> None:
    town = quiet()
    by, phone = town.player("1/ming"), town.world.persons["1/ming"].phone
    assert phone is not None
    phone.data_kb, phone.balance_yuan = 49, 0
    assert town.refused(VisitPage(page="1/yuting"), by) == "no_credit"
    assert town.refused(LookAtPicture(page="1/yuting", thing="page"), by) == "no_credit"


def test_strangers_are_counted_and_an_npc_is_named_for_the_owner() -> None:
    town = quiet()
    for count, voice in ((60, ""), (1, "npc:lele"), (4, "npc:lele")):
        came = Draft(StrangersCame(count=count), "people:1/yuting", 1, voice, "1/yuting")
        town.apply(came, "script")
    page = town.world.pages["1/yuting"]
    assert page.strangers == 63, "who has a name is no stranger"
    assert [visit.by for visit in page.visits] == ["npc:lele", "npc:lele"]
    other = visible(town.world, Viewer("student", 3, 1, "1/ming")).pages["1/yuting"]
    assert (other.strangers, other.visits) == (0, [])


def test_of_many_visits_of_one_the_oldest_are_only_counted() -> None:
    town = quiet()
    town.world.bounds = CLASS._replace(visits=2)
    for who in ("1/chunmei", *["1/ming"] * 5):
        town.apply(Draft(PageVisited(), f"people:1/yuting,{who}", 1, who, "1/yuting"), "seat:1")
    visits = town.world.pages["1/yuting"].visits
    assert [(one.by, one.before) for one in visits] == [("1/chunmei", 0), ("1/ming", 3), ("1/ming", 0)]
