"""Status posts: publishing, passing on, taking down."""

from copy import deepcopy
from dataclasses import replace

import pytest
from pydantic import ValidationError

from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.bounds import CLASS
from goodpath_core.play.event import Draft
from goodpath_core.play.messages import wordless
from goodpath_core.play.posts import (
    PostPublished,
    PostRemoved,
    PublishPost,
    RemovePost,
    Repost,
    cards_of,
)
from goodpath_core.play.registry import reduce
from goodpath_core.play.responses import LikeThing
from goodpath_core.play.state import Post
from town import Town, one_phase, playing

YUTING = ("1/yuting", "1/yuting")


def quiet() -> Town:
    return playing(one_phase())


def data_of(town: Town, persona: str) -> int:
    phone = town.world.persons[persona].phone
    assert phone is not None
    return phone.data_kb


def test_who_hears_of_a_post_only_after_its_removal_knows_what_it_cost() -> None:
    town = quiet()
    first = town.world.seq
    later = deepcopy(town.world)
    town.do(PublishPost(text="a lamp", cards=("lamp",)), town.player("1/yuting"))
    town.do(Repost(page="1/yuting", thing=f"post:{first + 1}"), town.player("1/ming"))
    town.do(RemovePost(post=first + 1), town.player("1/yuting"))
    for event in town.events[-3:]:
        reduce(later, event._replace(fact=wordless(event.fact)) if event.seq <= first + 2 else event)
    for persona in ("1/yuting", "1/ming"):
        assert later.persons[persona].phone == town.world.persons[persona].phone


@pytest.mark.parametrize(
    ("command", "draft", "cost"),
    [
        (PublishPost(text=" a\nb "), Draft(PostPublished(text="a\nb"), "cell", 1, *YUTING), 1),
        (
            PublishPost(cards=("stove", "lamp")),
            Draft(PostPublished(text="", cards=("stove", "lamp"), pictures=2), "cell", 1, *YUTING),
            200,
        ),
        (
            PublishPost(text="secret", visible_to="me"),
            Draft(PostPublished(text="secret", visible_to="me"), "people:1/yuting", 1, *YUTING),
            1,
        ),
    ],
    ids=["words", "pictures", "only for me"],
)
def test_a_post_stands_on_the_own_page(command: PublishPost, draft: Draft, cost: int) -> None:
    town = quiet()
    before = data_of(town, "1/yuting")
    assert town.do(command, town.player("1/yuting")) == [draft]
    fact = draft.fact
    assert isinstance(fact, PostPublished)
    seq = town.events[-1].seq
    assert town.world.pages["1/yuting"].posts[-1] == Post(seq, 64_800, fact.text, fact.cards, fact.visible_to)
    assert data_of(town, "1/yuting") == before - cost


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (PublishPost(), "empty"),
        (PublishPost(text=" \n\u200b"), "empty"),
        (PublishPost(text="x", cards=("lamp", "lamp")), "card_twice"),
        (PublishPost(text="x", cards=("stove",)), "not_your_card"),
        (PublishPost(text="x", cards=("nothing",)), "not_your_card"),
        (RemovePost(post=9), "no_such_thing"),
        (Repost(page="1/ming", thing="page"), "own_thing"),
        (Repost(page="1/yuting", thing="page"), "own_thing"),
        (Repost(page="1/yuting", thing="post:99"), "no_such_thing"),
        (Repost(page="1/yuting", thing="9"), "no_such_thing"),
        (Repost(page="1/nobody", thing="post:9"), "no_such_page"),
        (Repost(page="2/yuting", thing="post:9"), "no_such_page"),
        (Repost(page="1/yuting", thing="post:9", text="x" * 141), "too_long"),
    ],
)
def test_a_post_that_cannot_be_is_refused(command: PublishPost | Repost | RemovePost, code: str) -> None:
    town = quiet()
    assert town.refused(command, town.player("1/ming")) == code


@pytest.mark.parametrize("sign", ["x", "\U0001f600"], ids=["ASCII", "four bytes"])
def test_a_post_has_at_most_a_hundred_and_forty_characters_and_three_pictures(sign: str) -> None:
    town = quiet()
    by = town.player("1/yuting")
    for length in (139, 140):
        town.do(PublishPost(text=sign * length), by)
        assert town.world.pages["1/yuting"].posts[-1].text == sign * length
    assert town.refused(PublishPost(text=sign * 141), by) == "too_long"
    assert town.do(PublishPost(cards=("lamp", "neon", "bus")), by)
    with pytest.raises(ValidationError):
        PublishPost(cards=("lamp", "neon", "bus", "stove"))


def test_what_cannot_be_paid_is_not_posted() -> None:
    town = quiet()
    phone = town.world.persons["1/yuting"].phone
    assert phone is not None
    phone.data_kb, phone.balance_yuan = 5, 0
    by = town.player("1/yuting")
    assert town.refused(PublishPost(cards=("lamp",)), by) == "no_credit"
    assert town.refused(Repost(page="1/yuting", thing="post:9"), town.player("1/yuting")) == "own_thing"
    assert town.do(PublishPost(text="words are cheap"), by)


def test_a_post_is_passed_on_with_its_pictures_and_a_word() -> None:
    town = quiet()
    assert town.do(Repost(page="1/yuting", thing="post:9", text="mine too"), town.player("1/ming")) == [
        Draft(
            PostPublished(text="mine too", cards=("lamp",), of="1/yuting#post:9", pictures=1),
            "cell",
            1,
            "1/ming",
            "1/ming",
        )
    ]
    assert town.world.pages["1/yuting"].responses["post:9"].reposts == ["1/ming"]
    assert town.world.pages["1/ming"].posts[-1].of == "1/yuting#post:9"


def test_a_picture_of_an_album_is_passed_on_too() -> None:
    town = quiet()
    town.do(ArrangeAlbum(cards=("stove",)), town.player("1/yuting"))
    assert town.do(Repost(page="1/yuting", thing="card:stove"), town.player("1/ming"))[
        0
    ].fact == PostPublished(text="", cards=("stove",), of="1/yuting#card:stove", pictures=1)


def test_an_own_post_is_taken_down_and_nobody_sees_what_it_was() -> None:
    town = quiet()
    by = town.player("1/yuting")
    assert town.do(RemovePost(post=9), by) == [Draft(PostRemoved(post=9), "cell", 1, *YUTING)]
    assert town.world.pages["1/yuting"].posts[0] == Post(9, 61_200, "", gone="removed")
    assert town.refused(RemovePost(post=9), by) == "no_such_thing"
    assert town.refused(Repost(page="1/yuting", thing="post:9"), town.player("1/ming")) == "no_such_thing"
    town.do(PublishPost(text="secret", visible_to="me"), by)
    seq = town.events[-1].seq
    assert town.do(RemovePost(post=seq), by) == [Draft(PostRemoved(post=seq), "people:1/yuting", 1, *YUTING)]


def test_that_a_post_unknown_here_was_taken_down_changes_nothing() -> None:
    town = quiet()
    before = repr(town.world.pages)
    town.apply(Draft(PostRemoved(post=99), "cell", 1, *YUTING), "seat:1")
    assert repr(town.world.pages) == before


def test_the_pictures_of_a_persona_are_those_of_its_decks_each_once() -> None:
    town = quiet()
    assert cards_of(town.world, "1/yuting") == ("lamp", "neon", "stove", "bus")
    assert cards_of(town.world, "1/ming") == ("lamp", "neon")
    assert cards_of(replace(town.world, scenario=None), "1/ming") == ()


def test_of_many_posts_the_newest_of_each_audience_stay_and_likes_go_with_their_post() -> None:
    town = quiet()
    town.world.bounds = CLASS._replace(posts=2)
    by, page = town.player("1/yuting"), town.world.pages["1/yuting"]
    assert [one.seq for one in page.posts] == [9]
    town.do(PublishPost(text="mine", visible_to="me"), by)
    town.do(PublishPost(text="two"), by)
    assert "post:9" in page.responses
    town.do(LikeThing(page="1/yuting", thing=f"post:{page.posts[-1].seq}"), town.player("1/ming"))
    town.do(PublishPost(text="three"), by)
    assert [one.text for one in page.posts] == ["mine", "two", "three"]
    assert [*page.responses] == [f"post:{page.posts[1].seq}"]
