"""Voices that nobody plays: the narrator and the NPCs, spoken by the teacher."""

import pytest

from goodpath_core.play.control import EndSession, NextPhase
from goodpath_core.play.event import Draft
from goodpath_core.play.messages import MessagePosted, PostMessage
from goodpath_core.play.narration import Narrated, SpeakAsNarrator, SpeakAsNpc, told_to_all
from goodpath_core.play.sight import Viewer, visible
from goodpath_core.play.state import JournalLine
from town import TEACHER, Town, lobby, one_phase, playing


def quiet() -> Town:
    return playing(one_phase())


def test_the_narrator_tells_everybody() -> None:
    town = quiet()
    assert town.do(SpeakAsNarrator(text=" A bell.\x07 "), TEACHER) == [
        Draft(Narrated(text="A bell.\ufffd"), "all", 0, "narrator")
    ]
    seq = town.events[-1].seq
    assert town.world.journal == [JournalLine(seq, 64_800, (), "narrated", "narrator", "A bell.\ufffd")]


def test_the_narrator_tells_some() -> None:
    town = quiet()
    assert town.do(SpeakAsNarrator(text="A knock.", to=("1/ming", "1/yuting")), TEACHER) == [
        Draft(Narrated(text="A knock.", to=("1/ming", "1/yuting")), "people:1/ming,1/yuting", 0, "narrator")
    ]
    heard = [
        bool(visible(town.world, Viewer("student", 1, 1, f"1/{who}")).journal) for who in ("ming", "chunmei")
    ]
    assert heard == [True, False]


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (SpeakAsNarrator(text="A knock.", to=("1/ming", "1/nobody")), "no_such_persona"),
        (SpeakAsNarrator(text="\u200b"), "empty"),
        (SpeakAsNpc(npc="nobody", room="1/line3", text="x"), "no_such_npc"),
        (SpeakAsNpc(npc="lele", room="1/nowhere", text="x"), "no_such_room"),
        (SpeakAsNpc(npc="lele", room="private:1/nobody+npc:lele", text="x"), "no_such_room"),
        (SpeakAsNpc(npc="lele", room="private:npc:lele+1/yuting", text="x"), "no_such_room"),
        (SpeakAsNpc(npc="lele", room="private:npc:lele+npc:zhou", text="x"), "no_such_room"),
        (SpeakAsNpc(npc="lele", room="private:1/yuting+npc:lelele", text="x"), "no_such_room"),
        (SpeakAsNpc(npc="lele", room="private:1/ming+1/yuting", text="x"), "not_your_chat"),
        (SpeakAsNpc(npc="lele", room="1/line3", text=" "), "empty"),
    ],
)
def test_what_cannot_be_said_is_refused(command: SpeakAsNarrator | SpeakAsNpc, code: str) -> None:
    town = quiet()
    town.do(PostMessage(room="private:1/ming+1/yuting", text="psst"), town.player("1/ming"))
    assert town.refused(command, TEACHER) == code


@pytest.mark.parametrize(
    ("room", "audience", "cell"),
    [
        ("1/line3", "room", 1),
        ("0/fair", "room", 0),
        ("private:1/yuting+npc:lele", "people:1/yuting,npc:lele", 1),
    ],
)
def test_an_npc_says_a_line(room: str, audience: str, cell: int) -> None:
    town = quiet()
    for text in ("hello", "again"):
        assert town.do(SpeakAsNpc(npc="lele", room=room, text=text), TEACHER) == [
            Draft(MessagePosted(text=text), audience, cell, "npc:lele", room)
        ]
    assert [line.text for line in town.world.rooms[room].messages[-2:]] == ["hello", "again"]
    assert town.events[-1].author == "teacher"


def test_voices_speak_in_the_debrief_too_but_not_before_the_start_nor_after_the_end() -> None:
    town = lobby(one_phase())
    line, told = SpeakAsNpc(npc="lele", room="1/line3", text="x"), SpeakAsNarrator(text="x")
    assert [town.refused(c, TEACHER) for c in (line, told)] == ["not_started"] * 2
    town = quiet()
    town.do(NextPhase(), TEACHER)
    assert town.do(told, TEACHER)
    town.do(EndSession(), TEACHER)
    assert [town.refused(c, TEACHER) for c in (line, told)] == ["ended"] * 2


@pytest.mark.parametrize(
    ("to", "all_of_them"),
    [
        ((), True),
        (("1/yuting", "1/chunmei", "1/ming"), True),
        (("2/ming", "2/yuting", "2/chunmei"), True),
        (("1/yuting", "1/chunmei"), False),
        (("1/yuting", "1/chunmei", "2/ming"), False),
    ],
    ids=["nobody by name", "a whole cell", "the other cell", "two of three", "two of three and a stranger"],
)
def test_whoever_names_a_whole_cell_tells_everybody(to: tuple[str, ...], all_of_them: bool) -> None:
    assert told_to_all(Town(2, one_phase()).world, to) == all_of_them
