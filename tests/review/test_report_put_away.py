"""Of a picture that its owner has put away, the class sees nothing where somebody else passed it on."""

from pathlib import Path

import pytest

from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.control import EndSession
from goodpath_core.play.moderation import HidePost
from goodpath_core.play.posts import PublishPost, RemovePost, Repost
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
