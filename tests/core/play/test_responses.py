"""Likes and comments."""

import pytest

from goodpath_core.errors import Refused
from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.bounds import CLASS
from goodpath_core.play.event import Draft
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.registry import decide
from goodpath_core.play.responses import CommentWritten, LikeThing, ThingLiked, WriteComment
from goodpath_core.play.state import Response
from goodpath_core.scenario.phases import Allow
from town import Town, one_phase, playing


def quiet() -> Town:
    """On the page of yuting: an album with a bus, a locked one with a stove, a post for all, one for her."""
    town = playing(one_phase())
    by = town.player("1/yuting")
    town.do(ArrangeAlbum(cards=("bus",)), by)
    town.do(ArrangeAlbum(album="own", cards=("stove",), visible_to="me"), by)
    town.do(PublishPost(text="secret", visible_to="me"), by)
    return town


def secret(town: Town) -> str:
    return f"post:{town.world.pages['1/yuting'].posts[-1].seq}"


@pytest.mark.parametrize("thing", ["page", "post:9", "card:bus"])
@pytest.mark.parametrize("persona", ["1/ming", "1/yuting"])
def test_what_one_can_see_can_be_liked_once_and_commented_often(thing: str, persona: str) -> None:
    town = quiet()
    by = town.player(persona)
    assert town.do(LikeThing(page="1/yuting", thing=thing), by) == [
        Draft(ThingLiked(thing=thing), "cell", 1, persona, "1/yuting")
    ]
    assert town.refused(LikeThing(page="1/yuting", thing=thing), by) == "liked"
    for text in ("nice\x07", "very nice"):
        town.do(WriteComment(page="1/yuting", thing=thing, text=text), by)
    response = town.world.pages["1/yuting"].responses[thing]
    assert response.likes[-1] == persona
    assert [comment[1:] for comment in response.comments[-2:]] == [
        (persona, "nice\ufffd"),
        (persona, "very nice"),
    ]


def test_a_comment_is_a_fact_of_the_page_it_stands_on() -> None:
    town = quiet()
    assert town.do(WriteComment(page="1/yuting", thing="page", text=" hm\n"), town.player("1/ming")) == [
        Draft(CommentWritten(thing="page", text="hm"), "cell", 1, "1/ming", "1/yuting")
    ]


@pytest.mark.parametrize("thing", ["post:99", "card:stove", "banana"])
def test_what_never_was_on_the_page_is_not_said_to_have_left_it(thing: str) -> None:
    town = quiet()
    with pytest.raises(Refused, match="is not on the page, or not any more"):
        decide(town.world, LikeThing(page="1/yuting", thing=thing), town.player("1/ming"), town.now)


@pytest.mark.parametrize("thing", ["post:99", "card:lamp", "card:stove", "9", "bus", "", "pages"])
def test_what_is_hidden_from_one_answers_as_what_does_not_exist(thing: str) -> None:
    town = quiet()
    by = town.player("1/ming")
    for command in (
        LikeThing(page="1/yuting", thing=thing),
        LikeThing(page="1/yuting", thing=secret(town)),
        WriteComment(page="1/yuting", thing=thing, text="x"),
        WriteComment(page="1/yuting", thing=secret(town), text="x"),
    ):
        assert town.refused(command, by) == "no_such_thing"


@pytest.mark.parametrize("page", ["1/nobody", "2/yuting", "", "0/fair"])
def test_a_page_of_another_cell_answers_as_one_that_does_not_exist(page: str) -> None:
    town = Town(2, one_phase())
    town.play("1/ming")
    town.world.session.stage, town.world.phase.allow.visit = "playing", True
    town.world.persons["1/ming"].place = "phone"
    by = town.player("1/ming")
    assert town.refused(LikeThing(page=page, thing="page"), by) == "no_such_page"
    assert town.refused(WriteComment(page=page, thing="page", text="x"), by) == "no_such_page"


def test_nobody_responds_to_what_only_the_owner_sees() -> None:
    town = quiet()
    by = town.player("1/yuting")
    for thing in (secret(town), "card:stove"):
        assert town.refused(LikeThing(page="1/yuting", thing=thing), by) == "hidden_thing"
        assert town.refused(WriteComment(page="1/yuting", thing=thing, text="x"), by) == "hidden_thing"


def test_a_comment_needs_words_and_not_too_many() -> None:
    town = quiet()
    by = town.player("1/ming")
    for text, code in ((" \u200b", "empty"), ("x" * 141, "too_long")):
        assert town.refused(WriteComment(page="1/yuting", thing="page", text=text), by) == code
    assert town.do(WriteComment(page="1/yuting", thing="page", text="\U0001f600" * 140), by)


def test_pages_may_be_closed_in_a_phase() -> None:
    town = playing(one_phase(Allow(True, True, False, 0, 0)))
    by = town.player("1/ming")
    assert town.refused(LikeThing(page="1/yuting", thing="page"), by) == "pages_closed"


def test_strangers_like_as_a_number() -> None:
    town = quiet()
    town.apply(Draft(ThingLiked(thing="page", strangers=9), "cell", 1, "", "1/yuting"), "script")
    assert town.world.pages["1/yuting"].responses["page"] == Response(strangers=9)


def test_of_too_many_words_on_a_page_the_oldest_of_whoever_wrote_most_goes() -> None:
    town = quiet()
    responses = town.world.pages["1/yuting"].responses
    assert [text for _, _, text in responses["post:9"].comments] == ["bright"]
    town.world.bounds = CLASS._replace(comments=3)
    for who, thing, text in (
        ("1/chunmei", "page", "hello"),
        ("1/ming", "page", "one"),
        ("1/ming", "card:bus", "two"),
        ("1/ming", "page", "three"),
    ):
        town.do(WriteComment(page="1/yuting", thing=thing, text=text), town.player(who))
    words = {thing: [text for _, _, text in one.comments] for thing, one in responses.items()}
    assert words == {"post:9": ["bright"], "page": ["hello", "three"], "card:bus": []}
