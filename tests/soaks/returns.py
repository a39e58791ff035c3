"""Whoever was away while the teacher did something comes back to the right phase, pause and persona.

The link of the students comes back: every other time to the copy it had, else as a client started anew.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from goodpath_client.store import Store
from goodpath_core.wire.frames import Welcome
from goodpath_server.server import Server
from hall import until
from soaks.findings import Findings
from soaks.links import client
from soaks.town_hall import seated, town_hall
from whole_class import Wire

WHY = "Look here."
PERSONA = "1/m1"


@dataclass(frozen=True)
class Known:
    """What somebody who plays has to know."""

    stage: str = "playing"
    paused: str = ""
    phase: str = "Talk"
    persona: str = PERSONA


NEXT = {"Talk": ("playing", "More talk"), "More talk": ("debrief", "More talk")}
"""Stage and phase after each phase."""

Act = tuple[str, Callable[[Known, list[int]], dict[str, object]], Callable[[Known], Known]]
ACTS: tuple[Act, ...] = (
    ("pause_world", lambda known, seats: {"why": WHY}, lambda known: replace(known, paused=WHY)),
    ("resume_world", lambda known, seats: {}, lambda known: replace(known, paused="")),
    (
        "hand_over",
        lambda known, seats: {"persona": PERSONA, "seat": seats[1 if known.persona else 0]},
        lambda known: replace(known, persona="" if known.persona else PERSONA),
    ),
    (
        "next_phase",
        lambda known, seats: {},
        lambda known: replace(known, stage=NEXT[known.phase][0], phase=NEXT[known.phase][1]),
    ),
)
"""What the teacher does: the command, its fields, and what holds from then on."""
SESSION = 2 * len(ACTS)
"""So often somebody can be away in one session: it has two phases."""


async def returns(folder: Path, seed: int = 1, times: int = 200) -> Findings:
    """Be away so often; what was not right after coming back."""
    findings, longest = Findings(), 0.0
    for first in range(0, times, SESSION):
        place = folder / str(first)
        place.mkdir()
        async with town_hall(place) as server:
            for took in await _session(server, findings, min(SESSION, times - first)):
                longest = max(longest, took)
    findings.said = f"{times} returns, each right after {longest:.2f} s at most"
    return findings


async def _session(server: Server, findings: Findings, times: int) -> list[float]:
    """Come back so often to one session; how long it took each time until everything was right."""
    player, other = await seated(server, 1, Wire), await Wire.join(server.port, code=server.code)
    teacher = await Wire.join(server.port, role="teacher", code=server.secret)
    seat, seats = player[0].welcome, [player[0].welcome.seat, other.welcome.seat]
    await player[0].leave()
    known, store, took = Known(), Store(), list[float]()
    for time in range(times):
        kind, fields, after = ACTS[time % len(ACTS)]
        assert await teacher.ask(f"r{time}", kind, **fields(known, seats)) == "done"
        known = after(known)
        store = Store() if time % 2 else store
        took.append(await _come_back(server.port, seat, store, known, f"after {kind}", findings))
    return took


async def _come_back(
    port: int, seat: Welcome, store: Store, known: Known, when: str, findings: Findings
) -> float:
    """Come back once and leave again; seconds until everything was right."""
    now = asyncio.get_running_loop().time
    began = now()
    async with client(port, seat, when, store):
        try:
            await until(lambda: store.link.kind in ("connected", "reloaded") and known_to(store) == known)
        except TimeoutError:
            findings.faults.append(f"{when} the store says {known_to(store)} and not {known}")
    return now() - began


def known_to(store: Store) -> Known:
    """What a store says of all this."""
    world = store.world
    return Known(world.session.stage, world.session.paused, world.phase.name, store.me)
