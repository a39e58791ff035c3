"""One order for everybody: many senders, pipelined lines, and joins in the middle of it all."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from goodpath.library import load
from goodpath.serving import new_session

from goodpath_core.wire.frames import Do
from goodpath_server.server import Config, Server
from whole_class import Wire, play, see_off, talk_scenario

ROOMS = tuple(f"1/talk{number}" for number in range(1, 6))
SENDERS = 30
EACH = 8
"""Lines of one sender in one room."""
PIPELINED = 100
JOINS = 150


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    """A server without limits of rate, on a file, with five rooms for forty people."""
    loaded = load(talk_scenario(tmp_path, groups=5))
    server = new_session(loaded, tmp_path / "a.goodpath", Config(port=0, load_test=True))
    await server.start()
    yield server
    await server.stop()
    await see_off()


async def players(server: Server, count: int) -> list[Wire]:
    personas = [f"1/m{number}" for number in range(1, count + 1)]
    return (await play(server.port, server.code, server.secret, personas))[1]


async def say(wire: Wire, room: str, request: str) -> None:
    await wire.say(Do(id=request, command={"kind": "post_message", "room": room, "text": request}))


def stored(server: Server, room: str) -> list[tuple[int, str]]:
    """Number and text of a room's lines in the session."""
    return [(line.seq, line.text) for line in server.session.stored.rooms[room].messages]


async def test_thirty_senders_in_five_rooms_are_heard_in_one_order_by_all(server: Server) -> None:
    wires = await players(server, SENDERS)
    for number in range(EACH):
        for index, wire in enumerate(wires):
            for room in ROOMS:
                await say(wire, room, f"{index} {room} {number}")
    total = SENDERS * EACH * len(ROOMS)
    for wire in wires:
        await wire.until(lambda: sum(len(wire.lines(room)) for room in ROOMS) == total)  # noqa: B023
    first = wires[0]
    for room in ROOMS:
        assert len(first.lines(room)) == SENDERS * EACH
        assert stored(server, room) == first.lines(room)[-200:]
        for index, wire in enumerate(wires):
            assert wire.lines(room) == first.lines(room)
            own = [text for _, text in wire.lines(room) if text.startswith(f"{index} ")]
            assert own == [f"{index} {room} {number}" for number in range(EACH)]
    for wire in wires:
        numbers = [event[0] for event in wire.events]
        assert numbers == sorted(set(numbers))


@pytest.mark.parametrize("cut_after", [PIPELINED, 0, 37, 99])
async def test_a_hundred_lines_sent_without_waiting_keep_their_order_over_a_cut(
    server: Server, cut_after: int
) -> None:
    (wire,) = await players(server, 1)
    requests = [f"r{number}" for number in range(PIPELINED)]
    for request in requests[:cut_after]:
        await say(wire, ROOMS[0], request)
    if cut_after < PIPELINED:
        await wire.cut()
        known = set(wire.done)
        wire = await Wire.join(server.port, token=wire.welcome.token, history=0)
        for request in requests:
            if request not in known:
                await say(wire, ROOMS[0], request)
    await wire.until(lambda: requests[-1] in wire.done)
    assert [text for _, text in stored(server, ROOMS[0])] == requests


async def test_whoever_joins_in_the_middle_finds_no_seam_between_history_and_news(server: Server) -> None:
    talker, joiner = await players(server, 2)
    token, stop = joiner.welcome.token, asyncio.Event()

    async def talk() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            await say(talker, ROOMS[0], f"r{number}")
            if number % 5 == 0:
                await asyncio.sleep(0.002)

    talking = asyncio.create_task(talk())
    seen = list[list[tuple[int, str]]]()
    for _ in range(JOINS):
        wire = await Wire.join(server.port, token=token)
        await wire.until(lambda: len(wire.lines(ROOMS[0])) >= 3)  # noqa: B023
        pages = [found.events for found in wire.histories if found.room == ROOMS[0]]
        page = [(event[0], event[8]["text"]) for events in pages for event in events]
        seen.append(page + wire.lines(ROOMS[0]))
        await wire.cut()
    stop.set()
    await talking
    await talker.until(lambda: len(talker.done) >= len(talker.lines(ROOMS[0])) > 0)
    everything = talker.lines(ROOMS[0])
    for lines in seen:
        start = everything.index(lines[0])
        assert lines == everything[start : start + len(lines)]
