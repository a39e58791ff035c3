"""Two windows of this computer at one seat: one of them plays, nothing is said twice, nothing is lost."""

import asyncio
from pathlib import Path

from client.little_server import Ids, LittleServer, running, seat_of_yuting, until
from goodpath_client.changes import Change
from goodpath_client.newest_window import NewestWindow
from goodpath_client.outbox import Outbox, read_requests
from goodpath_client.seats import SeatTokens
from goodpath_core.play.control import StartWorld
from goodpath_core.play.event import Command
from goodpath_core.play.messages import PostMessage
from goodpath_core.wire.closing import FULL, TAKEN_OVER
from town import TEACHER, lobby, playing

OWNER = "town|student|1"


def line(text: str) -> Command:
    return PostMessage(room="1/line3", text=text)


def said(server: LittleServer) -> list[str]:
    return [m.text for m in server.town.world.rooms["1/line3"].messages]


def window(folder: Path, head: str) -> Outbox:
    outbox = Outbox(folder, Ids(head))
    outbox.open(OWNER)
    return outbox


def waits(folder: Path) -> list[str]:
    return [request.id for path in folder.iterdir() for request in read_requests(path)]


async def test_a_window_that_was_replaced_while_away_asks_first_and_says_nothing_that_was_settled_there(
    tmp_path: Path,
) -> None:
    town = lobby()
    async with LittleServer(town) as gone:
        tokens = seat_of_yuting(tmp_path / "seats.json", gone)
        older, copy = gone.link(Outbox(tmp_path / "outbox", Ids("older")), tokens)
        task = asyncio.create_task(older.run())
        await until(lambda: copy.link.kind == "connected")
    await until(lambda: copy.link.kind == "reconnecting")
    older.do(line("Line X"))
    async with LittleServer(town) as there:
        newer, store = there.link(
            Outbox(tmp_path / "outbox", Ids("newer")), SeatTokens(tmp_path / "seats.json")
        )
        refused: list[Change] = []
        store.on_change(lambda change: refused.append(change) if change.kind == "refused" else None)
        async with running(newer):
            await until(lambda: refused)
            assert refused[0].command == line("Line X")
            await there.do(StartWorld(), TEACHER)
            newer.do(line("Line X, mended"))
            await until(lambda: store.link.waiting == 0)
            assert await asyncio.wait_for(task, 20) is TAKEN_OVER
            assert (copy.link.kind, copy.link.text) == ("closed", TAKEN_OVER.text)
    async with LittleServer(town, port=gone.port) as back, running(older):
        await until(lambda: copy.link.online)
        older.do(line("Said here again"))
        await until(lambda: copy.link.waiting == 0)
        assert said(back) == ["Line X, mended", "Said here again"]
        assert copy.pending("1/line3") == []


async def test_a_window_that_is_the_only_one_comes_back_by_itself(tmp_path: Path) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats.json", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            server.cut()
            await until(lambda: len(server.hellos) == 2 and store.link.online)


async def test_a_window_that_never_got_in_takes_the_seat_from_nobody(tmp_path: Path) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats.json", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            server.goodbye = FULL
            newer, copy = server.link(tokens=SeatTokens(tmp_path / "seats.json"))
            async with running(newer):
                await until(lambda: len(server.hellos) >= 2)
            assert copy.welcome is None
            server.goodbye, said = None, len(server.hellos)
            server.cut()
            await until(lambda: len(server.hellos) > said and store.link.online)


def test_who_hands_a_seat_over_sends_only_what_is_still_to_be_sent_when_it_comes_back(
    tmp_path: Path,
) -> None:
    older = window(tmp_path, "older")
    older.add(line("Refused there."))
    older.add(line("Not answered there."))
    newer = window(tmp_path, "newer")
    older.hand_over()
    newer.settle("older1", refused=True)
    newer.add(line("Begun there."))
    older.open(OWNER)
    assert [request.id for request in older] == waits(tmp_path) == ["older2", "newer1"]


def test_a_seat_that_was_left_with_nothing_to_send_brings_nothing_back(tmp_path: Path) -> None:
    older = window(tmp_path, "older")
    older.add(line("Refused there."))
    newer = window(tmp_path, "newer")
    older.hand_over()
    newer.settle("older1", refused=True)
    newer.close()
    older.open(OWNER)
    assert list(older) == []


def test_a_new_line_of_the_older_window_does_not_bring_back_what_the_newer_one_has_settled(
    tmp_path: Path,
) -> None:
    older = window(tmp_path, "older")
    older.add(line("Refused there."))
    newer = window(tmp_path, "newer")
    newer.settle("older1", refused=True)
    older.add(line("Written here, not knowing it."))
    assert [request.id for request in older] == waits(tmp_path) == ["older2"]


def test_what_is_on_no_disk_stays_with_the_window_that_it_was_written_in(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    for folder in (None, tmp_path / "file"):
        outbox = Outbox(folder, Ids())
        outbox.open(OWNER)
        kept = outbox.add(line("In memory."))
        outbox.hand_over()
        outbox.open(OWNER)
        assert list(outbox) == [kept]


def test_the_window_that_came_last_is_the_newest_until_another_comes(tmp_path: Path) -> None:
    older, newer = NewestWindow(tmp_path / "newest"), NewestWindow(tmp_path / "newest")
    older.claim("token")
    assert not older.is_replaced()
    newer.claim("token")
    older.claim("token")
    assert (older.is_replaced(), newer.is_replaced()) == (True, False)
    older.leave()
    older.claim("token")
    assert (older.is_replaced(), newer.is_replaced()) == (False, True)
    other = NewestWindow(tmp_path / "newest")
    other.claim("token of another seat")
    assert not older.is_replaced()


def test_where_nothing_can_be_noted_nobody_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    for folder in (None, tmp_path / "file"):
        older, newer = NewestWindow(folder), NewestWindow(folder)
        older.claim("token")
        newer.claim("token")
        assert not older.is_replaced()
    nobody = NewestWindow(tmp_path / "newest")
    nobody.claim("")
    assert not nobody.is_replaced() and not (tmp_path / "newest").exists()
