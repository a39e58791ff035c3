"""A full disk: nothing is acknowledged that is not stored, reading goes on, and writing too once it can.

The files of a server are bounded, so that a write beyond the bound fails as on a full disk.
"""

import asyncio
import random
import resource
from pathlib import Path

from soaks.findings import Findings
from soaks.review import exported, faults_in, goodpath
from whole_class import ServerProcess, Wire, play, see_off, talk_scenario

ROOM = "1/talk1"
WRITERS = 8
LONG_LINE = "x" * 4000
SPACES = (500_000, 1_500_000)
"""Bytes that a file may have, at least and at most: more than it has once everybody sits."""
REVIEWS: tuple[tuple[str, ...], ...] = (
    ("verify",),
    ("report", "-o", "report.html"),
    ("export", "--as", "md", "-o", "export.md"),
)
"""What a reviewer does while the disk is full, in turn."""
LONGEST_S = 60


def can_bound() -> bool:
    """Whether the bound of another process can be raised again: on Linux only."""
    return hasattr(resource, "prlimit")


def bound_files(server: ServerProcess, most: int) -> None:
    """Bound the files of the server; its hard bound stays, so that there can be space again."""
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


class Writer:
    """One who writes long lines, and what became of them."""

    def __init__(self, wire: Wire) -> None:
        self.wire = wire
        self._said = 0
        self._told = "done"

    async def until(self, answer: str) -> None:
        """Write until a line is answered like this; a line that was not stored is sent again."""
        while True:
            self._said += self._told == "done"
            request = f"r{self._said}"
            refusal = self.wire.refused.pop(request, None)
            await asyncio.sleep(refusal.retry_after or 0 if refusal else 0)
            self._told = await self.wire.ask(request, "post_message", room=ROOM, text=LONG_LINE)
            assert self._told in ("done", "too_fast", "storage_error"), self._told
            if self._told == answer:
                return

    @property
    def acked(self) -> list[int]:
        """Numbers of the lines that are stored."""
        return [seq for request, seq in self.wire.done.items() if request.startswith("r")]


async def disk(folder: Path, seed: int = 1, values: int = 20) -> Findings:
    """Fill the disk so often, each time another one; what was lost, or did not go on."""
    dice, findings = random.Random(seed), Findings(f"{values} full disks")
    if not can_bound():
        return Findings("no full disk, for want of a way to bound another process")
    for value in range(values):
        place = folder / str(value)
        place.mkdir()
        async with asyncio.timeout(LONGEST_S):
            await _fill_once(place, dice.randint(*SPACES), REVIEWS[value % len(REVIEWS)], findings)
    return findings


async def _fill_once(place: Path, space: int, review: tuple[str, ...], findings: Findings) -> None:
    path, errors = place / "full.goodpath", place / "errors.txt"
    server = await ServerProcess.start(talk_scenario(place), "-o", path, "--port", "0", errors=errors)
    personas = [f"1/m{number}" for number in range(1, WRITERS + 2)]
    _, (reader, *wires) = await play(server.port, server.code, server.secret, personas)
    writers = [Writer(wire) for wire in wires]
    bound_files(server, space)
    await asyncio.gather(*(writer.until("storage_error") for writer in writers))
    history = await reader.query(1, kind="history", room=ROOM, before=10_000)
    state = await reader.query(2, kind="state")
    findings.expect(isinstance(history, bytes) and isinstance(state, bytes), f"nobody could read at {space}")
    words = [str(place / word) if "." in word else word for word in review]
    found = await goodpath(words[0], path, *words[1:])
    findings.expect(found.returncode == 0, f"{review[0]} at {space}: {found.stdout}{found.stderr}")
    before = len(reader.lines(ROOM))
    bound_files(server, resource.RLIM_INFINITY)
    await asyncio.gather(*(writer.until("done") for writer in writers))
    await reader.until(lambda: len(reader.lines(ROOM)) >= before + WRITERS)
    acked = sorted(seq for writer in writers for seq in writer.acked)
    findings.expect(await server.stop() == 0, f"the server did not stop in order at {space}")
    await see_off()
    heard = [seq for seq, _ in reader.lines(ROOM)]
    findings.expect(heard == acked, f"other lines were heard than acknowledged at {space}")
    kept = [line.seq for line in await exported(path)]
    findings.expect(kept == acked, f"other lines are stored than were acknowledged at {space}")
    findings.faults += await faults_in(path)
    findings.expect("Traceback" not in errors.read_text("utf-8"), f"the server complained at {space}")
