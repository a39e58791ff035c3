"""Kill a server again and again under load: is anything lost, doubled or put in another order?

Forty people talk in one room, 200 lines a second together; the server is killed at random moments and started
again on the same file. Run it alone: `python tests/soak.py --kills 50`.
"""

import argparse
import asyncio
import random
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from websockets.exceptions import ConnectionClosed

from goodpath_core.wire.frames import Do
from whole_class import PROGRAM, ServerProcess, Wire, see_off, talk_scenario

TALKERS = 40
ROOM = "1/talk1"
PAUSE_S = 0.2
"""Between two lines of one person: as fast as the server takes them for long."""


@dataclass
class Talker:
    """One person who talks, and everything it was ever told."""

    token: str
    number: int
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
    wire: Wire | None = None

    async def stay(self, port: int, stop: asyncio.Event) -> None:
        """Talk until told to stop and everything said is stored; come back as often as needed."""
        while not stop.is_set() or self.waiting:
            # The server may be gone, or not yet back.
            with suppress(OSError, ConnectionClosed, TimeoutError, AssertionError):
                await self._talk(port, stop)
            await asyncio.sleep(0.05)

    async def _talk(self, port: int, stop: asyncio.Event) -> None:
        wire = await Wire.join(port, token=self.token, epoch=self.epoch, seq=self.seq, history=0)
        self.wire = wire
        self.modes.append(wire.welcome.mode)
        self.epoch = wire.welcome.epoch
        try:
            for request, text in self.waiting.items():
                await wire.say(_line(request, text))
            while not wire.code and not (stop.is_set() and not self.waiting):
                if not stop.is_set() and len(self.waiting) < 5:
                    self.said += 1
                    request = f"{self.number}-{self.said}"
                    self.waiting[request] = f"line {request}"
                    await wire.say(_line(request, self.waiting[request]))
                await asyncio.sleep(PAUSE_S)
                await self._look(wire)
        finally:
            self._take(wire)
            await wire.cut()

    async def _look(self, wire: Wire) -> None:
        self._take(wire)
        for request in list(wire.refused):
            assert wire.refused.pop(request).code in ("too_fast", "stopping", "storage_error")
            await wire.say(_line(request, self.waiting[request]))

    def _take(self, wire: Wire) -> None:
        """Take over what came; a number heard before is noted again, so that it would be noticed."""
        self.heard += [(seq, text) for seq, text in wire.lines(ROOM)]
        self.seq = max([self.seq, *(event[0] for event in wire.events)])
        wire.events.clear()
        for request, seq in wire.done.items():
            assert self.acked.setdefault(request, seq) == seq, f"{request} was stored as {seq} and as another"
            self.waiting.pop(request, None)
        wire.done.clear()


def _line(request: str, text: str) -> Do:
    return Do(id=request, command={"kind": "post_message", "room": ROOM, "text": text})


@dataclass
class Findings:
    """What a soak found."""

    kills: int
    acked: int
    """Lines that somebody was told are stored."""
    stored: int
    faults: list[str]

    def __str__(self) -> str:
        faults = "; ".join(self.faults[:5]) or "nothing lost, nothing doubled, one order"
        return f"{self.kills} kills, {self.acked} lines acknowledged, {self.stored} stored: {faults}"


async def soak(folder: Path, kills: int, seed: int = 1) -> Findings:
    """Kill a server so many times under load; what is wrong afterwards."""
    rng = random.Random(seed)
    path, errors = folder / "soak.goodpath", folder / "errors.txt"
    words: list[str | Path] = [talk_scenario(folder), "-o", path, "--port"]
    server = await ServerProcess.start(*words, "0", errors=errors)
    port, code, secret = server.port, server.code, server.secret
    talkers = await _gather(port, code, secret)
    stop = asyncio.Event()
    talking = [asyncio.create_task(talker.stay(port, stop)) for talker in talkers]
    for _ in range(kills):
        await asyncio.sleep(rng.uniform(0.3, 1.2))
        await server.kill()
        server = await ServerProcess.start(*words, str(port), errors=errors)
    await asyncio.sleep(0.5)
    stop.set()
    async with asyncio.timeout(60):
        await asyncio.gather(*talking)
    await server.stop()
    await see_off()
    faults = [*_compare(talkers, path), *_verify(path)]
    if "Traceback" in errors.read_text("utf-8"):
        faults.append(f"the server complained: {errors.read_text('utf-8')[-500:]}")
    return Findings(kills, sum(len(talker.acked) for talker in talkers), len(_stored(path)), faults)


async def _gather(port: int, code: str, secret: str) -> list[Talker]:
    talkers = []
    for number in range(1, TALKERS + 1):
        wire = await Wire.join(port, code=code, history=0)
        assert await wire.ask("take", "take_persona", persona=f"1/m{number}") == "done"
        seq = max([wire.welcome.seq, *(event[0] for event in wire.events)])
        talkers.append(Talker(wire.welcome.token, number, epoch=wire.welcome.epoch, seq=seq))
        await wire.leave()
    teacher = await Wire.join(port, role="teacher", code=secret, history=0)
    assert await teacher.ask("start", "start_world") == "done"
    await teacher.leave()
    return talkers


def _stored(path: Path) -> list[tuple[int, str, str]]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as file:
        rows = file.execute(
            "SELECT seq, request, json_extract(body, '$.text') FROM event"
            " WHERE kind = 'message.posted' AND room = ? ORDER BY seq",
            (ROOM,),
        )
        return rows.fetchall()


def _compare(talkers: list[Talker], path: Path) -> list[str]:
    stored = _stored(path)
    by_request = {request: seq for seq, request, _ in stored}
    faults = [
        f"{request} was acknowledged as {seq} and stored as {by_request.get(request)}"
        for talker in talkers
        for request, seq in talker.acked.items()
        if by_request.get(request) != seq
    ]
    faults += [
        f"{text!r} is there {n} times" for text, n in Counter(t for _, _, t in stored).items() if n > 1
    ]
    for talker in talkers:
        own = [text for _, _, text in stored if text.startswith(f"line {talker.number}-")]
        if own != [f"line {talker.number}-{n}" for n in range(1, talker.said + 1)]:
            faults.append(f"the lines of {talker.number} are not in the order in which they were said")
        # Somebody may have gone before the last lines came; what did come is the file's beginning.
        if talker.heard != [(seq, text) for seq, _, text in stored][: len(talker.heard)]:
            faults.append(f"{talker.number} heard other lines, or in another order, than the file holds")
        if "fresh" in talker.modes:
            faults.append(f"{talker.number} could not be carried on")
    return faults


def _verify(path: Path) -> list[str]:
    command = [str(PROGRAM), "verify", str(path)]
    found = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    return [] if found.returncode == 0 else [f"goodpath verify says: {found.stdout}{found.stderr}"]


def main() -> int:
    """Soak as long as asked for; 0 if nothing was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50, help="how many times the server is killed")
    parser.add_argument("--seed", type=int, default=1, help="chance that the moments come from")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        findings = asyncio.run(soak(Path(folder), asked.kills, asked.seed))
    print(findings)
    return 1 if findings.faults else 0


if __name__ == "__main__":
    sys.exit(main())
