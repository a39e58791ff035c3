"""A full disk loses nothing, says so to whoever asked, and is gone on with once there is space."""

import asyncio
from itertools import pairwise

from full_disk import FULL, FullDisk
from goodpath_core.errors import LogError
from goodpath_core.play.control import NextPhase, PauseWorld
from goodpath_core.wire.frames import Do, Hello, Here, RefusedFrame
from goodpath_core.wire.limits import PROTOCOL
from goodpath_server.session import STORAGE_RETRY_S
from goodpath_server.unstored import NOT_STORED, NOTHING
from hall import CODE, Hall, until
from server.test_session import HI, LINE, lines_of, playing
from town import TEACHER, scenario


async def test_a_full_disk_refuses_with_a_reason_and_nobody_hears_of_the_line() -> None:
    disk = FullDisk({"session": "s1"})
    hall = Hall(disk)
    one, other = await playing(hall, "1/yuting", "1/ming")
    stored, heard = hall.session.stored.seq, len(other.news)
    disk.full = True
    hall.session.take([(one.member, Do(id="a", command=LINE))])
    hall.session.take([(one.member, Do(id="b", command=LINE))])
    assert isinstance(await hall.settle(), LogError)
    assert one.refusals == [("a", "storage_error"), ("b", "storage_error")]
    assert {frame.retry_after for frame in one.of(RefusedFrame)} == {STORAGE_RETRY_S}
    assert (hall.session.stored.seq, hall.session.world.seq, len(other.news)) == (stored, stored, heard)


async def test_a_full_disk_tells_the_teacher_that_nothing_is_kept_and_a_student_that_it_is() -> None:
    disk = FullDisk({"session": "s1"})
    hall = Hall(disk, retry_s=3600.0)
    (one,) = await playing(hall, "1/yuting")
    teacher = await hall.teacher()
    disk.full = True
    await hall.do(teacher, "a", PauseWorld())
    await hall.do(teacher, "b", PauseWorld())
    await hall.do(one, "a", HI)
    assert teacher.refusals == [("a", "storage_error"), ("b", "storage_error")]
    assert {frame.text for frame in teacher.of(RefusedFrame)} == {f"Nothing was done. {FULL}"}
    assert {frame.text for frame in one.of(RefusedFrame)} == {NOT_STORED}


async def test_a_disk_that_was_full_is_left_alone_for_a_while() -> None:
    disk = FullDisk({"session": "s1"})
    hall = Hall(disk, retry_s=3600.0)
    (one,) = await playing(hall, "1/yuting")
    disk.full = True
    await hall.do(one, "a", HI)
    disk.full = False
    await hall.do(one, "b", HI)
    assert one.refusals == [("a", "storage_error"), ("b", "storage_error")]
    assert {frame.retry_after for frame in one.of(RefusedFrame)} == {3600.0}
    assert "hi" not in lines_of(hall)


async def test_after_a_full_disk_the_same_request_is_stored_once_without_a_restart() -> None:
    disk = FullDisk({"session": "s1"})
    hall = Hall(disk, retry_s=0.0)
    one, other = await playing(hall, "1/yuting", "1/ming")
    disk.full = True
    await hall.do(one, "a", HI)
    assert one.refusals == [("a", "storage_error")]
    disk.full = False
    await hall.do(one, "a", HI)
    assert one.done[-1] == ("a", hall.session.stored.seq)
    assert lines_of(hall).count("hi") == 1
    assert [record.seq for record in disk.records()] == list(range(1, hall.session.stored.seq + 1))
    assert other.news[-1][1] == "message.posted"


async def test_who_left_while_the_disk_was_full_is_marked_as_gone_when_there_is_space() -> None:
    disk = FullDisk({"session": "s1"})
    hall = Hall(disk, retry_s=0.01)
    one, _ = await playing(hall, "1/yuting", "1/ming")
    disk.full = True
    hall.reception.leave(one.member)
    assert isinstance(await hall.settle(), LogError)
    assert hall.session.world.seats[1].here
    disk.full = False
    await until(lambda: not hall.session.stored.seats[1].here)
    assert hall.session.stored.seats[2].here


async def test_a_full_disk_is_tried_no_oftener_however_many_come_and_go_meanwhile() -> None:
    disk = FullDisk({"session": "s1"})
    hall = Hall(disk, retry_s=0.2)
    guests = await playing(hall, "1/yuting", "1/ming", "1/chunmei")
    disk.full = True
    for _ in range(4):
        for guest in guests:
            hall.reception.leave(guest.member)
            await asyncio.sleep(0.03)
        guests = [await hall.back(guest) for guest in guests]
    hall.reception.leave(guests[0].member)
    await until(lambda: len(disk.tried) > 6)
    assert min(later - sooner for sooner, later in pairwise(disk.tried)) >= 0.1
    disk.full = False
    await until(lambda: not hall.session.stored.seats[1].here)
    assert [hall.session.stored.seats[number].here for number in (1, 2, 3)] == [False, True, True]


async def test_newcomers_do_not_have_a_full_disk_tried_while_it_is_left_alone() -> None:
    disk = FullDisk({"session": "s1"})
    hall = Hall(disk, retry_s=3600.0)
    (one,) = await playing(hall, "1/yuting")
    disk.full = True
    hall.session.take([(one.member, Do(id="a", command=LINE))])
    assert isinstance(await hall.settle(), LogError)
    for number in range(3):
        refused = await hall.refused(Hello(version=PROTOCOL, code=CODE, name=f"N{number}"))
        assert refused[0] == "storage_error"
    assert len(disk.tried) == 1


async def test_what_the_script_had_to_do_while_the_disk_was_full_is_done_once_when_there_is_space() -> None:
    disk = FullDisk({"session": "s1"})
    hall = Hall(disk, of=scenario(), retry_s=0.1)
    await hall.start()
    hall.session.command(NextPhase(), TEACHER)
    await hall.settle()
    disk.full = True
    hall.clock.at_ms += 3_600_000
    await until(lambda: len(disk.tried) > 3)
    assert min(later - sooner for sooner, later in pairwise(disk.tried)) >= 0.05
    disk.full = False
    await until(lambda: hall.session.stored.session.stage == "debrief")
    assert [record.kind for record in disk.records()].count("debrief.began") == 1


async def test_every_cell_and_the_teacher_are_told_that_nothing_can_be_stored_and_when_it_can_again() -> None:
    disk = FullDisk({"session": "s1"})
    hall = Hall(disk, retry_s=0.0, cells=2, tells=True)
    guests = [*await playing(hall, "1/yuting", "2/yuting"), await hall.teacher()]
    disk.full = True
    await hall.do(guests[0], "a", HI)
    await until(lambda: all(guest.of(Here) for guest in guests))
    told = [guest.of(Here)[-1].unstored for guest in guests]
    assert told == [NOTHING, NOTHING, f"Nothing can be stored. {FULL}"]
    many = [len(guest.of(Here)) for guest in guests]
    disk.full = False
    await hall.do(guests[0], "a", HI)
    await until(lambda: all(len(guest.of(Here)) > n for guest, n in zip(guests, many, strict=True)))
    assert {guest.of(Here)[-1].unstored for guest in guests} == {""}
