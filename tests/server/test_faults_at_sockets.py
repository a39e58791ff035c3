"""A fault of the server's own in any step of a connection: who met it is told, and all others are heard."""

import pytest

from goodpath_core.wire.closing import SERVER_FAULT
from goodpath_core.wire.frames import Problem, Typing
from goodpath_server.own_faults import OWN_FAULT
from goodpath_server.server import Server
from hall import until
from server.callers import HELLO, join, player
from whole_class import Wire


async def test_who_asks_for_what_the_server_cannot_answer_is_refused_and_may_ask_on(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    wire = await player(server, "1/ming")
    page = server.session.stored.pages["1/ming"]
    # A world that is not whole, as a fault in the rules would leave it.
    server.session.stored.pages["1/ming"] = None  # type: ignore[assignment]
    assert await wire.query(1, kind="state") == OWN_FAULT.code
    server.session.stored.pages["1/ming"] = page
    assert isinstance(await wire.query(2, kind="state"), bytes)
    assert "where somebody asked a question" in caplog.text


async def test_typing_that_meets_a_fault_is_dropped_and_all_others_of_the_turn_are_heard(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    ming, yuting = await player(server, "1/ming"), await player(server, "1/yuting")
    server.session.stored.rooms["1/line3"].members = None  # type: ignore[assignment]
    # What both say goes out in one go, and is read in one turn.
    await ming.send({"t": "do", "id": "stop", "command": {"kind": "signal_stop"}})
    await yuting.say(Typing(room="1/line3"))
    await yuting.send({"t": "do", "id": "too", "command": {"kind": "signal_stop"}})
    await ming.until(lambda: "stop" in ming.done)
    await yuting.until(lambda: "too" in yuting.done)
    assert "where somebody typed" in caplog.text


async def test_somebody_new_whom_the_server_cannot_let_in_is_told_so_and_may_come_again(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    seats = server.session.world.seats
    server.session.world.seats = None  # type: ignore[assignment]
    wire = await hello_only(server, code=server.code)
    assert await wire.ended() == SERVER_FAULT.code
    assert wire.frames == [Problem(code="server_fault", text=SERVER_FAULT.text)]
    server.session.world.seats = seats
    assert (await join(server)).welcome.seat == 1
    assert "where somebody came in" in caplog.text


async def test_whose_seat_cannot_be_opened_is_told_so_and_gets_it_the_next_time(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    names = server.keys.names
    server.keys.names = None  # type: ignore[assignment]
    mina = {"code": server.code, "name": "Mina", "secret": "c1b2" * 8}
    assert await (await hello_only(server, **mina)).ended() == SERVER_FAULT.code
    server.keys.names = names
    assert (await join(server, **mina)).welcome.seat == 1
    assert "where a seat was opened" in caplog.text


async def test_a_frame_that_cannot_be_read_by_a_fault_ends_its_own_connection_alone(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    one, other = await player(server, "1/ming"), await player(server, "1/yuting")
    # A connection of which nobody knows how far it has come.
    next(iter(server._gateway._members)).life = []  # type: ignore[assignment]
    await one.send({"t": "do", "id": "a", "command": {"kind": "signal_stop"}})
    await other.send({"t": "do", "id": "b", "command": {"kind": "signal_stop"}})
    assert await one.ended() == SERVER_FAULT.code
    await other.until(lambda: "b" in other.done)
    assert "where a frame was read" in caplog.text


async def test_who_comes_back_and_meets_a_fault_on_the_way_is_told_so_and_does_not_stay_as_here(
    server: Server,
) -> None:
    wire = await player(server, "1/ming")
    await wire.leave()
    await until(lambda: not server.session.stored.seats[1].here)
    rooms = server.session.stored.rooms
    # The welcome brings the last lines of each room.
    server.session.stored.rooms = None  # type: ignore[assignment]
    back = await hello_only(server, token=wire.welcome.token, history=5)
    assert await back.ended() == SERVER_FAULT.code
    server.session.stored.rooms = rooms
    assert server.session.audience.seat(1) is None
    await until(lambda: not server.session.world.seats[1].here)
    again = await join(server, token=wire.welcome.token, code="")
    assert again.welcome.persona == "1/ming"


async def test_whose_seat_cannot_be_marked_as_left_is_gone_all_the_same_and_the_server_can_stop(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    wire = await player(server, "1/ming")
    seats = server.session.world.seats
    server.session.world.seats = None  # type: ignore[assignment]
    await wire.cut()
    await until(lambda: "where somebody left" in caplog.text)
    server.session.world.seats = seats
    await server.stop()
    assert server.session.audience.seat(1) is None


async def hello_only(server: Server, **hello: object) -> Wire:
    """A connection that has said hello, however that is answered."""
    wire = await Wire.open(server.port)
    await wire.send({**HELLO, **hello})
    return wire
