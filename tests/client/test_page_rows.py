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
