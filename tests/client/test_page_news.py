"""What is new on the own page since its owner looked."""

from goodpath_client.page_news import PageNews
from goodpath_core.play.state import Page, Response, Version, Visit


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
