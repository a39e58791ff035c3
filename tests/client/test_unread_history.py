"""What is not known of a chat is fetched as far back as it was read, and no further than it must be."""

from pathlib import Path

import pytest

from client.little_server import LittleServer, running, seat_of_yuting, until
from client.screens.stage import Stage
from goodpath_client.unread_history import PAGES_MAX, fetch_back_to
from goodpath_core.errors import GoodpathError
from goodpath_core.play.bounds import CLASS, WINDOW
from goodpath_core.play.control import StartWorld
from goodpath_core.play.messages import PostMessage
from goodpath_core.wire.limits import HISTORY_DEFAULT
from town import TEACHER, Town

LINE3 = "1/line3"
ROOM = "1/page-makers"


def written(lines: int) -> Town:
    """Ming has written so many lines, of which whoever comes is told the newest ten."""
    town = Town(bounds=CLASS._replace(lines=10))
    town.play("1/yuting", "1/ming")
    town.do(StartWorld(), TEACHER)
    for number in range(lines):
        town.do(PostMessage(room=LINE3, text=f"Line {number}."), town.player("1/ming"))
    return town


@pytest.mark.parametrize(
    ("read", "oldest"),
    [
        pytest.param(98, "Line 50.", id="one page reaches it"),
        pytest.param(50, "Line 50.", id="what was read is the first of a page"),
        pytest.param(25, "Line 0.", id="it takes two pages"),
        pytest.param(99, "Line 100.", id="all since is known"),
    ],
)
async def test_what_is_fetched_begins_no_later_than_what_was_not_read(
    tmp_path: Path, read: int, oldest: str
) -> None:
    town = written(110)
    async with LittleServer(town) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats.json", server))
        async with running(link):
            await until(lambda: store.lines(LINE3))
            first = store.lines(LINE3)[0].seq - 100
            await fetch_back_to(link, store, LINE3, first + read)
            assert store.lines(LINE3)[0].text == oldest
            assert store.known.gap(LINE3) <= first + read


def fresh() -> Stage:
    """A copy made anew, to which ten lines of a chat are not known."""
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.seat = 0
    for number in range(WINDOW + 10):
        stage.play_persona("haibo", PostMessage(room=ROOM, text=f"line {number}"))
    stage.seat = 1
    assert stage.store.view is not None
    stage.store.reload(stage.world, stage.store.view)
    return stage


async def test_where_what_comes_does_not_join_what_is_known_nothing_more_is_asked() -> None:
    stage = fresh()
    assert stage.store.known.gap(ROOM) > 0
    await fetch_back_to(stage.link, stage.store, ROOM, 0)
    assert stage.link.histories == 1


async def test_that_nothing_can_be_had_is_said_by_whoever_has_asked() -> None:
    stage = fresh()
    stage.link.fault = GoodpathError("Too fast: wait a moment.")
    with pytest.raises(GoodpathError):
        await fetch_back_to(stage.link, stage.store, ROOM, 0)


def test_a_reader_far_behind_is_given_a_thousand_lines_at_a_time() -> None:
    assert PAGES_MAX * HISTORY_DEFAULT == 1000
