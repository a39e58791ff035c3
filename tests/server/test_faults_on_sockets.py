"""A fault of the server's own while somebody joins, asks to be told something, or types: they are told."""

import pytest

from goodpath_core.wire.closing import FAULT
from goodpath_core.wire.frames import Do, Hello, Typing
from goodpath_core.wire.limits import PROTOCOL
from goodpath_server.own_faults import OWN_FAULT
from goodpath_server.server import Server
from server.callers import join, player
from whole_class import Wire


async def test_whoever_asks_for_what_cannot_be_made_is_refused_and_asks_on(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    wire = await join(server)
    # A world that is not whole, as a fault in the rules would leave it.
    server.session.stored.pages["1/ming"] = None  # type: ignore[assignment]
    assert await wire.query(1, kind="state") == OWN_FAULT.code
    assert isinstance(await wire.query(2, kind="scenario"), bytes)
    assert "where somebody asked to be told something" in caplog.text
    await wire.leave()


async def test_what_others_ask_for_is_done_where_telling_that_somebody_types_fails(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    one, other = await player(server, "1/yuting"), await player(server, "1/ming")
    server.session.stored.rooms["1/line3"].members = None  # type: ignore[assignment]
    await other.say(Do(id="stop", command={"kind": "signal_stop"}))
    await one.say(Typing(room="1/line3"))
    await other.until(lambda: "stop" in other.done)
    assert await one.ask("too", "signal_stop") == "done"
    assert "where somebody typed" in caplog.text
    for wire in (one, other):
        await wire.leave()


async def test_whoever_cannot_be_let_in_is_told_and_is_in_once_that_has_passed(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    world = server.session.world
    seats, world.seats = world.seats, None  # type: ignore[assignment]
    wire = await Wire.open(server.port)
    await wire.say(Hello(version=PROTOCOL, code=server.code))
    assert await wire.ended() == FAULT.code
    assert wire.problem == OWN_FAULT.code and FAULT.come_back
    assert "where somebody joined" in caplog.text
    world.seats = seats
    await (await join(server)).leave()
