"""Serves seats for a load generator, and tells it their tokens once they are stored."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from goodpath.overwriting import must_be_no_session, must_be_own
from goodpath.serving import begin, must_have_port, run_until_stopped
from goodpath_core.errors import Misused
from goodpath_core.play.control import StartWorld
from goodpath_core.play.event import By, Draft, persona_id, seat_audience
from goodpath_core.play.seats import PersonaTaken, SeatChanged, SeatOpened
from goodpath_core.scenario.crowd import crowd
from goodpath_server.lobby import TOKEN_DIGITS, new_token
from goodpath_server.private import write_private
from goodpath_server.server import Config, Server
from goodpath_server.session_name import key_path, must_have_folder
from goodpath_server.storing import all_stored

MOST_SEATS = 5_000
"""In all groups together: all are seated in one go, and one event names a whole group."""
SHAPE = "Say --load-test GROUPSxMEMBERS, such as 4x40, and --tokens FILE."
TOO_MANY = f"A load test seats {MOST_SEATS} at most, such as 5x1000; say fewer groups or members."
_SHAPE = re.compile(r"([1-9]\d{0,8})x([1-9]\d{0,8})", re.ASCII)
_BEGINS = re.compile(rb"1/crowd 1/m1 [0-9a-f]{%d}\n" % TOKEN_DIGITS)
_LOOK_BYTES = 200


class Shape(NamedTuple):
    """How many there are in a load test."""

    groups: int
    """Each is the one group of a cell of its own."""
    members: int
    """Of each group."""


def read_shape(typed: str) -> Shape:
    """What GROUPSxMEMBERS says; Misused if it says nothing, or more than can be seated."""
    found = _SHAPE.fullmatch(typed)
    if found is None:
        raise Misused(SHAPE)
    shape = Shape(int(found[1]), int(found[2]))
    if shape.groups * shape.members > MOST_SEATS:
        raise Misused(TOO_MANY)
    return shape


async def serve_crowd(
    groups: int, members: int, path: Path, tokens: Path, config: Config, started: Callable[[Server], None]
) -> None:
    """Serve groups of so many members until stopped; writes `group member token`, a line each."""
    key_path(path)
    must_have_folder(path)
    must_have_folder(tokens, "--tokens")
    must_be_no_session(tokens, "--tokens")
    must_be_own(tokens, "list of tokens", _is_own, "--tokens")
    must_have_port(config.host, config.port)
    server = begin(crowd(members), {}, path, replace(config, cells=groups, load_test=True))

    async def tell(running: Server) -> None:
        rows = seat_everybody(running, members)
        await all_stored(running.session)
        write_private(tokens, "".join(f"{cell}/crowd {persona} {token}\n" for cell, persona, token in rows))
        started(running)

    await run_until_stopped(server, tell, is_new=True)


def seat_everybody(server: Server, members: int) -> list[tuple[int, str, str]]:
    """Open every seat, let it play, start the world; returns (cell, persona, token) rows."""
    session = server.session
    rows: list[tuple[int, str, str]] = []
    drafts: list[Draft] = []
    for cell in range(1, server.config.cells + 1):
        for number in range(1, members + 1):
            seat, persona = len(rows) + 1, persona_id(cell, f"m{number}")
            audience = seat_audience(seat)
            drafts.append(Draft(SeatOpened(seat=seat, cell=cell), audience, cell))
            drafts.append(Draft(SeatChanged(seat=seat, persona=persona), audience, cell))
            drafts.append(Draft(PersonaTaken(persona=persona), "cell", cell))
            rows.append((cell, persona, new_token()))
    session.happen(drafts, "server", session.now())
    session.command(StartWorld(), By("teacher", "teacher"))
    server.keys.add_many({token: seat for seat, (_, _, token) in enumerate(rows, 1)})
    return rows


def _is_own(path: Path) -> bool:
    """Whether a file holds the tokens of an earlier load test."""
    with path.open("rb") as file:
        return _BEGINS.match(file.read(_LOOK_BYTES)) is not None
