"""What comes next, in the teacher's words."""

from goodpath_client.store import Store
from goodpath_client.teacher.plan import coming, inject_words, left_out, when
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.script import DelayInject
from goodpath_core.play.sight import Viewer
from goodpath_core.scenario.value import Visitors
from goodpath_core.scenario.view import view
from town import TEACHER, Town, at, playing, scenario


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


def teaching(town: Town) -> Store:
    """What a teacher's console knows of a town."""
    store = Store()
    store.world = town.world
    store.view = view(scenario(), Viewer("teacher"))
    return store


def test_what_is_due_after_the_end_of_the_phase_is_said_to_come_too_late() -> None:
    town = playing()
    town.wait(299)
    town.do(PublishPost(text="x"), town.player("1/yuting"))
    town.tick()
    store = teaching(town)
    late = next(row for row in coming(store) if row.inject.key == "evening-6")
    assert late.due_ms == 304_000
    assert when(store, late, 0) == "too late"


def test_ending_a_phase_names_what_is_left_out_with_it() -> None:
    town = playing()
    town.do(DelayInject(inject="evening-1", cell=1, seconds=100), TEACHER)
    town.wait(95)
    town.tick()
    assert left_out(teaching(town)) == "Left out then: evening-4, evening-5, evening-1 (put off)."
    town.wait(40)
    town.tick()
    assert left_out(teaching(town)) == "Left out then: evening-1 (put off)."
    town.wait(40)
    town.tick()
    assert left_out(teaching(town)) == ""


def test_an_npc_who_comes_is_named_with_those_who_come_along() -> None:
    store = Store()
    store.world, store.view = Town(1).world, view(scenario(), Viewer("teacher"))
    inject = at("look", 0, Visitors(("yuting",), "lele", 5, 0, "hm"))
    assert inject_words(store, inject) == 'Lele and 4 others on the page of Yuting: "hm"'
