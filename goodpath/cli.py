"""The `goodpath` command: every subcommand, its options, and one sentence for every error."""

import errno
import os
import socket
import sys
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Annotated

import typer

from goodpath import (
    __version__,
    demo_commands,
    host_commands,
    join_commands,
    rehearse_commands,
    review_commands,
    scenario_commands,
    serve_commands,
)
from goodpath.exit_code import DONE, MISUSED, SAID_NO
from goodpath.frame_rate import let_draw
from goodpath.mistyped import MISTYPED, Commands, put_right
from goodpath.own_line import own_line, runs_here
from goodpath_core.errors import GoodpathError, Misused, ScenarioProblems
from goodpath_core.text import clean_line

UNANSWERED = "It was not answered; run it again and type the answer."
SILENT: Mapping[type[OSError], str] = MappingProxyType({TimeoutError: "That took too long and was given up"})
"""Why something failed, where the fault itself does not say."""
_NETWORK = "{reason}; check the address and the network."
_ROOM = "Not all was written: {reason}; make room on its disk, or choose another place."
_OTHERS = "{reason}; close some other programs and try again."
WAYS_OUT: Mapping[int, str] = MappingProxyType(
    {
        errno.ENOSPC: _ROOM,
        errno.EDQUOT: _ROOM,
        errno.EFBIG: _ROOM,
        errno.EIO: _ROOM,
        errno.ENETUNREACH: _NETWORK,
        errno.ENETDOWN: _NETWORK,
        errno.EHOSTUNREACH: _NETWORK,
        errno.EHOSTDOWN: _NETWORK,
        errno.EADDRNOTAVAIL: _NETWORK,
        errno.EMFILE: _OTHERS,
        errno.ENFILE: _OTHERS,
        errno.ENOMEM: _OTHERS,
        errno.ENOBUFS: _OTHERS,
        errno.EAGAIN: _OTHERS,
    }
)
"""What is said of a fault that names no file, by its number."""
NETWORKS = (ConnectionError, TimeoutError, socket.gaierror, socket.herror)
"""Faults of the network whatever their number: names and addresses count theirs anew, and some have none."""

app = typer.Typer(
    name="goodpath",
    help="A chat simulator for a class: a factory town, a phone, a room, and the question where people live.",
    cls=Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for commands in (
    demo_commands,
    rehearse_commands,
    host_commands,
    join_commands,
    serve_commands,
    review_commands,
):
    commands.mount(app)
app.add_typer(scenario_commands.app, name="scenario")


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"goodpath {__version__}")
        raise typer.Exit


@app.callback()
def goodpath(
    version: Annotated[
        bool,
        typer.Option("--version", help="Say which version this is.", is_eager=True, callback=_say_version),
    ] = False,
) -> None:
    """What holds for every command."""


def main() -> None:
    """Run the command line; exit code 0, 1 (it said no) or 2 (misused)."""
    let_draw(os.environ)
    try:
        code: int | str | None = run(partial(app, standalone_mode=False))
    except SystemExit as end:
        code = end.code
    sys.exit(_see_out(code))


def _see_out(code: int | str | None) -> int | str | None:
    """The exit code once what was printed has left; where it cannot, what is left of it goes nowhere.

    That nobody reads on, as behind `| head`, is no fault; that there is no room for it is one.
    """
    if sys.__stdout__ is None:
        return code
    try:
        sys.__stdout__.flush()
        # Typer puts another stream in the place of one that has broken, and leaves with 1.
        if sys.stdout is sys.__stdout__:
            return code
        code = DONE
    except BrokenPipeError:
        code = DONE
    except OSError as fault:
        code = code or _leave(_explain(fault))
    # Else it would be tried, and complained of, once more when the process ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno())
    return code


def run(command: Callable[[], object]) -> int:
    """Run a command; whatever goes wrong becomes one sentence and the exit code."""
    try:
        code = command()
    except MISTYPED as fault:
        return _leave(put_right(fault), MISUSED)
    except typer.Abort:
        return _leave(UNANSWERED)
    except Misused as fault:
        return _leave(str(fault), MISUSED)
    except ScenarioProblems as fault:
        return _leave(_sum_up(fault))
    except GoodpathError as fault:
        return _leave(runs_here(str(fault)))
    except OSError as fault:
        return _leave(_explain(fault))
    return code if isinstance(code, int) else DONE


def _leave(sentence: str, code: int = SAID_NO) -> int:
    print(f"goodpath: {clean_line(sentence)}", file=sys.stderr)
    return code


def _sum_up(fault: ScenarioProblems) -> str:
    """How many problems there are, the first of them, and the command that tells all."""
    first, count = fault.problems[0], len(fault.problems)
    alone = len({problem.file for problem in fault.problems}) == 1
    many = f"has {count} problems, the first" if count > 1 else "has a problem"
    place = [
        *([] if alone else [first.file]),
        *([f"line {first.line}"] if first.line else []),
        *([f"column {first.column}"] if first.column else []),
    ]
    where = f" in {', '.join(place)}" if place else ""
    whole = f"{first.file if alone else 'The scenario'} {many}{where}: {first.text}"
    return f"{whole}; run: {own_line('scenario', 'check', fault.asked)}"


def _explain(fault: OSError) -> str:
    """What the machine would not do, with the file or folder if it was one."""
    reason = fault.strerror or str(fault) or SILENT.get(type(fault), type(fault).__name__)
    if fault.filename is not None:
        way_out = "choose another place, or look at its permissions and the disk."
        return f"{fault.filename} cannot be used ({reason}); {way_out}"
    # Where several addresses were tried there are several faults, and no number.
    if fault.errno is None or isinstance(fault, NETWORKS):
        return _NETWORK.format(reason=reason)
    return WAYS_OUT.get(fault.errno, "{reason}; try again.").format(reason=reason)
