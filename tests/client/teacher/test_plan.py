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
