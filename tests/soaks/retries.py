"""A request is one line however often it is sent: again, at another terminal, after a kill of the server."""

import asyncio
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from websockets.exceptions import ConnectionClosed, InvalidHandshake

from goodpath_core.wire.frames import Do
from soaks.findings import Findings
from soaks.kills import CELLS, Talker, seat_talkers
from soaks.review import exported, faults_in
from whole_class import ServerProcess, Wire, see_off, talk_scenario

MOST = 10
"""Each request is sent once at least, and so often at most."""
WHILE_S = 0.3
"""The server is killed so long after people have begun to send at their second terminals."""


class Sender:
    """One seat, and what it has still to send."""

    def __init__(self, talker: Talker, plan: list[str]) -> None:
        self._talker = talker
        self._plan = plan
        self.answers = defaultdict[str, list[int]](list)
        """Request -> every number it was answered with."""

    async def send(self, port: int, share: float) -> None:
        """Send a part of what is left at a new connection, each once it is the next one's turn."""
        wire = await Wire.join(port, token=self._talker.token, history=0)
        until = int(len(self._plan) * (1 - share))
        # A server that is killed ends this; what was not answered is sent on the next connection.
        with suppress(ConnectionClosed):
            while len(self._plan) > until and not wire.code:
                await self._send_one(wire, self._plan[-1])

    async def misuse(self, port: int) -> str:
        """Send a request that is stored once more, with other words; the code with which that is refused."""
        wire = await Wire.join(port, token=self._talker.token, history=0)
        request, told = next(iter(self.answers)), "too_fast"
        while told == "too_fast":
            refusal = wire.refused.pop(request, None)
            await asyncio.sleep(refusal.retry_after or 0 if refusal else 0)
            told = await wire.ask(request, "post_message", room=self._talker.room, text="other words")
        return told

    async def _send_one(self, wire: Wire, request: str) -> None:
        command = {"kind": "post_message", "room": self._talker.room, "text": f"line {request}"}
        await wire.say(Do(id=request, command=command))
        await wire.until(lambda: request in wire.done or request in wire.refused or wire.code)
        if request in wire.refused:
            refusal = wire.refused.pop(request)
            assert refusal.code == "too_fast", refusal
            await asyncio.sleep(refusal.retry_after or 0)
        elif request in wire.done:
            self.answers[request].append(wire.done.pop(request))
            self._plan.pop()


def _plans(rng: random.Random, ids: int, seats: int) -> Iterator[list[str]]:
    """For each seat the requests it sends, one after the other; some of them often."""
    for seat in range(seats):
        plan = [f"{number}" for number in range(seat, ids, seats) for _ in range(rng.randint(1, MOST))]
        rng.shuffle(plan)
        yield plan


async def retries(folder: Path, seed: int = 1, ids: int = 1000) -> Findings:
    """Send so many requests one to ten times each; what is wrong afterwards."""
    path, errors = folder / "retries.goodpath", folder / "errors.txt"
    words: list[str | Path] = [talk_scenario(folder), "--cells", str(CELLS), "-o", path, "--port", "0"]
    server = await ServerProcess.start(*words, errors=errors)
    talkers = await seat_talkers(server.port, server.code, server.secret)
    plans = list(_plans(random.Random(seed), ids, len(talkers)))
    sends = sum(map(len, plans))
    senders = [Sender(talker, plan) for talker, plan in zip(talkers, plans, strict=True)]
    await asyncio.gather(*(sender.send(server.port, 0.3) for sender in senders))
    second = [asyncio.create_task(sender.send(server.port, 1)) for sender in senders]
    await asyncio.sleep(WHILE_S)
    await server.kill()
    # Whoever was still on the way in when the server was killed never got an answer to it.
    cut_off = OSError | AssertionError | InvalidHandshake
    for ended in await asyncio.gather(*second, return_exceptions=True):
        assert not isinstance(ended, BaseException) or isinstance(ended, cut_off), ended
    server = await ServerProcess.start(*words, errors=errors)
    await asyncio.gather(*(sender.send(server.port, 1) for sender in senders))
    told = await asyncio.gather(*(sender.misuse(server.port) for sender in senders))
    await server.stop()
    await see_off()
    findings = Findings(f"{ids} requests sent {sends} times at two terminals each and over a kill")
    findings.expect(
        set(told) == {"id_reused"}, f"other words with the same id were answered with {set(told)}"
    )
    findings.faults += [*_compare(senders, await exported_ids(path), ids), *await faults_in(path)]
    return findings


async def exported_ids(path: Path) -> list[tuple[str, int]]:
    """Request and number of every line in the export."""
    return [(line.request, line.seq) for line in await exported(path)]


def _compare(senders: list[Sender], rows: list[tuple[str, int]], ids: int) -> Iterator[str]:
    counts, numbers = Counter(request for request, _ in rows), dict(rows)
    if len(rows) != ids:
        yield f"{len(rows)} lines are stored, not {ids}"
    for request, count in counts.items():
        if count > 1:
            yield f"request {request} is stored {count} times"
    for sender in senders:
        for request, answers in sender.answers.items():
            if set(answers) != {numbers.get(request)}:
                yield f"request {request} is {numbers.get(request)} and was answered with {answers}"
