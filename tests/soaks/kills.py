"""Told means stored: kill a server again and again under load, and see whether anything is lost or moved.

Sixty people in two cells talk, up to four hundred lines a second together; the server is killed at random
moments and started again on the same file. How many lines a second it took is said and not judged: that is
up to the machine as well.
"""

import asyncio
import random
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from websockets.exceptions import ConnectionClosed, InvalidMessage

from goodpath_core.wire.frames import Do
from soaks.findings import Findings
from soaks.review import Line, exported, faults_in, stored
from whole_class import ServerProcess, Wire, see_off, talk_scenario

CELLS, MEMBERS = 2, 30
PAUSE_S = 0.15
"""Between two lines of one person: faster than the server takes them for long; it is never up for long."""
AHEAD = 5
"""So many lines of one person may be on their way."""
UP_S = (0.5, 1.6)
"""A server is killed after a time between these."""


@dataclass
class Talker:
    """One person who talks, and everything it was ever told."""

    token: str
    name: str
    room: str
    said: int = 0
    acked: dict[str, int] = field(default_factory=dict)
    """Request -> number, of every line it was told is stored."""
    waiting: dict[str, str] = field(default_factory=dict)
    """Requests on their way: id -> text."""
    heard: list[tuple[int, str]] = field(default_factory=list)
    """Number and text of every line told as news, in the order in which they came."""
    epoch: str = ""
    seq: int = 0
    modes: list[str] = field(default_factory=list)

    async def stay(self, port: int, up: asyncio.Event, stop: asyncio.Event) -> None:
        """Talk until told to stop and everything said is stored; come back as soon as the server is up."""
        while not stop.is_set() or self.waiting:
            await up.wait()
            # The server may be gone again before it has answered.
            with suppress(OSError, ConnectionClosed, InvalidMessage, TimeoutError, AssertionError):
                await self._talk(port, stop)
            await asyncio.sleep(0.05)

    async def _talk(self, port: int, stop: asyncio.Event) -> None:
        wire = await Wire.join(port, token=self.token, epoch=self.epoch, seq=self.seq, history=0)
        self.modes.append(wire.welcome.mode)
        self.epoch = wire.welcome.epoch
        try:
            for request, text in self.waiting.items():
                await self._say(wire, request, text)
            while not wire.code and not (stop.is_set() and not self.waiting):
                if not stop.is_set() and len(self.waiting) < AHEAD:
                    self.said += 1
                    request = f"{self.name}-{self.said}"
                    self.waiting[request] = f"line {request}"
                    await self._say(wire, request, self.waiting[request])
                await asyncio.sleep(PAUSE_S)
                await self._look(wire)
        finally:
            self._take(wire)
            await wire.cut()

    async def _say(self, wire: Wire, request: str, text: str) -> None:
        await wire.say(Do(id=request, command={"kind": "post_message", "room": self.room, "text": text}))

    async def _look(self, wire: Wire) -> None:
        self._take(wire)
        for request in list(wire.refused):
            assert wire.refused.pop(request).code in ("too_fast", "stopping", "storage_error")
            await self._say(wire, request, self.waiting[request])

    def _take(self, wire: Wire) -> None:
        """Take over what came; a number heard before is noted again, so that it would be noticed."""
        self.heard += wire.lines(self.room)
        self.seq = max([self.seq, *(event[0] for event in wire.events)])
        wire.events.clear()
        wire.frames.clear()
        for request, seq in wire.done.items():
            assert self.acked.setdefault(request, seq) == seq, f"{request} was stored as {seq} and as another"
            self.waiting.pop(request, None)
        wire.done.clear()


async def kills(folder: Path, seed: int = 1, kills: int = 50) -> Findings:
    """Kill a server so many times under load; what is wrong afterwards."""
    rng = random.Random(seed)
    path, errors = folder / "kills.goodpath", folder / "errors.txt"
    words: list[str | Path] = [talk_scenario(folder), "--cells", str(CELLS), "-o", path, "--port"]
    server = await ServerProcess.start(*words, "0", errors=errors)
    port = server.port
    talkers = await seat_talkers(port, server.code, server.secret)
    up, stop, up_s, acked = asyncio.Event(), asyncio.Event(), 0.0, 0
    talking = [asyncio.create_task(talker.stay(port, up, stop)) for talker in talkers]
    for _ in range(kills):
        began = asyncio.get_running_loop().time()
        up.set()
        await asyncio.sleep(rng.uniform(*UP_S))
        up.clear()
        await server.kill()
        up_s += asyncio.get_running_loop().time() - began
        acked = sum(len(talker.acked) for talker in talkers)
        server = await ServerProcess.start(*words, str(port), errors=errors)
    up.set()
    await asyncio.sleep(0.5)
    stop.set()
    async with asyncio.timeout(60):
        await asyncio.gather(*talking)
    await server.stop()
    await see_off()
    findings = Findings(f"{kills} kills in {up_s:.0f} s, {acked / up_s:.0f} lines acknowledged a second")
    mute = [talker.name for talker in talkers if not talker.acked]
    findings.expect(not mute, f"no line was acknowledged to {', '.join(mute)}")
    findings.faults += [*_compare(talkers, await exported(path), stored(path)), *await faults_in(path)]
    said = errors.read_text("utf-8")
    findings.expect("Traceback" not in said, f"the server complained: {said[-500:]}")
    return findings


async def seat_talkers(port: int, code: str, secret: str) -> list[Talker]:
    """Let everybody come in and choose a persona, start the world, and let them go."""
    talkers = []
    # The door fills the cells in turn, so that each seat is in the cell after the one before.
    for number in range(CELLS * MEMBERS):
        wire = await Wire.join(port, code=code, history=0)
        cell, member = wire.welcome.cell, number // CELLS + 1
        assert await wire.ask("take", "take_persona", persona=f"{cell}/m{member}") == "done"
        seq = max([wire.welcome.seq, *(event[0] for event in wire.events)])
        name = f"{cell}.{member}"
        welcome = wire.welcome
        talkers.append(Talker(welcome.token, name, f"{cell}/talk1", epoch=welcome.epoch, seq=seq))
        await wire.leave()
    teacher = await Wire.join(port, role="teacher", code=secret, history=0)
    assert await teacher.ask("start", "start_world") == "done"
    await teacher.leave()
    return talkers


def _compare(talkers: list[Talker], lines: list[Line], rows: list[Line]) -> list[str]:
    by_request = {line.request: line.seq for line in lines}
    faults = [] if lines == rows else ["the export has other lines, or in another order, than the file"]
    faults += [
        f"{request} was acknowledged as {seq} and stored as {by_request.get(request)}"
        for talker in talkers
        for request, seq in talker.acked.items()
        if by_request.get(request) != seq
    ]
    counts = Counter(line.text for line in lines)
    faults += [f"{text!r} is there {n} times" for text, n in counts.items() if n > 1]
    for talker in talkers:
        room = [(line.seq, line.text) for line in lines if line.room == talker.room]
        own = [text for _, text in room if text.startswith(f"line {talker.name}-")]
        if own != [f"line {talker.name}-{n}" for n in range(1, talker.said + 1)]:
            faults.append(f"the lines of {talker.name} are not in the order in which they were said")
        # Somebody may have gone before the last lines came; what did come is the room's beginning.
        if talker.heard != room[: len(talker.heard)]:
            faults.append(f"{talker.name} heard other lines, or in another order, than the export holds")
        if "fresh" in talker.modes:
            faults.append(f"{talker.name} could not be carried on")
    return faults
