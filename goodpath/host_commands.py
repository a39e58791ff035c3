"""The commands `host` and `teach`: a server of its own, and the teacher's console to it.

What is large is imported where it is needed, so that help and a mistyped command come at once.
"""

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from goodpath.after_class import Taught, tell_left_behind, tell_report
from goodpath.announcement import announce, shown_host
from goodpath.exit_code import KILLED
from goodpath.last_hash import tell_last_hash
from goodpath.own_line import own_line
from goodpath.questions import is_agreed
from goodpath.serve_commands import Address, Cells, Lan, Out, Port, Scenario
from goodpath.target import find_target
from goodpath.teachers_secret import find_secret, must_have_terminal, way_back
from goodpath.way_on import if_dead, way_on
from goodpath_client.addresses import parse
from goodpath_core.errors import GoodpathError
from goodpath_core.wire.port import LOOPBACK, PORT

if TYPE_CHECKING:
    from goodpath.server_process import ServerProcess
    from goodpath_client.teacher.door import Door
    from goodpath_server.server import Server

STARTS = "goodpath starts ..."
"""Said where a screen is to come, before what draws it is loaded."""

NO_CONSOLE = (
    "There is no terminal here, so no console opens and the server runs alone, as with `goodpath serve`; "
    "start `goodpath host` in a terminal for the console."
)
"""Said where the console would come, to whoever expects it."""
_OPENS = "The console opens in a moment; Alt+Q closes it."
_STOP = "Stop the server as well? Students are then cut off."
_STOP_OVER = "The session is over and stored. Stop the server? Screens that still show it are then cut off."
WRONG_SECRET = (
    "That is not the teacher's secret of this session; it stands in the .key file beside the session file."
)


def mount(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("host")(host_command)
    app.command("teach")(teach_command)


def host_command(
    scenario: Scenario,
    out: Out = None,
    lan: Lan = False,
    address: Address = "",
    port: Port = PORT,
    cells: Cells = None,
) -> None:
    """Start a server and the teacher's console. Example: goodpath host ten-pictures --lan

    To go on with a session, also after a crash: goodpath host FILE.goodpath --lan
    """
    on_screen = sys.stdin.isatty() and sys.stdout.isatty()
    if on_screen:
        typer.echo(STARTS)
    from goodpath.reopening import is_over, over_words
    from goodpath.server_process import ServerProcess
    from goodpath.serving import serve
    from goodpath_client.teacher.door import Door
    from goodpath_server.server import EVERYWHERE, Config

    scenario, path = find_target(scenario, out)
    # The console is open before the class is back; where there is none, nobody could let the world go on.
    host = shown_host(lan, address)
    config = Config(EVERYWHERE if lan else LOOPBACK, port, cells or 0, reached=host, pauses=on_screen)
    if not on_screen:
        asyncio.run(serve(scenario, path, config, lambda server: _announce_alone(server, host, path)))
        tell_last_hash(path)
        return
    running = ServerProcess.start(scenario, path, config)
    door = Door(f"{host}:{running.port}", running.code, program=own_line())
    code, over = 0, False
    try:
        if words := over_words(running.path):
            typer.echo(f"{words}\n{_OPENS}")
        code, over, *_ = teach(f"{LOOPBACK}:{running.port}", running.secret, door)
    finally:
        # After a signal there may be no terminal left to ask at; the class goes on.
        if code < KILLED:
            offer_to_stop(running, over, way_back(door.address, path))
            if over:
                tell_report(str(path))
            elif not (running.alive or is_over(path)):
                line = way_on(str(running.path.absolute()), running.port, lan, address=address)
                typer.echo(f"Go on with:  {line}")
    raise typer.Exit(code)


def _announce_alone(server: "Server", host: str, path: Path) -> None:
    """Say that the server is open, and why no console is."""
    announce(server, host, path)
    typer.echo(NO_CONSOLE, err=True)


def teach_command(
    address: Annotated[str, typer.Argument(help="Where the server is, such as 127.0.0.1:8713.")],
    secret: Annotated[
        str, typer.Argument(help="The teacher's secret; better --key, as others can read a command line.")
    ] = "",
    key: Annotated[
        Path | None, typer.Option("--key", help="The key file beside the session, which holds the secret.")
    ] = None,
) -> None:
    """The teacher's console to a running server. It asks for the secret where none is given.

    Example: goodpath teach 127.0.0.1:8713 --key class.key
    """
    from goodpath_client.teacher.door import Door

    host, _, port = parse(address).removeprefix("ws://").removeprefix("wss://").rpartition(":")
    secret = find_secret(secret, key)
    taught = teach(address, secret, Door(f"{host}:{port}", program=own_line()))
    if taught.code < KILLED:
        stopped = taught.over and not taught.lost and offer_to_shut_down(address, secret, taught.file)
        if taught.over:
            tell_report(taught.file)
        elif taught.lost and taught.file:
            typer.echo(if_dead(taught.file, host, int(port)))
        if not stopped:
            typer.echo(f"Come back with:  {own_line('teach', address, *_key_words(key))}")
    raise typer.Exit(taught.code)


def _key_words(key: Path | None) -> list[str]:
    """How the key file is named again; without one the secret is asked for."""
    return ["--key", str(key.absolute())] if key else []


def teach(address: str, secret: str, door: "Door") -> Taught:
    """Open the console until it is closed; GoodpathError with one sentence if the server said no for good."""
    from goodpath.playing import open_seat, state_folder
    from goodpath_client.crash import CRASHED
    from goodpath_client.kept_looks import KeptLooks
    from goodpath_client.own_clock import OwnClock
    from goodpath_client.teacher.app import run_teacher
    from goodpath_core.wire.closing import WRONG_CODE

    must_have_terminal()
    now = OwnClock().now_ms
    link, store, *_ = open_seat(address, secret, role="teacher", now=now)
    looks = KeptLooks(state_folder() / "looks")
    lesson = run_teacher(link, store, now=now, door=door, looks=looks)
    over, closing = store.world.session.stage == "ended", lesson.closing
    if closing is not None or lesson.code == CRASHED:
        tell_left_behind(lesson.left_behind)
    if closing is not None:
        if over:
            tell_report(lesson.file)
        raise GoodpathError(WRONG_SECRET if closing == WRONG_CODE else store.link.text or closing.text)
    return Taught(lesson.code, over, lesson.file, lesson.lost)


def offer_to_stop(running: "ServerProcess", over: bool, back: str) -> None:
    """Ask whether the server shall stop as well, or run on; once the session is over it is to stop."""
    if running.alive and is_agreed(_STOP_OVER if over else _STOP, default=over):
        running.stop()
    if running.alive:
        typer.echo(f"The server runs on as process {running.pid}; `kill {running.pid}` stops it.")
        typer.echo(f"Come back with:  {back}")
    else:
        typer.echo(f"The server has stopped; the session is in {running.path}.")
        tell_last_hash(running.path)


def offer_to_shut_down(address: str, secret: str, file: str) -> bool:
    """Ask whether the server of a session that is over shall stop; whether it has.

    `file` is where the session file lies on the server's machine, or empty.
    """
    from goodpath.shutting_down import shut_down

    if not is_agreed(_STOP_OVER, default=True):
        typer.echo("The server runs on; whoever comes back to it can stop it when leaving.")
        return False
    try:
        asyncio.run(shut_down(address, secret))
    except GoodpathError as no:
        typer.echo(str(no), err=True)
        return False
    typer.echo(f"The server has stopped; the session is in {file}." if file else "The server has stopped.")
    if file:
        tell_last_hash(Path(file))
    return True
