"""Whoever sends a hundred lines without waiting finds them in that order, also when the connection is cut.

First with connections that send everything at once to a server without limits of rate, then with the link of
the students, to a server that refuses what comes too fast.
"""

import asyncio
import random
from pathlib import Path

from goodpath_core.play.messages import PostMessage
from goodpath_core.wire.frames import Do, Welcome
from goodpath_server.server import Server
from hall import until
from soaks.findings import Findings
from soaks.links import client
from soaks.passage import Passage, passage
from soaks.town_hall import seated, town_hall
from whole_class import Wire

ROOM = "1/talk1"
LINES = 100
FAST = 50.0
"""How fast the clock of the session goes: the limits of rate go with it, and a run is over in a second."""


async def cuts(folder: Path, seed: int = 1, runs: int = 100) -> Findings:
    """Cut so many senders at random places; what is wrong with the order of their lines."""
    rng = random.Random(seed)
    findings = Findings(f"{runs} bare connections and {runs} links, each cut once within {LINES} lines")
    async with town_hall(folder, load_test=True) as server:
        (wire,) = await seated(server, 1, Wire)
        for run in range(runs):
            wire = await _pipeline(server, wire, f"bare {run}", rng.randrange(LINES + 1))
            findings.expect(_in_order(server, f"bare {run}"), f"bare run {run} is out of order")
    (folder / "link").mkdir()
    async with town_hall(folder / "link", rate=FAST) as server, passage(server.port) as way:
        (seat,) = await seated(server, 1, Wire)
        await seat.leave()
        for run in range(runs):
            await _link(way, seat.welcome, f"link {run}", rng.randrange(LINES))
            findings.expect(_in_order(server, f"link {run}"), f"link run {run} is out of order")
    return findings


def _in_order(server: Server, run: str) -> bool:
    lines = [line.text for line in server.session.stored.rooms[ROOM].messages]
    return [text for text in lines if text.startswith(f"{run}:")] == [f"{run}: {n}" for n in range(LINES)]


async def _pipeline(server: Server, wire: Wire, run: str, cut_after: int) -> Wire:
    """Send lines up to the cut, come back, and send again what was not answered; the last connection."""
    requests = [f"{run}: {number}" for number in range(LINES)]
    for request in requests[:cut_after]:
        await _say(wire, request)
    if cut_after < LINES:
        # As many answers as come meanwhile: none, some, or all.
        await asyncio.sleep(0.0002 * cut_after if cut_after % 2 else 0)
        await wire.cut()
        known, token = set(wire.done), wire.welcome.token
        wire = await Wire.join(server.port, token=token, history=0)
        for request in requests:
            if request not in known:
                await _say(wire, request)
    await wire.until(lambda: requests[-1] in wire.done)
    return wire


async def _say(wire: Wire, request: str) -> None:
    await wire.say(Do(id=request, command={"kind": "post_message", "room": ROOM, "text": request}))


async def _link(way: Passage, seat: Welcome, run: str, cut_after: int) -> None:
    """Write a hundred lines, cut the way when so many are stored, and wait until all are."""
    async with client(way.port, seat, run) as one:
        for number in range(LINES):
            one.link.do(PostMessage(room=ROOM, text=f"{run}: {number}"))
        await until(lambda: len(one.outbox) <= LINES - cut_after)
        way.cut()
        await until(lambda: not len(one.outbox))
