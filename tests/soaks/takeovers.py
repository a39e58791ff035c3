"""Coming back always works: at a second terminal, and while the first is dead and can be told nothing."""

import asyncio
from pathlib import Path

from goodpath_core.wire.closing import TAKEN_OVER
from soaks.findings import Findings
from soaks.order import Listener
from soaks.stalled import HALF_OPEN_BYTES, TABLE, narrow, stuff
from soaks.town_hall import seated, town_hall
from whole_class import Wire

LONGEST_S = 2.0
"""Whoever comes back is welcome after so long at most."""
ROOM = "1/talk1"
LONG_LINE = "雨" * 4000


async def takeovers(folder: Path, seed: int = 1, times: int = 100) -> Findings:
    """Take a seat over so often, every other time from a terminal that reads nothing any more."""
    findings, longest, least = Findings(), 0.0, 1 << 30
    async with town_hall(folder, load_test=True) as server:
        sitting, talker = await seated(server, 2, Listener)
        first, old = sitting.welcome, await narrow(server.port, token=sitting.welcome.token)
        said = 0

        async def say() -> None:
            nonlocal said
            said += 1
            text = f"{said} {LONG_LINE}"[: len(LONG_LINE)]
            assert await talker.ask(f"r{said}", "post_message", room=ROOM, text=text) == "done"

        for time in range(times):
            dead = bool(time % 2) and TABLE.exists()
            if dead:
                least = min(least, await stuff(server.port, old, say))
            else:
                await say()
            began = asyncio.get_running_loop().time()
            new = await narrow(server.port, token=first.token, history=1)
            longest = max(longest, asyncio.get_running_loop().time() - began)
            findings.faults += await _look(new, first.seat, said)
            if not dead:
                findings.expect(await old.ended() == TAKEN_OVER.code, "the old terminal was told otherwise")
            await old.cut()
            old = new
        await old.leave()
    findings.expect(longest <= LONGEST_S, f"somebody was let in only after {longest:.1f} s")
    findings.expect(least > HALF_OPEN_BYTES, f"a dead terminal had only {least} bytes waiting for it")
    waiting = f"at least {least} bytes waiting for a dead one" if times > 1 else "none of a dead one"
    findings.said = f"{times} takeovers, welcome after {longest:.2f} s at most, {waiting}"
    return findings


async def _look(wire: Wire, seat: int, said: int) -> list[str]:
    """Whether the seat is the same and the newest line comes with the welcome."""
    await wire.until(lambda: any(page.room == ROOM for page in wire.histories))
    welcome, newest = wire.welcome, next(page for page in wire.histories if page.room == ROOM).events[-1]
    if (welcome.seat, welcome.persona) != (seat, "1/m1"):
        return [f"seat {seat} came back as seat {welcome.seat}, which plays {welcome.persona}"]
    if not newest[8]["text"].startswith(f"{said} "):
        return [f"the newest line is {newest[8]['text'][:5]} and not {said}"]
    return []
