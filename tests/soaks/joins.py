"""No seam between what was and what comes: people join, or come back, in the middle of a stream of lines.

Every other one starts fresh, with the newest lines of each room; the others say where they stopped.
"""

import asyncio
import random
from dataclasses import dataclass
from pathlib import Path

from goodpath_core.wire.frames import Do
from goodpath_server.server import Server
from soaks.findings import Findings
from soaks.order import Listener
from soaks.review import Line, exported, faults_in
from soaks.town_hall import seated, session_file, town_hall
from whole_class import Wire

CELLS = 2
TALKERS = 60
STRESS = 200
"""Lines a second of all talkers together; a slow machine takes fewer."""
AHEAD = 2
"""So many lines of one talker may be on their way: on a slow machine more would pile up before each join."""
NEWS = 3
"""Whoever joins stays until so many lines have come live."""
BACK = 5
"""Whoever says where they stopped has missed up to so many visits of the one before."""


@dataclass(frozen=True)
class Visit:
    """What one who joined was told of the room."""

    after: int
    """The number it named; 0 for whoever starts fresh."""
    mode: str
    lines: list[tuple[int, str]]


async def joins(folder: Path, seed: int = 1, joins: int = 1000) -> Findings:
    """Join so often under stress; what was missing or doubled at the seam."""
    rng = random.Random(seed)
    async with town_hall(folder, cells=CELLS, load_test=True) as server:
        *talkers, joiner = await seated(server, TALKERS + 1, Listener)
        room, token = f"{joiner.welcome.cell}/talk1", joiner.welcome.token
        began, stop = asyncio.get_running_loop().time(), asyncio.Event()
        talking = [asyncio.create_task(_talk(wire, n, stop)) for n, wire in enumerate(talkers)]
        visits = await _visit(server, rng, room, token, joins)
        took = asyncio.get_running_loop().time() - began
        stop.set()
        await asyncio.gather(*talking)
        said = sum(len(wire.done) for wire in talkers)
    findings = Findings(f"{joins} joins in {took:.0f} s, {said / took:.0f} lines a second")
    findings.expect(all(wire.done for wire in talkers), "somebody never said a line")
    lines = [line for line in await exported(session_file(folder)) if line.room == room]
    findings.faults += [fault for visit in visits for fault in _seam(visit, lines)]
    findings.faults += await faults_in(session_file(folder))
    return findings


async def _talk(wire: Listener, name: int, stop: asyncio.Event) -> None:
    """Say a line in one's turn, in step with the clock as far as the server keeps up."""
    loop, room = asyncio.get_running_loop(), f"{wire.welcome.cell}/talk1"
    said, turn = 0, loop.time() + name / STRESS
    while not stop.is_set():
        await asyncio.sleep(turn - loop.time())
        await wire.until(lambda: said - len(wire.done) < AHEAD)  # noqa: B023
        turn = max(turn, loop.time()) + TALKERS / STRESS
        said += 1
        command = {"kind": "post_message", "room": room, "text": f"{name}: {said}"}
        await wire.say(Do(id=f"r{said}", command=command))
    await wire.until(lambda: len(wire.done) == said)


async def _visit(server: Server, rng: random.Random, room: str, token: str, count: int) -> list[Visit]:
    visits, left = list[Visit](), [("", 0)]
    for number in range(count):
        epoch, after = rng.choice(left[-BACK:]) if number % 2 else ("", 0)
        wire = await Wire.join(server.port, token=token, epoch=epoch, seq=after)
        await wire.until(lambda: len(wire.lines(room)) >= NEWS)  # noqa: B023
        pages = [page.events for page in wire.histories if page.room == room]
        page = [(event[0], event[8]["text"]) for events in pages for event in events]
        visits.append(Visit(after, wire.welcome.mode, page + wire.lines(room)))
        # Behind a line it heard, or right before one: behind the last the next event is only that it left.
        left.append((wire.welcome.epoch, rng.choice(wire.events)[0] - rng.randrange(2)))
        await wire.cut()
    return visits


def _seam(visit: Visit, room: list[Line]) -> list[str]:
    """What is missing, doubled or moved in what was told."""
    everything = [(line.seq, line.text) for line in room]
    if visit.mode != ("resumed" if visit.after else "fresh"):
        return [f"who stopped at {visit.after} was let in as {visit.mode}"]
    first = next((at for at, (seq, _) in enumerate(everything) if seq > visit.after), 0)
    start = first if visit.after else everything.index(visit.lines[0])
    if visit.lines != everything[start : start + len(visit.lines)]:
        return [f"who stopped at {visit.after} was told other lines than the export holds"]
    return []
