"""A life is gathered from all of a session, and for the class without what others were not shown."""

from pathlib import Path

import pytest
from goodpath.library import load

from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.control import EndSession, NextPhase, StartWorld
from goodpath_core.play.event import Draft, people
from goodpath_core.play.offline import RoomChanged
from goodpath_core.play.state import Album, Page, Post, Response, Version, Visit
from goodpath_core.play.visits import StrangersCame
from goodpath_review.lives import (
    Life,
    Selection,
    Session,
    hidden_cards,
    lives,
    read_session,
    selection,
    silent_visitors,
    standing_posts,
)
from goodpath_review.session_file import SessionFile
from review.played_class import TEACHER, PlayedClass

BRIDGE, SNOW, NEON = "bridge-rain", "snow-city", "neon-hair"


def page() -> Page:
    return Page("1/yuting", "12345", [Version(1, 0)])


def session(town: PlayedClass, folder: Path) -> Session:
    with SessionFile(town.save(folder / "lives.goodpath")) as file:
        return read_session(file)


def only(found: list[Life]) -> Life:
    (life,) = found
    return life


def test_lives_stand_in_the_order_of_the_cast_and_of_the_cells_whoever_was_seated_first(
    tmp_path: Path,
) -> None:
    town = PlayedClass(load("ten-pictures"), cells=2)
    for persona in ("2/haibo", "2/yuting", "1/haibo", "1/chunmei"):
        town.seat(persona)

    found = [(life.id, life.cell) for life in lives(session(town, tmp_path))]

    assert found == [("2/yuting", 2), ("1/chunmei", 1), ("1/haibo", 1), ("2/haibo", 2)]


def test_first_are_the_pictures_at_the_end_of_the_phase_in_which_some_were_chosen_first(
    tmp_path: Path,
) -> None:
    town = PlayedClass(load("ten-pictures"))
    yuting = town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    town.after(5, ArrangeAlbum(cards=(SNOW,)), yuting)
    town.after(5, ArrangeAlbum(cards=(BRIDGE, SNOW)), yuting)
    for _ in range(3):
        town.after(5, NextPhase(), TEACHER)
    town.after(5, ArrangeAlbum(cards=(BRIDGE, NEON)), yuting)
    town.after(5, EndSession(), TEACHER)

    life = only(lives(session(town, tmp_path)))

    assert life.first is not None
    assert (life.first.when, life.first.cards) == ("Ten pictures", (BRIDGE, SNOW))
    assert (life.last.when, life.last.cards) == ("the end", (BRIDGE, NEON))


def test_who_chose_nothing_has_no_first_pictures(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    life = only(lives(session(town, tmp_path)))

    assert (life.first, life.last.albums) == (None, ())


@pytest.mark.parametrize(
    ("private", "rooms", "strangers"),
    [(False, (), 0), (True, ((70_200, "The fan has stopped."),), 7)],
    ids=["for the class", "for the reviewer"],
)
def test_what_its_owner_alone_was_told_is_in_a_life_for_the_reviewer(
    tmp_path: Path, private: bool, rooms: tuple[tuple[int, str], ...], strangers: int
) -> None:
    town = PlayedClass(load("ten-pictures"))
    town.seat("1/yuting")
    town.after(0, StartWorld(), TEACHER)
    changed = RoomChanged(persona="1/yuting", text="The fan has stopped.")
    town.happen(Draft(changed, people("1/yuting"), 1, "1/yuting"))
    town.happen(Draft(StrangersCame(count=7), people("1/yuting"), 1, "", "1/yuting"))

    whole = session(town, tmp_path)
    life = only(lives(whole, private))

    assert (life.rooms, life.page.strangers) == (rooms, strangers)
    assert whole.world.pages["1/yuting"].strangers == 7


def test_play_is_over_once_the_debrief_has_begun(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    during = session(town, tmp_path)
    for _ in town.loaded.scenario.phases:
        town.after(5, NextPhase(), TEACHER)
    (tmp_path / "lives.goodpath").unlink()
    after = session(town, tmp_path)

    assert (during.closed, after.closed) == (False, True)
    assert [name for name, _ in after.phases] == ["Ten pictures", "Gallery walk", "Lights", "One swap"]


def test_a_selection_has_each_picture_once_and_no_empty_album() -> None:
    mine = page()
    mine.albums = {
        "main": Album("Main", (BRIDGE, SNOW)),
        "empty": Album("Empty"),
        "own": Album("Own", (SNOW, NEON), "me"),
    }
    found = selection(mine, "now")

    assert found == Selection("now", (mine.albums["main"], mine.albums["own"]))
    assert found.cards == (BRIDGE, SNOW, NEON)


def test_a_picture_is_hidden_only_where_it_stands_in_closed_albums_alone() -> None:
    mine = page()
    mine.albums = {"main": Album("Main", (BRIDGE, SNOW)), "own": Album("Own", (SNOW, NEON), "me")}

    assert hidden_cards(mine) == {NEON}


def test_only_posts_that_nobody_took_down_stand() -> None:
    mine = page()
    mine.posts = [
        Post(12, 0, "first"),
        Post(13, 0, "", gone="removed"),
        Post(14, 0, "", gone="hidden"),
        Post(15, 0, "last", visible_to="me"),
    ]

    assert [post.seq for post in standing_posts(mine)] == [12, 15]


def test_whoever_liked_wrote_or_passed_on_was_not_silent_and_each_comes_once() -> None:
    mine = page()
    order = ("1/haibo", "1/jun", "1/haibo", "npc:traveller", "1/xiaoyan", "1/jia")
    mine.visits = [Visit(seq, 0, by) for seq, by in enumerate(order)]
    mine.responses = {
        "page": Response(likes=["1/jun"]),
        "post:12": Response(comments=[(30, "npc:traveller", "what a town")]),
        "card:neon-hair": Response(reposts=["1/xiaoyan"], likes=["1/zhou"], strangers=3),
    }

    assert silent_visitors(mine, mine.responses.values()) == (
        ["1/jun", "npc:traveller", "1/xiaoyan"],
        ["1/haibo", "1/jia"],
    )
