"""A page is listed where somebody was played, or where there is something to look at."""

from client.screens.stage import Stage
from goodpath_client.listed_pages import listed_pages
from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.seats import TakePersona


def owners(stage: Stage) -> list[str]:
    return [page.owner for page in listed_pages(stage.store)]


def test_the_own_page_comes_first_and_then_played_ones_in_the_order_of_the_cast() -> None:
    stage = Stage("ten-pictures", "haibo")
    assert owners(stage) == ["1/haibo"]
    stage.do(TakePersona(persona="1/yuting"), stage.student(2))
    assert owners(stage) == ["1/haibo", "1/yuting"]


def test_a_page_that_nobody_plays_is_listed_once_something_is_on_it() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.play_persona("haibo", ArrangeAlbum(cards=("red-car",)))
    assert owners(stage) == ["1/yuting", "1/haibo"]


def test_who_watches_has_no_page_of_their_own_in_the_list() -> None:
    assert owners(Stage("ten-pictures", "")) == []
