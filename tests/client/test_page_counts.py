"""What stands on a page and what came of it is counted once, for every screen and the line mode."""

from goodpath_client.page_counts import count_likes, count_visitors, count_words, standing_words
from goodpath_core.play.state import Album, Page, Post, Response, Version, Visit

ME, OTHER = "1/jun", "1/zhou"


def page() -> Page:
    """A page that two have liked and one of them visited three times; one of its two posts is gone."""
    return Page(
        OTHER,
        "46218803",
        [Version(1, 0)],
        [Post(2, 0, "one"), Post(3, 0, "", gone="removed")],
        {"main": Album("Mine", ("lamp",)), "own": Album("More", ("bus",))},
        {"page": Response([ME], 4), "post:2": Response([ME, "1/mei"])},
        [Visit(4, 0, ME, before=2)],
        strangers=5,
    )


def test_likes_are_those_of_voices_and_strangers_on_all_that_stands_there() -> None:
    assert (count_likes(page()), count_likes(page(), ME), count_likes(page(), "1/mei")) == (7, 5, 6)


def test_visitors_are_for_the_owner_and_likes_for_everybody() -> None:
    assert count_visitors(page()) == 8
    assert count_words(page(), own=True) == "8 visitors · 7 likes"
    assert count_words(page(), own=False) == "7 likes"


def test_what_stands_on_a_page_is_told_without_what_is_gone() -> None:
    assert standing_words(page()) == "2 pictures, 1 post, 7 likes"
