"""A new session that cannot be stored announces itself to nobody, says why, and leaves nothing behind."""

import asyncio
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from goodpath.library import Loaded, load
from goodpath.robot_class import RobotClass, hold
from goodpath.serving import begin, begin_or_go_on, look_at, run_until_stopped

from goodpath_core.errors import LogError
from goodpath_core.scenario.crowd import crowd
from goodpath_server.server import Config, Server
from processes import PATIENCE_S, WORDS, Spoken
from small_disk import bounded_files, can_mount, goodpath_on_small_disk, on_small_disk
from whole_class import talk_scenario

ROOM = 100_000
"""Bytes of a file: enough for a session file without events, and too little for the opening of our town."""
CONFIG = Config(port=0)
OFTEN = "".join(f"  - {{at: -{n}m, by: m1, group: talk1, say: hello}}\n" for n in range(1, 201))
NO_SPACE = "goodpath: There is no space left for town.goodpath; make room on its disk and try again.\n"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A scenario whose opening is much larger than itself, where it is told in five cells."""
    scenario = talk_scenario(tmp_path)
    scenario.write_text(f"{scenario.read_text('utf-8')}before:\n{OFTEN}", "utf-8")
    return scenario


def left(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.mark.parametrize("command", ["serve", "host"])
def test_a_server_on_a_full_disk_invites_nobody_says_so_and_leaves_no_half_made_file(
    tmp_path: Path, town: Path, command: str
) -> None:
    with bounded_files(ROOM):
        server = Spoken(tmp_path, command, str(town), "--cells", "5", "--port", "0", "-o", "town.goodpath")
    try:
        assert server.finish() == 1
    finally:
        server.close()
    assert server.said == (
        "goodpath: town.goodpath could not be written (disk I/O error); look at its disk and try again.\n"
    )
    assert left(tmp_path) == ["talk.yaml"]


@pytest.mark.parametrize("kilobytes", [64, 110, 200])
def test_on_a_disk_that_is_really_full_the_sentence_says_that_there_is_no_space(
    tmp_path: Path, town: Path, kilobytes: int
) -> None:
    if not can_mount(tmp_path):
        pytest.skip("this machine lets nobody have a small file system")
    words = ("serve", town, "--cells", "5", "--port", "0", "-o", "town.goodpath")
    assert goodpath_on_small_disk(tmp_path, kilobytes, *words) == f"{NO_SPACE}code 1\n"


ON_NO_DISK = """
from pathlib import Path
from goodpath.demo_process import play_demo
from goodpath.server_process import ServerProcess
from goodpath_core.errors import GoodpathError
from goodpath_server.server import Config
try:
    with open("filler", "wb", buffering=0) as filler:
        while True:
            filler.write(bytes(4096))
except OSError:
    pass
try:
    {start}
except GoodpathError as no:
    print(no)
"""


@pytest.mark.parametrize(
    ("start", "says"),
    [
        ('ServerProcess.start("ten-pictures", Path("a.goodpath"), Config(port=0))', ""),
        ('play_demo("ten-pictures", Path("a.goodpath"), 1, 2.0)', "The demo class could not start: "),
    ],
    ids=["a server", "a demo"],
)
def test_what_cannot_even_write_down_why_it_does_not_start_is_said_to_have_no_space(
    tmp_path: Path, start: str, says: str
) -> None:
    if not can_mount(tmp_path):
        pytest.skip("this machine lets nobody have a small file system")
    said = on_small_disk(tmp_path, 100, sys.executable, "-c", ON_NO_DISK.format(start=start))
    no_space = "There is no space left for a.log; make room on its disk and try again."
    assert said == f"{says}{no_space}\ncode 0\nfiller\n"


async def test_a_class_of_robots_that_cannot_be_stored_is_over_before_it_begins(tmp_path: Path) -> None:
    plan = RobotClass(Loaded(crowd(5000), {}), tmp_path / "dry.goodpath", 1, 1, 120.0)
    told: list[Server] = []
    with bounded_files(ROOM), pytest.raises(LogError, match=r"dry\.goodpath could not be written"):
        async with asyncio.timeout(PATIENCE_S):
            await hold(plan, ready=told.append, begin=never, stop=asyncio.Event())
    assert (told, left(tmp_path)) == ([], [])


async def never() -> None:
    await asyncio.Event().wait()


async def test_a_session_that_goes_on_comes_up_without_space_and_stores_once_there_is_some(
    tmp_path: Path,
) -> None:
    path, told = tmp_path / "class.goodpath", list[int]()

    async def tell(server: Server) -> None:
        told.append(server.session.stored.seq)
        server.leaving.set()

    first = begin_or_go_on(look_at("ten-pictures", path), path, CONFIG)
    await run_until_stopped(first, tell, is_new=True)
    again = begin_or_go_on(look_at("", path), path, CONFIG)
    with bounded_files(4096):
        await run_until_stopped(again, tell)
    assert told[0] == told[1] > 0
    third = begin_or_go_on(look_at("", path), path, CONFIG)
    await run_until_stopped(third, tell)
    assert third.session.stored.seq >= told[0]


FILLED = 'cp "$1" "$2" . && cat /dev/zero > filler 2>&-; truncate -s -"$3"K filler; shift 3; exec "$@"'


@pytest.mark.parametrize("free", [0, 28])
@pytest.mark.parametrize("command", ["serve", "host"])
async def test_a_healthy_file_for_which_there_is_no_space_is_not_called_damaged(
    tmp_path: Path, command: str, free: int
) -> None:
    if not can_mount(tmp_path):
        pytest.skip("this machine lets nobody have a small file system")
    path = await town_file(tmp_path)
    assert on_filled_disk(path, free, command).startswith(f"{NO_SPACE}code 1\n")


async def test_a_damaged_file_is_called_so_even_where_there_is_little_space(tmp_path: Path) -> None:
    if not can_mount(tmp_path):
        pytest.skip("this machine lets nobody have a small file system")
    path = await town_file(tmp_path)
    with closing(sqlite3.connect(path)) as other:
        other.executescript("PRAGMA journal_mode = DELETE; DROP TABLE epoch;")
    assert on_filled_disk(path, 40, "serve").startswith("goodpath: town.goodpath is damaged (no such table: ")


async def town_file(folder: Path) -> Path:
    """A session file that can be gone on with."""
    path = folder / "town.goodpath"
    await run_until_stopped(begin_or_go_on(look_at("ten-pictures", path), path, CONFIG), leave, is_new=True)
    return path


def on_filled_disk(path: Path, kilobytes: int, command: str) -> str:
    """Go on with a copy of a session file on a disk with so much room: all that is said."""
    filled = ("sh", "-c", FILLED, "sh", str(path), str(path.with_suffix(".key")), str(kilobytes))
    return on_small_disk(path.parent, 9_000, *filled, *WORDS, command, path.name, "--port", "0")


async def leave(server: Server) -> None:
    server.leaving.set()


async def test_a_file_that_was_left_without_its_opening_is_not_served_and_stays(tmp_path: Path) -> None:
    path, loaded = tmp_path / "class.goodpath", load("ten-pictures")
    empty = begin(loaded.scenario, loaded.pictures, path, CONFIG)
    empty.keys.save()
    await empty.stop()
    again = begin_or_go_on(look_at("", path), path, CONFIG)
    told: list[Server] = []

    async def tell(server: Server) -> None:
        told.append(server)

    with bounded_files(4096), pytest.raises(LogError, match="could not be written"):
        async with asyncio.timeout(PATIENCE_S):
            await run_until_stopped(again, tell)
    assert told == [] and path.exists()
