"""The teacher's hand: start, pause, resume, next phase, end."""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from goodpath_core.errors import Refused
from goodpath_core.play.control import (
    Allowed,
    EndSession,
    NextPhase,
    PauseWorld,
    PhaseBegan,
    ResumeWorld,
    SessionEnded,
    StartWorld,
    WorldPaused,
    WorldResumed,
    scenario_of,
)
from goodpath_core.play.debrief import DebriefBegan, ReasonsOpened, Reflect, SeatsRevealed
from goodpath_core.play.event import By, Command, Draft, Now
from goodpath_core.play.extension import ExtendPhase
from goodpath_core.play.messages import PostMessage, SetNotice
from goodpath_core.play.phase_now import Clock
from goodpath_core.play.places import PlaceChanged
from goodpath_core.play.registry import decide
from goodpath_core.play.seats import HandOver, MarkHere, Observe, TakePersona
from goodpath_core.play.state import World
from town import SERVER, TEACHER, lobby, one_phase, playing

STUDENT = By("student", "seat:1", 1, 1, "1/yuting")
EVENING = PhaseBegan(
    index=0,
    name="Evening",
    seconds=300,
    world_from=64_800,
    speed=8.0,
    ask="Make a page.",
    prompts=("Who?",),
    allow=Allowed(chat=True, page=True, visit=True, pictures=3, swaps=-1),
)


def moved(persona: str, place: str, rule: str) -> Draft:
    return Draft(PlaceChanged(persona=persona, place=place, rule=rule), "cell", 1, persona)


def test_the_world_starts_with_the_first_phase_and_everybody_in_a_place() -> None:
    town = lobby()
    assert town.do(StartWorld(), TEACHER) == [
        Draft(EVENING, "all"),
        moved("1/yuting", "phone", "free"),
        moved("1/chunmei", "phone", "free"),
        moved("1/ming", "phone", "free"),
    ]
    assert town.world.session.stage == "playing"
    assert town.world.clock == Clock(True, 1_000_000, 0, 64_800, 8.0, ends_ms=300_000)
    assert town.refused(StartWorld(), TEACHER) == "started"


@pytest.mark.parametrize("asked", [NextPhase, ResumeWorld, ExtendPhase])
def test_what_was_asked_of_a_phase_that_is_over_is_refused(
    asked: type[NextPhase] | type[ResumeWorld] | type[ExtendPhase],
) -> None:
    town = playing()
    town.do(NextPhase(phase=0), TEACHER)
    town.do(PauseWorld(), TEACHER)
    assert town.refused(asked(phase=0), TEACHER) == "other_phase"
    assert town.world.phase.index == 1
    town.do(asked(phase=1), TEACHER)
    while town.world.session.stage == "playing":
        town.do(NextPhase(), TEACHER)
    assert town.refused(asked(phase=1), TEACHER) == "other_phase"
    assert town.refused(asked(), TEACHER) == "not_playing"


def test_the_end_that_was_asked_for_while_playing_does_not_end_the_debrief() -> None:
    town = playing(one_phase())
    town.do(NextPhase(), TEACHER)
    assert town.refused(EndSession(stage="playing"), TEACHER) == "other_stage"
    assert town.do(EndSession(stage="debrief"), TEACHER) == [Draft(SessionEnded(), "all")]
    assert town.refused(EndSession(stage="debrief"), TEACHER) == "ended"


def test_the_next_phase_moves_everybody_to_its_places_at_its_world_time() -> None:
    town = playing()
    town.wait(100)
    drafts = town.do(NextPhase(), TEACHER)
    assert drafts[-3:] == [
        moved("1/yuting", "phone", "free"),
        moved("1/chunmei", "shift", "shift"),
        moved("1/ming", "room", "room"),
    ]
    began, first = town.events[-4:-2]
    assert (began.world_s, first.world_s) == (64_800 + 800, 86_400 + 64_800)
    assert town.world.persons["1/ming"].lived == {"phone": 800}
    assert town.world.persons["1/ming"].since == 86_400 + 64_800


def test_after_the_last_phase_the_debrief_begins() -> None:
    town = playing(one_phase())
    assert town.do(NextPhase(), TEACHER) == [
        Draft(
            DebriefBegan(questions=("Where did they live?",), step_out=("I made up ...", "I take off ...")),
            "all",
        ),
        Draft(ReasonsOpened(reasons=()), "cell", 1),
        Draft(
            SeatsRevealed(
                seats=((1, "1/yuting"), (2, "1/chunmei"), (3, "1/ming")), times=((64_800, 64_800),) * 3
            ),
            "cell",
            1,
        ),
    ]
    assert town.refused(NextPhase(), TEACHER) == "not_playing"


def test_a_pause_stops_the_clock_until_it_is_resumed() -> None:
    town = playing(one_phase())
    town.wait(10)
    assert town.do(PauseWorld(why="Look here."), TEACHER) == [Draft(WorldPaused(why="Look here."), "all")]
    assert town.world.session.paused == "Look here."
    assert town.refused(PauseWorld(), TEACHER) == "paused"
    town.wait(50)
    assert town.do(ResumeWorld(), TEACHER) == [Draft(WorldResumed(), "all")]
    assert town.events[-1].world_s == 64_880
    assert town.world.clock == Clock(True, 1_060_000, 10_000, 64_800, 8.0, ends_ms=300_000)
    assert town.refused(ResumeWorld(), TEACHER) == "running"


@pytest.mark.parametrize(
    ("why", "shown"),
    [
        ("", "The teacher has paused the world."),
        (" \u200b", "The teacher has paused the world."),
        ("\x1b[2Jstop\nnow", "\ufffd[2Jstop now"),
    ],
)
def test_why_the_world_is_paused_is_one_clean_line_and_never_empty(why: str, shown: str) -> None:
    town = playing(one_phase())
    assert town.do(PauseWorld(why=why), TEACHER) == [Draft(WorldPaused(why=shown), "all")]


def test_why_the_world_is_paused_is_bounded() -> None:
    assert PauseWorld(why="x" * 200)
    with pytest.raises(ValidationError):
        PauseWorld(why="x" * 1001)


def test_a_paused_phase_that_is_ended_goes_on_first() -> None:
    town = playing()
    town.do(PauseWorld(), TEACHER)
    drafts = town.do(NextPhase(), TEACHER)
    assert drafts[0] == Draft(WorldResumed(), "all")
    assert any(isinstance(draft.fact, PhaseBegan) for draft in drafts[1:])
    assert (town.world.session.paused, town.world.clock.running) == ("", True)


def test_a_new_phase_gives_back_the_exchanges_and_the_words_in_the_town() -> None:
    town = playing()
    town.world.pages["1/ming"].swaps = 1
    town.world.rooms["0/fair"].spoken["1/ming"] = 1
    town.world.armed["evening-6@1"] = 5
    town.do(NextPhase(), TEACHER)
    assert town.world.pages["1/ming"].swaps == 0
    assert town.world.rooms["0/fair"].spoken == {}
    assert town.world.armed == {}


@pytest.mark.parametrize("command", [PauseWorld(), NextPhase(), ResumeWorld()])
def test_a_world_that_is_not_played_cannot_be_held(command: Command) -> None:
    town = lobby()
    assert town.refused(command, TEACHER) == "not_started"
    town.do(EndSession(), TEACHER)
    assert town.refused(command, TEACHER) == "not_playing"


@pytest.mark.parametrize("command", [NextPhase(phase=0), ResumeWorld(phase=0), ExtendPhase(phase=0)])
def test_before_the_start_no_phase_is_said_to_be_over(command: Command) -> None:
    with pytest.raises(Refused, match="has not started yet"):
        decide(lobby().world, command, TEACHER, Now(0))


def test_the_end_stops_everything_even_from_a_pause() -> None:
    town = playing(one_phase())
    town.wait(10)
    town.do(PauseWorld(), TEACHER)
    assert town.do(EndSession(), TEACHER) == [Draft(SessionEnded(), "all")]
    assert (town.world.session.stage, town.world.clock.running) == ("ended", False)
    assert town.world.session.paused == "", "what is over is not paused"
    assert town.world.persons["1/ming"].lived == {"phone": 80}
    assert town.refused(EndSession(), TEACHER) == "ended"
    assert town.refused(ResumeWorld(), TEACHER) == "not_playing"


def test_it_is_known_with_which_event_a_phase_began_and_since_which_the_world_stands_still() -> None:
    town = playing()
    began = next(event.seq for event in town.events if isinstance(event.fact, PhaseBegan))
    assert (town.world.phase.seq, town.world.session.still_since) == (began, 0)
    town.do(PauseWorld(), TEACHER)
    assert (town.world.phase.seq, town.world.session.still_since) == (began, town.world.seq)
    town.do(NextPhase(), TEACHER)
    second = [event.seq for event in town.events if isinstance(event.fact, PhaseBegan)][-1]
    assert town.world.phase.seq == second > began
    town.do(NextPhase(), TEACHER)
    debrief = next(event.seq for event in town.events if isinstance(event.fact, DebriefBegan))
    assert town.world.session.still_since == debrief
    town.do(EndSession(), TEACHER)
    assert town.world.session.still_since == debrief


def test_it_is_known_with_which_event_play_began_also_in_later_phases() -> None:
    town = lobby()
    assert town.world.session.started == 0
    town.do(StartWorld(), TEACHER)
    began = next(event.seq for event in town.events if isinstance(event.fact, PhaseBegan))
    assert town.world.session.started == began
    town.do(NextPhase(), TEACHER)
    assert town.world.session.started == began


def test_a_world_that_ends_before_it_began_stands_still_since_its_end() -> None:
    town = lobby()
    town.do(EndSession(), TEACHER)
    assert town.world.session.still_since == town.world.seq


@pytest.mark.parametrize("paused", [False, True])
def test_a_world_that_ends_stands_still_since_its_end_or_since_its_pause(paused: bool) -> None:
    town = playing(one_phase())
    if paused:
        town.do(PauseWorld(), TEACHER)
    stood = town.world.seq + (not paused)
    town.do(EndSession(), TEACHER)
    assert town.world.session.still_since == stood


def test_only_a_world_with_a_scenario_can_go_on() -> None:
    world = replace(lobby().world, scenario=None)
    with pytest.raises(Refused) as no:
        scenario_of(world)
    assert no.value.code == "no_scenario"
    assert World().scenario is None


AFTER_THE_END: tuple[tuple[Command, By], ...] = (
    (TakePersona(), STUDENT),
    (Observe(), STUDENT),
    (HandOver(persona="1/ming", seat=5), TEACHER),
    (SetNotice(room="1/line3", text="x"), TEACHER),
    (PostMessage(room="1/line3", text="x"), STUDENT),
    (Reflect(answers=("x",)), STUDENT),
    (EndSession(), TEACHER),
)


@pytest.mark.parametrize(("command", "by"), AFTER_THE_END)
def test_after_the_end_nothing_more_is_written(command: Command, by: By) -> None:
    town = playing()
    town.do(EndSession(), TEACHER)
    assert town.refused(command, by) in ("ended", "not_debrief")


def test_after_the_end_seats_still_come_and_go() -> None:
    town = playing()
    town.do(EndSession(), TEACHER)
    town.do(MarkHere(seat=1, here=True), SERVER)
    town.do(MarkHere(seat=1, here=False), SERVER)
    assert not town.world.seats[1].here
