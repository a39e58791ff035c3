"""What is new on the own page since its owner looked, also at a terminal that was left since."""

import re
from pathlib import Path

from client.little_server import CODE, LittleServer
from client.screens.stage import TEACHER, RecordingLink, Stage, screen_text, settle
from client.test_read_marks import heard
from goodpath_client.kept_looks import KeptLooks, Look
from goodpath_client.page_news import PageNews
from goodpath_client.screens.page_view import PageViewScreen
from goodpath_client.seats import SeatToken, SeatTokens
from goodpath_client.store import Store
from goodpath_core.play.briefing import ReadBriefing
from goodpath_core.play.control import NextPhase
from goodpath_core.play.event import Event
from goodpath_core.play.registry import reduce
from goodpath_core.play.responses import CommentWritten, LikeThing
from goodpath_core.play.state import Page, Response, Version, Visit, World
from goodpath_core.play.visits import PageVisited, VisitPage
from town import playing


def test_what_others_did_since_the_owner_looked_is_new() -> None:
    page = Page("1/jun", "46218803", [Version(1, 0)])
    news = PageNews()
    assert (news.fresh(None), news.fresh(page)) == (0, 0)
    page.visits.append(Visit(2, 0, "1/zhou"))
    page.responses["page"] = Response(["1/zhou", "1/jun"], 3, [(4, "1/jun", "me"), (5, "1/zhou", "you")])
    assert news.fresh(page) == 1 + 1 + 3 + 1
    news.look(page, 5)
    assert news.fresh(page) == 0
    page.strangers = 2
    assert news.fresh(page) == 2


def test_another_page_is_all_new() -> None:
    news = PageNews()
    news.look(Page("1/jun", "1", [Version(1, 0)], strangers=9), 1)
    assert news.fresh(Page("1/zhou", "2", [Version(1, 0)], strangers=2)) == 2


def test_each_visit_of_whoever_comes_again_and_again_is_new() -> None:
    world, news = World(), PageNews()
    page = world.pages["1/jun"] = Page("1/jun", "1", [Version(1, 0)])
    visit(world, range(2, 22))
    news.look(page, 21)
    visit(world, range(22, 27))
    assert len(page.visits) == 20
    assert news.fresh(page) == 5


def test_words_that_are_pushed_out_hide_nothing_that_came_since() -> None:
    world, news = World(), PageNews()
    page = world.pages["1/jun"] = Page("1/jun", "1", [Version(1, 0)])
    for seq in range(2, 202):
        comment(world, seq, "1/zhou")
    news.look(page, 201)
    comment(world, 202, "1/ming")
    comment(world, 203, "1/ming")
    assert news.fresh(page) == 2


def test_what_goes_from_the_page_takes_no_other_news_with_it() -> None:
    news, page = PageNews(), Page("1/jun", "1", [Version(1, 0)])
    page.responses["post:2"] = Response(["1/zhou", "1/ming"], 3, [(4, "1/zhou", "you")], ["1/zhou"])
    news.look(page, 4)
    del page.responses["post:2"]
    page.responses["card:neon"] = Response(["1/zhou"])
    assert news.fresh(page) == 1


def opened(folder: Path, session: str = "town", seat: int = 1) -> PageNews:
    news = PageNews(KeptLooks(folder))
    news.open(session, seat)
    return news


def visited(owner: str = "1/jun") -> Page:
    page = Page(owner, "1", [Version(1, 0)], visits=[Visit(2, 0, "1/zhou")], strangers=60)
    page.responses["post:3"] = Response(["1/zhou"], 2, [(5, "1/ming", "you")], ["1/ming", "1/ming"])
    return page


def test_another_run_finds_what_was_seen_and_counts_what_came_since(tmp_path: Path) -> None:
    page = visited()
    opened(tmp_path).look(page, 5)
    assert opened(tmp_path).fresh(page) == 0
    page.strangers += 1
    page.visits.append(Visit(6, 0, "1/zhou"))
    page.responses["post:3"].likes.append("1/ming")
    page.responses["post:3"].reposts.append("1/ming")
    page.responses["post:3"].comments.append((9, "1/zhou", "and you"))
    assert opened(tmp_path).fresh(page) == 5


def test_what_was_seen_is_known_of_this_session_seat_and_persona_alone(tmp_path: Path) -> None:
    page = visited()
    opened(tmp_path).look(page, 5)
    fresh = [opened(tmp_path, "other").fresh(page), opened(tmp_path, seat=2).fresh(page)]
    assert [*fresh, opened(tmp_path).fresh(visited("1/zhou"))] == [67, 67, 66]


def test_what_was_seen_at_another_terminal_is_seen_here_once_the_seat_is_taken_back(tmp_path: Path) -> None:
    older, page = opened(tmp_path), visited()
    opened(tmp_path).look(page, 5)
    older.open("town", 1)
    assert older.fresh(page) == 0


def test_without_a_writable_folder_what_was_seen_is_known_as_long_as_the_process(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    news, page = opened(tmp_path / "file"), visited()
    news.look(page, 5)
    news.open("town", 1)
    assert news.fresh(page) == 0


def test_a_look_at_nothing_new_writes_nothing(tmp_path: Path) -> None:
    news, page = opened(tmp_path), visited()
    for seq in range(5, 50):
        news.look(page, seq)
    (file,) = tmp_path.iterdir()
    assert len(file.read_bytes().splitlines()) == 1


def test_what_is_no_count_in_the_file_had_not_come(tmp_path: Path) -> None:
    looks, page = KeptLooks(tmp_path), visited()
    looks.open("town|1")
    looks.keep("1/jun", Look(5, frozenset({"neon", "x like post:3 1/zhou", "60 visit page "})))
    assert opened(tmp_path).fresh(page) == 1 + 1 + 2 + 2


async def test_the_own_page_on_the_phone_counts_only_what_came_since_the_last_look_of_an_earlier_run(
    tmp_path: Path,
) -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    while not stage.world.phase.allow.visit:
        stage.do(NextPhase(), TEACHER)
    stage.play_persona("haibo", VisitPage(page="1/yuting"))
    counts = [await own_page(stage, tmp_path) for _ in range(2)]
    stage.play_persona("haibo", LikeThing(page="1/yuting", thing="page"))

    assert [*counts, await own_page(stage, tmp_path)] == [1, 0, 1]


async def own_page(stage: Stage, folder: Path) -> int:
    """What a fresh client counts beside the own page; it looks at it then."""
    stage.store = Store(looks=KeptLooks(folder))
    stage.link = RecordingLink(stage)
    stage.join()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        (count,) = re.findall(r"My page *(\d*)", screen_text(app))
        app.open(PageViewScreen(stage.store.me))
        await settle(pilot)
    return int(count or 0)


async def test_the_own_page_read_out_is_not_new_when_one_comes_back_in_lines_of_text(tmp_path: Path) -> None:
    town = playing()
    town.do(ReadBriefing(), town.seat(1))
    town.do(VisitPage(page="1/yuting"), town.player("1/ming"))
    async with LittleServer(town) as server:
        token = SeatToken(server.address, "town", CODE, "Ana", "student", 1, "seat-1")
        SeatTokens(tmp_path / "seats.json").keep(token)
        assert "new from others are 3" in await heard(server, tmp_path, "/pages", "Your page: ")
        await heard(server, tmp_path, "/page", "0 strangers.")
        assert "nothing new" in await heard(server, tmp_path, "/pages", "Your page: ")


def visit(world: World, numbers: range) -> None:
    for seq in numbers:
        reduce(world, Event(seq, 0, 0, 0, 1, "", "", "1/zhou", "1/jun", "people:1/jun,1/zhou", PageVisited()))


def comment(world: World, seq: int, voice: str) -> None:
    fact = CommentWritten(thing="page", text="hello")
    reduce(world, Event(seq, 0, 0, 0, 1, "", "", voice, "1/jun", "cell", fact))
