"""The commands `join` and `watch`: a student or an observer in this terminal, on screens or in lines.

What is large is imported where it is needed, so that help and a mistyped command come at once.
"""

import asyncio
import contextlib
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from goodpath.host_commands import STARTS
from goodpath_core.errors import GoodpathError

if TYPE_CHECKING:
    from goodpath.playing import Role
    from goodpath_client.app import Joined, StudentApp
    from goodpath_client.seats import KnownSeat

Plain = Annotated[bool, typer.Option("--plain", help="Lines of text instead of screens, for screen readers.")]
OwnName = Annotated[str, typer.Option("--name", help="Your own name; only your teacher sees it.")]
Cell = Annotated[
    int | None,
    typer.Option("--cell", min=1, help="Which cell to watch; if left out, the one in which most play."),
]
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
    address: Annotated[str, typer.Argument(help="As on the board, such as 192.168.1.20:8713.")] = "",
    code: Annotated[str, typer.Argument(help="The code on the board.")] = "",
    name: OwnName = "",
    plain: Plain = False,
    cell: Cell = None,
) -> None:
    """Watch a class without playing. Example: goodpath watch 192.168.1.20:8713 ABCD-EFGH --cell 2"""
    raise typer.Exit(come_in(address, code, name, "observer", plain, cell or 0))


def come_in(address: str, code: str, name: str, role: "Role", plain: bool, cell: int = 0) -> int:
    """Take a seat and stay until it is left; the exit code. GoodpathError if the server said no for good."""
    if sys.stdin.isatty() and sys.stdout.isatty() and not plain:
        typer.echo(STARTS)
        return on_screens(screens(address, code, name, role, cell))
    if plain and sys.stdin.isatty() and not (address and code):
        address, code, name = ask_for(address, code, name)
    if not address or not code:
        raise GoodpathError(NEEDED.format(command="watch" if role == "observer" else "join"))
    return in_lines(open_here(address, code, name, role, cell))


def screens(address: str, code: str, name: str, role: "Role", cell: int = 0) -> "StudentApp":
    """The screens of a seat; they ask for what was not given."""
    from goodpath.playing import now_ms, seats_here, state_folder
    from goodpath_client.app import StudentApp
    from goodpath_client.seats import plain_name

    watches = role == "observer"

    def connect(address: str, code: str, name: str) -> "Joined":
        return open_here(address, code, name, role, cell)

    def seats(address: str, code: str) -> "tuple[KnownSeat, ...]":
        return seats_here(address, code, role, state_folder())

    known = seats(address, code) if name else ()
    is_live = any(one.live and plain_name(one.name) == plain_name(name) for one in known)
    at_once = address and code and (watches or name) and not is_live
    return StudentApp(
        connect(address, code, name) if at_once else None,
        now=now_ms,
        connect=connect,
        seats=seats,
        watches=watches,
        address=address,
        code=code,
        own_name=name,
    )


def ask_for(address: str, code: str, name: str) -> tuple[str, str, str]:
    """Ask for what was not given, in lines: what the join screen asks for in boxes."""
    address = address or typer.prompt("Address, as on the board")
    code = code or typer.prompt("Code, as on the board")
    name = name or typer.prompt("Your own name; only your teacher sees it", default="", show_default=False)
    return address, code, name


def open_here(address: str, code: str, name: str, role: "Role" = "student", cell: int = 0) -> "Joined":
    """A seat whose token and unsent lines are kept on this machine."""
    from goodpath.playing import open_seat, state_folder

    return open_seat(address, code, name, role, state_folder(), cell)


def on_screens(app: "StudentApp") -> int:
    """Run the screens; a seat that was never given ends in the server's sentence."""
    from goodpath_client.terminal import run_cleanly

    code = run_cleanly(app)
    if app.closing is not None and app.store.welcome is None:
        raise GoodpathError(app.store.link.text or app.closing.text)
    return code


def in_lines(joined: "Joined") -> int:
    """Play in lines of text until the input or the link ends."""
    _, store, _ = joined
    why = ""
    with contextlib.suppress(KeyboardInterrupt):
        why = asyncio.run(_talk(joined))
    if store.welcome is None:
        raise GoodpathError(why or "The server was left before it answered.")
    return 0


async def _talk(joined: "Joined") -> str:
    from goodpath.playing import now_ms
    from goodpath_client.plain import print_line, stdin_lines, talk

    link, store, last = joined
    return await talk(link, store, read=stdin_lines(), write=print_line, now=now_ms, last=last)  # type: ignore[arg-type]
