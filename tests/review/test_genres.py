"""Kinds of pictures are counted where they stood and where they were liked, each like once for a kind."""

from pathlib import Path

import pytest
from goodpath.library import load

from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.control import NextPhase, StartWorld
from goodpath_core.play.event import Draft
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.responses import LikeThing, ThingLiked
from goodpath_review.genres import GenreCount, Tally, genre_counts, genres_of, never_chosen, tally
from goodpath_review.lives import Life, Session, lives, read_session
from goodpath_review.report import report
from goodpath_review.session_file import SessionFile
from review.played_class import TEACHER, PlayedClass

SCENARIO = load("ten-pictures").scenario


def played(folder: Path) -> tuple[Session, list[Life]]:
    """Yuting and haibo have pictures, two of them twice; a post with two of one kind and one of another."""
    town = PlayedClass(load("ten-pictures"))
    yuting, haibo = town.seat("1/yuting"), town.seat("1/haibo")
    town.after(5, StartWorld(), TEACHER)
    town.after(5, ArrangeAlbum(cards=("neon-hair", "black-roses", "bridge-rain")), haibo)
    town.after(5, ArrangeAlbum(cards=("neon-hair", "bridge-rain")), yuting)
    post = town.after(5, PublishPost(text="mine", cards=("neon-hair", "black-roses", "bridge-rain")), haibo)
    town.after(5, NextPhase(), TEACHER)
    town.after(5, LikeThing(page="1/haibo", thing=f"post:{post}"), yuting)
    town.after(5, LikeThing(page="1/haibo", thing="page"), yuting)
    liked = ThingLiked(thing="card:bridge-rain", strangers=4)
    town.happen(Draft(liked, "cell", 1, "", "1/haibo"))
    with SessionFile(town.save(folder / "genres.goodpath")) as file:
        session = read_session(file)
    return session, lives(session)


def test_a_like_counts_once_for_each_kind_and_one_of_the_page_for_none(tmp_path: Path) -> None:
    session, found = played(tmp_path)
    counts = {count.genre: count for count in genre_counts(session, SCENARIO, found)}

    assert counts["anti-mainstream"] == GenreCount("anti-mainstream", 3, 1, 0)
    assert counts["street"] == GenreCount("street", 2, 1, 4)
    assert counts["village"] == GenreCount("village", 0, 0, 0)


@pytest.mark.parametrize(
    ("private", "liked"), [(False, 0), (True, 1)], ids=["for the class", "for the reviewer"]
)
def test_a_like_of_a_picture_that_was_closed_later_counts_for_the_reviewer_alone(
    tmp_path: Path, private: bool, liked: int
) -> None:
    town = PlayedClass(load("ten-pictures"))
    yuting, haibo = town.seat("1/yuting"), town.seat("1/haibo")
    town.after(5, StartWorld(), TEACHER)
    town.after(5, ArrangeAlbum(cards=("bridge-rain",)), yuting)
    town.after(5, ArrangeAlbum(album="own", cards=("snow-city",)), yuting)
    town.after(5, NextPhase(), TEACHER)
    town.after(5, LikeThing(page="1/yuting", thing="card:snow-city"), haibo)
    town.after(5, NextPhase(), TEACHER)
    town.after(5, NextPhase(), TEACHER)
    town.after(5, ArrangeAlbum(album="own", cards=("snow-city",), visible_to="me"), yuting)
    with SessionFile(town.save(tmp_path / "closed.goodpath")) as file:
        session = read_session(file)
        found = lives(session, private)
        page = report(file, private)

    counts = {count.genre: count for count in genre_counts(session, SCENARIO, found, private)}
    assert counts["web"] == GenreCount("web", liked, liked, 0)
    assert page.count('aria-label="1 by personas') == liked


def test_kinds_stand_in_the_order_of_the_scenario_and_are_not_ranked(tmp_path: Path) -> None:
    session, found = played(tmp_path)
    order = list(dict.fromkeys(card.genre for card in SCENARIO.cards.values()))

    assert [count.genre for count in genre_counts(session, SCENARIO, found)] == order
    assert [count.genre for count in genre_counts(session, SCENARIO, [])] == order


def test_a_thing_has_the_kinds_of_the_pictures_it_shows(tmp_path: Path) -> None:
    assert genres_of(SCENARIO, ("neon-hair", "black-roses", "bridge-rain")) == {"anti-mainstream", "street"}
    assert genres_of(SCENARIO, ("red-car",)) == {"web"}
    assert genres_of(SCENARIO, ()) == set()


def test_never_chosen_is_what_was_offered_to_somebody_who_was_played_and_stood_nowhere_at_the_end(
    tmp_path: Path,
) -> None:
    _, found = played(tmp_path)
    never = [card.key for card in never_chosen(SCENARIO, found)]

    assert "red-car" in never and not {"neon-hair", "black-roses", "bridge-rain"} & set(never)
    assert never == [key for key in SCENARIO.cards if key in never]
    assert never_chosen(SCENARIO, []) == []


def test_a_tally_keeps_its_order_and_names_also_what_was_not_found() -> None:
    words = {"own": "own", "edited": "edited", "web": "from the web"}

    assert tally(words, ["web", "own", "web", "unknown"]) == [
        Tally("own", 1),
        Tally("edited", 0),
        Tally("from the web", 2),
    ]
