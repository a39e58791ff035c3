"""The command `rehearse`: robots play a class from beginning to end.

What is large is imported where it is needed, so that help and a mistyped command come at once.
"""

import asyncio
import signal
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from goodpath.last_hash import tell_last_hash
from goodpath_client.plurals import counted

if TYPE_CHECKING:
    from goodpath.library import Loaded
    from goodpath_client.robot import RobotReport
    from goodpath_server.server import Server

REHEARSAL_PACE = 120.0
MOST_SEATS = 40

Scenario = Annotated[str, typer.Argument(help="A shipped scenario's name, a folder, or a file.")]
Seed = Annotated[
    int, typer.Option(help="The same seed makes the same plans; what the clock cuts off is not played.")
]


def mount(app: typer.Typer) -> None:
    """Add the command."""
    app.command("rehearse")(rehearse_command)


def rehearse_command(
    scenario: Scenario,
    out: Annotated[Path, typer.Option("-o", "--out", help="Session file to write.")],
    seats: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=MOST_SEATS,
            help="How many robots play: of one cast if missing, else in parallel casts.",
        ),
    ] = None,
    seed: Seed = 1,
    pace: Annotated[
        float, typer.Option(min=1, max=200, help="How many times as fast as life.")
    ] = REHEARSAL_PACE,
) -> None:
    """Robots play a scenario over real sockets. Example: goodpath rehearse ten-pictures -o dry.goodpath"""
    from goodpath.library import load
    from goodpath.written import must_have_room, say_what_lies_where, write_up

    cast = cast_of(load(scenario))  # what is wrong with what was typed is said before anything is made
    must_have_room(out)
    reports = asyncio.run(rehearse(scenario, out, seats or cast, seed, pace))
    typer.echo(summary(reports))
    typer.echo(say_what_lies_where(write_up(out)))
    tell_last_hash(out)


async def rehearse(scenario: str, out: Path, seats: int, seed: int, pace: float) -> "list[RobotReport]":
    """Hold a class of robots from beginning to end."""
    from goodpath.library import load
    from goodpath.robot_class import RobotClass, everybody_plays, hold

    plan = RobotClass(load(scenario), out, seats, seed, pace)
    found: list[Server] = []

    async def begin() -> None:
        await everybody_plays(found[0], seats)

    return await hold(plan, ready=found.append, begin=begin, stop=stopping())


def cast_of(loaded: "Loaded") -> int:
    """How many robots play one cast."""
    return max(1, min(MOST_SEATS, len(loaded.scenario.personas)))


def stopping() -> asyncio.Event:
    """An event that is set when this process is told to stop."""
    stop = asyncio.Event()
    if sys.platform != "win32":
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


def summary(reports: "list[RobotReport]") -> str:
    """What the robots did, and how often they were refused."""
    asked: Counter[str] = Counter()
    refused = sum(sum(report.refusals.values()) for report in reports)
    for report in reports:
        asked.update(report.counts)
    acts = ", ".join(f"{count} {kind.replace('_', ' ')}" for kind, count in asked.most_common())
    said_no = (
        f"\n{counted(refused, 'time')} a robot asked for what its moment did not allow, as happens in class."
        if refused
        else ""
    )
    return f"{_who_played(reports)}: {acts}.{said_no}"


def _who_played(reports: "list[RobotReport]") -> str:
    """Such as `8 robots played in 4 cells`; and how many found no persona free."""
    from goodpath_core.play.event import cell_of

    cells = {cell_of(report.persona) for report in reports if report.persona}
    idle = sum(not report.persona for report in reports)
    without = f"; {idle} of them found no persona free" if idle else ""
    return f"{counted(len(reports), 'robot')} played in {counted(len(cells), 'cell')}{without}"
