"""The commands `join` and `watch`: a student or an observer in this terminal, on screens or in lines.

What is large is imported where it is needed, so that help and a mistyped command come at once.
"""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from goodpath.collector import collector_at_rest
from goodpath.exit_code import DONE
from goodpath.host_commands import STARTS
from goodpath_core.errors import GoodpathError, Misused

if TYPE_CHECKING:
    from goodpath.playing import Role
    from goodpath_client.app import StudentApp
    from goodpath_client.joined import Joined
    from goodpath_client.plain.door import Wanted
    from goodpath_client.seats import KnownSeat

Plain = Annotated[bool, typer.Option("--plain", help="Lines of text instead of screens, for screen readers.")]
OwnName = Annotated[
    str | None, typer.Option("--name", help="Your own name; only your teacher sees it.", show_default=False)
]
Code = Annotated[str, typer.Argument(help="The code on the board.")]
Half = Annotated[str, typer.Argument(hidden=True)]
"""The other half of the code, where it was typed with a space."""
Cell = Annotated[
    int | None,
    typer.Option("--cell", min=1, help="Which cell to watch; if left out, the one in which most play."),
]
TOO_MANY = "'{word}' is a word too many; your own name stands behind --name."
NEEDED = "Say where to and with which code: goodpath {command} ADDRESS CODE; your teacher has both."
SAY_NAME = "Say who you are: goodpath join ADDRESS CODE --name NAME; only your teacher sees your name."


def mount(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("join")(join_command)
    app.command("watch")(watch_command)


def join_command(
    address: Annotated[str, typer.Argument(help="As on the board, such as 192.168.1.20:8713.")] = "",
    code: Code = "",
    half: Half = "",
    name: OwnName = None,
    plain: Plain = False,
) -> None:
    """Join a class as a student. Example: goodpath join 192.168.1.20:8713 ABCD-EFGH"""
    raise typer.Exit(come_in(address, one_code(code, half), name, "student", plain))


def watch_command(
    address: Annotated[str, typer.Argument(help="As on the board, such as 192.168.1.20:8713.")] = "",
    code: Code = "",
    half: Half = "",
    name: OwnName = None,
    plain: Plain = False,
    cell: Cell = None,
) -> None:
    """Watch a class without playing. Example: goodpath watch 192.168.1.20:8713 ABCD-EFGH --cell 2"""
    raise typer.Exit(come_in(address, one_code(code, half), name, "observer", plain, cell or 0))


def one_code(code: str, half: str) -> str:
    """A code that may have been typed in two halves; Misused where there is more than a code."""
    from goodpath_core.join_code import plain_code
    from goodpath_server.lobby import CODE_LENGTH

    if half and len(plain_code(code)) >= CODE_LENGTH:
        raise Misused(TOO_MANY.format(word=half))
    return f"{code} {half}".strip()


def come_in(address: str, code: str, name: str | None, role: "Role", plain: bool, cell: int = 0) -> int:
    """Take a seat and stay until it is left; the exit code.

    GoodpathError if the server said no for good, Misused if what was typed cannot be meant.
    """
    from goodpath_client.plain.door import NAMELESS

    if name is not None and not name.strip():
        raise Misused(NAMELESS)
    if sys.stdin.isatty() and sys.stdout.isatty() and not plain:
        typer.echo(STARTS)
        return on_screens(screens(address, code, name or "", role, cell))
    return in_lines(address, code, name or "", role, cell, asks=plain and sys.stdin.isatty())


def in_lines(address: str, code: str, name: str, role: "Role", cell: int, asks: bool) -> int:
    """Play or watch in lines of text; whoever `asks` is asked for what is missing."""
    from goodpath.line_seat import LineSeat
    from goodpath.playing import open_seat, seats_here, state_folder
    from goodpath_client.open_elsewhere import is_elsewhere, leave_it_first
    from goodpath_client.own_clock import OwnClock
    from goodpath_client.plain.door import PARTS, Wanted

    now, folder = OwnClock().now_ms, state_folder()
    wanted = Wanted(address, code, name)

    def come(one: Wanted) -> "Joined":
        return open_seat(one.address, one.code, one.name, "", role, folder, cell, now=now)

    def is_open(one: Wanted) -> bool:
        return is_elsewhere(seats_here(one.address, one.code, role, folder), one.name)

    if not asks:
        _need_all(wanted, watches=role == "observer")
        if is_open(wanted):
            raise GoodpathError(leave_it_first(name))
    return LineSeat(wanted, come, PARTS if asks else (), is_open, now=now, source=sys.stdin).play()


def _need_all(wanted: "Wanted", watches: bool) -> None:
    """Misused if something is missing, or cannot be meant, where there is nobody to ask."""
    from goodpath_client.addresses import parse
    from goodpath_client.joining import too_long

    if not (wanted.address and wanted.code):
        raise Misused(NEEDED.format(command="watch" if watches else "join"))
    parse(wanted.address)
    if not (wanted.name or watches):
        raise Misused(SAY_NAME)
    if wrong := too_long(wanted.code, wanted.name):
        raise Misused(wrong)


def screens(address: str, code: str, name: str, role: "Role", cell: int = 0) -> "StudentApp":
    """The screens of a seat; they ask for what was not given."""
    with collector_at_rest():
        from goodpath.playing import open_seat, seats_here, state_folder
        from goodpath_client.app import StudentApp
        from goodpath_client.open_elsewhere import is_elsewhere
        from goodpath_client.own_clock import OwnClock

    now, folder = OwnClock().now_ms, state_folder()
    watches = role == "observer"

    def connect(address: str, code: str, name: str, token: str, cell: int) -> "Joined":
        return open_seat(address, code, name, token, role, folder, cell, now=now)

    def seats(address: str, code: str) -> "tuple[KnownSeat, ...]":
        return seats_here(address, code, role, folder)

    at_once = address and code and name and not is_elsewhere(seats(address, code), name)
    return StudentApp(
        connect(address, code, name, "", cell) if at_once else None,
        now=now,
        connect=connect,
        seats=seats,
        watches=watches,
        address=address,
        code=code,
        own_name=name,
        cell=cell,
    )


def on_screens(app: "StudentApp") -> int:
    """Run the screens, and say how to come back; a seat never given ends in the server's sentence."""
    from goodpath_client.leaving import goodbye_words
    from goodpath_client.terminal import run_cleanly

    code = run_cleanly(app)
    if app.closing is not None and app.store.welcome is None:
        raise GoodpathError(app.store.link.text or app.closing.text)
    # A crash has its own sentence, and after a signal there may be no terminal to say anything on.
    if code == DONE and (words := goodbye_words(app.store, app.closing)):
        typer.echo(words)
    return code
