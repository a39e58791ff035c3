"""Whatever the teacher leaves out or puts off, what comes later in a shipped scenario still holds."""

import re
from collections.abc import Iterator
from dataclasses import fields

import pytest

from client.shipped import shipped
from goodpath_core.play.control import NextPhase, StartWorld
from goodpath_core.play.event import cell_of
from goodpath_core.play.script import SkipInject, waiting
from goodpath_core.scenario.actions import Say
from goodpath_core.scenario.phases import Inject
from town import TEACHER, Town

NAMES = ("apple-phone", "ten-pictures")
CAST = ("yuting", "chunmei", "guoqiang", "jun", "xiaoyan", "haibo", "jia", "zhou")
HOUR = re.compile(
    r"\d:\d\d|half past|in the morning|\b(nearly|until|to|at) (five|six|seven|eight|nine|ten|eleven)\b",
    re.IGNORECASE,
)
TOMORROW = "tomorrow the line begins at eight"
"""It is said of another day, so it holds whatever the hour is."""


def injects(name: str) -> list[Inject]:
    return [inject for phase in shipped(name).scenario.phases for inject in phase.injects]


def words(inject: Inject) -> Iterator[str]:
    """All that an inject lets somebody read."""
    for action in inject.actions:
        for field in fields(action):
            if field.name in ("text", "comment"):
                yield getattr(action, field.name)


def after_monday_by_day(skipping: bool) -> Town:
    """It is Monday evening: the day went by, and what waits in the evening is left out or happens."""
    town = Town(of=shipped("apple-phone").scenario)
    town.play(*(f"1/{key}" for key in CAST))
    town.do(StartWorld(), TEACHER)
    while town.world.phase.name != "The Apple phone":
        town.wait(25)
        town.tick()
        town.do(NextPhase(), TEACHER)
    town.tick()
    if skipping:
        for inject, cell, _ in list(waiting(town.world)):
            town.do(SkipInject(inject=inject.key, cell=cell), TEACHER)
    return town


def by_day_injects() -> list[Inject]:
    """What happens before Monday evening."""
    phases = shipped("apple-phone").scenario.phases
    evening = [phase.name for phase in phases].index("The Apple phone")
    return [inject for phase in phases[:evening] for inject in phase.injects]


def rooms(town: Town) -> dict[str, str]:
    """Persona -> what its room has become, for those whose room has changed."""
    return {one.id: one.room_text for one in town.world.persons.values() if one.room_text}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_can_be_put_off_names_the_hour(name: str) -> None:
    texts = [text.replace(TOMORROW, "") for inject in injects(name) for text in words(inject)]

    assert texts and [text for text in texts if HOUR.search(text)] == []


def test_nobody_has_the_room_of_the_day_in_the_evening() -> None:
    evening = rooms(after_monday_by_day(skipping=True))

    by_day = {text for inject in by_day_injects() for text in words(inject)}

    assert {*evening} == {f"1/{key}" for key in CAST if key != "jia"}
    assert not by_day & {*evening.values()}


def test_in_the_dark_everybody_has_a_dark_room_before_anything_more_happens() -> None:
    town = after_monday_by_day(skipping=True)
    town.do(NextPhase(), TEACHER)
    town.tick()
    dark = rooms(town)
    told = {inject.key: [*words(inject)] for inject in injects("apple-phone")}

    assert {*dark} == {f"1/{key}" for key in CAST}
    assert {*dark.values()} <= {*told["cut"]}


def test_only_the_inject_that_brings_the_cousin_speaks_of_her() -> None:
    speaking = {inject.key for inject in injects("apple-phone") for text in words(inject) if "Lin" in text}

    assert speaking == {"cousin"}


def test_all_who_are_played_read_the_scene_of_the_boy() -> None:
    town = after_monday_by_day(skipping=False)
    said = {
        action.group
        for inject in injects("apple-phone")
        for action in inject.actions
        if isinstance(action, Say) and action.by == "lele"
    }

    for group in said:
        assert {*town.world.rooms[f"1/{group}"].members} == {*town.world.persons}
    assert said and {cell_of(one) for one in town.world.persons} == {1}


def test_the_break_on_monday_is_half_an_hour_between_two_stretches_of_the_shift() -> None:
    phases = shipped("apple-phone").scenario.phases
    at = [phase.name for phase in phases].index("The break")
    before, rest, after = phases[at - 1 : at + 2]

    assert rest.seconds * rest.speed == 30 * 60
    assert before.world_from_s + before.seconds * before.speed == rest.world_from_s
    assert rest.world_from_s + rest.seconds * rest.speed == after.world_from_s
    assert (before.place, rest.place, after.place) == ("shift", "phone", "shift")
