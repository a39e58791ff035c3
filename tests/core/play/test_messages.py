"""Lines in rooms: who may say what where, and what becomes of it."""

from dataclasses import replace

import pytest

from goodpath_core.errors import Refused
from goodpath_core.play.bounds import WINDOW
from goodpath_core.play.control import NextPhase, PauseWorld, ResumeWorld, StartWorld
from goodpath_core.play.event import Command, Draft
from goodpath_core.play.messages import (
    HideMessage,
    MessageHidden,
    MessagePosted,
    MessageTakenBack,
    NoticeSet,
    PostMessage,
    SetNotice,
    TakeBackMessage,
    ends_of,
    private_room,
    wordless,
)
from goodpath_core.play.narration import SpeakAsNpc
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.registry import decide
from goodpath_core.play.safety import AsideSpoken, SpeakAside
from goodpath_core.play.state import Message
from goodpath_core.scenario.phases import Allow
from goodpath_core.scenario.value import Rules
from town import OPEN, TEACHER, Town, lobby, one_phase, playing

PRIVATE = "private:1/chunmei+1/yuting"


def quiet() -> Town:
    """One phase without injects."""
    return playing(one_phase())


def last_line(town: Town, room: str) -> Message:
    return town.world.rooms[room].messages[-1]


ACCEPTED = [
    (
        "a line in a group",
        PostMessage(room="1/line3", text="hello"),
        Draft(MessagePosted(text="hello"), "room", 1, "1/yuting", "1/line3"),
    ),
    (
        "a line in the town's group belongs to no cell",
        PostMessage(room="0/fair", text="hello"),
        Draft(MessagePosted(text="hello"), "room", 0, "1/yuting", "0/fair"),
    ),
    (
        "the first line of a private chat",
        PostMessage(room=PRIVATE, text="psst"),
        Draft(MessagePosted(text="psst"), "people:1/chunmei,1/yuting", 1, "1/yuting", PRIVATE),
    ),
    (
        "the text is cleaned",
        PostMessage(room="1/line3", text="a\x1b[2Jb\n"),
        Draft(MessagePosted(text="a\ufffd[2Jb"), "room", 1, "1/yuting", "1/line3"),
    ),
    (
        "mentions of people who are not in the room are left out",
        PostMessage(room="1/line3", text="@", mentions=("1/ming", "1/chunmei", "2/ming", "x")),
        Draft(MessagePosted(text="@", mentions=("1/ming",)), "room", 1, "1/yuting", "1/line3"),
    ),
    (
        "an answer",
        PostMessage(room="1/kitchen", text="soon", reply_to=12),
        Draft(MessagePosted(text="soon", reply_to=12), "room", 1, "1/yuting", "1/kitchen"),
    ),
]


@pytest.mark.parametrize(("command", "draft"), [c[1:] for c in ACCEPTED], ids=[c[0] for c in ACCEPTED])
def test_a_line_is_said(command: PostMessage, draft: Draft) -> None:
    town = quiet()
    assert town.do(command, town.player("1/yuting")) == [draft]
    fact = draft.fact
    assert isinstance(fact, MessagePosted)
    seq = town.events[-1].seq
    line = Message(seq, 64_800, "1/yuting", fact.text, "line", fact.reply_to, fact.mentions, played_ms=0)
    assert last_line(town, command.room) == line


REFUSED = [
    ("a group of others", "1/kitchen", "1/ming", "no_such_room"),
    ("a group that does not exist", "1/nowhere", "1/ming", "no_such_room"),
    ("another cell's group", "2/line3", "1/ming", "no_such_room"),
    ("a private chat of others", PRIVATE, "1/ming", "no_such_room"),
    ("a private chat written the other way round", "private:1/yuting+1/chunmei", "1/yuting", "no_such_room"),
    ("a private chat of three", "private:1/chunmei+1/ming+1/yuting", "1/yuting", "no_such_room"),
    ("a private chat with oneself", "private:1/yuting+1/yuting", "1/yuting", "no_such_room"),
    ("a private chat with nobody", "private:1/nobody+1/yuting", "1/yuting", "no_such_room"),
    ("a private chat without an end", "private:1/yuting", "1/yuting", "no_such_room"),
    ("a private chat across cells", "private:1/yuting+2/yuting", "1/yuting", "no_such_room"),
    ("an NPC who has not written yet", "private:1/yuting+npc:lele", "1/yuting", "no_such_room"),
]


@pytest.mark.parametrize(("room", "persona", "code"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED])
def test_a_room_one_is_not_in_answers_as_one_that_does_not_exist(room: str, persona: str, code: str) -> None:
    town = quiet()
    by = town.player(persona)
    commands: list[Command] = [
        PostMessage(room=room, text="hello"),
        TakeBackMessage(room=room, message=12),
        SetNotice(room=room, text="hello"),
        SpeakAside(room=room, text="hello"),
    ]
    assert [town.refused(command, by) for command in commands] == [code] * 4


def test_an_npc_who_wrote_privately_can_be_answered() -> None:
    town = quiet()
    room = private_room("1/yuting", "npc:lele")
    town.do(SpeakAsNpc(npc="lele", room=room, text="hello"), TEACHER)
    assert town.do(PostMessage(room=room, text="who are you?"), town.player("1/yuting")) == [
        Draft(MessagePosted(text="who are you?"), "people:1/yuting,npc:lele", 1, "1/yuting", room)
    ]


@pytest.mark.parametrize("text", [" ", "\n\n", "\u200b", "\u202e \u2066"])
def test_a_line_needs_something_to_read(text: str) -> None:
    town = quiet()
    assert town.refused(PostMessage(room="1/line3", text=text), town.player("1/yuting")) == "empty"


@pytest.mark.parametrize("sign", ["x", "\U0001f600"], ids=["ASCII", "four bytes"])
def test_a_line_has_at_most_four_thousand_characters(sign: str) -> None:
    town = quiet()
    for length in (3999, 4000):
        town.do(PostMessage(room="1/line3", text=sign * length), town.player("1/yuting"))
        assert last_line(town, "1/line3").text == sign * length
    over = PostMessage(room="1/line3", text=sign * 4001)
    assert town.refused(over, town.player("1/yuting")) == "too_long"


def test_an_answer_needs_a_line_that_is_there() -> None:
    town = quiet()
    by = town.player("1/yuting")
    assert town.refused(PostMessage(room="1/line3", text="?", reply_to=12), by) == "no_such_message"
    assert town.refused(PostMessage(room=PRIVATE, text="?", reply_to=12), by) == "no_such_message"


def test_chat_needs_a_phone_in_the_hand_a_phase_that_permits_it_and_a_world_that_runs() -> None:
    town = lobby(one_phase(Allow(False, True, True, 0, 0)))
    line, by = PostMessage(room="1/line3", text="hello"), town.player("1/yuting")
    assert town.refused(line, by) == "not_started"
    assert town.refused(line, town.seat(5)) == "no_persona"
    town.do(StartWorld(), TEACHER)
    assert town.refused(line, by) == "chat_closed"
    town.do(PutPhoneDown(), by)
    assert town.refused(line, by) == "phone_down"


def test_a_line_costs_a_kilobyte_and_money_when_the_data_is_gone() -> None:
    town = quiet()
    by, phone = town.player("1/yuting"), town.world.persons["1/yuting"].phone
    assert phone is not None
    before = (phone.data_kb, phone.balance_yuan)
    town.do(PostMessage(room="1/line3", text="hello"), by)
    assert (phone.data_kb, phone.balance_yuan) == (before[0] - 1, before[1])
    phone.data_kb = 0
    town.do(PostMessage(room="1/line3", text="hello"), by)
    assert (phone.data_kb, phone.balance_yuan) == (0, 9.999)
    phone.balance_yuan = 0.0005
    assert town.refused(PostMessage(room="1/line3", text="hello"), by) == "no_credit"


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        (Rules(True, True, False), "no_credit"),
        (Rules(True, False, True), None),
        (Rules(True, False, False), None),
    ],
    ids=["no money in play", "no data in play", "neither in play"],
)
def test_what_a_scenario_does_not_count_does_not_stop_a_line(rules: Rules, code: str | None) -> None:
    town = playing(replace(one_phase(OPEN), rules=rules))
    by, phone = town.player("1/yuting"), town.world.persons["1/yuting"].phone
    assert phone is not None
    phone.data_kb = 0
    command = PostMessage(room="1/line3", text="hello")
    if code:
        assert town.refused(command, by) == code
    else:
        assert town.do(command, by)


def test_the_teacher_removes_a_line_that_has_left_the_window_and_no_number_that_never_was_in_it() -> None:
    town = quiet()
    by = town.player("1/yuting")
    first = town.world.seq + 1
    for number in range(WINDOW + 5):
        town.do(PostMessage(room="1/line3", text=f"{number}"), by)
    drafts = town.do(HideMessage(room="1/line3", message=first), TEACHER)
    assert [(draft.fact, draft.audience) for draft in drafts] == [(MessageHidden(message=first), "room")]
    phone = next(event.seq for event in town.events if event.fact.kind == "phone.given")
    for number in (first, phone, 0, -1, town.world.seq + 1):
        assert town.refused(HideMessage(room="1/line3", message=number), TEACHER) == "no_such_message"
    assert town.refused(HideMessage(room="1/kitchen", message=first), TEACHER) == "no_such_message"
    assert town.refused(HideMessage(room="nowhere", message=first), TEACHER) == "no_such_message"


def test_a_notice_that_is_removed_after_it_has_left_the_window_stands_no_longer() -> None:
    town = quiet()
    town.do(SetNotice(room="1/line3", text="secret"), TEACHER)
    notice = town.world.seq
    for number in range(WINDOW):
        town.do(PostMessage(room="1/line3", text=f"{number}"), town.player("1/yuting"))
    town.do(HideMessage(room="1/line3", message=notice), TEACHER)
    assert town.world.rooms["1/line3"].notice == ""


def test_the_oldest_lines_leave_the_window_and_cannot_be_answered_any_more() -> None:
    town = quiet()
    by = town.player("1/yuting")
    town.do(PostMessage(room="1/line3", text="first"), by)
    first = town.events[-1].seq
    for number in range(WINDOW - 1):
        town.do(PostMessage(room="1/line3", text=f"{number}"), by)
    assert town.world.rooms["1/line3"].messages[0].seq == first
    town.do(PostMessage(room="1/line3", text="one more"), by)
    assert len(town.world.rooms["1/line3"].messages) == WINDOW
    assert town.refused(PostMessage(room="1/line3", text="?", reply_to=first), by) == "no_such_message"


@pytest.mark.parametrize(
    ("room", "audience", "cell"),
    [("1/line3", "room", 1), ("0/fair", "room", 0), (PRIVATE, "people:1/chunmei,1/yuting", 1)],
)
def test_an_own_line_is_taken_back_and_leaves_its_place(room: str, audience: str, cell: int) -> None:
    town = quiet()
    by = town.player("1/yuting")
    town.do(PostMessage(room=room, text="oops"), by)
    seq = town.events[-1].seq
    assert town.do(TakeBackMessage(room=room, message=seq), by) == [
        Draft(MessageTakenBack(message=seq), audience, cell, "1/yuting", room)
    ]
    assert last_line(town, room) == Message(seq, 64_800, "1/yuting", "", gone="taken back", played_ms=0)
    assert town.refused(TakeBackMessage(room=room, message=seq), by) == "no_such_message"


def test_only_own_lines_go_back_and_only_for_two_minutes() -> None:
    town = quiet()
    by = town.player("1/yuting")
    town.do(PostMessage(room="1/line3", text="oops"), by)
    command = TakeBackMessage(room="1/line3", message=town.events[-1].seq)
    assert town.refused(command, town.player("1/ming")) == "not_yours"
    town.wait(120)
    drafts = [command, TakeBackMessage(room="1/line3", message=1)]
    assert town.refused(drafts[1], by) == "no_such_message"
    town.wait(1)
    assert town.refused(command, by) == "too_late"
    town.wait(-1)
    assert town.do(command, by)


def test_the_two_minutes_are_minutes_of_play_over_phases_and_without_pauses() -> None:
    town = playing()
    by = town.player("1/yuting")
    town.wait(290)
    town.do(PostMessage(room="1/line3", text="oops"), by)
    command = TakeBackMessage(room="1/line3", message=last_line(town, "1/line3").seq)
    town.do(NextPhase(), TEACHER)  # the next day, at another speed
    town.wait(10)
    town.do(PauseWorld(), TEACHER)
    town.wait(1_000)
    town.do(ResumeWorld(), TEACHER)
    town.wait(110.001)
    assert town.refused(command, by) == "too_late"
    town.wait(-0.001)
    assert town.do(command, by)


def test_what_was_said_before_play_cannot_be_taken_back() -> None:
    town = playing()
    (line,) = town.world.rooms["0/fair"].messages
    assert town.refused(TakeBackMessage(room="0/fair", message=line.seq), town.player("1/ming")) == "too_late"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (SetNotice(room="1/line3", text="Be early."), "A notice cannot be taken back"),
        (SpeakAside(room="1/line3", text="What is a skin?"), "What was said out of character stays"),
    ],
    ids=["a notice", "words out of character"],
)
def test_what_is_no_line_of_the_persona_stays_and_its_seat_alone_is_told_why(said: Command, why: str) -> None:
    town = quiet()
    by = town.player("1/yuting")
    town.do(said, by)
    command = TakeBackMessage(room="1/line3", message=town.events[-1].seq)
    with pytest.raises(Refused, match=why):
        decide(town.world, command, by, town.now)
    with pytest.raises(Refused, match="Only your own lines"):
        decide(town.world, command, town.player("1/ming"), town.now)


@pytest.mark.parametrize(
    ("room", "audience", "cell"),
    [("1/line3", "room", 1), ("0/fair", "room", 0), (PRIVATE, "people:1/chunmei,1/yuting", 1)],
)
def test_the_teacher_hides_a_line_everywhere(room: str, audience: str, cell: int) -> None:
    town = quiet()
    town.do(PostMessage(room=room, text="rude"), town.player("1/yuting"))
    seq = town.events[-1].seq
    assert town.do(HideMessage(room=room, message=seq), TEACHER) == [
        Draft(MessageHidden(message=seq), audience, cell, "", room)
    ]
    assert last_line(town, room) == Message(seq, 64_800, "1/yuting", "", gone="hidden", played_ms=0)
    assert town.refused(HideMessage(room=room, message=seq), TEACHER) == "no_such_message"
    assert town.refused(HideMessage(room="nowhere", message=seq), TEACHER) == "no_such_message"


def test_the_owner_and_the_teacher_set_a_groups_notice() -> None:
    town = quiet()
    by = town.player("1/yuting")
    assert town.do(SetNotice(room="1/line3", text="Be early.\x07"), by) == [
        Draft(NoticeSet(text="Be early.\ufffd"), "room", 1, "1/yuting", "1/line3")
    ]
    assert town.world.rooms["1/line3"].notice == "Be early.\ufffd"
    assert last_line(town, "1/line3").kind == "notice"
    assert town.do(SetNotice(room="0/fair", text=""), TEACHER) == [
        Draft(NoticeSet(text=""), "room", 0, "teacher", "0/fair")
    ]


def test_a_hidden_notice_leaves_the_board_too_but_an_older_one_hidden_leaves_the_newer() -> None:
    town = quiet()
    for text in ("rude", "Be early."):
        town.do(SetNotice(room="1/line3", text=text), TEACHER)
    rude, early = (event.seq for event in town.events[-2:])
    town.do(HideMessage(room="1/line3", message=rude), TEACHER)
    assert town.world.rooms["1/line3"].notice == "Be early."
    town.do(HideMessage(room="1/line3", message=early), TEACHER)
    assert town.world.rooms["1/line3"].notice == ""


def test_nothing_of_a_line_that_is_gone_can_be_read() -> None:
    town = quiet()
    by = town.player("1/yuting")
    town.do(PostMessage(room="1/line3", text="first"), by)
    first = town.events[-1].seq
    town.do(PostMessage(room="1/line3", text="oops", reply_to=first, mentions=("1/ming",)), by)
    line = town.events[-1]
    town.do(TakeBackMessage(room="1/line3", message=line.seq), by)
    assert last_line(town, "1/line3") == Message(
        line.seq, 64_800, "1/yuting", "", gone="taken back", played_ms=0
    )
    assert wordless(line.fact) == MessagePosted(text="")
    assert wordless(AsideSpoken(text="x", label="seat 1")) == AsideSpoken(text="", label="seat 1")


def test_a_notice_is_refused_to_members_in_private_chats_and_nowhere() -> None:
    town = quiet()
    town.do(PostMessage(room=PRIVATE, text="psst"), town.player("1/yuting"))
    assert town.refused(SetNotice(room="1/line3", text="x"), town.player("1/ming")) == "not_owner"
    assert town.refused(SetNotice(room=PRIVATE, text="x"), town.player("1/yuting")) == "no_such_room"
    assert town.refused(SetNotice(room=PRIVATE, text="x"), TEACHER) == "no_such_room"
    assert town.refused(SetNotice(room="nowhere", text="x"), TEACHER) == "no_such_room"


def test_an_owner_needs_the_phone_and_an_open_chat_to_set_a_notice() -> None:
    town = playing(one_phase(Allow(False, True, True, 0, 0)))
    by = town.player("1/yuting")
    assert town.refused(SetNotice(room="1/line3", text="x"), by) == "chat_closed"
    town.do(PutPhoneDown(), by)
    assert town.refused(SetNotice(room="1/line3", text="x"), by) == "phone_down"
    assert town.refused(SetNotice(room="1/line3", text="x"), town.seat(5)) == "no_persona"
    assert town.do(SetNotice(room="1/line3", text="x"), TEACHER)


@pytest.mark.parametrize(
    ("room", "ends"),
    [
        (PRIVATE, ("1/chunmei", "1/yuting")),
        ("private:1/yuting+npc:lele", ("1/yuting", "npc:lele")),
        ("1/line3", ("", "")),
        ("private:1/yuting", ("", "")),
        ("1/a+1/b", ("", "")),
    ],
)
def test_the_ends_of_a_private_chat_are_in_its_name(room: str, ends: tuple[str, str]) -> None:
    assert ends_of(room) == ends
