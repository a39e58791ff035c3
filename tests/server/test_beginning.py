"""What a run of the server begins with is the first that it stores, however often that fails."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest

from full_disk import FullDisk
from goodpath_core.errors import LogError
from goodpath_core.play.clock import played_ms
from goodpath_core.wire.frames import Do
from goodpath_server.log.memory import MemoryLog
from goodpath_server.log.port import Log
from goodpath_server.log.sqlite import SqliteLog
from hall import Guest, Hall, until
from server.test_session import HI, LINE, playing
from small_disk import bounded_files
from town import MORNING_MS

PLAYED_MS = 3_000
BACK_MS = MORNING_MS + PLAYED_MS + 3_600_000
"""An hour after the server broke off, in a phase of five minutes."""
META = {"session": "s1"}


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another program writes to the file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def bounded(path: Path) -> AbstractContextManager[None]:
    """The disk has room for nothing more."""
    return bounded_files(4_096)


async def play(log: Log) -> tuple[Hall, Guest]:
    """A session of one student, who says a line after three seconds of play."""
    hall = Hall(log)
    (one,) = await playing(hall, "1/yuting")
    hall.clock.at_ms += PLAYED_MS
    await hall.do(one, "a", HI)
    return hall, one


async def killed(folder: Path) -> Path:
    """The session file of a server that was killed while the world was running."""
    path, left = folder / "a.goodpath", folder / "left"
    left.mkdir()
    hall, _ = await play(SqliteLog.create(path, META, {}))
    for beside in ("", "-wal"):
        shutil.copy(f"{path}{beside}", left)
    await hall.close()
    return left / path.name


def kinds_after(log: Log, seq: int) -> list[str]:
    return [record.kind for record in log.records(seq)]


def stands_still(hall: Hall) -> bool:
    """Whether the hour without a server is not played, and the first phase goes on."""
    world = hall.session.stored
    return (world.session.stage, played_ms(world.clock, hall.clock.at_ms)) == ("playing", PLAYED_MS)


@pytest.mark.parametrize("cannot_store", [held, bounded], ids=["another program", "no space"])
@pytest.mark.parametrize(
    ("pauses", "kinds"),
    [
        (False, ["server.returned", "seat.marked"]),
        (True, ["server.returned", "world.paused", "seat.marked"]),
    ],
    ids=["at once", "paused"],
)
async def test_a_server_that_can_store_nothing_when_it_comes_back_plays_nothing_of_its_absence(
    tmp_path: Path,
    cannot_store: Callable[[Path], AbstractContextManager[None]],
    pauses: bool,
    kinds: list[str],
) -> None:
    path = await killed(tmp_path)
    log = SqliteLog(path, patience_s=0.0)
    again = Hall(log, at_ms=BACK_MS, retry_s=0.05, pauses=pauses)
    last = again.session.stored.seq
    with cannot_store(path):
        assert isinstance(await again.settle(), LogError)
        await until(lambda: again.session.world.seq > last)
        assert isinstance(await again.settle(), LogError)
    await until(lambda: again.session.stored.seq > last)
    assert kinds_after(log, last) == kinds
    assert stands_still(again)
    assert bool(again.session.stored.session.paused) is pauses
    await again.close()


async def test_what_is_asked_for_before_it_is_tried_again_comes_behind_the_return() -> None:
    disk = FullDisk(META)
    hall, one = await play(disk)
    await hall.close()
    last = hall.session.stored.seq
    disk.full = True
    again = Hall(disk, keys=hall.keys, at_ms=BACK_MS, retry_s=0.5)
    assert isinstance(await again.settle(), LogError)
    disk.full = False
    back = await again.back(one)
    await until(lambda: not again.session.retry.is_resting)
    again.session.take([(back.member, Do(id="b", command=LINE))])
    await until(lambda: back.done)
    assert kinds_after(disk, last)[:2] == ["server.returned", "message.posted"]
    assert stands_still(again)
    await again.close()


async def test_a_seat_that_is_closed_while_the_log_rests_is_closed_behind_the_return() -> None:
    disk = FullDisk(META)
    hall, _ = await play(disk)
    await hall.close()
    last = hall.session.stored.seq
    disk.full = True
    again = Hall(disk, at_ms=BACK_MS, retry_s=3600.0)
    assert isinstance(await again.settle(), LogError)
    disk.full = False
    await again.doorkeeper.reset(1)
    assert kinds_after(disk, last) == ["server.returned", "seat.closed", "persona.left"]
    assert stands_still(again)
    await again.close()


async def test_a_server_that_ends_before_it_is_tried_again_has_not_played_its_absence(tmp_path: Path) -> None:
    path = await killed(tmp_path)
    log = SqliteLog(path, patience_s=0.0)
    again = Hall(log, at_ms=BACK_MS)
    last = again.session.stored.seq
    with held(path):
        assert isinstance(await again.settle(), LogError)
    await again.close()
    third = SqliteLog(path)
    assert kinds_after(third, last) == ["server.returned", "seat.marked"]
    third.close()
    assert stands_still(again)


async def test_a_session_whose_opening_could_not_be_stored_opens_once_it_can_be() -> None:
    disk = FullDisk(META)
    disk.full = True
    hall = Hall(disk, retry_s=0.05)
    assert isinstance(await hall.settle(), LogError)
    disk.full = False
    await until(lambda: hall.session.stored.seq)
    whole = MemoryLog(META)
    other = Hall(whole)
    await other.settle()
    assert kinds_after(disk, 0) == kinds_after(whole, 0)
    await hall.close()
    await other.close()
