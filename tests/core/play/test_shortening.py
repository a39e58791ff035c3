"""The teacher ends a phase: its last ten seconds begin, in which pages are saved."""

from dataclasses import replace

from goodpath_core.play.clock import seconds_left
from goodpath_core.play.control import NextPhase, PauseWorld, PhaseBegan, WorldResumed
from goodpath_core.play.debrief import DebriefBegan
from goodpath_core.play.event import Draft
from goodpath_core.play.extension import ExtendPhase
from goodpath_core.play.profile import EditPage
from goodpath_core.play.script import InjectSkipped
from goodpath_core.play.shortening import PhaseShortened, ShortenPhase, has_last_seconds
from goodpath_core.scenario.actions import Say
from goodpath_core.scenario.phases import Allow, Phase, Trigger
from goodpath_core.scenario.value import Rules
from town import TEACHER, Town, after, at, lobby, phase, playing, scenario

CLOSED = Allow(chat=True, page=False, visit=True, pictures=3, swaps=0)


def town_of(*phases: Phase) -> Town:
    return playing(replace(scenario(), phases=phases, rules=Rules(False, True, True)))


def test_a_phase_that_is_ended_goes_on_for_ten_seconds_in_which_pages_are_saved() -> None:
    town = town_of(phase("one"), phase("two"))
    town.wait(100.3)
    assert has_last_seconds(town.world, town.now)
    assert town.do(ShortenPhase(phase=0), TEACHER) == [Draft(PhaseShortened(seconds=190), "all")]
    assert seconds_left(town.world, town.wall_ms) == 10
    town.wait(9)
    assert town.tick() == []
    town.do(EditPage(nickname="Late"), town.player("1/yuting"))
    town.wait(1)
    began = town.tick()[0].fact
    assert isinstance(began, PhaseBegan) and began.name == "Two"
    assert town.world.phase.seconds == 300, "the next phase is as long as it was to be"


def test_after_the_last_phase_the_debrief_begins_as_ever() -> None:
    town = town_of(phase("one"))
    town.do(ShortenPhase(), TEACHER)
    town.wait(10)
    assert isinstance(town.tick()[0].fact, DebriefBegan)


def test_a_paused_world_goes_on_for_the_last_seconds() -> None:
    town = town_of(phase("one"), phase("two"))
    town.do(PauseWorld(), TEACHER)
    assert [draft.fact for draft in town.do(ShortenPhase(), TEACHER)] == [
        WorldResumed(),
        PhaseShortened(seconds=290),
    ]
    town.wait(10)
    assert isinstance(town.tick()[0].fact, PhaseBegan)


def test_what_ends_within_ten_seconds_is_not_ended_later_and_can_still_be_ended_at_once() -> None:
    town = town_of(phase("one"), phase("two"))
    town.wait(290)
    assert not has_last_seconds(town.world, town.now)
    assert town.refused(ShortenPhase(), TEACHER) == "ends_soon"
    town.do(NextPhase(phase=0), TEACHER)
    assert town.world.phase.index == 1


def test_a_phase_in_which_no_page_can_be_changed_has_no_such_seconds() -> None:
    town = town_of(phase("one", allow=CLOSED))
    assert not has_last_seconds(town.world, town.now)
    assert town.refused(ShortenPhase(), TEACHER) == "nothing_to_save"


def test_a_phase_that_was_ended_can_be_given_a_minute_again() -> None:
    town = town_of(phase("one"), phase("two"))
    town.do(ShortenPhase(), TEACHER)
    town.do(ExtendPhase(), TEACHER)
    assert seconds_left(town.world, town.wall_ms) == 70


def test_what_the_script_had_still_to_do_at_a_time_of_the_phase_is_told_as_left_out() -> None:
    injects = (
        at("soon", 20, Say("line3", "zhou", "Come.")),
        at("later", 200, Say("line3", "zhou", "Home.")),
        after("once", Trigger("post", "yuting"), 0, Say("line3", "zhou", "Nice.")),
    )
    for command, seconds in ((NextPhase(), 30), (ShortenPhase(), 30)):
        town = town_of(phase("one", injects), phase("two"))
        town.wait(seconds)
        town.tick()
        drafts = town.do(command, TEACHER)
        skipped = [draft for draft in drafts if isinstance(draft.fact, InjectSkipped)]
        assert skipped == [Draft(InjectSkipped(inject="later"), "teacher", 1)]
        assert drafts.index(skipped[0]) == 0, "before the end of the phase it was to happen in"


def test_only_the_phase_that_is_played_is_ended_and_only_by_the_teacher() -> None:
    assert lobby().refused(ShortenPhase(), TEACHER) == "not_started"
    town = town_of(phase("one"), phase("two"))
    assert town.refused(ShortenPhase(), town.seat(1)) == "not_allowed"
    town.do(NextPhase(), TEACHER)
    assert town.refused(ShortenPhase(phase=0), TEACHER) == "other_phase"
