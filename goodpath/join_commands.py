"""The commands `join` and `watch`: a student or an observer in this terminal, on screens or in lines."""

import asyncio
import contextlib
import sys
from typing import Annotated

import typer

from goodpath.playing import Role, now_ms, open_seat, state_folder
from goodpath_client.app import Joined, StudentApp
from goodpath_client.plain import print_line, stdin_lines, talk
from goodpath_client.terminal import run_cleanly
from goodpath_core.errors import GoodpathError

Plain = Annotated[bool, typer.Option("--plain", help="Lines of text instead of screens, for screen readers.")]
OwnName = Annotated[str, typer.Option("--name", help="Your own name; only your teacher sees it.")]
NEEDED = "Say where to and with which code: goodpath {command} ADDRESS CODE; your teacher has both."


def mount(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("join")(join_command)
    app.command("watch")(watch_command)


def join_command(
    address: Annotated[str, typer.Argument(help="As on the board, such as 192.168.1.20:8713.")] = "",
    code: Annotated[str, typer.Argument(help="The code on the board.")] = "",
    name: OwnName = "",
    plain: Plain = False,
) -> None:
    """Join a class as a student. Example: goodpath join 192.168.1.20:8713 ABCD-EFGH"""
    raise typer.Exit(come_in(address, code, name, "student", plain))


def watch_command(
    address: Annotated[str, typer.Argument(help="As on the board, such as 192.168.1.20:8713.")],
    code: Annotated[str, typer.Argument(help="The code on the board.")],
    name: OwnName = "",
    plain: Plain = False,
) -> None:
    """Watch a class without playing. Example: goodpath watch 192.168.1.20:8713 ABCD-EFGH"""
    raise typer.Exit(come_in(address, code, name, "observer", plain))


def come_in(address: str, code: str, name: str, role: Role, plain: bool) -> int:
    """Take a seat and stay until it is left; the exit code. GoodpathError if the server said no for good."""
    on_screen = sys.stdin.isatty() and sys.stdout.isatty() and not plain
    if on_screen and (role == "observer" or (address and code and name)):
        joined = open_here(address, code, name, role)
        again = open_here if role == "student" else None
        return on_screens(StudentApp(joined, now=now_ms, connect=again, address=address, code=code))
    if on_screen:
        return on_screens(StudentApp(now=now_ms, connect=open_here, address=address, code=code))
    if not address or not code:
        raise GoodpathError(NEEDED.format(command="watch" if role == "observer" else "join"))
    return in_lines(open_here(address, code, name, role))


def open_here(address: str, code: str, name: str, role: Role = "student") -> Joined:
    """A seat whose token and unsent lines are kept on this machine."""
    return open_seat(address, code, name, role, state_folder())


def on_screens(app: StudentApp) -> int:
    """Run the screens; a seat that was never given ends in the server's sentence."""
    code = run_cleanly(app)
    if app.closing is not None and app.store.welcome is None:
        raise GoodpathError(app.closing.text)
    return code


def in_lines(joined: Joined) -> int:
    """Play in lines of text until the input or the link ends."""
    link, store, _ = joined
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_talk(joined))
    if store.welcome is None:
        raise GoodpathError(store.link.text or "The server was left before it answered.")
    return 0


async def _talk(joined: Joined) -> None:
    link, store, _ = joined
    await talk(link, store, read=stdin_lines(), write=print_line, now=now_ms)  # type: ignore[arg-type]
