"""Of a picture that its owner has put away, the class sees nothing where somebody else passed it on."""

from pathlib import Path

import pytest

from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.control import EndSession
from goodpath_core.play.moderation import HidePost
from goodpath_core.play.posts import PublishPost, RemovePost, Repost
from goodpath_core.play.responses import LikeThing, WriteComment
from goodpath_core.play.visits import VisitPage
from goodpath_review.genres import genre_counts
from goodpath_review.lives import lives, read_session
from goodpath_review.session_file import SessionFile
from review.played_class import TEACHER, PlayedClass
from review.test_report import html
from review.test_report_removed import on_the_phone


def first_card(town: PlayedClass) -> tuple[str, str]:
    """A picture as its key and its title."""
    key, card = next(iter(town.loaded.scenario.cards.items()))
    return key, card.title


def read(town: PlayedClass, folder: Path) -> tuple[str, str]:
    """Both copies of the report, from where the lives begin to where all are counted together."""
    town.after(5, EndSession(), TEACHER)
    path = town.save(folder / "evening.goodpath")
    pages = html(path), html(path, private=True)
    shared, alone = (page.partition('<section class="persona"')[2] for page in pages)
    return shared.partition('id="together"')[0], alone.partition('id="together"')[0]


@pytest.mark.parametrize(
    "how", ["straight", "in turn", "in turn, and removed", "in turn, and taken down", "in turn, and erased"]
)
def test_a_picture_put_away_is_in_no_post_that_passed_it_on(how: str, tmp_path: Path) -> None:
    town, (yuting, haibo, xiaoyan) = on_the_phone("1/yuting", "1/haibo", "1/xiaoyan")
    key, title = first_card(town)
    town.after(5, ArrangeAlbum(cards=(key,)), yuting)
    again = town.after(5, Repost(page="1/yuting", thing=f"card:{key}", text="Look!"), haibo)
    if how != "straight":
        town.after(5, Repost(page="1/haibo", thing=f"post:{again}", text="Oh!"), xiaoyan)
    if "removed" in how:
        town.after(5, HidePost(page="1/haibo", post=again), TEACHER)
    if "taken down" in how:
        town.after(5, RemovePost(post=again), haibo)
    if "erased" in how:
        town.erase(again)
    town.after(5, ArrangeAlbum(cards=(key,), visible_to="me"), yuting)
    shared, alone = read(town, tmp_path)

    assert title not in shared
    assert "passed on from City After Rain (Pan Yuting)" in shared or "passed on from Wave" in shared
    assert "What it showed is in a closed album and is left out." in shared
    assert title in alone
    assert "is left out" not in alone


def test_a_picture_that_still_stands_is_in_the_post_that_passed_it_on(tmp_path: Path) -> None:
    town, (yuting, haibo) = on_the_phone("1/yuting", "1/haibo")
    key, title = first_card(town)
    town.after(5, ArrangeAlbum(cards=(key,)), yuting)
    town.after(5, Repost(page="1/yuting", thing=f"card:{key}"), haibo)
    shared, _ = read(town, tmp_path)

    assert title in shared.partition("passed on from")[2]


def test_a_picture_that_somebody_posted_for_all_stays_where_the_post_was_passed_on(tmp_path: Path) -> None:
    town, (yuting, haibo) = on_the_phone("1/yuting", "1/haibo")
    key, title = first_card(town)
    own = town.after(5, PublishPost(text="Mine.", cards=(key,)), yuting)
    town.after(5, Repost(page="1/yuting", thing=f"post:{own}"), haibo)
    town.after(5, ArrangeAlbum(cards=(key,), visible_to="me"), yuting)
    shared, _ = read(town, tmp_path)

    assert title in shared.partition("passed on from")[2]


@pytest.mark.parametrize(
    ("private", "liked"), [(False, 2), (True, 3)], ids=["for the class", "for the reviewer"]
)
def test_likes_of_a_picture_put_away_count_for_the_reviewer_alone_where_it_was_passed_on(
    private: bool, liked: int, tmp_path: Path
) -> None:
    """Two likes are from before play, under another picture of the kind."""
    town, (yuting, haibo, xiaoyan) = on_the_phone("1/yuting", "1/haibo", "1/xiaoyan")
    key, _ = first_card(town)
    town.after(5, ArrangeAlbum(cards=(key,)), yuting)
    again = town.after(5, Repost(page="1/yuting", thing=f"card:{key}"), haibo)
    town.after(5, LikeThing(page="1/haibo", thing=f"post:{again}"), xiaoyan)
    town.after(5, ArrangeAlbum(cards=(key,), visible_to="me"), yuting)
    with SessionFile(town.save(tmp_path / "likes.goodpath")) as file:
        session = read_session(file)
    scenario = town.loaded.scenario
    counts = {one.genre: one for one in genre_counts(session, scenario, lives(session, private), private)}

    assert counts[scenario.cards[key].genre].liked == liked


def test_who_left_a_word_under_a_picture_put_away_alone_is_not_named_to_the_class(tmp_path: Path) -> None:
    town, (yuting, haibo) = on_the_phone("1/yuting", "1/haibo")
    key, _ = first_card(town)
    town.after(5, ArrangeAlbum(cards=(key,)), yuting)
    town.after(5, VisitPage(page="1/yuting"), haibo)
    town.after(5, WriteComment(page="1/yuting", thing=f"card:{key}", text="Where is this?"), haibo)
    town.after(5, ArrangeAlbum(cards=(key,), visible_to="me"), yuting)
    shared, alone = read(town, tmp_path)

    assert "Came, and left something" not in shared
    assert "Came, and left something" in alone
