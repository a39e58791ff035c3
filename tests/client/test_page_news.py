"""What is new on the own page since its owner looked."""

from goodpath_client.page_news import PageNews
from goodpath_core.play.event import Event
from goodpath_core.play.registry import reduce
from goodpath_core.play.responses import CommentWritten
from goodpath_core.play.state import Page, Response, Version, Visit, World
from goodpath_core.play.visits import PageVisited


def test_what_others_did_since_the_owner_looked_is_new() -> None:
    page = Page("1/jun", "46218803", [Version(1, 0)])
    news = PageNews()
    assert (news.fresh(None), news.fresh(page)) == (0, 0)
    page.visits.append(Visit(2, 0, "1/zhou"))
    page.responses["page"] = Response(["1/zhou", "1/jun"], 3, [(4, "1/jun", "me"), (5, "1/zhou", "you")])
    assert news.fresh(page) == 1 + 1 + 3 + 1
    news.look(page)
    assert news.fresh(page) == 0
    page.strangers = 2
    assert news.fresh(page) == 2


def test_another_page_is_all_new() -> None:
    news = PageNews()
    news.look(Page("1/jun", "1", [Version(1, 0)], strangers=9))
    assert news.fresh(Page("1/zhou", "2", [Version(1, 0)], strangers=2)) == 2


def test_each_visit_of_whoever_comes_again_and_again_is_new() -> None:
    world, news = World(), PageNews()
    page = world.pages["1/jun"] = Page("1/jun", "1", [Version(1, 0)])
    visit(world, range(2, 22))
    news.look(page)
    visit(world, range(22, 27))
    assert len(page.visits) == 20
    assert news.fresh(page) == 5


def test_words_that_are_pushed_out_hide_nothing_that_came_since() -> None:
    world, news = World(), PageNews()
    page = world.pages["1/jun"] = Page("1/jun", "1", [Version(1, 0)])
    for seq in range(2, 202):
        comment(world, seq, "1/zhou")
    news.look(page)
    comment(world, 202, "1/ming")
    comment(world, 203, "1/ming")
    assert news.fresh(page) == 2


def test_what_goes_from_the_page_takes_no_other_news_with_it() -> None:
    news, page = PageNews(), Page("1/jun", "1", [Version(1, 0)])
    page.responses["post:2"] = Response(["1/zhou", "1/ming"], 3, [(4, "1/zhou", "you")], ["1/zhou"])
    news.look(page)
    del page.responses["post:2"]
    page.responses["card:neon"] = Response(["1/zhou"])
    assert news.fresh(page) == 1


def visit(world: World, numbers: range) -> None:
    for seq in numbers:
        reduce(world, Event(seq, 0, 0, 0, 1, "", "", "1/zhou", "1/jun", "people:1/jun,1/zhou", PageVisited()))


def comment(world: World, seq: int, voice: str) -> None:
    fact = CommentWritten(thing="page", text="hello")
    reduce(world, Event(seq, 0, 0, 0, 1, "", "", voice, "1/jun", "cell", fact))
