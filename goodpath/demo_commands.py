"""The commands `demo` and `demo-class`: a small class on this machine, with you in one of its seats.

What is large is imported where it is needed, so that help and a mistyped command come at once.
"""

import asyncio
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from goodpath.exit_code import DONE, SAID_NO
from goodpath.last_hash import tell_last_hash
from goodpath.rehearse_commands import REHEARSAL_PACE, Scenario, Seed, cast_of, rehearse, stopping, summary
from goodpath_core.errors import Misused

if TYPE_CHECKING:
    from goodpath_client.plain.typing import Read
    from goodpath_server.server import Server

DEMO_PACE = 2.0
FOLDER = Path("demo-sessions")


def mount(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("demo")(demo_command)
    app.command("demo-class", hidden=True)(demo_class_command)


def demo_command(
    scenario: Scenario = "ten-pictures",
    seed: Seed = 1,
    pace: Annotated[float, typer.Option(min=1, max=20, help="How many times as fast as life.")] = DEMO_PACE,
    folder: Annotated[Path, typer.Option(help="Where to write the session.")] = FOLDER,
) -> None:
    """A whole small class on this machine, with you in one seat. Example: goodpath demo apple-phone"""
    from goodpath.demo_process import play_demo
    from goodpath.library import load
    from goodpath.target import session_path
    from goodpath.written import must_have_room, say_what_lies_where, write_up

    cast = cast_of(load(scenario))
    _make(folder)
    path = session_path(scenario, folder)
    must_have_room(path)
    if sys.stdin.isatty() and sys.stdout.isatty():
        code, fault = play_demo(scenario, path, seed, pace)
        if fault:
            typer.echo(f"goodpath: {fault}", err=True)
            code = code or SAID_NO
    else:
        reports = asyncio.run(rehearse(scenario, path, cast, seed, REHEARSAL_PACE))
        typer.echo(summary(reports))
        code = DONE
    typer.echo(say_what_lies_where(write_up(path)))
    tell_last_hash(path)
    raise typer.Exit(code)


def _make(folder: Path) -> None:
    """Make a folder, and those it lies in; Misused if a file has its place."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise Misused(
            f"{folder} cannot be a folder, as a file is in its way; choose another with --folder."
        ) from None


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
    from goodpath_client.plain.streams import lines_from

    loaded = load(scenario)
    plan = RobotClass(loaded, out, cast_of(loaded) - 1, seed, pace)  # one persona is yours
    begun, stop = asyncio.Event(), stopping()

    def ready(server: "Server") -> None:
        print(json.dumps({"port": server.port, "code": server.code}), flush=True)

    async def begin() -> None:
        # However long somebody reads: the class is theirs.
        await begun.wait()

    hearing = asyncio.create_task(_hear(lines_from(sys.stdin), begun, stop))
    try:
        await hold(plan, ready=ready, begin=begin, stop=stop)
    finally:
        hearing.cancel()


async def _hear(read: "Read", begun: asyncio.Event, stop: asyncio.Event) -> None:
    """Begin at a line; stop where the input ends, with whoever it came from."""
    while await read() is not None:
        begun.set()
    stop.set()
