"""The script: what the clock and first times make happen."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodpath_core.errors import Refused
from goodpath_core.play.control import NextPhase, PauseWorld, PhaseBegan, StartWorld
from goodpath_core.play.debrief import DebriefBegan
from goodpath_core.play.event import By, Draft
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.narration import Narrated
from goodpath_core.play.phone import PhoneChanged
from goodpath_core.play.places import PlaceChanged, PutPhoneDown
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.registry import decide
from goodpath_core.play.script import (
    UNTIMED,
    DelayInject,
    FireInject,
    InjectArmed,
    InjectDelayed,
    InjectFired,
    InjectSkipped,
    SkipInject,
    cells_of,
    due,
    next_due,
    waiting,
)
from goodpath_core.play.seats import MarkHere
from goodpath_core.play.state import World
from goodpath_core.scenario.actions import MoveTo, Narrate, Visitors, Whisper
from goodpath_core.scenario.phases import Inject, Trigger
from goodpath_core.scenario.value import Rules
from town import OPEN, TEACHER, Town, after, at, lobby, one_phase, phase, playing, scenario

SPARED = Rules(False, True, True)
"""Batteries do not run down."""
RAIN = Draft(Narrated(text="It rains."), "cell", 1, "narrator")


def with_injects(*injects: Inject) -> Town:
    """One phase of 300 seconds; batteries are spared."""
    return playing(replace(one_phase(OPEN, *injects), rules=SPARED))


def rain(key: str, seconds: int) -> Inject:
    return at(key, seconds, Narrate("It rains."))


def fired(key: str, cell: int = 1) -> Draft:
    return Draft(InjectFired(inject=key), "teacher", cell)


def test_a_timed_inject_happens_once_when_its_time_has_come() -> None:
    town = with_injects(rain("r", 60))
    town.wait(59.999)
    assert town.tick() == []
    assert next_due(town.world) == 1_060_000
    town.wait(0.001)
    assert town.tick() == [fired("r"), RAIN]
    assert [event.author for event in town.events[-2:]] == ["script", "script"]
    assert town.tick() == []
    assert next_due(town.world) == 1_300_000


def test_what_is_for_one_persona_says_to_whom_it_went() -> None:
    town = Town(
        1, one_phase(OPEN, at("w", 0, Whisper("yuting", "lele", "hm"), Visitors(("ming",), "", 1, 0, "")))
    )
    town.play("1/ming")
    town.do(StartWorld(), TEACHER)
    assert town.tick()[0] == Draft(InjectFired(inject="w", to=("1/ming",)), "teacher", 1)


def test_injects_come_in_the_order_of_time_then_cell() -> None:
    town = Town(2, one_phase(OPEN, rain("late", 20), rain("soon", 10)))
    town.do(StartWorld(), TEACHER)
    town.wait(20)
    assert [draft for draft in town.tick() if isinstance(draft.fact, InjectFired)] == [
        fired("soon", 1),
        fired("soon", 2),
        fired("late", 1),
        fired("late", 2),
    ]
    assert cells_of(town.world) == [1, 2]


def test_nothing_happens_by_itself_before_the_start_in_a_pause_and_after_play() -> None:
    town = lobby(one_phase(OPEN, rain("r", 0)))
    assert (town.tick(), next_due(town.world), list(waiting(town.world))) == ([], None, [])
    town.do(StartWorld(), TEACHER)
    assert next_due(town.world) == town.wall_ms
    town.do(PauseWorld(), TEACHER)
    town.wait(999)
    assert (town.tick(), next_due(town.world)) == ([], None)
    town.do(NextPhase(), TEACHER)
    assert (town.tick(), next_due(town.world), list(waiting(town.world))) == ([], None, [])


def test_a_phase_ends_by_itself_and_the_last_one_in_the_debrief() -> None:
    town = playing(replace(scenario(), phases=(phase("one"), phase("two")), rules=Rules(False, False, False)))
    assert next_due(town.world) == 1_300_000
    town.wait(300)
    assert isinstance(town.tick()[0].fact, PhaseBegan)
    town.wait(299)
    assert town.tick() == []
    town.wait(1)
    assert isinstance(town.tick()[0].fact, DebriefBegan)


def test_what_was_due_before_the_end_of_a_phase_happens_before_the_next_one_begins() -> None:
    injects = (rain("early", 60), rain("late", 180), rain("last", 299))
    town = playing(replace(scenario(), phases=(phase("one", injects), phase("two")), rules=SPARED))
    town.wait(70)
    assert town.tick() == [fired("early"), RAIN]
    town.wait(230.005)
    drafts = town.tick()
    assert drafts[:4] == [fired("late"), RAIN, fired("last"), RAIN]
    assert isinstance(drafts[4].fact, PhaseBegan)
    assert next_due(town.world) == town.wall_ms + 300_000


def test_where_a_late_inject_brings_somebody_the_next_phase_finds_them() -> None:
    move = at("bell", 200, MoveTo(("ming",), "shift", "The bell."))
    town = playing(replace(scenario(), phases=(phase("one", (move,)), phase("two")), rules=SPARED))
    town.wait(301)
    town.tick()
    assert town.world.persons["1/ming"].lived == {"phone": 300 * 8}
    assert town.world.persons["1/ming"].place == "phone"
    assert [
        e.fact.place for e in town.events if isinstance(e.fact, PlaceChanged) and e.voice == "1/ming"
    ] == [
        "phone",
        "shift",
        "phone",
    ]


def test_a_battery_that_was_empty_before_an_inject_goes_dark_before_it() -> None:
    town = playing(one_phase(OPEN, rain("r", 60)))
    town.apply(Draft(PhoneChanged(persona="1/ming", battery=1), "people:1/ming", 1, "1/ming"), "script")
    town.wait(90)
    drafts = town.tick()
    assert drafts[0] == Draft(PlaceChanged(persona="1/ming", place="room"), "cell", 1, "1/ming")
    assert drafts[2:] == [fired("r"), RAIN]


TIMES = st.lists(st.integers(0, 299), max_size=5)


@given(TIMES, TIMES, st.lists(st.floats(0.001, 400), max_size=12), st.booleans())
def test_whatever_the_moments_of_asking_the_same_injects_happen_in_the_same_order(
    one: list[int], two: list[int], waits: list[float], spared: bool
) -> None:
    phases = tuple(
        phase(key, tuple(rain(f"{key}-{number}", at_s) for number, at_s in enumerate(times)))
        for key, times in (("one", one), ("two", two))
    )
    wanted = [
        f"{key}-{number}@{cell}"
        for key, times in (("one", one), ("two", two))
        for at_s, cell, number in sorted((t, c, n) for n, t in enumerate(times) for c in (1, 2))
    ]
    town = Town(2, replace(scenario(), phases=phases, rules=SPARED if spared else Rules(True, True, True)))
    town.do(StartWorld(), TEACHER)
    for wait in [*waits, 300, 300]:
        town.wait(wait)
        town.tick()
    assert town.world.session.stage == "debrief"
    assert [f"{e.fact.inject}@{e.cell}" for e in town.events if isinstance(e.fact, InjectFired)] == wanted


def test_a_first_time_arms_an_inject_for_its_cell_and_it_happens_after_its_delay() -> None:
    town = with_injects(after("p", Trigger("post", "yuting"), 5, Narrate("It rains.")))
    town.wait(10)
    assert town.tick() == []
    assert next_due(town.world) == 1_300_000
    town.do(PublishPost(text="not me"), town.player("1/ming"))
    assert town.world.armed == {}
    town.do(PublishPost(text="me"), town.player("1/yuting"))
    assert town.events[-1].fact == InjectArmed(inject="p", due_ms=15_000)
    assert (town.events[-1].author, town.events[-1].audience) == ("script", "teacher")
    town.wait(1)
    town.do(PublishPost(text="me again"), town.player("1/yuting"))
    assert town.world.armed == {"p@1": 15_000}
    assert next_due(town.world) == 1_015_000
    town.wait(4)
    assert town.tick() == [fired("p"), RAIN]


def test_the_teacher_fires_skips_and_puts_off() -> None:
    town = with_injects(rain("a", 60), rain("b", 60), rain("c", 60))
    assert town.do(FireInject(inject="a", cell=1), TEACHER) == [fired("a"), RAIN._replace(author="script")]
    assert [event.author for event in town.events[-2:]] == ["teacher", "script"]
    assert town.do(SkipInject(inject="b", cell=1), TEACHER) == [
        Draft(InjectSkipped(inject="b"), "teacher", 1)
    ]
    for _ in range(2):
        assert town.do(DelayInject(inject="c", cell=1, seconds=30), TEACHER) == [
            Draft(InjectDelayed(inject="c", seconds=30), "teacher", 1)
        ]
    town.wait(119)
    assert town.tick() == []
    town.wait(1)
    assert town.tick() == [fired("c"), RAIN]
    assert set(town.world.fired) == {"a@1", "b@1", "c@1"}


@pytest.mark.parametrize(
    ("inject", "cell"),
    [("nothing", 1), ("a", 2), ("a", 0), ("b", 1)],
    ids=["unknown", "no cell", "town", "done"],
)
def test_an_inject_that_is_not_waiting_cannot_be_touched(inject: str, cell: int) -> None:
    town = with_injects(rain("a", 60), rain("b", 60))
    town.do(SkipInject(inject="b", cell=1), TEACHER)
    for command in (
        FireInject(inject=inject, cell=cell),
        SkipInject(inject=inject, cell=cell),
        DelayInject(inject=inject, cell=cell, seconds=5),
    ):
        assert town.refused(command, TEACHER) == "no_such_inject"


@pytest.mark.parametrize(("seconds", "code"), [(240, ""), (241, "phase_ends"), (3600, "phase_ends")])
def test_an_inject_is_put_off_to_the_end_of_its_phase_at_the_latest(seconds: int, code: str) -> None:
    town = with_injects(rain("a", 60))
    command = DelayInject(inject="a", cell=1, seconds=seconds)
    if code:
        with pytest.raises(Refused) as no:
            decide(town.world, command, TEACHER, town.now)
        assert (no.value.code, no.value.text) == (
            "phase_ends",
            "The phase ends before that; put it off by at most 240 s, or let it happen now.",
        )
        return
    town.do(command, TEACHER)
    town.wait(300)
    assert town.tick()[:2] == [fired("a"), RAIN]


def test_what_is_due_when_the_phase_ends_cannot_be_put_off_any_further() -> None:
    town = with_injects(rain("a", 60))
    town.do(DelayInject(inject="a", cell=1, seconds=239), TEACHER)
    town.do(DelayInject(inject="a", cell=1, seconds=1), TEACHER)
    with pytest.raises(Refused) as no:
        decide(town.world, DelayInject(inject="a", cell=1, seconds=1), TEACHER, town.now)
    assert no.value.text == (
        "The phase ends by then, so it cannot be put off further; let it happen now, or leave it out."
    )


def test_an_inject_that_waits_for_a_deed_is_put_off_as_far_as_it_could_still_happen() -> None:
    town = with_injects(after("p", Trigger("post", ""), 20, Narrate("It rains.")))
    town.wait(200)
    assert town.refused(DelayInject(inject="p", cell=1, seconds=81), TEACHER) == "phase_ends"
    town.do(DelayInject(inject="p", cell=1, seconds=80), TEACHER)


def test_an_inject_that_was_put_off_and_is_set_off_late_still_happens_before_the_phase_ends() -> None:
    put_off = after("p", Trigger("post", ""), 20, Narrate("It rains."))
    town = playing(replace(scenario(), phases=(phase("one", (put_off,)), phase("two")), rules=SPARED))
    town.do(DelayInject(inject="p", cell=1, seconds=200), TEACHER)
    town.wait(150)
    town.do(PublishPost(text="x"), town.player("1/ming"))
    town.wait(149)
    assert town.tick() == []
    town.wait(1)
    drafts = town.tick()
    assert drafts[:2] == [fired("p"), RAIN]
    assert isinstance(drafts[2].fact, PhaseBegan)


def test_an_inject_is_put_off_by_up_to_an_hour() -> None:
    long = replace(phase("long", (rain("a", 60),)), seconds=7200)
    town = playing(replace(scenario(), phases=(long,), rules=SPARED))
    for seconds in (0, -1, 3601):
        assert town.refused(DelayInject(inject="a", cell=1, seconds=seconds), TEACHER) == "bad_delay"
    for seconds in (1, 3600):
        assert town.do(DelayInject(inject="a", cell=1, seconds=seconds), TEACHER)


def test_an_empty_battery_puts_the_phone_down() -> None:
    town = playing(one_phase())
    town.apply(Draft(PhoneChanged(persona="1/ming", battery=1), "people:1/ming", 1, "1/ming"), "script")
    assert next_due(town.world) == 1_030_000
    town.wait(30)
    assert town.tick() == [
        Draft(PlaceChanged(persona="1/ming", place="room"), "cell", 1, "1/ming"),
        Draft(
            Narrated(text="The battery is empty. The screen goes black.", to=("1/ming",)),
            "people:1/ming",
            1,
            "narrator",
        ),
    ]
    assert town.tick() == []


def test_the_phone_of_somebody_nobody_plays_goes_dark_only_when_somebody_does() -> None:
    town = Town(1, one_phase())
    town.play("1/yuting")
    town.do(StartWorld(), TEACHER)
    town.apply(Draft(PhoneChanged(persona="1/ming", battery=1), "people:1/ming", 1, "1/ming"), "script")
    town.wait(30)
    assert town.tick() == []
    town.play("1/ming")
    assert town.tick() == [], "the last percent is still there for whoever takes it"
    town.wait(30)
    gone, told = town.tick()
    assert gone.fact == PlaceChanged(persona="1/ming", place="room")
    assert told.audience == "people:1/ming"


@pytest.mark.parametrize("battery", [0.0, 0.1, 0.7, 33.3, 41.66666666666667, 1 / 3, 99.99])
@pytest.mark.parametrize("speed", [0.7, 1.0, 3.3, 8.0, 17.5, 60.0])
def test_at_the_time_that_was_named_there_is_something_to_do(battery: float, speed: float) -> None:
    """Else the server would ask again at once, and again."""
    long = replace(phase("long"), seconds=100_000, speed=speed)
    town = playing(replace(scenario(), phases=(long,)))
    for key in ("yuting", "chunmei"):
        town.do(PutPhoneDown(), town.player(f"1/{key}"))
    phone = town.world.persons["1/ming"].phone
    assert phone is not None
    phone.battery = battery
    moment = next_due(town.world)
    assert moment is not None
    assert moment >= town.wall_ms
    town.wall_ms = moment
    assert town.tick()


def test_without_a_scenario_nothing_is_waiting() -> None:
    world = World()
    world.session.stage = "playing"
    assert list(waiting(world)) == []


def test_without_batteries_nobody_is_put_down() -> None:
    town = with_injects()
    phone = town.world.persons["1/ming"].phone
    assert phone is not None
    phone.battery = 0
    assert due(town.world, town.now) == []
    spared = playing(one_phase())
    for person in spared.world.persons.values():
        person.phone = None
    assert next_due(spared.world) == 1_300_000


def test_after_an_untimed_event_the_next_moment_is_the_one_it_was() -> None:
    town = with_injects()
    before = next_due(town.world)
    town.wait(5)
    town.do(PostMessage(room="1/line3", text="x"), town.player("1/yuting"))
    town.do(MarkHere(seat=1, here=True), By("server", "server"))
    assert {"message.posted", "seat.marked"} == UNTIMED
    assert next_due(town.world) == before
