"""Answers to what members ask for; what one may not read is as if it did not exist."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from goodpath.library import load

from goodpath_core.play.control import EndSession, NextPhase
from goodpath_core.play.event import By
from goodpath_core.play.messages import HideMessage, PostMessage, TakeBackMessage
from goodpath_core.play.seats import HandOver
from goodpath_core.scenario.value import Scenario
from goodpath_core.wire.closing import RESET
from goodpath_core.wire.codec import event_from
from goodpath_core.wire.frames import (
    Ask,
    AskDoor,
    AskFile,
    AskHistory,
    AskPicture,
    AskReset,
    AskScenario,
    AskSeats,
    AskShutDown,
    AskState,
    Hello,
    RefusedFrame,
)
from goodpath_core.wire.limits import ASK_BURST, PROTOCOL
from goodpath_core.wire.values import view_from, world_from
from goodpath_server.keyfile import KeyFile
from goodpath_server.lobby import LONG_CODE_LENGTH
from goodpath_server.outbox import ROOM
from hall import CODE, Guest, Hall
from town import one_phase

YUTING = By("student", "seat:1", 1, 1, "1/yuting")
PRIVATE = "private:1/ming+1/yuting"
ROOM_PICTURE = "room-yuting.png"


async def evening(hall: Hall | None = None) -> tuple[Hall, dict[str, Guest]]:
    """Yuting has said a line in her group, and one to Ming alone."""
    hall = hall or Hall()
    guests = {key: await hall.student(f"1/{key}") for key in ("yuting", "chunmei", "ming")}
    guests["nobody"] = await hall.student()
    guests["watcher"] = await hall.come(Hello(version=PROTOCOL, code=CODE, role="observer"))
    guests["teacher"] = await hall.teacher()
    await hall.start()
    await hall.do(guests["yuting"], "a", PostMessage(room="1/line3", text="hi"))
    await hall.do(guests["yuting"], "b", PostMessage(room=PRIVATE, text="psst"))
    return hall, guests


@pytest.mark.parametrize(
    ("room", "readers"),
    [
        ("1/line3", {"yuting", "ming", "watcher", "teacher"}),
        ("1/kitchen", {"yuting", "chunmei", "watcher", "teacher"}),
        ("0/fair", {"yuting", "chunmei", "ming", "watcher", "teacher"}),
        (PRIVATE, {"yuting", "ming", "teacher"}),
        ("private:1/chunmei+1/ming", {"chunmei", "ming", "teacher"}),
        ("nowhere", {"teacher"}),
        ("", {"teacher"}),
    ],
)
async def test_a_room_one_is_not_in_answers_as_one_that_does_not_exist(room: str, readers: set[str]) -> None:
    hall, guests = await evening()
    for who, guest in guests.items():
        answer = await hall.ask(guest, AskHistory(room=room, before=10_000))
        unknown = await hall.ask(guest, AskHistory(room="no such room", before=10_000))
        if who in readers:
            assert answer != "no_such_room"
        else:
            assert answer == unknown == "no_such_room"
            first, second = guest.of(RefusedFrame)[-2:]
            assert (first.text, first.retry_after) == (second.text, second.retry_after)


@pytest.mark.parametrize(
    ("who", "rooms"),
    [
        ("yuting", {"1/line3", "1/kitchen", "0/fair", PRIVATE}),
        ("chunmei", {"1/kitchen", "0/fair"}),
        ("nobody", set()),
        ("watcher", {"1/line3", "1/kitchen", "0/fair"}),
        ("teacher", {"1/line3", "1/kitchen", "0/fair", PRIVATE}),
    ],
)
async def test_the_state_holds_the_rooms_one_may_read(who: str, rooms: set[str]) -> None:
    hall, guests = await evening()
    world = world_from(await hall.ask(guests[who], AskState()))
    assert set(world.rooms) == rooms
    assert world.seq == hall.session.stored.seq


async def test_a_state_holds_nobody_elses_phone_and_no_other_seat() -> None:
    hall, guests = await evening()
    world = world_from(await hall.ask(guests["chunmei"], AskState()))
    assert {person.id for person in world.persons.values() if person.phone} == {"1/chunmei"}
    assert set(world.seats) == {2}
    assert (world.fired, world.armed, world.delays) == ({}, {}, {})


async def test_the_scenario_comes_cut_to_the_seat() -> None:
    hall, guests = await evening()
    found = view_from(await hall.ask(guests["ming"], AskScenario()))
    assert found.title == "A small town"
    assert b"seat" not in repr(found).encode()


async def test_history_comes_in_pages_that_meet_without_gap_or_overlap() -> None:
    hall, guests = await evening()
    one = guests["yuting"]
    for number in range(120):
        await hall.do(one, f"c{number}", PostMessage(room="1/line3", text=f"line {number}"))
    before, pages = 10_000, list[int]()
    while page := await hall.ask(one, AskHistory(room="1/line3", before=before, limit=50)):
        pages = [value[0] for value in page] + pages
        before = pages[0]
        # The log grows meanwhile.
        await hall.do(one, f"d{before}", PostMessage(room="1/line3", text="later"))
    stored = [r.seq for r in hall.log.records() if r.room == "1/line3" and r.kind == "message.posted"]
    assert pages == [seq for seq in stored if seq <= pages[-1]]
    assert len(pages) == 121


async def test_a_line_that_is_gone_leaves_its_place_in_the_history_and_how_it_went() -> None:
    hall, guests = await evening()
    one = guests["yuting"]
    (line,) = await hall.ask(one, AskHistory(room="1/line3", before=10_000))
    await hall.do(one, "c", PostMessage(room="1/line3", text="oops"))
    own = hall.session.stored.seq
    await hall.do(one, "d", TakeBackMessage(room="1/line3", message=own))
    await hall.do(guests["teacher"], "e", HideMessage(room="1/line3", message=line[0]))
    page = await hall.ask(guests["ming"], AskHistory(room="1/line3", before=10_000))
    events = [event for event in map(event_from, page) if event]
    assert [(event.seq, event.fact.kind) for event in events[:2]] == [
        (line[0], "message.posted"),
        (own, "message.posted"),
    ]
    assert [event.fact.model_dump(exclude_defaults=True) for event in events] == [
        {"text": ""},
        {"text": ""},
        {"message": line[0]},
        {"message": own},
    ]


async def test_pictures_come_by_their_name_and_only_those_of_the_scenario() -> None:
    hall, guests = await evening()
    assert await hall.ask(guests["ming"], AskPicture(file="lamp.png")) == b"a picture"
    assert await hall.ask(guests["ming"], AskPicture(file="../secret.key")) == "no_such_picture"


def furnished() -> Scenario:
    """The town with a picture of Yuting's room."""
    town = one_phase()
    return replace(
        town,
        personas={**town.personas, "yuting": replace(town.personas["yuting"], room_picture=ROOM_PICTURE)},
    )


async def who_sees(hall: Hall, guests: dict[str, Guest], file: str) -> set[str]:
    """Who gets a picture; all others are told what they are told of one that there is not."""
    found = set[str]()
    for who, guest in guests.items():
        answer = await hall.ask(guest, AskPicture(file=file))
        assert answer in ("no_such_picture", hall.pictures.get(file))
        found |= {who} if answer != "no_such_picture" else set()
    return found


async def test_a_chat_is_closed_in_the_same_words_to_who_reads_it_and_to_who_writes_there() -> None:
    hall, guests = await evening()
    one = guests["chunmei"]
    for room in ("1/line3", PRIVATE, "nowhere"):
        assert await hall.ask(one, AskHistory(room=room, before=10_000)) == "no_such_room"
        await hall.do(one, room, PostMessage(room=room, text="hi"))
    refused = [(frame.code, frame.text) for frame in one.of(RefusedFrame)]
    assert (len(refused), len(set(refused))) == (6, 1)


async def test_the_picture_of_a_room_comes_to_whoever_lives_there_and_the_teacher_alone() -> None:
    hall, guests = await evening(
        Hall(of=furnished(), pictures={"lamp.png": b"lamp", ROOM_PICTURE: b"a room"})
    )
    assert await who_sees(hall, guests, "lamp.png") == set(guests)
    assert await who_sees(hall, guests, ROOM_PICTURE) == {"yuting", "teacher"}
    refusals = {frame.text for guest in guests.values() for frame in guest.of(RefusedFrame)}
    assert await hall.ask(guests["ming"], AskPicture(file="none.png")) == "no_such_picture"
    assert {frame.text for frame in guests["ming"].of(RefusedFrame)} == refusals

    await hall.do(guests["teacher"], "c", HandOver(persona="1/yuting", seat=4))
    assert await who_sees(hall, guests, ROOM_PICTURE) == {"nobody", "teacher"}
    await hall.do(guests["teacher"], "d", NextPhase())
    assert hall.session.stored.session.stage == "debrief"
    assert await who_sees(hall, guests, ROOM_PICTURE) == {"nobody", "teacher"}


async def test_every_picture_that_the_answer_to_scenario_names_can_be_had() -> None:
    loaded = load("ten-pictures")
    hall = Hall(of=loaded.scenario, pictures=loaded.pictures)
    rooms = {one.room_picture for one in loaded.scenario.personas.values()}
    for guest in (await hall.student("1/yuting"), await hall.student(), await hall.teacher()):
        told = view_from(await hall.ask(guest, AskScenario()))
        named = {card.picture for card in told.cards} | {one.room_picture for one in told.personas}
        for file in named:
            assert await hall.ask(guest, AskPicture(file=file)) == loaded.pictures[file]
        for file in rooms - named:
            assert await hall.ask(guest, AskPicture(file=file)) == "no_such_picture"


async def test_only_the_teacher_reads_who_sits_where() -> None:
    hall, guests = await evening()
    rows = await hall.ask(guests["teacher"], AskSeats())
    assert [(row["seat"], row["persona"]) for row in rows][:3] == [
        (1, "1/yuting"),
        (2, "1/chunmei"),
        (3, "1/ming"),
    ]
    for who in ("yuting", "nobody", "watcher"):
        assert await hall.ask(guests[who], AskSeats()) == "not_allowed"


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"kind": "everything"}, "unknown_query"),
        ({}, "unknown_query"),
        ({"kind": "history", "room": "1/line3"}, "bad_query"),
        ({"kind": "history", "room": "1/line3", "before": 9, "limit": 201}, "bad_query"),
        ({"kind": "history", "room": "x" * 201, "before": 9}, "bad_query"),
        ({"kind": "picture", "file": "x" * 101}, "bad_query"),
    ],
)
async def test_a_question_that_cannot_be_read_is_refused_by_its_number(
    query: dict[str, object], code: str
) -> None:
    hall = Hall()
    one = await hall.student()
    await hall.answers.answer(one.member, Ask(id=7, query=query))
    assert one.refusals == [("7", code)]


async def test_to_a_slow_reader_one_answer_goes_at_a_time_and_all_come_in_the_end() -> None:
    hall, guests = await evening()
    one, transport = guests["yuting"].member, guests["yuting"].transport
    for _ in range(200):
        hall.session.command(PostMessage(room="1/line3", text="雨" * 4000), YUTING)
    await hall.settle()
    begin = len(b"".join(transport.written))
    transport.stalled = True
    states = [Ask(id=number, query={"kind": "state"}) for number in range(1, 4)]
    asking = [asyncio.create_task(hall.answers.answer(one, ask)) for ask in states]
    await asyncio.sleep(0.01)
    assert [task.done() for task in asking] == [True, False, False]
    assert len(b"".join(transport.written)) - begin < 3 * ROOM
    while not all(task.done() for task in asking) or transport.waiting:
        transport.waiting = 0
        one.outbox.check()
        await asyncio.sleep(0)
    assert not transport.aborted
    for number in range(1, 4):
        assert world_from(guests["yuting"].answer(number)).seq == hall.session.stored.seq


async def test_nobody_keeps_waiting_to_answer_who_has_gone() -> None:
    hall, guests = await evening()
    one, transport = guests["yuting"].member, guests["yuting"].transport
    transport.stalled, transport.waiting = True, 2 * ROOM
    states = [Ask(id=number, query={"kind": "state"}) for number in range(1, 4)]
    asking = [asyncio.create_task(hall.answers.answer(one, ask)) for ask in states]
    await asyncio.sleep(0.01)
    one.outbox.end()
    async with asyncio.timeout(20):
        await asyncio.gather(*asking)


async def test_who_asks_too_fast_is_told_when_to_ask_again() -> None:
    hall = Hall(free=False)
    one = await hall.student()
    for number in range(ASK_BURST + 5):
        await hall.answers.answer(
            one.member, Ask(id=number + 1, query={"kind": "picture", "file": "lamp.png"})
        )
    refused = one.of(RefusedFrame)
    assert {frame.code for frame in refused} == {"too_fast"}
    assert all((frame.retry_after or 0) > 0 for frame in refused)
    assert len(refused) >= 3


async def test_the_teacher_alone_sees_the_code_and_turns_the_key() -> None:
    hall, guests = await evening()
    calm = {"code": CODE, "guesses": 0, "guesses_from": "", "holds": False, "address": ""}
    assert await hall.ask(guests["teacher"], AskDoor()) == {**calm, "locked": False}
    assert await hall.ask(guests["teacher"], AskDoor(turn="lock")) == {**calm, "locked": True}
    for who in ("yuting", "nobody", "watcher"):
        assert await hall.ask(guests[who], AskDoor(turn="unlock")) == "not_allowed"
    assert await hall.ask(guests["teacher"], AskDoor()) == {**calm, "locked": True}
    assert await hall.ask(guests["teacher"], AskDoor(turn="unlock")) == {**calm, "locked": False}


async def test_the_teacher_hears_of_guesses_and_alone_makes_a_long_code_that_they_do_not_hold_up(
    tmp_path: Path,
) -> None:
    hall = Hall(keys=KeyFile(tmp_path / "class.key"))
    one, teacher = await hall.student("1/yuting"), await hall.teacher()
    for number in range(6):
        await hall.refused(Hello(version=PROTOCOL, code=f"WRONG{number}"), "10.0.0.7")
    told = await hall.ask(teacher, AskDoor())
    assert (told["guesses"], told["guesses_from"], told["holds"]) == (5, "10.0.0.7", True)
    assert await hall.ask(one, AskDoor(turn="renew")) == "not_allowed"
    new = await hall.ask(teacher, AskDoor(turn="renew"))
    assert (len(new["code"]), new["locked"], new["guesses"]) == (LONG_CODE_LENGTH, False, 0)
    for number in range(40):
        assert (await hall.refused(Hello(version=PROTOCOL, code=f"AGAIN{number}")))[0] == "wrong_code"
    assert (await hall.refused(Hello(version=PROTOCOL, code=CODE)))[0] == "wrong_code"
    assert (await hall.come(Hello(version=PROTOCOL, code=new["code"]))).welcome.seat == 2
    assert (await hall.back(one)).welcome.seat == 1
    assert KeyFile(tmp_path / "class.key").code == new["code"]


async def test_the_old_code_stays_where_the_disk_does_not_take_a_new_one(tmp_path: Path) -> None:
    hall = Hall(keys=KeyFile(tmp_path / "class.key"))
    teacher = await hall.teacher()
    (tmp_path / "class.key.new").mkdir()
    assert await hall.ask(teacher, AskDoor(turn="renew")) == "storage_error"
    assert (await hall.ask(teacher, AskDoor()))["code"] == CODE
    (tmp_path / "class.key.new").rmdir()
    assert (await hall.student()).welcome.seat == 1


async def test_the_teacher_alone_is_told_where_the_session_file_lies() -> None:
    hall, guests = await evening()
    for who in ("ming", "nobody", "watcher"):
        assert await hall.ask(guests[who], AskFile()) == "not_allowed"
    assert await hall.ask(guests["teacher"], AskFile()) == {"file": ""}, "this one is in memory"


async def test_the_teacher_alone_stops_the_server_and_only_once_the_session_is_over() -> None:
    hall, guests = await evening()
    assert await hall.ask(guests["teacher"], AskShutDown()) == "not_over"
    assert not hall.told_to_stop
    await hall.do(guests["teacher"], "end", EndSession())
    for who in ("ming", "nobody", "watcher"):
        assert await hall.ask(guests[who], AskShutDown()) == "not_allowed"
    assert not hall.told_to_stop
    assert await hall.ask(guests["teacher"], AskShutDown()) == {}
    assert hall.told_to_stop


async def test_the_teacher_alone_makes_a_token_worthless_and_the_student_gets_another_seat() -> None:
    hall, guests = await evening()
    thief, ming = guests["yuting"], guests["ming"]
    for who in ("ming", "nobody", "watcher"):
        assert await hall.ask(guests[who], AskReset(seat=1)) == "not_allowed"
    assert await hall.ask(guests["teacher"], AskReset(seat=99)) == "no_such_seat"
    assert (await hall.back(thief)).welcome.seat == 1
    assert await hall.ask(guests["teacher"], AskReset(seat=1)) == {"seat": 1}
    closed_seat = ("seat_closed", RESET.text, RESET.code)
    assert await hall.refused(Hello(version=PROTOCOL, token=thief.welcome.token)) == closed_seat
    assert (await hall.back(ming)).welcome.persona == "1/ming"
    await hall.settle()
    closed = hall.session.stored.seats[1]
    assert (closed.closed, closed.here, closed.persona) == (True, False, "")
    again = await hall.student(name="Ana")
    await hall.do(guests["teacher"], "over", HandOver(persona="1/yuting", seat=again.welcome.seat))
    assert hall.session.stored.seats[again.welcome.seat].persona == "1/yuting"


async def test_whoever_is_at_a_seat_that_is_closed_is_told_why_and_hears_nothing_more() -> None:
    hall, guests = await evening()
    heard = len(guests["yuting"].news)
    await hall.ask(guests["teacher"], AskReset(seat=1))
    assert guests["yuting"].closings == [RESET]
    await hall.do(guests["ming"], "c", PostMessage(room="1/line3", text="is she gone?"))
    assert len(guests["yuting"].news) == heard


async def test_a_token_is_worthless_also_where_the_disk_does_not_take_it(tmp_path: Path) -> None:
    hall = Hall(keys=KeyFile(tmp_path / "class.key"))
    thief, teacher = await hall.student("1/yuting"), await hall.teacher()
    (tmp_path / "class.key.new").mkdir()
    assert await hall.ask(teacher, AskReset(seat=1)) == "storage_error"
    assert (await hall.refused(Hello(version=PROTOCOL, token=thief.welcome.token)))[0] == "seat_closed"
    assert thief.closings == [RESET]
