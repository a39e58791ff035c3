"""While the key file cannot be written nobody new comes in: students hear to wait, a teacher why."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from goodpath_core.wire.closing import NOT_STORED
from goodpath_core.wire.frames import AskDoor, AskHistory, AskReset, Hello, Here, RefusedFrame
from goodpath_core.wire.limits import PROTOCOL
from goodpath_server.keyfile import KeyFile
from goodpath_server.log.sqlite import SqliteLog
from goodpath_server.space import key_not_written
from goodpath_server.unstored import NOT_READ
from hall import CODE, Guest, Hall, until

NEW = Hello(version=PROTOCOL, code=CODE)
MINA = "0123456789abcdef" * 2
"""The secret that Mina makes for herself."""
NOT_NOW = ("storage_error", NOT_STORED.text, NOT_STORED.code)
UNWRITTEN = (
    "The key file {path} could not be written (class.key.new: Is a directory); "
    "look at its folder, and whether files can be written there."
)


@contextmanager
def in_the_way(path: Path) -> Iterator[None]:
    """Something lies where the key file is written anew."""
    path.with_name("class.key.new").mkdir()
    yield
    path.with_name("class.key.new").rmdir()


def class_with(path: Path, retry_s: float) -> Hall:
    """A class whose names are kept here, and whose teacher is told how that goes, as by a server."""
    return Hall(keys=KeyFile(path), retry_s=retry_s, tells=True)


def told(guest: Guest) -> str | None:
    """What was last said to somebody of the opening of seats; None if nothing was."""
    said = guest.of(Here)
    return said[-1].unopened if said else None


async def test_whoever_is_new_hears_to_come_back_and_not_of_the_files_of_the_server(tmp_path: Path) -> None:
    hall = class_with(tmp_path / "class.key", 3600.0)
    with in_the_way(tmp_path / "class.key"):
        assert [await hall.refused(NEW) for _ in range(2)] == [NOT_NOW, NOT_NOW]


async def test_the_teacher_hears_why_and_that_it_is_over_though_nobody_else_comes(tmp_path: Path) -> None:
    path = tmp_path / "class.key"
    hall = class_with(path, 0.05)
    one, teacher = await hall.student("1/yuting"), await hall.teacher()
    with in_the_way(path):
        assert await hall.refused(NEW) == NOT_NOW
        await until(lambda: told(teacher) == f"Nobody new can join. {UNWRITTEN.format(path=path)}")
        # Whoever plays can be stored, and need not know.
        assert {here.unopened for here in one.of(Here)} <= {None}
        assert {here.unstored for here in one.of(Here)} <= {""}
    await until(lambda: told(teacher) == "")
    assert (await hall.come(NEW)).welcome.seat == 2


async def test_who_comes_when_it_can_be_written_again_ends_it_at_once(tmp_path: Path) -> None:
    path = tmp_path / "class.key"
    hall = class_with(path, 3600.0)
    teacher = await hall.teacher()
    with in_the_way(path):
        assert await hall.refused(NEW) == NOT_NOW
        await until(lambda: told(teacher))
    assert (await hall.come(NEW)).welcome.seat == 1
    await until(lambda: told(teacher) == "")


async def test_a_known_secret_that_needs_no_writing_does_not_end_it(tmp_path: Path) -> None:
    path = tmp_path / "class.key"
    hall = class_with(path, 3600.0)
    hall.keys.reserve(MINA, "Mina", 0)
    with in_the_way(path):
        assert await hall.refused(NEW) == NOT_NOW
        assert (await hall.come(Hello(version=PROTOCOL, code=CODE, secret=MINA))).welcome.seat == 1
        assert hall.key_writing.fault


async def test_a_seat_that_was_closed_meanwhile_stays_closed_once_it_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "class.key"
    hall = class_with(path, 0.05)
    one, teacher = await hall.student("1/yuting"), await hall.teacher()
    with in_the_way(path):
        assert await hall.ask(teacher, AskReset(seat=1)) == "storage_error"
        assert await hall.ask(teacher, AskDoor(turn="renew")) == "storage_error"
        assert not KeyFile(path).is_void(one.welcome.token)
    await until(lambda: KeyFile(path).is_void(one.welcome.token))


async def test_when_the_log_cannot_be_read_the_teacher_alone_hears_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "class.goodpath"
    SqliteLog.create(path, {"session": "s1"}, {}).close()
    hall = Hall(SqliteLog(path))
    one, teacher = await hall.student("1/yuting"), await hall.teacher()
    path.rename(tmp_path / "moved.goodpath")
    for guest in (one, teacher):
        assert await hall.ask(guest, AskHistory(room="1/line3", before=10_000)) == "storage_error"
    assert [frame.text for frame in one.of(RefusedFrame)] == [NOT_READ]
    (why,) = [frame.text for frame in teacher.of(RefusedFrame)]
    assert why.startswith("The session file could not be read (")
    await hall.close()


def test_a_full_disk_is_called_so_and_anything_else_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "class.key"
    full = key_not_written(path, OSError(errno.ENOSPC, "No space left on device"))
    assert str(full) == f"There is no space left for {path}; make room on its disk and try again."
    other = key_not_written(path, OSError(errno.EACCES, "Permission denied", str(path)))
    assert str(other) == UNWRITTEN.format(path=path).replace(
        "class.key.new: Is a directory", "Permission denied"
    )
