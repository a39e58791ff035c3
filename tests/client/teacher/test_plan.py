"""What comes next, in the teacher's words."""

from dataclasses import replace

import pytest

from goodpath_client.store import Store
from goodpath_client.teacher.plan import inject_words, next_words
from goodpath_core.play.sight import Viewer
from goodpath_core.scenario.value import Scenario, Visitors
from goodpath_core.scenario.view import view
from town import Town, at, scenario


def teaching(town: Town, of: Scenario) -> Store:
    """The teacher's copy of a town."""
    store = Store()
    store.world, store.view = town.world, view(of, Viewer("teacher"))
    return store


def test_an_inject_for_somebody_nobody_plays_says_to_whom_it_will_go() -> None:
    town = Town(2)
    town.play("1/ming", "2/chunmei")
    store = teaching(town, scenario())
    inject = at("look", 0, Visitors(("yuting",), "", 5, 0, ""))
    assert inject_words(store, inject, (1, 2)) == (
        "5 strangers on the page of Yuting; goes to Ming, cell 1; goes to Chunmei, cell 2"
    )
    assert inject_words(store, inject) == "5 strangers on the page of Yuting"


@pytest.mark.parametrize(
    ("visitors", "words"),
    [
        (Visitors(("yuting",), "lele", 14, 3, "Who?"), '14 x Lele on the page of Yuting: "Who?"'),
        (Visitors(("yuting", "ming"), "", 1, 0, ""), "1 stranger on one page of Yuting, Ming, drawn by lot"),
        (Visitors(("yuting", "chunmei", "ming"), "", 2, 0, ""), "2 strangers on one page, drawn by lot"),
    ],
)
def test_visitors_of_several_pages_come_to_one_that_is_drawn_by_lot(visitors: Visitors, words: str) -> None:
    assert inject_words(teaching(Town(), scenario()), at("look", 0, visitors)) == words


@pytest.mark.parametrize(
    ("seconds", "words"), [(40, "Evening, 40 s"), (80, "Evening, 1 min 20 s"), (300, "Evening, 5 min")]
)
def test_the_next_phase_is_told_with_its_whole_length(seconds: int, words: str) -> None:
    evening, *others = scenario().phases
    of = replace(scenario(), phases=(replace(evening, seconds=seconds), *others))
    assert next_words(teaching(Town(of=of), of)) == words
