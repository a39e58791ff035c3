"""While nothing can be stored teachers are told why, everybody is told the truth, and it ends by itself."""

import asyncio
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest

from full_disk import FULL, FullDisk
from goodpath_core.errors import LogError
from goodpath_core.play.briefing import ReadBriefing
from goodpath_core.play.control import PauseWorld, StartWorld
from goodpath_core.play.safety import SignalStop
from goodpath_core.play.seats import OpenSeat
from goodpath_core.wire.closing import NOT_STORED as COME_BACK
from goodpath_core.wire.codec import command_value
from goodpath_core.wire.frames import Do, Hello, Here, RefusedFrame
from goodpath_core.wire.limits import PROTOCOL
from goodpath_server.log.port import Entry
from goodpath_server.log.sqlite import SqliteLog
from goodpath_server.session import SERVER
from goodpath_server.unstored import NOT_STORED, NOTHING
from hall import CODE, Guest, Hall, until
from server.test_session import HI, playing
from small_disk import bounded_files

META = {"session": "s1"}


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another program writes to the file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def bounded(path: Path) -> AbstractContextManager[None]:
    """The files may not grow, which SQLite calls a fault of the disk."""
    return bounded_files(4_096)


CAUSES = {
    "another program": (
        held,
        "Another program, such as a tool for SQLite, is writing to {path}; close it there and try again.",
    ),
    "the disk": (bounded, "{path} could not be written (disk I/O error); look at its disk and try again."),
}


def told(guest: Guest) -> str | None:
    """What was last said to somebody of the storing; None if nothing was."""
    said = guest.of(Here)
    return said[-1].unstored if said else None


@pytest.mark.parametrize(("cannot_store", "says"), CAUSES.values(), ids=CAUSES)
async def test_the_teacher_hears_why_nothing_is_stored_and_a_student_what_is_true_for_any_cause(
    tmp_path: Path, cannot_store: Callable[[Path], AbstractContextManager[None]], says: str
) -> None:
    path = tmp_path / "a.goodpath"
    SqliteLog.create(path, META, {}).close()
    hall = Hall(SqliteLog(path, patience_s=0.0), retry_s=3600.0, tells=True)
    (one,) = await playing(hall, "1/yuting")
    teacher = await hall.teacher()
    why = says.format(path=path)
    with cannot_store(path):
        await hall.do(one, "a", HI)
        await hall.do(teacher, "b", PauseWorld())
        await until(lambda: told(one) and told(teacher))
    assert [frame.text for frame in teacher.of(RefusedFrame)] == [f"Nothing was done. {why}"]
    assert [frame.text for frame in one.of(RefusedFrame)] == [NOT_STORED]
    assert (told(teacher), told(one)) == (f"Nothing can be stored. {why}", NOTHING)
    await hall.close()


async def test_whoever_is_new_hears_to_come_back_and_not_of_the_files_of_the_server() -> None:
    disk = FullDisk(META)
    hall = Hall(disk, retry_s=3600.0)
    await hall.settle()
    disk.full = True
    for _ in ("as the first", "while the log rests"):
        refused = await hall.refused(Hello(version=PROTOCOL, code=CODE, name="Mina"))
        assert refused == ("storage_error", COME_BACK.text, COME_BACK.code)
    await hall.close()


@pytest.mark.parametrize("cannot_store", [held, bounded], ids=CAUSES)
async def test_it_ends_by_itself_though_nobody_writes_and_nothing_is_stored_for_that(
    tmp_path: Path, cannot_store: Callable[[Path], AbstractContextManager[None]]
) -> None:
    path = tmp_path / "a.goodpath"
    SqliteLog.create(path, META, {}).close()
    log = SqliteLog(path, patience_s=0.0)
    hall = Hall(log, retry_s=0.05, tells=True)
    one, teacher = await hall.student("1/yuting"), await hall.teacher()
    with cannot_store(path):
        await hall.do(teacher, "b", StartWorld())
        await until(lambda: told(one) and told(teacher))
        before = list(log.records())
    await until(lambda: told(teacher) == told(one) == "")
    assert list(log.records()) == before
    assert hall.session.stored.session.stage == "lobby"
    await hall.close()


async def test_a_teacher_who_is_alone_hears_it_and_that_it_is_over() -> None:
    disk = FullDisk(META)
    hall = Hall(disk, retry_s=0.05, tells=True)
    teacher = await hall.teacher()
    disk.full = True
    await hall.do(teacher, "b", StartWorld())
    await until(lambda: told(teacher) == f"Nothing can be stored. {FULL}")
    disk.full = False
    await until(lambda: told(teacher) == "")
    await hall.close()


async def test_when_something_else_is_in_the_way_the_teacher_hears_that(tmp_path: Path) -> None:
    path = tmp_path / "a.goodpath"
    SqliteLog.create(path, META, {}).close()
    hall = Hall(SqliteLog(path, patience_s=0.0), retry_s=0.05, tells=True)
    teacher = await hall.teacher()
    first, second = (f"Nothing can be stored. {says.format(path=path)}" for _, says in CAUSES.values())
    with held(path):
        await hall.do(teacher, "b", StartWorld())
        await until(lambda: told(teacher) == first)
    with bounded(path):
        hall.session.command(OpenSeat(role="observer"), SERVER)
        await until(lambda: told(teacher) == second)
    await hall.close()


class SlowProof(FullDisk):
    """A full disk that is asked whether it could store, and takes its time, also for what it stores then."""

    def __init__(self) -> None:
        super().__init__(META)
        self.asked, self.gate, self.stores = threading.Event(), threading.Event(), threading.Event()
        self.stores.set()

    def prove(self) -> None:
        if self.full:
            self.asked.set()
            self.gate.wait(20)
        super().prove()

    def append(self, entries: Sequence[Entry]) -> None:
        if self.full:
            raise LogError(FULL)
        self.stores.wait(20)
        super().append(entries)


@pytest.mark.parametrize(
    ("has_room", "refused", "done"),
    [(True, ["a"], ["take", "b", "c"]), (False, ["a", "b", "c"], ["take"])],
    ids=["stored", "not stored"],
)
async def test_what_is_asked_for_while_the_log_is_asked_whether_it_could_waits_for_its_word(
    has_room: bool, refused: list[str], done: list[str]
) -> None:
    disk = SlowProof()
    hall = Hall(disk, retry_s=0.05)
    # A world that runs would have its own return to store.
    one = await hall.student("1/yuting")
    disk.full = True
    await hall.do(one, "a", ReadBriefing())
    await until(disk.asked.is_set)
    hall.session.take([(one.member, Do(id="b", command=command_value(ReadBriefing())))])
    hall.session.take([(one.member, Do(id="c", command=command_value(SignalStop())))])
    assert one.refusals == [("a", "storage_error")]
    disk.full = not has_room
    disk.gate.set()
    await until(lambda: len(one.refusals) + len(one.done) == 4)
    assert [request for request, _ in one.refusals] == refused
    assert [request for request, _ in one.done] == done
    await hall.close()


async def test_what_is_asked_for_in_the_moment_in_which_the_log_is_asked_is_told_when_it_is_stored() -> None:
    disk, loop = SlowProof(), asyncio.get_running_loop()
    first = Hall(disk)
    await first.student("1/yuting")
    await first.close()
    hall = Hall(disk, keys=first.keys, retry_s=0.1)
    teacher = await hall.teacher()
    disk.full = True
    await hall.do(teacher, "a", StartWorld())
    do = Do(id="b", command=command_value(StartWorld()))
    loop.call_later(0.05, loop.call_soon, hall.session.take, [(teacher.member, do)])
    # Both timers have rung when the loop is back.
    time.sleep(0.2)
    await until(disk.asked.is_set)
    disk.stores.clear()
    disk.full = False
    disk.gate.set()
    await asyncio.sleep(0.05)
    assert (teacher.done, hall.session.stored.session.stage) == ([], "lobby")
    disk.stores.set()
    await until(lambda: teacher.done)
    assert hall.session.stored.session.stage == "playing"
    await hall.close()


async def test_once_the_log_has_taken_something_it_is_not_left_alone_any_longer() -> None:
    disk = FullDisk(META)
    hall = Hall(disk, retry_s=3600.0)
    one, _ = await playing(hall, "1/yuting", "1/ming")
    disk.full = True
    await hall.do(one, "a", HI)
    disk.full = False
    await hall.doorkeeper.reset(2)
    await hall.do(one, "b", HI)
    assert (one.refusals, one.done[-1][0]) == ([("a", "storage_error")], "b")
    await hall.close()
