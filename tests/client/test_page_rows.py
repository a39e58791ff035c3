"""A post in Qzone and on a page says when it was written."""

from client.screens.stage import TEACHER, Stage
from goodpath_client.page_rows import feed_rows, page_rows
from goodpath_core.play.control import NextPhase
from goodpath_core.play.posts import PublishPost

ALBUM = "The bridge has been washed and is lying there like an album cover."


def test_a_post_of_another_day_says_its_day_and_one_of_today_the_time_alone() -> None:
    stage = Stage("apple-phone", "yuting")
    stage.start()
    stage.do(NextPhase(), TEACHER)
    stage.play_persona("haibo", PublishPost(text="Tonight nobody sleeps"))
    page = stage.store.world.pages["1/haibo"]
    for rows in (feed_rows(stage.store, lambda file: b""), page_rows(stage.store, page, lambda file: b"")):
        told = {row.text: (row.time, row.detail) for row in rows}
        assert told["Tonight nobody sleeps"] == ("18:30", "")
        assert told[ALBUM][1].startswith("Monday 8 July · ")


def test_who_came_is_marked_as_seen_by_its_owner_alone_also_where_only_strangers_did() -> None:
    stage = Stage("ten-pictures", "yuting")
    page = stage.store.world.pages["1/yuting"]
    page.visits, page.strangers = [], 18
    told = [row.text for row in page_rows(stage.store, page, lambda file: b"")]
    assert told[-2:] == ["who came (only you see this)", "18 strangers"]
    page.strangers = 0
    assert "who came" not in " ".join(row.text for row in page_rows(stage.store, page, lambda file: b""))
