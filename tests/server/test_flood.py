"""Whoever sends without pause is read no faster than a seat may speak, and only they wait for it."""

from collections.abc import Iterable

from goodpath_core.wire.frames import Do
from goodpath_core.wire.limits import FRAME_BURST
from goodpath_server.server import Server
from server.callers import LINE, Run, player
from whole_class import Wire

MANY = 5 * FRAME_BURST
ROOM = "1/line3"


async def playing(server: Server, persona: str) -> Wire:
    """Somebody who plays a persona in a world that runs."""
    wire = await player(server, persona)
    teacher = await Wire.join(server.port, role="teacher", code=server.secret)
    assert await teacher.ask("start", "start_world") == "done"
    return wire


async def say_at_once(wire: Wire, requests: Iterable[str]) -> None:
    """Send a line under each of these ids, all without waiting for an answer."""
    for request in requests:
        await wire.say(Do(id=request, command={**LINE, "text": request}))


async def test_others_are_answered_before_the_rest_of_a_flood_is_read(server: Server) -> None:
    flooder, other = await playing(server, "1/ming"), await player(server, "1/yuting")
    await say_at_once(flooder, [f"f{number}" for number in range(MANY)])
    await flooder.until(lambda: flooder.refused)

    assert await other.ask("mine", **LINE) == "done"
    assert len(flooder.done) + len(flooder.refused) < MANY


async def test_of_a_flood_nothing_is_lost_and_what_is_taken_keeps_its_order(run: Run) -> None:
    server = await run(rate=100)
    flooder = await playing(server, "1/ming")
    requests = [f"f{number:04}" for number in range(MANY)]
    await say_at_once(flooder, requests)
    await flooder.until(lambda: flooder.done.keys() | flooder.refused.keys() >= {*requests})
    taken = [text for _, text in flooder.lines(ROOM)]

    assert {no.code for no in flooder.refused.values()} == {"too_fast"}
    assert taken == [request for request in requests if request in flooder.done]


async def test_a_new_connection_of_a_seat_may_not_begin_a_flood_anew(server: Server) -> None:
    flooder, other = await playing(server, "1/ming"), await player(server, "1/yuting")
    await say_at_once(flooder, [f"f{number}" for number in range(MANY)])
    await flooder.until(lambda: flooder.refused)
    again = await Wire.join(server.port, token=flooder.welcome.token)
    await say_at_once(again, [f"g{number}" for number in range(FRAME_BURST)])

    assert await other.ask("mine", **LINE) == "done"
    assert len(again.refused) < FRAME_BURST


async def test_in_a_load_test_everything_is_read_as_it_comes(run: Run) -> None:
    server = await run(load_test=True)
    one = await playing(server, "1/ming")
    requests = [f"f{number}" for number in range(MANY)]
    await say_at_once(one, requests)
    await one.until(lambda: one.done.keys() >= {*requests})

    assert one.refused == {}
