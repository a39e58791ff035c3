"""Where every seat is taken, one that nobody uses is given back to whoever is new."""

import asyncio
from typing import Any

import pytest

from full_disk import FullDisk
from goodpath_core.errors import ProtocolError
from goodpath_core.play.briefing import ReadBriefing
from goodpath_core.play.control import EndSession
from goodpath_core.play.event import Command
from goodpath_core.play.seats import SPARE_SEATS, HandOver, Observe, TakePersona
from goodpath_core.wire.closing import ENDED, NO_CELL, NO_SEAT, NOT_STORED, RESET
from goodpath_core.wire.frames import AskSeats, Hello
from goodpath_core.wire.limits import PROTOCOL
from goodpath_server.log.memory import MemoryLog
from hall import CODE, Guest, Hall
from town import TEACHER

BOUND = 2 * 3 + SPARE_SEATS
NEW = Hello(version=PROTOCOL, code=CODE, name="Mina")
REFUSED = ("no_seat", NO_SEAT.text, NO_SEAT.code)
CLOSED = ("seat_closed", RESET.text, RESET.code)


async def full(seats: int = BOUND, **more: Any) -> tuple[Hall, list[Guest]]:
    """A class in which so many seats are taken, all by somebody who is there."""
    hall = Hall(**more)
    return hall, [await hall.student() for _ in range(seats)]


async def leave(hall: Hall, *guests: Guest) -> None:
    """Their connections break."""
    for guest in guests:
        hall.reception.leave(guest.member)
    await hall.settle()


def closed(hall: Hall) -> list[int]:
    """The seats that are closed, as the log says."""
    return [number for number, seat in hall.session.stored.seats.items() if seat.closed]


async def test_whoever_is_new_gets_the_seat_that_was_left_longest_ago() -> None:
    hall, guests = await full()
    await leave(hall, guests[6], guests[2], guests[4])
    assert [(await hall.come(NEW)).welcome.seat for _ in range(2)] == [BOUND + 1, BOUND + 2]
    assert closed(hall) == [3, 7]
    assert [record.kind for record in hall.log.records()].count("seat.closed") == 2


async def test_who_came_back_and_left_again_has_left_last() -> None:
    hall, guests = await full()
    await leave(hall, guests[2], guests[4])
    await leave(hall, await hall.back(guests[2]))
    await hall.come(NEW)
    assert closed(hall) == [5]


async def test_the_token_of_a_seat_given_back_is_void_and_its_holder_joins_anew_by_the_code() -> None:
    hall, guests = await full()
    await leave(hall, *guests[:2])
    await hall.come(NEW)
    token = guests[0].welcome.token
    assert hall.keys.is_void(token)
    assert await hall.refused(Hello(version=PROTOCOL, token=token)) == CLOSED
    assert (await hall.student()).welcome.seat == BOUND + 2


async def test_the_teachers_list_has_the_new_seat_and_not_the_one_given_back() -> None:
    hall, guests = await full()
    teacher = await hall.teacher()
    await leave(hall, guests[8])
    await hall.come(NEW)
    rows = {row["seat"]: row["name"] for row in await hall.ask(teacher, AskSeats())}
    assert (len(rows), 9 in rows, rows[BOUND + 1]) == (BOUND, False, "Mina")
    told = [kind for _, kind in teacher.news if kind in ("seat.closed", "seat.opened")]
    assert told[-2:] == ["seat.closed", "seat.opened"]


async def test_a_class_whose_students_are_all_away_for_a_moment_keeps_every_seat_that_plays() -> None:
    hall, guests = await full()
    for guest, key in zip(guests, ("yuting", "chunmei", "ming"), strict=False):
        await hall.do(guest, "take", TakePersona(persona=f"1/{key}"))
    await leave(hall, *guests)
    for _ in range(BOUND):
        await leave(hall, await hall.come(NEW))
    assert [number for number in range(1, 4) if number in closed(hall)] == []
    assert (await hall.back(guests[0])).welcome.persona == "1/yuting"


@pytest.mark.parametrize("command", [ReadBriefing(), Observe()], ids=["read the briefing", "chose to watch"])
@pytest.mark.parametrize("again", [False, True], ids=["now", "before the server came back"])
async def test_a_seat_in_which_anything_was_done_is_not_taken(command: Command, again: bool) -> None:
    log = MemoryLog({"session": "s1"})
    hall, guests = await full(BOUND - 1, log=log)
    one = await hall.student()
    await hall.do(one, "a", command)
    await leave(hall, one)
    if again:
        await hall.close()
        hall = Hall(log, keys=hall.keys)
        guests = [await hall.back(guest) for guest in guests]
    assert await hall.refused(NEW) == REFUSED
    await leave(hall, guests[0])
    await hall.come(NEW)
    assert closed(hall) == [1]


async def test_a_seat_that_had_a_persona_from_the_teacher_is_not_taken() -> None:
    hall, guests = await full()
    await leave(hall, guests[0])
    hall.session.command(HandOver(persona="1/yuting", seat=1), TEACHER)
    await hall.settle()
    assert await hall.refused(NEW) == REFUSED
    await hall.start()
    hall.clock.at_ms += 60_000
    hall.session.command(HandOver(persona="1/yuting", seat=2), TEACHER)
    await hall.settle()
    assert await hall.refused(NEW) == REFUSED


async def test_a_seat_that_is_here_and_could_not_be_marked_so_yet_is_not_taken() -> None:
    disk = FullDisk({"session": "s1"})
    hall, guests = await full(log=disk, retry_s=3600.0)
    await leave(hall, guests[0])
    disk.full = True
    await hall.do(guests[1], "a", ReadBriefing())
    await hall.back(guests[0])
    disk.full = False
    hall.session.command(HandOver(persona="1/yuting", seat=2), TEACHER)
    await hall.settle()
    assert not hall.session.stored.seats[1].here
    assert await hall.refused(NEW) == REFUSED


async def test_of_many_who_come_at_once_each_gets_a_seat_or_none_and_nobody_loses_it_again() -> None:
    hall, guests = await full()
    await leave(hall, *guests[:2])
    came = await asyncio.gather(*(hall.come(NEW) for _ in range(5)), return_exceptions=True)
    seated = [guest for guest in came if isinstance(guest, Guest)]
    refused = [no.close for no in came if isinstance(no, ProtocolError)]
    assert (len(seated), refused) == (2, [NO_SEAT.code] * 3)
    assert closed(hall) == [1, 2]
    assert all(not guest.closings for guest in seated)


async def test_who_comes_back_while_the_seat_is_given_back_does_not_get_it() -> None:
    hall, guests = await full()
    await leave(hall, guests[0])
    coming = asyncio.create_task(hall.come(NEW))
    async with asyncio.timeout(5):
        while not hall.session.world.seats[1].closed:
            await asyncio.sleep(0)
    assert not hall.session.stored.seats[1].closed
    assert await hall.refused(Hello(version=PROTOCOL, token=guests[0].welcome.token)) == CLOSED
    assert (await coming).welcome.seat == BOUND + 1


async def test_for_somebody_who_cannot_be_let_in_no_seat_is_given_back() -> None:
    hall, guests = await full()
    await leave(hall, *guests)
    watcher = Hello(version=PROTOCOL, code=CODE, role="observer", cell=7)
    assert (await hall.refused(watcher))[2] == NO_CELL.code
    hall.session.command(EndSession(), TEACHER)
    await hall.settle()
    assert (await hall.refused(NEW))[2] == ENDED.code
    assert closed(hall) == []


async def test_what_cannot_be_stored_gives_no_seat_back() -> None:
    disk = FullDisk({"session": "s1"})
    hall, guests = await full(log=disk, retry_s=0.0)
    await leave(hall, guests[0])
    disk.full = True
    assert (await hall.refused(NEW))[2] == NOT_STORED.code
    disk.full = False
    assert (await hall.back(guests[0])).welcome.seat == 1
    assert closed(hall) == []
