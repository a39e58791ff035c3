"""A scenario is cut to what a seat may know of it."""

from dataclasses import replace

import pytest

from goodpath_core.play.sight import Viewer
from goodpath_core.scenario.view import Neighbour, PublicCard, pictures_of, view
from town import scenario

CHUNMEI = Viewer("student", 1, 1, "1/chunmei")
OBSERVER = Viewer("observer", 4, 1)


def test_a_student_knows_the_own_persona_whole_and_of_the_rest_what_neighbours_know() -> None:
    whole = scenario()
    part = view(whole, CHUNMEI)
    assert part.personas == (whole.personas["chunmei"],)
    ming = whole.personas["ming"]
    assert [one.key for one in part.cast] == ["yuting", "chunmei", "ming"]
    assert part.cast[2] == Neighbour(
        "ming", ming.name, 19, "the terraces", "packs boxes", "3049981276", "dorm"
    )
    assert (part.plan, part.debrief) == ((), None)
    assert [(npc.key, npc.name, npc.about) for npc in part.npcs] == [
        ("lele", "Lele", ""),
        ("zhou", "Zhou", ""),
    ]


def test_a_student_knows_where_a_picture_comes_from_only_of_the_own_decks() -> None:
    part = view(scenario(), CHUNMEI)
    assert [deck.key for deck in part.decks] == ["home"]
    assert [card.key for card in part.own_cards] == ["stove", "bus"]
    assert [card.key for card in part.cards] == ["lamp", "neon", "stove", "bus"]
    assert part.cards[0] == PublicCard("lamp", "Lamp", "What is seen.", "street", ("cool",), "lamp.png")


@pytest.mark.parametrize(
    "viewer",
    [Viewer("student", 1, 1), Viewer("observer", 4, 1), Viewer("student", 1, 1, "1/nobody")],
    ids=["nobody yet", "an observer", "somebody who is not in it"],
)
def test_who_plays_nobody_knows_no_persona_whole(viewer: Viewer) -> None:
    part = view(scenario(), viewer)
    assert (part.personas, part.decks, part.own_cards, part.plan, part.debrief) == ((), (), (), (), None)
    assert len(part.cast) == 3


def test_the_teacher_knows_all_and_what_is_ahead() -> None:
    whole = scenario()
    part = view(whole, Viewer("teacher"))
    assert part.personas == (*whole.personas.values(),)
    assert part.npcs == (*whole.npcs.values(),)
    assert [deck.key for deck in part.decks] == ["street", "home"]
    assert [card.key for card in part.own_cards] == ["lamp", "neon", "stove", "bus"]
    assert [(one.key, one.seconds, one.injects) for one in part.plan] == [
        ("evening", 300, whole.phases[0].injects),
        ("night", 300, whole.phases[1].injects),
    ]
    assert part.debrief == whole.debrief


def test_the_pictures_that_are_named_are_those_of_all_cards_and_of_the_rooms_one_knows() -> None:
    town = scenario()
    rooms = {key: replace(one, room_picture=f"room-{key}.png") for key, one in town.personas.items()}
    town = replace(town, personas={**rooms, "ming": town.personas["ming"]})
    cards = {"lamp.png", "neon.png", "stove.png", "bus.png"}
    named = {viewer: pictures_of(view(town, viewer)) for viewer in (CHUNMEI, OBSERVER, Viewer("teacher"))}
    assert named[CHUNMEI] == {*cards, "room-chunmei.png"}
    assert named[OBSERVER] == cards
    assert named[Viewer("teacher")] == {*cards, "room-chunmei.png", "room-yuting.png"}


def test_a_room_without_a_picture_names_none() -> None:
    ming = Viewer("student", 3, 1, "1/ming")
    assert "" not in pictures_of(view(scenario(), ming))
