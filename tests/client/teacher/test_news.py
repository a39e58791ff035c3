"""What is new since the teacher looked stands beside each place, at every width, and a key goes there."""

from pathlib import Path

import pytest

from client.teacher.classroom import Classroom, Pupil, screen_text, seen, start, until
from goodpath_client.kept_looks import KeptLooks
from goodpath_client.store import Store
from goodpath_client.teacher.app import TeacherApp
from goodpath_client.teacher.news import News
from goodpath_client.teacher.place_rows import place_rows
from goodpath_client.teacher.places import pages, places
from goodpath_client.teacher.rooms import RoomsScreen
from goodpath_client.widgets.row_list import RowList
from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.control import EndSession, StartWorld
from goodpath_core.play.messages import PostMessage, TakeBackMessage, private_room
from goodpath_core.play.moderation import HidePost
from goodpath_core.play.narration import SpeakAsNarrator
from goodpath_core.play.offline import SayAloud, Think
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.responses import LikeThing, WriteComment
from goodpath_core.play.safety import SpeakAside
from goodpath_core.play.sight import Viewer
from goodpath_core.scenario.view import view
from town import TEACHER, Town, scenario


class Watched:
    """A town in play, and the teacher's copy of it."""

    def __init__(self, cells: int = 1) -> None:
        self.town, self.store, self.news = Town(cells), Store(), News(KeptLooks(None))
        self.town.play(*(f"{cell}/{key}" for key in ("yuting", "ming") for cell in range(1, cells + 1)))
        self.town.do(StartWorld(), TEACHER)
        self.store.reload(self.town.world, view(scenario(), Viewer("teacher")))

    def count(self, place: str) -> int:
        return self.news.count(self.store, place)

    def rows(self, cells: int, shown: str = "") -> list[str]:
        return [line.words.plain for line in place_rows(self.store, self.news, shown, cells)]


def test_what_students_write_in_a_chat_counts_until_it_is_looked_at() -> None:
    one = Watched()
    yuting = one.town.player("1/yuting")
    assert one.count("room:1/line3") == 0, "what was there before play is nobody's"
    one.town.do(PostMessage(room="1/line3", text="hi"), yuting)
    one.town.do(SpeakAside(room="1/line3", text="sorry"), yuting)
    one.town.do(SpeakAside(room="1/line3", text="go on"), TEACHER)
    assert one.count("room:1/line3") == 2, "the teacher knows what the teacher has said"
    one.town.do(PostMessage(room="1/line3", text="oh"), yuting)
    one.town.do(TakeBackMessage(room="1/line3", message=one.town.events[-1].seq), yuting)
    assert one.count("room:1/line3") == 2
    one.news.look(one.store, "room:1/line3")
    assert one.count("room:1/line3") == 0
    one.town.do(PostMessage(room=private_room("1/ming", "1/yuting"), text="psst"), yuting)
    assert one.count("room:private:1/ming+1/yuting") == 1, "a chat that has just begun is new"


def test_what_is_said_and_thought_counts_in_its_cell_and_what_the_narrator_tells_in_none() -> None:
    one = Watched(2)
    one.town.do(PutPhoneDown(), one.town.player("2/ming"))
    one.town.do(SayAloud(text="hello"), one.town.player("2/ming"))
    one.town.do(Think(text="nobody"), one.town.player("2/ming"))
    one.town.do(SpeakAsNarrator(text="Night falls."), TEACHER)
    assert [one.count("lives:1"), one.count("lives:2")] == [0, 2]


def test_what_is_written_and_hung_on_a_page_counts_and_likes_and_what_was_removed_do_not() -> None:
    one = Watched()
    yuting, ming = one.town.player("1/yuting"), one.town.player("1/ming")
    one.town.do(EditPage(nickname="Fog"), yuting)
    one.town.do(ArrangeAlbum(cards=("neon", "lamp")), yuting)
    one.town.do(PublishPost(text="new"), yuting)
    one.town.do(LikeThing(page="1/yuting", thing="page"), ming)
    one.town.do(WriteComment(page="1/yuting", thing="page", text="where?"), ming)
    assert (one.count("page:1/yuting"), one.count("page:1/ming")) == (5, 0)
    one.news.look(one.store, "page:1/yuting")
    assert one.count("page:1/yuting") == 0
    one.town.do(PublishPost(text="rude"), yuting)
    one.town.do(HidePost(page="1/yuting", post=one.town.events[-1].seq), TEACHER)
    assert one.count("page:1/yuting") == 0


@pytest.mark.parametrize("cells", [14, 24, 36])
def test_cell_and_number_are_never_cut(cells: int) -> None:
    one = Watched(2)
    for _ in range(12):
        one.town.do(PostMessage(room="2/line3", text="hi"), one.town.player("2/ming"))
    (row,) = [row for row in one.rows(cells) if row.endswith("new")]
    assert row.startswith("2 L") and row.endswith(" 12 new") and len(row) == cells
    assert one.rows(cells, "room:2/line3") == Watched(2).rows(cells), "what is shown is being read"


def test_the_next_place_is_the_next_below_and_then_round_from_the_top() -> None:
    one = Watched()
    every = ["room:1/line3", "room:1/kitchen", "lives:1", "page:1/ming"]
    assert one.news.next_place(one.store, every, "lives:1") == ""
    one.town.do(PostMessage(room="1/line3", text="hi"), one.town.player("1/ming"))
    one.town.do(EditPage(nickname="Fog"), one.town.player("1/ming"))
    assert one.news.next_place(one.store, every, "lives:1") == "page:1/ming"
    assert one.news.next_place(one.store, every, "page:1/ming") == "room:1/line3"
    assert one.news.next_place(one.store, every, "") == "room:1/line3"


def test_before_the_world_has_started_nothing_is_new_not_even_where_it_never_does() -> None:
    town, store, news = Town(), Store(), News(KeptLooks(None))
    assert news.count(store, "room:1/line3") == 0, "the class has not come yet"
    town.play("1/yuting")
    store.reload(town.world, view(scenario(), Viewer("teacher")))
    every = [*places(store), *pages(store)]
    assert news.next_place(store, every, "") == ""
    town.do(EndSession(), TEACHER)
    assert news.next_place(store, every, "") == ""


async def _talk(pupil: Pupil, *texts: str) -> None:
    for text in texts:
        await pupil.do(PostMessage(room="2/page-makers", text=text))


async def test_in_f3_a_key_goes_to_what_is_new_and_a_line_stands_above_it() -> None:
    async with Classroom(cells=2) as room:
        await room.pupil("Ana", "1/yuting")
        pupil = await room.pupil("Ben", "2/yuting")
        async with room.console(80, 24) as (app, pilot):
            await seen(app, "2 of 2 here")
            await start(app, pilot)
            await pilot.press("f3")
            await seen(app, "1 Page makers")
            await seen(app, "2 Page makers")
            await pilot.press("u")
            await seen(app, "Nothing is new anywhere since you looked.")
            await _talk(pupil, "first", "second")
            await seen(app, "2 Page makers     2 new")
            await pilot.press("U")
            await seen(app, "Page makers, cell 2")
            await seen(app, " 2 new ──")
            await until(lambda: "     2 new" not in screen_text(app))
            await until(lambda: app.news.count(app.store, "room:2/page-makers") == 0)
            await pupil.do(EditPage(nickname="雨后之城"))
            await pupil.do(PutPhoneDown())
            await pupil.do(Think(text="so tired"))
            await pilot.press("u")
            await seen(app, "said and thought, cell 2")
            await seen(app, " 1 new ──")
            await pupil.do(Think(text="so very tired"))
            await seen(app, "so very tired")
            await until(lambda: app.news.count(app.store, "lives:2") == 0)
            await pilot.press("u")
            await seen(app, "the page of 雨后之城")
            await until(lambda: " new" not in _list_text(app))


def _list_text(app: TeacherApp) -> str:
    assert isinstance(app.screen, RoomsScreen)
    return "\n".join(str(option.prompt) for option in app.screen.query_one("#rooms", RowList).options)


async def test_what_came_while_another_screen_lay_over_it_is_still_new() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console(100, 30) as (app, pilot):
            await seen(app, "1 of 1 here")
            await start(app, pilot)
            await pilot.press("f3", "escape")
            await pupil.do(PostMessage(room="1/page-makers", text="while you were away"))
            await until(lambda: app.news.count(app.store, "room:1/page-makers") == 1)
            await pilot.press("f3")
            await seen(app, " 1 new ──")
            await until(lambda: app.news.count(app.store, "room:1/page-makers") == 0)


async def test_what_came_while_no_console_was_open_is_new_in_the_next_and_what_was_read_is_not(
    tmp_path: Path,
) -> None:
    psst = private_room("1/jun", "1/yuting")
    async with Classroom() as room:
        ana, _ = await room.pupil("Ana", "1/yuting"), await room.pupil("Ben", "1/jun")
        async with room.console(100, 30, looks=KeptLooks(tmp_path)) as (app, pilot):
            await seen(app, "2 of 2 here")
            await start(app, pilot)
            await ana.do(PostMessage(room="1/page-makers", text="read by the teacher"))
            await pilot.press("f3")
            await seen(app, "read by the teacher")
            await until(lambda: app.news.count(app.store, "room:1/page-makers") == 0)
        await ana.do(PostMessage(room=psst, text="written while nobody looked"))
        for looks, read in ((KeptLooks(tmp_path), 0), (KeptLooks(None), 1)):
            async with room.console(100, 30, looks=looks) as (app, pilot):
                await seen(app, "RUNNING")
                assert app.news.count(app.store, "room:1/page-makers") == read
                assert app.news.count(app.store, f"room:{psst}") == 1
                await pilot.press("f3", "u")
                await seen(app, "written while nobody looked")
