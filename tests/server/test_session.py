"""The one writer: decides, stores, and only then tells."""

import asyncio
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from goodpath_core.errors import LogError
from goodpath_core.play.clock import played_ms
from goodpath_core.play.control import EndSession, NextPhase, PauseWorld, ResumeWorld, StartWorld
from goodpath_core.play.event import Event
from goodpath_core.play.messages import HideMessage, MessageHidden, PostMessage
from goodpath_core.play.seats import HandOver, Observe
from goodpath_core.play.state import World
from goodpath_core.record import checked, event_of, fold
from goodpath_core.wire.frames import Do, Hello, RefusedFrame
from goodpath_core.wire.limits import BURST, PROTOCOL
from goodpath_server.clock import Clock
from goodpath_server.log.memory import MemoryLog
from goodpath_server.log.port import Entry, Log
from goodpath_server.log.sqlite import SqliteLog
from goodpath_server.session import Session
from hall import Guest, Hall, until
from town import TEACHER, one_phase, phase, scenario

HI = PostMessage(room="1/line3", text="hi")
LINE = {"kind": "post_message", "room": "1/line3", "text": "hi"}


class SlowDisk(MemoryLog):
    """A log that stores nothing until it is let go."""

    def __init__(self) -> None:
        super().__init__({"session": "s1"})
        self.gate = threading.Event()
        self.gate.set()
        self.batches: list[int] = []

    def append(self, entries: Sequence[Entry]) -> None:
        self.gate.wait(20)
        self.batches.append(len(entries))
        super().append(entries)


def lines_of(hall: Hall) -> list[str]:
    return [line.text for line in hall.session.stored.rooms["1/line3"].messages]


async def playing(hall: Hall, *personas: str) -> list[Guest]:
    guests = [await hall.student(persona) for persona in personas]
    await hall.start()
    return guests


async def test_nobody_hears_of_a_line_before_it_is_stored() -> None:
    disk = SlowDisk()
    hall = Hall(disk)
    one, other = await playing(hall, "1/yuting", "1/ming")
    disk.gate.clear()
    hall.session.take([(one.member, Do(id="a", command=LINE))])
    for _ in range(100):
        await asyncio.sleep(0)
    assert (one.done[1:], hall.session.stored.seq < hall.session.world.seq) == ([], True)
    disk.gate.set()
    await hall.settle()
    seq = hall.session.stored.seq
    assert one.done[-1] == ("a", seq)
    assert other.news[-1] == one.news[-1] == (seq, "message.posted")


async def test_what_one_turn_of_the_loop_has_read_is_one_commit() -> None:
    disk = SlowDisk()
    hall = Hall(disk)
    (one,) = await playing(hall, "1/yuting")
    stored = len(disk.batches)
    hall.session.take([(one.member, Do(id=f"a{number}", command=LINE)) for number in range(50)])
    await hall.settle()
    assert disk.batches[stored:] == [50]


async def test_the_same_id_again_is_one_line_with_one_number_at_any_time() -> None:
    hall = Hall()
    (one,) = await playing(hall, "1/yuting")
    for _ in range(10):
        hall.session.take([(one.member, Do(id="a", command=LINE))])
    await hall.settle()
    hall.session.take([(one.member, Do(id="a", command=LINE))])
    await hall.settle()
    assert lines_of(hall).count("hi") == 1
    assert [done for done in one.done if done[0] == "a"] == [("a", hall.session.stored.seq)] * 11


async def test_the_same_id_for_something_else_is_refused_and_changes_nothing() -> None:
    hall = Hall()
    (one,) = await playing(hall, "1/yuting")
    await hall.do(one, "a", HI)
    before = hall.session.stored.seq
    for number in range(100):
        await hall.do(one, "a", PostMessage(room="1/line3", text=f"hi {number}"))
    assert one.refusals == [("a", "id_reused")] * 100
    assert hall.session.stored.seq == before


async def test_a_refused_request_may_be_tried_again_with_the_same_id() -> None:
    hall = Hall()
    one = await hall.student("1/yuting")
    await hall.do(one, "a", HI)
    await hall.start()
    await hall.do(one, "a", HI)
    assert one.refusals == [("a", "not_started")]
    assert one.done[-1][0] == "a"


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ({"kind": "fly"}, "unknown_command"),
        ({}, "unknown_command"),
        ({"kind": 7}, "unknown_command"),
        ({**LINE, "text": "x" * 8001}, "bad_command"),
        ({**LINE, "text": ""}, "bad_command"),
        ({**LINE, "text": 7}, "bad_command"),
        ({**LINE, "room": "x" * 201}, "bad_command"),
        ({**LINE, "mentions": ("1/ming",) * 21}, "bad_command"),
        ({"kind": "edit_page", "nickname": "x" * 1001}, "bad_command"),
        ({"kind": "arrange_album", "cards": ("lamp",) * 25}, "bad_command"),
        ({"kind": "think", "text": "x" * 1001}, "bad_command"),
    ],
)
async def test_a_command_that_cannot_be_read_is_refused_by_its_id(
    command: dict[str, object], code: str
) -> None:
    hall = Hall()
    (one,) = await playing(hall, "1/yuting")
    hall.session.take([(one.member, Do(id="a", command=command))])
    assert one.refusals == [("a", code)]


async def test_who_is_too_fast_is_told_when_to_try_again_and_nothing_accepted_is_dropped() -> None:
    hall = Hall(free=False)
    (one,) = await playing(hall, "1/yuting")
    for number in range(100):
        hall.session.take([(one.member, Do(id=f"a{number}", command=LINE))])
    await hall.settle()
    refused = one.of(RefusedFrame)
    accepted = [done for done in one.done if done[0].startswith("a")]
    assert len(accepted) + len(refused) == 100
    # One of the burst went into taking the persona.
    assert len(accepted) == BURST - 1 == lines_of(hall).count("hi")
    assert {frame.code for frame in refused} == {"too_fast"}
    assert all(0 < (frame.retry_after or 0) <= 0.2 for frame in refused)


async def test_a_new_server_on_the_same_log_knows_everything_again() -> None:
    hall = Hall()
    (one,) = await playing(hall, "1/yuting")
    await hall.do(one, "a", HI)
    seq = hall.session.stored.seq
    again = Hall(hall.log)
    assert again.session.stored.rooms == hall.session.stored.rooms
    again.keys.add_many({"token": 1})
    back = await again.come(Hello(version=PROTOCOL, token="token"))
    await again.do(back, "a", HI)
    assert back.done == [("a", seq)]


async def test_a_new_server_marks_everybody_as_gone_until_they_come_back() -> None:
    hall = Hall()
    await playing(hall, "1/yuting", "1/ming")
    assert [seat.here for seat in hall.session.stored.seats.values()] == [True, True]
    again = Hall(hall.log)
    await again.settle()
    assert [seat.here for seat in again.session.stored.seats.values()] == [False, False]


def refolded(log: Log) -> World:
    """What whoever reads the log makes of it."""
    world = World()
    for record in checked(log.records(), log.meta()):
        fold(world, event_of(record))
    return world


async def test_a_world_stands_still_while_there_is_no_server(tmp_path: Path) -> None:
    """Three seconds of a phase of 300 were played, then nobody was there for an hour."""
    path = tmp_path / "a.goodpath"
    hall = Hall(SqliteLog.create(path, {"session": "s1"}, {}))
    (one,) = await playing(hall, "1/yuting")
    hall.clock.at_ms += 3_000
    await hall.do(one, "a", HI)
    broke_off = hall.clock.at_ms
    await hall.close()

    log = SqliteLog(path)
    again = Hall(log, at_ms=broke_off + 3_600_000)
    await again.settle()
    assert again.session.stored.session.stage == "playing"
    assert again.session.stored.phase.index == 0
    assert played_ms(again.session.stored.clock, again.clock.at_ms) == 3_000
    away = [event_of(record) for record in log.records() if record.kind == "server.returned"]
    assert [(event.author, event.world_s) for event in away] == [("server", 64_800 + 24)]
    assert refolded(log) == replace(again.session.stored, scenario=None)
    again.clock.at_ms += 296_999
    await again.settle()
    assert again.session.world.session.stage == "playing"
    again.clock.at_ms += 1
    await until(lambda: again.session.stored.session.stage == "debrief")
    assert again.session.stored.persons["1/yuting"].lived == {"phone": 300 * 8}
    assert refolded(log) == replace(again.session.stored, scenario=None)
    await again.close()


async def test_a_paused_world_is_still_paused_for_the_next_server() -> None:
    hall = Hall()
    await playing(hall, "1/yuting")
    hall.session.command(PauseWorld(why="Look."), TEACHER)
    await hall.settle()
    again = Hall(hall.log, at_ms=hall.clock.at_ms + 3_600_000)
    await again.settle()
    assert again.session.stored.session.paused == "Look."
    assert not again.session.stored.clock.running
    assert "server.returned" not in [record.kind for record in hall.log.records()]


async def test_a_world_that_was_running_comes_back_paused_where_that_is_wanted() -> None:
    """Three seconds of a phase of 300 were played, then nobody was there, and then the class came slowly."""
    hall = Hall()
    (one,) = await playing(hall, "1/yuting")
    hall.clock.at_ms += 3_000
    await hall.do(one, "a", HI)
    again = Hall(hall.log, at_ms=hall.clock.at_ms + 3_600_000, pauses=True)
    await again.settle()
    kinds = [record.kind for record in hall.log.records()]
    at = kinds.index("server.returned")
    assert kinds[at : at + 2] == ["server.returned", "world.paused"]
    again.clock.at_ms += 600_000
    await again.settle()
    assert again.session.stored.session.stage == "playing"
    assert played_ms(again.session.stored.clock, again.clock.at_ms) == 3_000
    again.session.command(ResumeWorld(), TEACHER)
    await again.settle()
    again.clock.at_ms += 5_000
    assert played_ms(again.session.stored.clock, again.clock.at_ms) == 8_000
    assert refolded(hall.log) == replace(again.session.stored, scenario=None)


async def test_a_machine_clock_that_was_set_back_does_not_stop_the_world() -> None:
    hall = Hall(at_ms=Clock().now_ms() + 3_600_000)
    await playing(hall, "1/yuting")
    last = list(hall.log.records())[-1].wall_ms
    clock = Clock()
    session = Session(hall.session.scenario, hall.log, clock, lambda: 0.0, hall.changes.append)
    session.open(())
    shown = session.now().wall_ms
    assert shown >= last
    await until(lambda: session.now().wall_ms > shown)
    assert played_ms(session.world.clock, session.now().wall_ms) > 0
    await session.close()


async def test_a_session_that_is_over_does_not_grow_by_being_taken_up_again(tmp_path: Path) -> None:
    path = tmp_path / "a.goodpath"
    hall = Hall(SqliteLog.create(path, {"session": "s1"}, {}))
    await playing(hall, "1/yuting", "1/ming")
    hall.session.command(EndSession(), TEACHER)
    await hall.close()
    assert [seat.here for seat in hall.session.stored.seats.values()] == [False, False]
    last = hall.session.stored.seq
    again = Hall(SqliteLog(path), at_ms=hall.clock.at_ms + 3_600_000)
    await again.settle()
    await again.close()
    assert again.session.stored.seq == last


async def test_a_server_that_stops_refuses_what_comes_and_stores_what_came() -> None:
    hall = Hall()
    (one,) = await playing(hall, "1/yuting")
    hall.session.take([(one.member, Do(id="a", command=LINE))])
    await hall.session.close()
    hall.session.take([(one.member, Do(id="b", command=LINE))])
    line, gone = list(hall.log.records())[-2:]
    assert (line.kind, gone.kind) == ("message.posted", "seat.marked")
    assert one.done[-1] == ("a", line.seq)
    assert one.refusals == [("b", "stopping")]


async def test_a_seat_that_changes_its_persona_sees_with_other_eyes_from_then_on() -> None:
    hall = Hall()
    one, other = await playing(hall, "1/yuting", "1/chunmei")
    await hall.do(other, "watch", Observe())
    teacher = await hall.teacher()
    await hall.do(teacher, "give", HandOver(persona="1/yuting", seat=2))
    await hall.do(teacher, "a", HideMessage(room="1/line3", message=1))
    before = len(one.news)
    await hall.do(other, "b", HI)
    assert other.done[-1][0] == "b"
    # The first holder watches now, and an observer of the cell reads its groups.
    assert one.news[before:] == [(hall.session.stored.seq, "message.posted")]
    assert (one.member.viewer.role, other.member.viewer.persona) == ("observer", "1/yuting")


async def test_the_script_goes_on_by_itself_when_its_time_has_come() -> None:
    hall = Hall(of=scenario())
    one = await hall.student("1/yuting")
    await hall.start()
    hall.session.command(NextPhase(), TEACHER)
    await hall.settle()
    hall.clock.at_ms += 3_600_000
    await until(lambda: hall.session.stored.session.stage == "debrief")
    assert "debrief.began" in [kind for _, kind in one.news]


class Copied(MemoryLog):
    """A log that knows what kinds of records it held each time it was settled."""

    def __init__(self) -> None:
        super().__init__({"session": "s1"})
        self.settled: list[set[str]] = []

    def settle(self) -> bool:
        self.settled.append({record.kind for record in self.records()})
        return True


async def test_when_the_class_is_over_the_log_is_settled_at_once() -> None:
    log = Copied()
    hall = Hall(log, of=scenario())
    await hall.start()
    while hall.session.stored.session.stage != "debrief":
        hall.session.command(NextPhase(), TEACHER)
        await hall.settle()
    hall.session.command(EndSession(), TEACHER)
    await hall.settle()
    await hall.close()
    debrief, end = log.settled[-2:]
    assert "debrief.began" in debrief and "session.ended" in end - debrief


async def test_what_no_frame_could_carry_is_refused_before_it_happens() -> None:
    """Stored, it would be sent again and again to everybody who comes back, and close their connection."""
    hall = Hall(of=replace(one_phase(), phases=(replace(phase("only"), prompts=("字" * 30_000,)),)))
    teacher = await hall.teacher()
    before = repr(hall.session.world)

    await hall.do(teacher, "start", StartWorld())

    assert teacher.refusals == [("start", "too_large")]
    assert repr(hall.session.world) == before
    assert hall.session.stored.session.stage == "lobby"
    await hall.close()


async def test_the_world_cannot_be_started_twice() -> None:
    hall = Hall()
    teacher = await hall.teacher()
    await hall.do(teacher, "a", StartWorld())
    await hall.do(teacher, "b", StartWorld())
    assert (teacher.done[-1][0], teacher.refusals) == ("a", [("b", "started")])


async def test_a_log_that_could_never_have_happened_is_refused() -> None:
    log = MemoryLog({"session": "s1"})
    fact = MessageHidden(message=1)
    log.append([Entry(Event(1, 1_000, 64_800, 0, 1, "", "teacher", "", "1/nowhere", "room", fact))])
    with pytest.raises(LogError, match="^Record 1 is sealed, but does not follow from those before it.$"):
        Hall(log)
