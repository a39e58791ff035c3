"""What waits for a seat that is no more comes back with its words and a reason, said as nobody else."""

from pathlib import Path

import pytest

from client.little_server import CODE, Ids, LittleServer, running, seat_of_yuting, until
from goodpath_client.changes import Change
from goodpath_client.lost_seat import SEAT_GONE
from goodpath_client.outbox import Outbox, read_requests
from goodpath_client.seats import SeatToken, SeatTokens
from goodpath_client.store import Store
from goodpath_core.play.event import Command
from goodpath_core.play.messages import PostMessage, TakeBackMessage
from goodpath_core.play.seats import TakePersona
from goodpath_core.wire.closing import LOCKED, RESET, WRONG_CODE, Closing
from town import playing

ROOM, OWNER, TOKEN = "1/line3", "town|student|1", "seat-1"
FIRST, SECOND = PostMessage(room=ROOM, text="First words."), PostMessage(room=ROOM, text="Second words.")
WHY = {
    RESET: "This was for a seat that your teacher has closed, ",
    WRONG_CODE: "This was for a seat that is not known",
}


def noted(store: Store) -> list[Change]:
    """What is told of requests that were not done."""
    told: list[Change] = []
    store.on_change(lambda one: told.append(one) if one.kind in ("refused", "withdrawn") else None)
    return told


def said(server: LittleServer) -> list[str]:
    return [line.text for line in server.town.world.rooms[ROOM].messages]


def waits(folder: Path) -> list[Command]:
    return [request.command for file in folder.glob("*") for request in read_requests(file)]


def left_behind(folder: Path, owner: str = OWNER) -> None:
    """An earlier process of the seat was left without a connection."""
    killed = Outbox(folder, Ids("before"))
    killed.open(owner)
    killed.add(FIRST, "1/yuting")


async def start(server: LittleServer, folder: Path, head: str) -> list[Change]:
    """What a new process of the seat tells, until it is in or is sent away."""
    tokens = SeatTokens(folder / "seats.json")
    link, store = server.link(Outbox(folder / "outbox", Ids(head)), tokens)
    told = noted(store)
    async with running(link):
        await until(lambda: store.link.kind in ("connected", "closed"))
    return told


@pytest.mark.parametrize("closing", [RESET, WRONG_CODE], ids=["closed by the teacher", "not known"])
async def test_what_was_written_without_a_connection_comes_back_whole_where_the_seat_is_gone(
    tmp_path: Path, closing: Closing
) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(
            Outbox(tmp_path / "outbox", Ids()), seat_of_yuting(tmp_path / "seats.json", server)
        )
        told = noted(store)
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            server.cut()
            await until(lambda: store.link.kind == "reconnecting")
            for line in (FIRST, SECOND):
                link.do(line)
            server.void[TOKEN] = closing
            await until(lambda: len(told) == 2 and store.link.waiting == 0)
            assert [(one.kind, one.code, one.command, one.persona) for one in told] == [
                ("refused", SEAT_GONE, FIRST, "1/yuting"),
                ("refused", SEAT_GONE, SECOND, "1/yuting"),
            ]
            assert all(one.text.startswith(WHY[closing]) for one in told)
            assert (store.pending(ROOM), store.asked, waits(tmp_path / "outbox")) == ([], {}, [])
            assert said(server) == []


async def test_whose_seat_the_teacher_has_closed_is_told_so_and_joins_anew_by_an_act_of_their_own(
    tmp_path: Path,
) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats.json", server))
        async with running(link) as task:
            await until(lambda: store.link.kind == "connected")
            server.cut()
            server.void[TOKEN] = RESET
            assert await task is RESET
        assert (store.link.kind, store.link.text) == ("closed", RESET.text)
        assert [hello.token for hello in server.hellos] == [TOKEN, TOKEN]
        anew, copy = server.link(tokens=SeatTokens(tmp_path / "seats.json"))
        async with running(anew):
            await until(lambda: copy.link.kind == "connected")
        assert (server.hellos[-1].token, copy.seat != 1, copy.me) == ("", True, "")


async def test_what_is_written_after_the_seat_was_closed_comes_back_at_once(tmp_path: Path) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(
            Outbox(tmp_path / "outbox", Ids()), seat_of_yuting(tmp_path / "seats.json", server)
        )
        told = noted(store)
        async with running(link) as task:
            await until(lambda: store.link.kind == "connected")
            await server.end(RESET)
            assert await task is RESET
            link.do(FIRST)
        assert [(one.code, one.command) for one in told] == [(SEAT_GONE, FIRST)]
        assert (store.pending(ROOM), list((tmp_path / "outbox").iterdir())) == ([], [])


async def test_what_is_written_while_no_other_seat_can_be_had_comes_back_at_once(tmp_path: Path) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats.json", server))
        told = noted(store)
        async with running(link) as task:
            await until(lambda: store.link.kind == "connected")
            server.void = {TOKEN: WRONG_CODE, "": LOCKED}
            server.cut()
            assert await task is LOCKED
            link.do(FIRST)
        assert [(one.code, one.command) for one in told] == [(SEAT_GONE, FIRST)]


async def test_whoever_is_at_the_seat_that_is_closed_gets_back_what_was_not_answered(tmp_path: Path) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(
            Outbox(tmp_path / "outbox", Ids()), seat_of_yuting(tmp_path / "seats.json", server)
        )
        told = noted(store)
        async with running(link) as task:
            await until(lambda: store.link.kind == "connected")
            server.full = "The disk is full."
            link.do(FIRST)
            await until(lambda: store.link.unstored)
            await server.end(RESET)
            assert await task is RESET
        assert [(one.code, one.command) for one in told] == [(SEAT_GONE, FIRST)]
        assert waits(tmp_path / "outbox") == []


@pytest.mark.parametrize("closing", [RESET, WRONG_CODE], ids=["closed by the teacher", "not known"])
async def test_also_what_an_earlier_process_has_left_comes_back_once(
    tmp_path: Path, closing: Closing
) -> None:
    left_behind(tmp_path / "outbox")
    async with LittleServer(playing()) as server:
        seat_of_yuting(tmp_path / "seats.json", server)
        server.void[TOKEN] = closing
        told = await start(server, tmp_path, "first") + await start(server, tmp_path, "second")
        assert [hello.token for hello in server.hellos][:2] == [TOKEN, ""]
        assert [(one.code, one.command, one.persona) for one in told] == [(SEAT_GONE, FIRST, "1/yuting")]
        assert said(server) == []


async def test_a_seat_that_was_only_tried_and_may_be_of_another_session_keeps_what_waits(
    tmp_path: Path,
) -> None:
    left_behind(tmp_path / "outbox", "monday|student|1")
    async with LittleServer(playing()) as server:
        tokens = SeatTokens(tmp_path / "seats.json")
        tokens.keep(SeatToken(server.address, "monday", "OLDCODE2", "Ann", "student", 1, "of monday"))
        link, store = server.link(Outbox(tmp_path / "outbox", Ids()), tokens)
        told = noted(store)
        async with running(link):
            await until(lambda: store.link.kind == "connected")
        assert [hello.token for hello in server.hellos] == ["of monday", ""]
        assert (told, waits(tmp_path / "outbox")) == ([], [FIRST])
        assert SeatTokens(tmp_path / "seats.json").get("of monday") is not None


async def test_a_seat_that_was_only_tried_is_forgotten_where_its_server_knows_that_it_is_closed(
    tmp_path: Path,
) -> None:
    left_behind(tmp_path / "outbox")
    async with LittleServer(playing()) as server:
        tokens = SeatTokens(tmp_path / "seats.json")
        tokens.keep(SeatToken(server.address, "town", "OLDCODE2", "Ann", "student", 1, TOKEN))
        server.void[TOKEN] = RESET
        link, store = server.link(Outbox(tmp_path / "outbox", Ids()), tokens)
        told = noted(store)
        assert await link.run() is RESET
        assert [one.command for one in told] == [FIRST]
        assert SeatTokens(tmp_path / "seats.json").get(TOKEN) is None


async def test_a_line_that_was_taken_back_does_not_come_back_but_that_it_may_stand_there_is_told(
    tmp_path: Path,
) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats.json", server))
        told = noted(store)
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            server.quiet = True
            line = link.do(FIRST)
            await until(lambda: said(server) == ["First words."])
            assert link.recall(line) != ""
            server.void[TOKEN] = RESET
            server.cut()
            await until(lambda: store.link.kind == "closed")
        assert [(one.kind, type(one.command)) for one in told] == [
            ("withdrawn", PostMessage),
            ("refused", TakeBackMessage),
        ]


async def test_what_is_asked_for_between_two_seats_is_not_done_from_the_new_one(tmp_path: Path) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(
            Outbox(tmp_path / "outbox", Ids()), seat_of_yuting(tmp_path / "seats.json", server)
        )
        told = noted(store)

        def ask_once(change: Change) -> None:
            if change.kind == "refused" and len(told) == 1:
                link.do(TakePersona())

        async with running(link):
            await until(lambda: store.link.kind == "connected")
            server.cut()
            await until(lambda: store.link.kind == "reconnecting")
            link.do(FIRST)
            asked = store.on_change(ask_once)
            server.void[TOKEN] = WRONG_CODE
            await until(lambda: store.link.kind == "connected")
            asked()
            assert [(one.code, type(one.command)) for one in told] == [
                (SEAT_GONE, PostMessage),
                (SEAT_GONE, TakePersona),
            ]
            assert (len(server.hellos), store.me, server.carried_out) == (3, "", [])


async def test_a_wrong_code_of_somebody_new_takes_nothing_from_anybody(tmp_path: Path) -> None:
    left_behind(tmp_path / "outbox")
    async with LittleServer(playing()) as server:
        seat_of_yuting(tmp_path / "seats.json", server)
        tokens = SeatTokens(tmp_path / "seats.json")
        link, store = server.link(Outbox(tmp_path / "outbox", Ids()), tokens, code="WRONG1", name="Ben")
        told = noted(store)
        assert await link.run() is WRONG_CODE
        assert (told, waits(tmp_path / "outbox")) == ([], [FIRST])
        assert tokens.find(server.address, CODE, "Ann", "student") is not None
