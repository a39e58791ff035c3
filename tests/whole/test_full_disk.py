"""A disk that is full or only to be read: nothing is acknowledged that is not stored, and reading goes on."""

import asyncio
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from only_read import limited, unwritable
from soaks.disk import can_bound, disk
from soaks.review import exported, faults_in
from soaks.town_hall import seated, session_file, town_hall
from whole_class import PROGRAM, Wire

ROOM = "1/talk1"
FULL = """\
CREATE TABLE last (number INTEGER PRIMARY KEY AUTOINCREMENT);
INSERT INTO last VALUES (9223372036854775807);
CREATE TRIGGER no_room BEFORE INSERT ON event BEGIN INSERT INTO last VALUES (NULL); END;
"""
"""After the last number there is none: SQLite answers every event as it does when there is no room."""
ROOM_AGAIN = "DROP TRIGGER no_room; DROP TABLE last;"
RETRY_S = 0.3


async def test_a_full_disk_refuses_reads_on_and_recovers_without_a_restart(tmp_path: Path) -> None:
    if not can_bound():
        pytest.skip("the bound of another process can be raised on Linux only")
    assert (await disk(tmp_path, values=3)).faults == []


def script(path: Path, text: str) -> None:
    """Run statements on a session file beside its server."""
    with closing(sqlite3.connect(path, timeout=10)) as other:
        other.executescript(text)


async def until_done(wire: Wire, request: str) -> None:
    """Send a request again until it is stored."""
    async with asyncio.timeout(20):
        while await wire.ask(request, "post_message", room=ROOM, text="kept") != "done":
            wire.refused.pop(request)
            await asyncio.sleep(RETRY_S)


async def test_when_sqlite_itself_is_full_nothing_is_acknowledged_until_it_has_room(tmp_path: Path) -> None:
    path = session_file(tmp_path)
    async with town_hall(tmp_path) as server:
        one, other = await seated(server, 2, Wire)
        assert await one.ask("before", "post_message", room=ROOM, text="before") == "done"
        script(path, FULL)
        with pytest.raises(sqlite3.OperationalError) as full:
            script(path, "INSERT INTO event (seq) VALUES (-1)")
        assert full.value.sqlite_errorcode == sqlite3.SQLITE_FULL
        assert await one.ask("lost", "post_message", room=ROOM, text="kept") == "storage_error"
        assert isinstance(await other.query(1, kind="history", room=ROOM, before=10_000), bytes)
        script(path, ROOM_AGAIN)
        one.refused.pop("lost")
        await until_done(one, "lost")
        await other.until(lambda: len(other.lines(ROOM)) == 2)
    assert [line.text for line in await exported(path)] == ["before", "kept"]
    assert await faults_in(path) == []


@pytest.mark.parametrize("what", ["file", "folder"])
async def test_what_may_only_be_read_is_not_served_and_can_be_reviewed(tmp_path: Path, what: str) -> None:
    folder = tmp_path / "class"
    folder.mkdir()
    path = session_file(folder)
    async with town_hall(folder):
        pass
    for left in folder.glob(".*"):
        left.unlink()
    before = path.read_bytes()
    with unwritable(path, *([folder] if what == "folder" else [])):
        command = [*limited(), str(PROGRAM), "serve", "-o", str(path), "--port", "0"]
        served = await asyncio.to_thread(
            subprocess.run, command, capture_output=True, text=True, check=False, timeout=60
        )
        assert (served.returncode, served.stdout) == (1, "")
        assert served.stderr.startswith("goodpath: ") and "be written" in served.stderr
        assert len(served.stderr.splitlines()) == 1
        command = [*limited(), str(PROGRAM), "verify", str(path)]
        verified = await asyncio.to_thread(
            subprocess.run, command, capture_output=True, text=True, check=False, timeout=60
        )
        assert verified.returncode == 0, verified.stderr
    assert path.read_bytes() == before
