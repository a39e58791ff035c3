"""How far chats were read is on the disk at once: it outlives the client, and nobody else may read it."""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

from goodpath.playing import open_seat

from client.little_server import CODE, LittleServer, until
from goodpath_client.kept_seats import SEATS_MAX
from goodpath_client.link import Link
from goodpath_client.plain.talk import talk
from goodpath_client.read_marks import LINES_MAX, ROOMS_MAX, Mark, ReadMarks
from goodpath_client.seats import SeatToken, SeatTokens
from goodpath_core.play.bounds import WINDOW
from goodpath_core.play.briefing import ReadBriefing
from goodpath_core.play.messages import PostMessage
from town import playing

ROOM = "1/line3"
READER = """
import sys
from pathlib import Path
from goodpath_client.kept_seats import SEATS_MAX
from goodpath_client.read_marks import Mark, ReadMarks

marks = ReadMarks(Path(sys.argv[1]))
marks.open("town", 1)
for number in range(1, 1_000_000):
    marks.keep("1/line3", Mark(number, frozenset({number + 2})))
    print(number, flush=True)
"""


def opened(folder: Path | None, seat: int = 1) -> ReadMarks:
    marks = ReadMarks(folder)
    marks.open("town", seat)
    return marks


def size(folder: Path) -> int:
    """How many lines stand in all files of a folder."""
    return sum(len(file.read_bytes().splitlines()) for file in folder.iterdir())


def test_another_run_finds_the_marks_of_its_seat(tmp_path: Path) -> None:
    marks = opened(tmp_path / "state" / "read")
    marks.keep(ROOM, Mark(7, frozenset({9, 11})))
    marks.keep("private:1/jun+1/yuting", Mark(8))

    again = opened(tmp_path / "state" / "read")
    assert again.find(ROOM) == Mark(7, frozenset({9, 11}))
    assert again.find("private:1/jun+1/yuting") == Mark(8)
    assert opened(tmp_path / "state" / "read", seat=2).find(ROOM) == Mark()


def test_nobody_but_its_owner_may_read_a_file(tmp_path: Path) -> None:
    marks = opened(tmp_path / "read")
    marks.keep(ROOM, Mark(7))

    assert (tmp_path / "read").stat().st_mode & 0o777 == 0o700
    assert [file.stat().st_mode & 0o777 for file in (tmp_path / "read").iterdir()] == [0o600]


def test_kill_9_of_a_reading_client_makes_nothing_new_that_was_read(tmp_path: Path) -> None:
    """The parent believes only what the child had printed after it was kept."""
    reader = subprocess.Popen(
        [sys.executable, "-c", READER, str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert reader.stdout is not None
    for _ in range(LINES_MAX + 100):
        reader.stdout.readline()
    reader.send_signal(signal.SIGKILL)
    told = [int(line) for line in reader.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    reader.stdout.close()
    reader.wait()

    found = opened(tmp_path).find(ROOM)
    assert found.read >= max(told, default=LINES_MAX + 100)
    assert found.alone == {found.read + 2}


def test_a_line_that_was_cut_off_or_spoilt_is_passed_over(tmp_path: Path) -> None:
    opened(tmp_path).keep(ROOM, Mark(7))
    file = next(tmp_path.iterdir())
    spoilt = b'[1]\n7\n{"room": "1/town"}\n{"room": "1/town", "read": [], "alone": 0}\n\xff\n{"room": "1/li'
    file.write_bytes(file.read_bytes() + spoilt)

    marks = opened(tmp_path)
    assert (marks.find(ROOM), marks.find("1/town")) == (Mark(7), Mark())
    marks.keep(ROOM, Mark(9))
    assert opened(tmp_path).find(ROOM) == Mark(9)


def test_what_is_kept_stays_small_however_much_is_read(tmp_path: Path) -> None:
    marks = opened(tmp_path)
    for number in range(1, 3 * LINES_MAX):
        marks.keep(ROOM, Mark(number))
    assert size(tmp_path) <= LINES_MAX + 1
    marks.keep(ROOM, Mark(1, frozenset(range(3, 3 + 5 * WINDOW))))
    assert opened(tmp_path).find(ROOM).alone == frozenset(range(3 + 4 * WINDOW, 3 + 5 * WINDOW))

    for number in range(ROOMS_MAX + 1):
        marks.keep(f"private:{number}+x", Mark(1))
    again = opened(tmp_path)
    assert (again.find("private:0+x"), again.find(f"private:{ROOMS_MAX}+x")) == (Mark(), Mark(1))


def test_only_the_newest_seats_are_remembered(tmp_path: Path) -> None:
    files: set[Path] = set()
    for seat in range(1, SEATS_MAX + 1):
        opened(tmp_path, seat).keep(ROOM, Mark(seat))
        (fresh,) = {*tmp_path.iterdir()} - files
        files.add(fresh)
        os.utime(fresh, (1_700_000_000 + seat, 1_700_000_000 + seat))
    opened(tmp_path, SEATS_MAX + 1)

    assert len([*tmp_path.iterdir()]) == SEATS_MAX
    assert (opened(tmp_path, 2).find(ROOM), opened(tmp_path, 1).find(ROOM)) == (Mark(2), Mark())


def test_what_was_read_at_another_terminal_is_read_here_when_the_seat_is_taken_back(tmp_path: Path) -> None:
    older = opened(tmp_path)
    older.keep(ROOM, Mark(3))
    opened(tmp_path).keep(ROOM, Mark(9))
    older.open("town", 1)
    assert older.find(ROOM) == Mark(9)
    older.keep(ROOM, Mark(12))
    assert opened(tmp_path).find(ROOM) == Mark(12)


def test_without_a_folder_or_a_writable_one_the_marks_live_as_long_as_the_process(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    for folder in (None, tmp_path / "file"):
        marks = opened(folder)
        marks.keep(ROOM, Mark(7))
        marks.open("town", 1)
        assert marks.find(ROOM) == Mark(7)
        marks.open("town", 2)
        assert marks.find(ROOM) == Mark()


async def heard(server: LittleServer, folder: Path, typed: str, words: str) -> str:
    """Come in by lines of text, type something, and leave after a sentence with these words: the sentence."""
    link, store, *_ = open_seat(f"127.0.0.1:{server.port}", CODE, "Ana", folder=folder, now=lambda: 0)
    assert isinstance(link, Link)
    printed: list[str] = []
    lines: asyncio.Queue[str | None] = asyncio.Queue()
    talking = asyncio.create_task(talk(link, store, read=lines.get, write=printed.append, now=lambda: 0))
    await until(lambda: any("Seat 1." in line for line in printed))
    lines.put_nowait(typed)
    await until(lambda: any(words in line for line in printed))
    lines.put_nowait(None)
    await talking
    return next(line for line in printed if words in line)


async def test_a_chat_read_out_is_not_new_when_one_comes_back_in_lines_of_text(tmp_path: Path) -> None:
    town = playing()
    town.do(ReadBriefing(), town.seat(1))
    for number in range(8):
        town.do(PostMessage(room=ROOM, text=f"Line {number}."), town.player("1/ming"))
    async with LittleServer(town) as server:
        token = SeatToken(server.address, "town", CODE, "Ana", "student", 1, "seat-1")
        SeatTokens(tmp_path / "seats.json").keep(token)
        assert ": 8 new" in await heard(server, tmp_path, "/rooms", "Line 3: ")
        assert "; 8 new" in await heard(server, tmp_path, "/room 1", "You are in Line 3")
        assert "; 0 new" in await heard(server, tmp_path, "/room 1", "You are in Line 3")
        town.do(PostMessage(room=ROOM, text="One more."), town.player("1/ming"))
        assert "; 1 new" in await heard(server, tmp_path, "/room 1", "You are in Line 3")
