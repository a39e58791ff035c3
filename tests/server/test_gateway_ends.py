"""How a connection ends: taken over, silent, told to come back, or cut."""

import asyncio
import socket as sockets

import pytest

from goodpath_core.wire.closing import (
    ENDED,
    RESTART,
    TAKEN_OVER,
)
from goodpath_core.wire.frames import Here
from goodpath_server.connection import CLOSE_TICKS, PING_TICKS
from goodpath_server.gateway import CLOSE_S, SWEEP_S
from goodpath_server.server import Server
from hall import until
from server.callers import Run, heard, join, player, upgraded
from whole_class import Wire

PING = b"\x89\xfd" + bytes(4) + bytes(125)


async def test_the_seat_at_a_new_terminal_closes_the_old_one_with_the_reason(server: Server) -> None:
    old = await player(server, "1/yuting")
    new = await join(server, token=old.welcome.token, code="")
    assert await old.ended() == TAKEN_OVER.code
    assert (new.welcome.seat, new.welcome.persona) == (old.welcome.seat, "1/yuting")


async def test_a_seat_at_a_dead_terminal_is_free_at_once(server: Server) -> None:
    old = await player(server, "1/yuting")
    # The old end neither reads nor answers any more, as after a cable was pulled.
    old.socket.transport.pause_reading()
    new = await join(server, token=old.welcome.token, code="")
    assert (new.welcome.seat, new.welcome.persona) == (old.welcome.seat, "1/yuting")
    assert await new.ask("a", "post_message", room="1/line3", text="hi") == "not_started"
    await old.cut()


async def test_who_sends_pings_and_reads_no_answers_is_cut(server: Server) -> None:
    def send_pings() -> None:
        with upgraded(server.port) as raw, pytest.raises(ConnectionError):
            while True:
                raw.sendall(PING * 1000)

    async with asyncio.timeout(30):
        await asyncio.to_thread(send_pings)
    assert (await join(server)).welcome.seat == 1


def test_the_silent_are_asked_after_five_seconds_and_cut_five_later_and_the_leaving_have_three() -> None:
    assert (SWEEP_S, PING_TICKS, CLOSE_TICKS, CLOSE_S) == (1.0, 5, 3, 3)


async def test_whoever_answers_no_ping_is_cut_and_their_seat_marked_as_away(run: Run) -> None:
    server = await run(sweep_s=0.05)
    dead, silent = await player(server, "1/yuting"), await player(server, "1/ming")
    # The dead one reads nothing, so that it never sees a ping; the silent one answers each.
    dead.socket.transport.pause_reading()
    seats = server.session.stored.seats
    assert [seats[number].here for number in (1, 2)] == [True, True]
    await until(lambda: not seats[1].here)
    # Whoever dies only now is cut as many looks later; the silent one has been looked at all that time.
    later = await player(server, "1/chunmei")
    later.socket.transport.pause_reading()
    await until(lambda: not seats[3].here)
    assert (seats[2].here, silent.code) == (True, 0)
    for wire in (dead, later):
        await wire.cut()


async def test_when_the_server_stops_everybody_is_told_to_come_back(run: Run) -> None:
    server = await run()
    wires = [await join(server) for _ in range(3)]
    await server.stop()
    assert [await wire.ended() for wire in wires] == [1012, 1012, 1012]
    with pytest.raises(OSError), sockets.create_connection(("127.0.0.1", server.port)):
        pass


async def test_a_server_told_to_stop_waits_a_while_for_whoever_does_not_leave_and_cuts_them(run: Run) -> None:
    server = await run()
    first = await join(server)
    await first.leave()
    frozen = await asyncio.to_thread(upgraded, server.port)
    wire = await join(server)
    stopping = asyncio.create_task(server.stop())
    assert await wire.ended() == RESTART.code
    # The other has not left: there is still somebody to wait for.
    assert not stopping.done()
    async with asyncio.timeout(20):
        await stopping

    def rest() -> bytes:
        with frozen:
            return heard(frozen, 4096)

    assert RESTART.code.to_bytes(2, "big") in await asyncio.to_thread(rest)


async def test_after_the_end_of_a_session_nobody_is_asked_to_come_back(run: Run) -> None:
    server = await run()
    teacher = await Wire.join(server.port, role="teacher", code=server.secret)
    wires = [await join(server), teacher]
    assert await teacher.ask("end", "end_session") == "done"
    await server.stop()
    assert [await wire.ended() for wire in wires] == [ENDED.code, ENDED.code]


async def test_taking_a_persona_tells_the_cell_that_it_is_here(run: Run) -> None:
    server = await run()
    watcher = await player(server, "1/ming")
    await player(server, "1/yuting")
    here = Here(personas=("1/ming", "1/yuting"), teacher_here=False, unstored="")
    await watcher.until(lambda: here in watcher.frames)
