"""While the log takes nothing the world stands still: no phase counts down, no battery drains."""

from dataclasses import replace
from functools import partial
from itertools import pairwise

from full_disk import FullDisk
from goodpath_core.play.clock import seconds_left, world_s
from goodpath_core.play.control import PauseWorld, ResumeWorld
from goodpath_core.play.phone import battery_at
from goodpath_core.play.places import lived_until
from goodpath_core.wire.frames import Do
from hall import Guest, Hall, until
from server.test_session import HI, LINE, playing
from town import TEACHER, one_phase, phase, scenario

META = {"session": "s1"}
QUIET_S = 100
"""Seconds of play in which nobody does anything, before the disk is full."""
FULL_S = 150
"""Seconds for which it is full, of a phase of 300."""


async def filled(disk: FullDisk, retry_s: float = 0.05) -> tuple[Hall, Guest]:
    """A town of one phase whose disk is full when yuting says something, and for long after."""
    hall = Hall(disk, of=one_phase(), retry_s=retry_s)
    (one,) = await playing(hall, "1/yuting")
    hall.clock.at_ms += QUIET_S * 1000
    disk.full = True
    await hall.do(one, "a", HI)
    assert one.refusals == [("a", "storage_error")]
    hall.clock.at_ms += FULL_S * 1000
    return hall, one


def reckoned(hall: Hall) -> tuple[int, float, int]:
    """Seconds left of the phase, percent of yuting's battery, and world seconds that yuting has lived."""
    world, now_ms = hall.session.stored, hall.clock.now_ms()
    person, at = world.persons["1/yuting"], world_s(world.clock, now_ms)
    return seconds_left(world, now_ms), battery_at(world, person, at), sum(lived_until(person, at).values())


def was_tried(disk: FullDisk, times: int) -> bool:
    return len(disk.tried) >= times


def kinds_since_full(disk: FullDisk, full_from: int) -> list[str]:
    return [record.kind for record in disk.records(full_from)]


async def test_what_passes_while_the_disk_is_full_is_not_played_and_what_passed_before_is() -> None:
    disk = FullDisk(META)
    hall, _ = await filled(disk)
    last = hall.session.stored.seq
    disk.full = False
    await until(lambda: hall.session.stored.seq > last)
    (returned,) = disk.records(last)
    assert (returned.kind, returned.body) == ("server.returned", f'{{"away_ms":{FULL_S * 1000}}}')
    assert returned.world_s == 64_800 + QUIET_S * 8
    assert reckoned(hall) == (300 - QUIET_S, 50 - QUIET_S * 8 / 240, QUIET_S * 8)
    await hall.close()


async def test_a_line_that_is_sent_again_comes_behind_the_return_of_the_world() -> None:
    disk = FullDisk(META)
    hall, one = await filled(disk, retry_s=0.4)
    last = hall.session.stored.seq
    disk.full = False
    await until(lambda: not hall.session.retry.is_resting)
    hall.session.take([(one.member, Do(id="b", command=LINE))])
    await until(lambda: one.done[-1:] and one.done[-1][0] == "b")
    assert kinds_since_full(disk, last)[:2] == ["server.returned", "message.posted"]
    assert [record.world_s for record in disk.records(last)][:2] == [64_800 + QUIET_S * 8] * 2
    await hall.close()


async def test_a_disk_that_fails_again_and_again_makes_one_absence() -> None:
    disk = FullDisk(META)
    hall, _ = await filled(disk, retry_s=0.02)
    last = hall.session.stored.seq
    for _ in range(3):
        hall.clock.at_ms += 10_000
        await until(partial(was_tried, disk, len(disk.tried) + 1))
    disk.full = False
    await until(lambda: hall.session.stored.seq > last)
    assert kinds_since_full(disk, last) == ["server.returned"]
    assert reckoned(hall)[0] == 300 - QUIET_S
    await hall.close()


async def test_every_full_disk_is_an_absence_of_its_own() -> None:
    disk = FullDisk(META)
    hall, one = await filled(disk)
    last = hall.session.stored.seq
    disk.full = False
    await until(lambda: hall.session.stored.seq > last)
    hall.clock.at_ms += 20_000
    disk.full = True
    await hall.do(one, "b", HI)
    hall.clock.at_ms += 60_000
    disk.full = False
    await until(lambda: len(kinds_since_full(disk, last)) > 1)
    assert kinds_since_full(disk, last) == ["server.returned", "server.returned"]
    assert reckoned(hall)[0] == 300 - QUIET_S - 20
    await hall.close()


async def test_the_end_of_a_phase_that_could_not_be_stored_comes_when_the_world_gets_there() -> None:
    evenings = (phase("first"), replace(phase("later"), world_from_s=64_800 + 2_400))
    disk = FullDisk(META)
    hall = Hall(disk, of=replace(scenario(), phases=evenings, before=()), retry_s=0.02)
    await playing(hall, "1/yuting")
    disk.full = True
    hall.clock.at_ms += 301_000
    await until(lambda: disk.tried)
    hall.clock.at_ms += 120_000
    disk.full = False
    await until(lambda: hall.session.stored.phase.index == 1)
    person = hall.session.stored.persons["1/yuting"]
    assert sum(person.lived.values()) == hall.session.stored.clock.world_from - 64_800 == 2_400
    told = [record.world_s for record in disk.records() if record.phase >= 0]
    assert all(sooner <= later for sooner, later in pairwise(told))
    await hall.close()


async def test_a_world_that_was_paused_when_the_disk_was_full_knows_no_absence() -> None:
    disk = FullDisk(META)
    hall = Hall(disk, of=one_phase(), retry_s=0.02)
    await playing(hall, "1/yuting")
    hall.session.command(PauseWorld(), TEACHER)
    await hall.settle()
    last = hall.session.stored.seq
    disk.full = True
    hall.session.command(ResumeWorld(), TEACHER)
    await hall.settle()
    hall.clock.at_ms += 60_000
    disk.full = False
    await until(lambda: hall.session.retry.fault is None)
    hall.session.command(ResumeWorld(), TEACHER)
    await hall.settle()
    assert kinds_since_full(disk, last) == ["world.resumed"]
    assert reckoned(hall)[0] == 300
    await hall.close()
