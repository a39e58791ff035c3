"""The debrief: play is over, reasons and roles are opened, everybody steps out."""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from goodpath_core.play.albums import WHOLE, ArrangeAlbum, GiveReason
from goodpath_core.play.control import NextPhase, PauseWorld, StartWorld
from goodpath_core.play.debrief import (
    REASONS_IN_ONE,
    TURNS_IN_ONE,
    DebriefBegan,
    ReasonsOpened,
    Reflect,
    ReflectionWritten,
    SeatsRevealed,
    open_debrief,
)
from goodpath_core.play.event import Draft
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.registry import stamp
from goodpath_core.play.sight import Viewer, visible
from goodpath_core.play.state import Album, Reflection, Revealed, Turn
from goodpath_core.wire.codec import event_blob
from goodpath_core.wire.limits import NEWS_BYTES
from town import TEACHER, Town, one_phase, playing


def debriefed() -> Town:
    town = playing(one_phase())
    town.do(ArrangeAlbum(cards=("lamp",)), town.player("1/yuting"))
    town.do(GiveReason(card="lamp", text="My home."), town.player("1/yuting"))
    town.wait(10)
    town.do(NextPhase(), TEACHER)
    return town


def test_reasons_open_for_the_cell_and_roles_are_put_down() -> None:
    town = debriefed()
    assert town.world.session.stage == "debrief"
    assert (town.world.clock.running, town.world.persons["1/ming"].lived) == (False, {"phone": 80})
    facts = [event.fact for event in town.events]
    assert ReasonsOpened(reasons=(("1/yuting", "lamp", "My home."),)) in facts
    assert town.world.revealed == {
        persona: [Revealed(seat, 64_800, 64_880)]
        for seat, persona in enumerate(("1/yuting", "1/chunmei", "1/ming"), 1)
    }
    assert visible(town.world, Viewer("student", 3, 1, "1/ming")).pages["1/yuting"].reasons == {
        "lamp": "My home."
    }


def test_the_reason_for_a_picture_that_was_put_away_is_put_away_too() -> None:
    town = playing(one_phase())
    yuting = town.player("1/yuting")
    town.do(ArrangeAlbum(cards=("lamp", "neon")), yuting)
    town.do(GiveReason(card="lamp", text="My home."), yuting)
    town.do(GiveReason(card="neon", text="Not for others."), yuting)
    town.do(ArrangeAlbum(cards=("lamp",)), yuting)
    town.do(NextPhase(), TEACHER)
    assert town.world.pages["1/yuting"].reasons == {"lamp": "My home."}
    for viewer in (Viewer("student", 1, 1, "1/yuting"), Viewer("student", 3, 1, "1/ming"), Viewer("teacher")):
        assert visible(town.world, viewer).pages["1/yuting"].reasons == {"lamp": "My home."}


def test_the_reason_for_a_picture_in_a_closed_album_stays_with_its_owner() -> None:
    town = playing(one_phase())
    yuting = town.player("1/yuting")
    town.do(ArrangeAlbum(cards=("lamp", "bus")), yuting)
    town.do(ArrangeAlbum(album="own", cards=("neon", "bus"), visible_to="me"), yuting)
    for card, text in (("lamp", "My home."), ("neon", "Not for others."), ("bus", "Away."), (WHOLE, "So.")):
        town.do(GiveReason(card=card, text=text), yuting)
    town.do(NextPhase(), TEACHER)
    opened = {"lamp": "My home.", "bus": "Away.", WHOLE: "So."}
    facts = [event.fact for event in town.events if isinstance(event.fact, ReasonsOpened)]
    assert facts == [ReasonsOpened(reasons=tuple(("1/yuting", *reason) for reason in opened.items()))]
    for viewer in (Viewer("student", 3, 1, "1/ming"), Viewer("observer", 4, 1)):
        assert visible(town.world, viewer).pages["1/yuting"].reasons == opened
    for viewer in (Viewer("student", 1, 1, "1/yuting"), Viewer("teacher")):
        own = visible(town.world, viewer).pages["1/yuting"].reasons
        assert own == {**opened, "neon": "Not for others."}


def test_each_cell_opens_only_its_own() -> None:
    town = Town(2, one_phase())
    town.play("1/yuting", "2/ming")
    town.do(StartWorld(), TEACHER)
    town.world.pages["2/ming"].reasons["neon"] = "Cool."
    drafts = open_debrief(town.world, town.now)
    assert [(draft.cell, draft.fact.kind) for draft in drafts] == [
        (0, "debrief.began"),
        (1, "reasons.opened"),
        (1, "seats.revealed"),
        (2, "reasons.opened"),
        (2, "seats.revealed"),
    ]
    for draft in drafts:
        town.apply(draft, "script")
    assert town.world.pages["1/yuting"].reasons_open
    assert visible(town.world, Viewer("observer", 9, 1)).revealed == {
        "1/yuting": [Revealed(1, 64_800, 64_800)]
    }


def test_as_many_reasons_as_there_may_be_still_fit_the_wire() -> None:
    town = playing(one_phase())
    long = {f"{number:064d}": "\U0001f600" * 140 for number in range(REASONS_IN_ONE + 1)}
    town.world.pages["1/yuting"].reasons.update(long)
    town.world.pages["1/ming"].reasons.update(long)
    for page in ("1/yuting", "1/ming"):
        town.world.pages[page].albums["main"] = Album("All", tuple(long), "all")
    drafts = open_debrief(town.world, town.now)
    opened = [draft for draft in drafts if isinstance(draft.fact, ReasonsOpened)]
    assert len(opened) == 3
    for draft in opened:
        assert len(event_blob(stamp(town.world, draft, "script", town.now))) <= NEWS_BYTES
        town.apply(draft, "script")
    assert town.world.pages["1/ming"].reasons == long


def test_phones_are_dark() -> None:
    town = debriefed()
    by = town.player("1/yuting")
    for command in (PublishPost(text="x"), PostMessage(room="1/line3", text="x")):
        assert town.refused(command, by) == "debrief"
    assert town.refused(PauseWorld(), TEACHER) == "not_playing"


def test_there_is_one_answer_for_each_sentence_and_no_more() -> None:
    town = debriefed()
    by = town.player("1/yuting")
    assert len(town.world.session.step_out) == 2
    assert town.refused(Reflect(answers=("a", "b", "c")), by) == "too_many_answers"
    town.do(Reflect(answers=("a", "b")), by)
    town.do(Reflect(answers=("a",)), by)


def test_without_a_scenario_the_debrief_asks_nothing() -> None:
    town = playing(one_phase())
    assert open_debrief(replace(town.world, scenario=None), town.now)[0] == Draft(DebriefBegan(), "all")


def test_stepping_out_is_written_for_oneself_and_the_reviewer() -> None:
    town = debriefed()
    by = town.player("1/yuting")
    assert town.do(Reflect(answers=(" I made up \x07 ", "")), by) == [
        Draft(ReflectionWritten(answers=("I made up \ufffd", ""), seat=1), "seat:1", 1, "1/yuting")
    ]
    seq = town.events[-1].seq
    assert town.world.reflections == [Reflection(seq, "1/yuting", ("I made up \ufffd", ""), 1)]
    for viewer, count in ((Viewer("student", 1, 1, "1/yuting"), 1), (Viewer("observer", 4, 1), 0)):
        assert len(visible(town.world, viewer).reflections) == count


def test_a_reflection_needs_words_a_role_and_the_debrief() -> None:
    town = debriefed()
    assert town.refused(Reflect(answers=(" ", "\u200b")), town.player("1/yuting")) == "empty"
    assert town.refused(Reflect(answers=("x",)), town.seat(5)) == "no_role"
    assert town.refused(Reflect(answers=("x",)), town.seat(4)) == "no_role"
    town = playing(one_phase())
    assert town.refused(Reflect(answers=("x",)), town.player("1/yuting")) == "not_debrief"
    for answers in ((), ("x",) * 9, ("x" * 2001,)):
        with pytest.raises(ValidationError):
            Reflect(answers=answers)


def test_as_many_turns_as_there_may_be_still_fit_the_wire() -> None:
    town = playing(one_phase())
    long = f"1/{'k' * 64}"
    for number in (1, 2, 3):
        town.world.seats[number].turns = [Turn(long, 10**6, 10**6 + 1)] * TURNS_IN_ONE
    drafts = [draft for draft in open_debrief(town.world, town.now) if isinstance(draft.fact, SeatsRevealed)]
    assert len(drafts) == 3
    for draft in drafts:
        assert len(event_blob(stamp(town.world, draft, "script", town.now))) <= NEWS_BYTES
        town.apply(draft, "script")
    assert len(town.world.revealed[long]) == 3 * TURNS_IN_ONE
