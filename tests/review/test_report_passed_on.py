"""The report quotes what a post passes on, and says how it went."""

from pathlib import Path

from goodpath_core.play.control import EndSession
from goodpath_core.play.moderation import HidePost
from goodpath_core.play.posts import RemovePost, Repost
from review.played_class import TEACHER, PlayedClass
from review.test_report import Page, html
from review.test_report_removed import on_the_phone, post

SEA = "Today I saw the sea\nfor the first time."


def read(town: PlayedClass, folder: Path) -> str:
    """The class's copy once the session is over."""
    town.after(5, EndSession(), TEACHER)
    return Page(html(town.save(folder / "evening.goodpath"))).text


def test_words_that_were_passed_on_stand_with_the_own_word(tmp_path: Path) -> None:
    town, (yuting, haibo) = on_the_phone("1/yuting", "1/haibo")
    town.after(5, Repost(page="1/yuting", thing=post(town, yuting, SEA), text="Look!"), haibo)
    shared = read(town, tmp_path)
    assert (
        "Look! passed on from City After Rain (Pan Yuting) “Today I saw the sea for the first time.”"
        in shared
    )


def test_what_is_passed_on_in_turn_stands_with_what_it_passed_on(tmp_path: Path) -> None:
    town, (yuting, haibo, xiaoyan) = on_the_phone("1/yuting", "1/haibo", "1/xiaoyan")
    again = town.after(5, Repost(page="1/yuting", thing=post(town, yuting, SEA), text="Look!"), haibo)
    town.after(5, Repost(page="1/haibo", thing=f"post:{again}"), xiaoyan)
    assert (
        "passed on from Wave (Long Haibo) “Look!” passed on from City After Rain (Pan Yuting) “Today I saw"
        in read(town, tmp_path)
    )


def test_of_what_was_removed_or_taken_down_it_stands_how_it_went(tmp_path: Path) -> None:
    town, (yuting, haibo) = on_the_phone("1/yuting", "1/haibo")
    removed, down = post(town, yuting, SEA), post(town, yuting, SEA)
    for thing in (removed, down):
        town.after(5, Repost(page="1/yuting", thing=thing), haibo)
    town.after(5, HidePost(page="1/yuting", post=int(removed.removeprefix("post:"))), TEACHER)
    town.after(5, RemovePost(post=int(down.removeprefix("post:"))), yuting)
    shared = read(town, tmp_path)

    whose = "passed on from City After Rain (Pan Yuting)"
    assert f"{whose} (removed by the teacher)" in shared
    assert f"{whose} (taken down by its writer)" in shared
    assert "saw the sea" not in shared


def test_an_erased_post_that_was_passed_on_is_called_erased(tmp_path: Path) -> None:
    town, (yuting, haibo) = on_the_phone("1/yuting", "1/haibo")
    thing = post(town, yuting, SEA)
    town.after(5, Repost(page="1/yuting", thing=thing), haibo)
    town.erase(int(thing.removeprefix("post:")))
    assert "passed on from City After Rain (Pan Yuting) (erased)" in read(town, tmp_path)
