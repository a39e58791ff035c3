"""What comes next, in the teacher's words."""

from dataclasses import replace

import pytest

from goodpath_client.store import Store
from goodpath_client.teacher.plan import coming, inject_words, left_out_words, next_words, when
from goodpath_core.play.extension import ExtendPhase
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.script import DelayInject, SkipInject
from goodpath_core.play.sight import Viewer
from goodpath_core.scenario.actions import MoveTo, Narrate, Visitors
from goodpath_core.scenario.choices import PhasePlace
from goodpath_core.scenario.value import Scenario
from goodpath_core.scenario.view import view
from town import OPEN, TEACHER, Town, at, before_end, one_phase, playing, scenario


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
    ("place", "words"),
    [
        ("room", "Ming to the room"),
        ("phone", "Ming to the phone"),
        ("shift", "Ming to the line"),
        ("free", "Ming free to choose between room and phone"),
    ],
)
def test_a_move_says_where_somebody_goes(place: PhasePlace, words: str) -> None:
    store = teaching(Town(1), scenario())
    assert inject_words(store, at("bell", 0, MoveTo(("ming",), place, "The bell."))) == words


def test_what_is_due_after_the_end_of_the_phase_is_said_to_come_too_late() -> None:
    town = playing()
    town.wait(299)
    town.do(PublishPost(text="x"), town.player("1/yuting"))
    town.tick()
    store = teaching(town, scenario())
    late = next(row for row in coming(store) if row.inject.key == "evening-6")
    assert late.due_ms == 304_000
    assert when(store, late, 0) == "too late"


def test_what_is_tied_to_the_end_moves_with_it_and_is_left_out_where_the_end_comes_sooner() -> None:
    of = one_phase(OPEN, before_end("last", 60, Narrate("One minute more.")))
    town = playing(of)
    store = teaching(town, of)
    assert when(store, coming(store)[0], town.wall_ms) == "in 4:00"
    town.do(ExtendPhase(), TEACHER)
    assert when(store, coming(store)[0], town.wall_ms) == "in 5:00"
    assert left_out_words(store, 10) == "Left out then: last."
    assert left_out_words(store) == "Left out then: last."


def test_what_is_tied_to_the_last_seconds_is_not_left_out_where_the_phase_is_cut_to_them() -> None:
    of = one_phase(OPEN, before_end("dark", 5, Narrate("Dark.")), before_end("bell", 11, Narrate("Bell.")))
    town = playing(of)
    store = teaching(town, of)
    assert left_out_words(store, 100) == "Left out then: bell."
    town.do(SkipInject(inject="bell", cell=1), TEACHER)
    assert left_out_words(store, 100) == ""


def test_ending_a_phase_names_what_is_left_out_with_it() -> None:
    town = playing()
    town.do(DelayInject(inject="evening-1", cell=1, seconds=100), TEACHER)
    town.wait(95)
    town.tick()
    out = left_out_words(teaching(town, scenario()))
    assert out == "Left out then: evening-4, evening-5, evening-1 (put off)."
    town.wait(40)
    town.tick()
    assert left_out_words(teaching(town, scenario())) == "Left out then: evening-1 (put off)."
    town.wait(40)
    town.tick()
    assert left_out_words(teaching(town, scenario())) == ""


def test_what_still_happens_before_a_phase_ends_is_not_left_out_with_it() -> None:
    town = playing()
    town.do(DelayInject(inject="evening-1", cell=1, seconds=200), TEACHER)
    town.wait(85)
    town.tick()
    store = teaching(town, scenario())
    assert left_out_words(store, 95) == "Left out then: evening-4, evening-5."
    assert left_out_words(store).endswith("evening-1 (put off).")


@pytest.mark.parametrize(
    ("visitors", "words"),
    [
        (Visitors(("yuting",), "lele", 5, 3, "hm"), 'Lele and 4 others on the page of Yuting: "hm"'),
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
