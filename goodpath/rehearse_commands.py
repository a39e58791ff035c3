"""The commands `rehearse` and `demo`: robots play a class; in the demo you take one seat.

What is large is imported where it is needed, so that help and a mistyped command come at once.
"""

import asyncio
import contextlib
import json
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from goodpath.after_class import report_line
from goodpath.ending import end_by_force
from goodpath_client.plurals import counted
from goodpath_core.errors import GoodpathError, Misused
from goodpath_server.private import owner_only

if TYPE_CHECKING:
    from goodpath.library import Loaded
    from goodpath_client.plain.typing import Read
    from goodpath_client.robot import RobotReport
    from goodpath_server.server import Server

REHEARSAL_PACE = 120.0
DEMO_PACE = 2.0
MOST_SEATS = 40
FOLDER = Path("demo-sessions")

Scenario = Annotated[str, typer.Argument(help="A shipped scenario's name, a folder, or a file.")]
Seed = Annotated[
    int, typer.Option(help="The same seed makes the same plans; what the clock cuts off is not played.")
]


def mount(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("demo")(demo_command)
    app.command("rehearse")(rehearse_command)
    app.command("demo-class", hidden=True)(demo_class_command)


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


async def rehearse(scenario: str, out: Path, seats: int, seed: int, pace: float) -> "list[RobotReport]":
    """Hold a class of robots from beginning to end."""
    from goodpath.library import load
    from goodpath.robot_class import RobotClass, everybody_plays, hold

    plan = RobotClass(load(scenario), out, seats, seed, pace)
    found: list[Server] = []

    async def begin() -> None:
        await everybody_plays(found[0], seats)

    return await hold(plan, ready=found.append, begin=begin, stop=_stopping())


def cast_of(loaded: "Loaded") -> int:
    """How many robots play one cast."""
    return max(1, min(MOST_SEATS, len(loaded.scenario.personas)))


def _stopping() -> asyncio.Event:
    """An event that is set when this process is told to stop."""
    stop = asyncio.Event()
    if sys.platform != "win32":
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


def summary(reports: "list[RobotReport]") -> str:
    """What the robots did, and how often the rules said no."""
    asked: Counter[str] = Counter()
    refused = sum(sum(report.refusals.values()) for report in reports)
    for report in reports:
        asked.update(report.counts)
    acts = ", ".join(f"{count} {kind.replace('_', ' ')}" for kind, count in asked.most_common())
    said_no = f"\nThe rules said no {counted(refused, 'time')}, as they do in class." if refused else ""
    return f"{_who_played(reports)}: {acts}.{said_no}"


def _who_played(reports: "list[RobotReport]") -> str:
    """Such as `8 robots played in 4 cells`; and how many found no persona free."""
    from goodpath_core.play.event import cell_of

    cells = {cell_of(report.persona) for report in reports if report.persona}
    idle = sum(not report.persona for report in reports)
    without = f"; {idle} of them found no persona free" if idle else ""
    return f"{counted(len(reports), 'robot')} played in {counted(len(cells), 'cell')}{without}"


def demo_command(
    scenario: Scenario = "ten-pictures",
    seed: Seed = 1,
    pace: Annotated[float, typer.Option(min=1, max=20, help="How many times as fast as life.")] = DEMO_PACE,
    folder: Annotated[Path, typer.Option(help="Where to write the session.")] = FOLDER,
) -> None:
    """A whole small class on this machine, with you in one seat. Example: goodpath demo apple-phone"""
    from goodpath.library import load
    from goodpath.target import session_path
    from goodpath.written import must_have_room, say_what_lies_where, write_up

    cast = cast_of(load(scenario))
    _make(folder)
    path = session_path(scenario, folder)
    must_have_room(path)
    if sys.stdin.isatty() and sys.stdout.isatty():
        code = play_demo(scenario, path, seed, pace)
    else:
        reports = asyncio.run(rehearse(scenario, path, cast, seed, REHEARSAL_PACE))
        typer.echo(summary(reports))
        code = 0
    typer.echo(say_what_lies_where(write_up(path)))
    raise typer.Exit(code)


def _make(folder: Path) -> None:
    """Make a folder, and those it lies in; Misused if a file has its place."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise Misused(
            f"{folder} cannot be a folder, as a file is in its way; choose another with --folder."
        ) from None


def play_demo(scenario: str, path: Path, seed: int, pace: float) -> int:
    """Start the class in a process of its own, play one seat in this terminal, end the class afterwards."""
    from goodpath.playing import play_seat

    words = [scenario, "-o", str(path), "--seed", str(seed), "--pace", str(pace)]
    log, told = path.with_suffix(".log"), {}
    with open(log, "w", encoding="utf-8", opener=owner_only) as errors:
        child = subprocess.Popen(
            [sys.executable, "-m", "goodpath", "demo-class", *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            start_new_session=True,
        )
        try:
            told = json.loads(_first_line(child, log))
            return play_seat(
                f"127.0.0.1:{told['port']}", told["code"], settled=lambda: _say_begin(child.stdin)
            )
        finally:
            in_order = end_by_force(child)
            _close_pipes(child)
            if not told or not log.stat().st_size:
                log.unlink()
            if not in_order:
                raise _cut_off(path)


def _close_pipes(child: subprocess.Popen[str]) -> None:
    for pipe in (child.stdin, child.stdout):
        with contextlib.suppress(OSError):
            if pipe:
                pipe.close()


def _cut_off(session: Path) -> GoodpathError:
    return GoodpathError(
        f"The class did not end in time and was cut off; what was stored of it is in {session}; "
        f"run: {report_line(session)}"
    )


def _first_line(child: subprocess.Popen[str], log: Path) -> str:
    line = child.stdout.readline() if child.stdout else ""
    if not line:
        raise GoodpathError(
            f"The demo class could not start: {log.read_text('utf-8').strip() or 'no reason given'}"
        )
    return line


def _say_begin(stdin: IO[str] | None) -> None:
    if stdin and not stdin.closed:
        with contextlib.suppress(BrokenPipeError):
            stdin.write("begin\n")
            stdin.flush()


def demo_class_command(
    scenario: Scenario,
    out: Annotated[Path, typer.Option("-o", "--out")],
    seed: Seed = 1,
    pace: float = DEMO_PACE,
) -> None:
    """The class behind the demo: prints port and code, begins at a line of input, ends where that ends."""
    asyncio.run(_demo_class(scenario, out, seed, pace))


async def _demo_class(scenario: str, out: Path, seed: int, pace: float) -> None:
    from goodpath.library import load
    from goodpath.robot_class import RobotClass, hold
    from goodpath_client.plain.streams import stdin_lines

    loaded = load(scenario)
    plan = RobotClass(loaded, out, cast_of(loaded) - 1, seed, pace)  # one persona is yours
    begun, stop = asyncio.Event(), _stopping()

    def ready(server: "Server") -> None:
        print(json.dumps({"port": server.port, "code": server.code}), flush=True)

    async def begin() -> None:
        # However long somebody reads: the class is theirs.
        await begun.wait()

    hearing = asyncio.create_task(_hear(stdin_lines(), begun, stop))
    try:
        await hold(plan, ready=ready, begin=begin, stop=stop)
    finally:
        hearing.cancel()


async def _hear(read: "Read", begun: asyncio.Event, stop: asyncio.Event) -> None:
    """Begin at a line; stop where the input ends, with whoever it came from."""
    while await read() is not None:
        begun.set()
    stop.set()
