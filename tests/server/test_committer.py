"""The one thread that writes."""

import asyncio
import queue
from collections.abc import Sequence

from full_disk import FULL, FullDisk
from goodpath_core.errors import LogError
from goodpath_core.play.event import Event
from goodpath_core.play.messages import MessagePosted
from goodpath_server.committer import CLOSED, Committer
from goodpath_server.log.memory import MemoryLog
from goodpath_server.log.port import Entry
from hall import until


class Choosy(MemoryLog):
    """A log that refuses batches of two."""

    def append(self, entries: Sequence[Entry]) -> None:
        if len(entries) == 2:
            raise LogError("Not two.")
        super().append(entries)


def line(seq: int) -> Entry:
    return Entry(Event(seq, 1_000, 0, 0, 1, "", "seat:1", "1/a", "1/r", "room", MessagePosted(text="x")))


async def test_batches_are_stored_in_order_and_each_is_told_how_it_went() -> None:
    log, told = Choosy({}), list[tuple[int, str]]()
    committer = Committer(log, asyncio.get_running_loop())
    for number, batch in enumerate([[line(1)], [line(2), line(3)], [line(2)]]):
        committer.store(batch, lambda fault, number=number: told.append((number, str(fault))))  # type: ignore[misc]
    await committer.close()
    await asyncio.sleep(0)
    assert told == [(0, "None"), (1, "Not two."), (2, "None")]
    assert [record.seq for record in log.records()] == [1, 2]


async def test_whether_something_could_be_stored_is_told_behind_what_was_handed_over() -> None:
    disk, told = FullDisk({}), list[str]()
    committer = Committer(disk, asyncio.get_running_loop())
    committer.store([line(1)], lambda fault: told.append(f"stored: {fault}"))
    committer.prove(lambda fault: told.append(f"could: {fault}"))
    await until(lambda: len(told) == 2)
    disk.full = True
    committer.prove(lambda fault: told.append(f"could: {fault}"))
    await committer.close()
    await asyncio.sleep(0)
    assert told == ["stored: None", "could: None", f"could: {FULL}"]
    assert [record.seq for record in disk.records()] == [1]


async def test_what_is_handed_over_after_the_end_is_told_that_it_is_not_stored() -> None:
    log, told = MemoryLog({}), list[str]()
    committer = Committer(log, asyncio.get_running_loop())
    await committer.close()
    committer.store([line(1)], lambda fault: told.append(str(fault)))
    committer.prove(lambda fault: told.append(str(fault)))
    await until(lambda: len(told) == 2)
    assert told == [str(CLOSED), str(CLOSED)]
    assert list(log.records()) == []


async def test_closing_waits_for_everything_handed_over() -> None:
    log = MemoryLog({})
    committer = Committer(log, asyncio.get_running_loop())
    for seq in range(1, 1001):
        committer.store([line(seq)], lambda fault: None)
    await committer.close()
    assert len(list(log.records())) == 1000


class Watched(MemoryLog):
    """A log that tells how many records it held each time it was settled."""

    def __init__(self, at_once: bool = True) -> None:
        super().__init__({})
        self.at_once = at_once
        self.settled: queue.SimpleQueue[int] = queue.SimpleQueue()

    def settle(self) -> bool:
        self.settled.put(len(list(self.records())))
        return self.at_once


async def test_when_nothing_comes_any_more_the_log_is_settled_once() -> None:
    log = Watched()
    committer = Committer(log, asyncio.get_running_loop(), settle_every_s=0)
    for seq in (1, 2, 3):
        committer.store([line(seq)], lambda fault: None)
    assert await asyncio.to_thread(log.settled.get) == 3
    committer.store([line(4)], lambda fault: None)
    assert await asyncio.to_thread(log.settled.get) == 4
    await committer.close()
    assert log.settled.empty()


async def test_what_could_not_be_settled_wholly_is_settled_again() -> None:
    log = Watched(at_once=False)
    committer = Committer(log, asyncio.get_running_loop(), settle_every_s=0)
    committer.store([line(1)], lambda fault: None)
    assert [await asyncio.to_thread(log.settled.get) for _ in range(2)] == [1, 1]
    await committer.close()


async def test_the_log_is_settled_at_once_when_that_is_asked_for_behind_what_was_handed_over() -> None:
    log = Watched()
    committer = Committer(log, asyncio.get_running_loop())
    committer.store([line(1)], lambda fault: None)
    committer.settle()
    committer.store([line(2)], lambda fault: None)
    committer.settle()
    await committer.close()
    assert [log.settled.get_nowait(), log.settled.get_nowait()] == [1, 2]


class Faulty(MemoryLog):
    """A log whose first batch meets a fault that no log should have."""

    faulty = True

    def append(self, entries: Sequence[Entry]) -> None:
        if self.faulty:
            self.faulty = False
            raise MemoryError("once")
        super().append(entries)


async def test_a_fault_of_any_kind_is_told_and_the_writer_lives_on() -> None:
    told: list[str] = []
    committer = Committer(Faulty({}), asyncio.get_running_loop())
    for _ in range(2):
        committer.store([line(1)], lambda fault: told.append(f"{type(fault).__name__}: {fault}"))
    await committer.close()
    await asyncio.sleep(0)
    assert told == [
        "LogError: The session file could not be written (MemoryError: once); "
        "look at its disk and try again.",
        "NoneType: None",
    ]
