"""What comes next, in the teacher's words."""

from goodpath_client.store import Store
from goodpath_client.teacher.plan import inject_words
from goodpath_core.play.sight import Viewer
from goodpath_core.scenario.value import Visitors
from goodpath_core.scenario.view import view
from town import Town, at, scenario


def test_an_inject_for_somebody_nobody_plays_says_to_whom_it_will_go() -> None:
    town = Town(2)
    town.play("1/ming", "2/chunmei")
    store = Store()
    store.world, store.view = town.world, view(scenario(), Viewer("teacher"))
    inject = at("look", 0, Visitors(("yuting",), "", 5, 0, ""))
    assert inject_words(store, inject, (1, 2)) == (
        "5 strangers on the page of Yuting; goes to Ming, cell 1; goes to Chunmei, cell 2"
    )
    assert inject_words(store, inject) == "5 strangers on the page of Yuting"


def test_an_npc_who_comes_is_named_with_those_who_come_along() -> None:
    store = Store()
    store.world, store.view = Town(1).world, view(scenario(), Viewer("teacher"))
    inject = at("look", 0, Visitors(("yuting",), "lele", 5, 0, "hm"))
    assert inject_words(store, inject) == 'Lele and 4 others on the page of Yuting: "hm"'
