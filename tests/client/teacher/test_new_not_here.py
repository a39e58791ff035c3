"""New lines that the console does not hold: it says that more are new, and opening the chat fetches them."""

from typing import Final

from client.teacher.classroom import Classroom, Pupil, screen_text, seen, until
from goodpath_client.kept_looks import KeptLooks
from goodpath_client.store import Store
from goodpath_client.teacher.news import News
from goodpath_client.teacher.place_rows import place_rows
from goodpath_core.play.bounds import CLASS
from goodpath_core.play.control import StartWorld
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.sight import Viewer
from goodpath_core.scenario.view import view
from town import TEACHER, Town, scenario

ROOM: Final = "1/page-makers"
LINE3: Final = "room:1/line3"


async def write(pupil: Pupil, lines: int) -> None:
    """So many lines of four thousand signs, of which a group keeps nine."""
    for number in range(lines):
        await pupil.do(PostMessage(room=ROOM, text=f"word {number} " + "很长的话" * 990))


async def test_more_is_said_to_be_new_and_opening_the_chat_leads_to_where_that_begins() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        await (await room.second_teacher()).do(StartWorld())
        await until(lambda: pupil.store.world.session.stage == "playing")
        await write(pupil, 13)
        async with room.console(100, 30) as (app, pilot):
            await seen(app, "RUNNING")
            assert str(app.news.told(app.store, f"room:{ROOM}")) == "9+"
            await pilot.press("f3")
            await seen(app, "13 new ──")
            await seen(app, "word 0 ")
            assert [line.text[:7] for line in app.store.lines(ROOM)[-13:-11]] == ["word 0 ", "word 1 "]
            await until(lambda: "+ new" not in screen_text(app))


class Behind:
    """A console that starts once Ming has written twenty lines, of which it is told the newest five."""

    def __init__(self) -> None:
        self.town, self.store, self.news = (
            Town(bounds=CLASS._replace(lines=5)),
            Store(),
            News(KeptLooks(None)),
        )
        self.town.play("1/yuting", "1/ming")
        self.town.do(StartWorld(), TEACHER)
        for number in range(20):
            self.town.do(PostMessage(room="1/line3", text=f"Line {number}."), self.town.player("1/ming"))
        self.store.reload(self.town.world, view(scenario(), Viewer("teacher")))


def test_lines_that_are_not_known_stay_new_when_all_that_are_known_were_seen() -> None:
    one = Behind()
    assert str(one.news.told(one.store, LINE3)) == "5+"
    one.news.see(one.store, LINE3, [line.seq for line in one.store.lines("1/line3")])
    assert str(one.news.told(one.store, LINE3)) == "0+"
    assert one.news.next_place(one.store, [LINE3], "") == LINE3
    one.news.look(one.store, LINE3)
    assert not one.news.told(one.store, LINE3)


def test_the_row_of_the_chat_that_is_shown_says_too_that_more_are_new_than_are_known() -> None:
    one = Behind()
    rows = [line.words.plain for line in place_rows(one.store, one.news, LINE3, 40, beyond=2)]
    assert [row.split()[-2:] for row in rows if "new" in row] == [["2+", "new"]]
