"""Things on a page have short names, and each is seen by those for whom it stands there."""

import pytest

from goodpath_core.errors import Refused
from goodpath_core.play.state import Album, Page, Post, Response, Version, World
from goodpath_core.play.things import (
    cards_on,
    may_see_thing,
    must_see_thing,
    open_response,
    page_for,
    post_named,
    response_to,
)

OWNER, MATE, STRANGER = "1/yuting", "1/ming", "2/ming"


def page() -> Page:
    """Two posts that are there and one that is gone, an open album and a closed one."""
    return Page(
        OWNER,
        "2715904463",
        [Version(0, 0, "Rain")],
        posts=[
            Post(9, 0, "A lamp.", ("lamp",)),
            Post(12, 0, "Mine.", visible_to="me"),
            Post(15, 0, "", gone="removed"),
        ],
        albums={"main": Album("Lamps", ("lamp", "neon")), "own": Album("Own", ("stove",), "me")},
    )


@pytest.mark.parametrize("looker", [OWNER, MATE])
def test_a_page_is_there_for_its_cell(looker: str) -> None:
    made = page()
    assert page_for(World(pages={OWNER: made}), OWNER, looker) is made


@pytest.mark.parametrize(("name", "looker"), [(OWNER, STRANGER), ("1/nobody", MATE), ("", MATE)])
def test_a_page_of_another_cell_answers_as_one_that_does_not_exist(name: str, looker: str) -> None:
    with pytest.raises(Refused) as no:
        page_for(World(pages={OWNER: page()}), name, looker)
    assert no.value.code == "no_such_page"


@pytest.mark.parametrize(
    ("thing", "text"),
    [
        ("post:9", "A lamp."),
        ("post:12", "Mine."),
        ("post:15", None),
        ("post:1", None),
        ("page", None),
        ("card:lamp", None),
    ],
)
def test_a_name_means_a_post_that_is_still_there(thing: str, text: str | None) -> None:
    post = post_named(page(), thing)
    assert (post and post.text) == text


def test_cards_of_closed_albums_are_there_for_their_owner_alone() -> None:
    assert cards_on(page()) == {"lamp", "neon"}
    assert cards_on(page(), own=True) == {"lamp", "neon", "stove"}


@pytest.mark.parametrize(
    ("thing", "by_owner", "by_mate"),
    [
        ("page", True, True),
        ("post:9", True, True),
        ("post:12", True, False),
        ("post:15", False, False),
        ("post:1", False, False),
        ("card:neon", True, True),
        ("card:stove", True, False),
        ("card:bus", False, False),
        ("neon", False, False),
        ("", False, False),
    ],
)
def test_a_thing_is_seen_by_those_for_whom_it_stands_there(thing: str, by_owner: bool, by_mate: bool) -> None:
    assert (may_see_thing(page(), thing, OWNER), may_see_thing(page(), thing, MATE)) == (by_owner, by_mate)


def test_what_one_cannot_see_is_refused_as_gone() -> None:
    must_see_thing(page(), "post:12", OWNER)
    with pytest.raises(Refused) as no:
        must_see_thing(page(), "post:12", MATE)
    assert no.value.code == "no_such_thing"


def test_likes_and_words_are_kept_only_once_somebody_responds() -> None:
    made = page()
    assert response_to(made, "page") == Response()
    assert made.responses == {}
    kept = open_response(made, "page")
    kept.likes.append(MATE)
    assert response_to(made, "page") is kept
    assert open_response(made, "page") is kept
    assert made.responses == {"page": Response([MATE])}
