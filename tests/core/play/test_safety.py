"""The stop signal and words out of character."""

import pytest

from goodpath_core.play.control import EndSession, PauseWorld
from goodpath_core.play.event import Draft
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.narration import SpeakAsNarrator, SpeakAsNpc
from goodpath_core.play.safety import (
    AnswerStop,
    AsideSpoken,
    SignalStop,
    SpeakAside,
    StopAnswered,
    StopSignalled,
)
from goodpath_core.play.sight import Viewer, scope_of, sees
from town import TEACHER, Town, lobby, one_phase, playing

PRIVATE = "private:1/chunmei+1/yuting"


@pytest.mark.parametrize("seat", [1, 4, 5], ids=["a player", "an observer", "somebody without a persona"])
def test_the_stop_signal_reaches_the_teacher_and_nobody_else_at_any_time(seat: int) -> None:
    town = lobby()
    assert town.do(SignalStop(), town.seat(seat)) == [Draft(StopSignalled(seat=seat), f"seat:{seat}", 1)]
    scope = scope_of(town.events[-1])
    viewers = [Viewer("student", n, 1, p) for n, p in ((1, "1/yuting"), (2, "1/chunmei"), (4, ""), (5, ""))]
    assert [viewer.seat for viewer in viewers if sees(town.world, viewer, scope)] == [seat]
    assert sees(town.world, Viewer("teacher"), scope)
    assert town.refused(SignalStop(), town.seat(seat)) == "stopped"
    assert town.do(AnswerStop(seat=seat), TEACHER) == [Draft(StopAnswered(seat=seat), f"seat:{seat}", 1)]
    assert town.do(SignalStop(), town.seat(seat))


@pytest.mark.parametrize("seat", [2, 99, 0])
def test_only_a_signal_that_was_given_is_answered(seat: int) -> None:
    town = lobby()
    town.do(SignalStop(), town.seat(1))
    assert town.refused(AnswerStop(seat=seat), TEACHER) == "no_signal"


def test_who_reads_on_after_the_end_can_still_call_the_teacher() -> None:
    town = quiet()
    town.do(EndSession(), TEACHER)
    assert town.do(SignalStop(), town.seat(1)) == [Draft(StopSignalled(seat=1), "seat:1", 1)]
    assert town.refused(SignalStop(), town.seat(1)) == "stopped"
    assert town.do(AnswerStop(seat=1), TEACHER) == [Draft(StopAnswered(seat=1), "seat:1", 1)]
    assert not town.world.seats[1].stopped_ms


def quiet() -> Town:
    return playing(one_phase())


def test_an_aside_shows_the_seat_and_not_the_persona() -> None:
    town = quiet()
    assert town.do(SpeakAside(room="1/line3", text=" all right?\x07 "), town.player("1/yuting")) == [
        Draft(AsideSpoken(text="all right?\ufffd", label="seat 1"), "room", 1, "", "1/line3")
    ]
    line = town.world.rooms["1/line3"].messages[-1]
    assert (line.kind, line.voice, line.text) == ("aside", "seat 1", "all right?\ufffd")


def test_the_teacher_speaks_aside_in_every_room() -> None:
    town = quiet()
    town.do(PostMessage(room=PRIVATE, text="psst"), town.player("1/yuting"))
    for room, audience, cell in (
        ("1/line3", "room", 1),
        ("0/fair", "room", 0),
        (PRIVATE, "people:1/chunmei,1/yuting", 1),
    ):
        assert town.do(SpeakAside(room=room, text="Stop this."), TEACHER) == [
            Draft(AsideSpoken(text="Stop this.", label="teacher"), audience, cell, "", room)
        ]


def test_while_the_world_is_paused_nobody_speaks_but_the_teacher_as_narrator_or_out_of_role() -> None:
    town = quiet()
    town.do(PauseWorld(), TEACHER)
    assert town.do(SpeakAside(room="1/line3", text="Listen."), TEACHER)
    assert town.do(SpeakAsNarrator(text="All is still."), TEACHER)
    assert town.refused(SpeakAsNpc(npc="lele", room="1/line3", text="x"), TEACHER) == "paused"
    assert town.refused(SpeakAside(room="1/line3", text="x"), town.player("1/yuting")) == "paused"


def test_an_aside_begins_a_private_chat_and_is_read_by_the_same_two_as_any_first_line() -> None:
    town = quiet()
    assert town.do(SpeakAside(room=PRIVATE, text="That hurt."), town.player("1/yuting")) == [
        Draft(AsideSpoken(text="That hurt.", label="seat 1"), "people:1/chunmei,1/yuting", 1, "", PRIVATE)
    ]
    room = town.world.rooms[PRIVATE]
    assert (room.kind, room.members) == ("private", ("1/chunmei", "1/yuting"))
    assert [(line.kind, line.voice, line.text) for line in room.messages] == [
        ("aside", "seat 1", "That hurt.")
    ]
    scope = scope_of(town.events[-1])
    players = [Viewer("student", n, 1, p) for n, p in enumerate(("1/yuting", "1/chunmei", "1/ming"), 1)]
    assert [viewer.persona for viewer in players if sees(town.world, viewer, scope)] == [
        "1/yuting",
        "1/chunmei",
    ]
    assert town.do(PostMessage(room=PRIVATE, text="Sorry."), town.player("1/chunmei"))


@pytest.mark.parametrize(
    "room",
    [
        "1/kitchen",
        "private:1/chunmei+1/yuting",
        "private:1/ming+1/ming",
        "private:1/ming+2/yuting",
        "private:1/ming+npc:lele",
        "private:1/ming+1/nobody",
    ],
    ids=["closed", "of others", "with oneself", "of another cell", "with an NPC", "with nobody"],
)
def test_an_aside_opens_no_chat_that_a_line_would_not(room: str) -> None:
    town = quiet()
    by = town.player("1/ming")
    assert town.refused(PostMessage(room=room, text="x"), by) == "no_such_room"
    assert town.refused(SpeakAside(room=room, text="x"), by) == "no_such_room"
    assert room not in town.world.rooms or room == "1/kitchen"


def test_an_aside_needs_words_and_of_the_teacher_a_room_that_was_begun() -> None:
    town = quiet()
    by = town.player("1/yuting")
    assert town.refused(SpeakAside(room="1/line3", text="\u200b"), by) == "empty"
    assert town.refused(SpeakAside(room=PRIVATE, text="\u200b"), by) == "empty"
    assert PRIVATE not in town.world.rooms
    assert town.refused(SpeakAside(room=PRIVATE, text="x"), TEACHER) == "no_such_room"
    town.do(EndSession(), TEACHER)
    assert town.refused(SpeakAside(room="1/line3", text="x"), by) == "ended"
