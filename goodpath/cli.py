"""The `goodpath` command: every subcommand, its options, and one sentence for every error."""

import os
import sys
from collections.abc import Callable, Mapping
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
from goodpath.own_line import own_line
from goodpath_core.errors import GoodpathError, Misused, ScenarioProblems
from goodpath_core.text import clean_line

SILENT: Mapping[type[OSError], str] = MappingProxyType({TimeoutError: "That took too long and was given up"})
"""Why something failed, where the fault itself does not say."""

app = typer.Typer(
    name="goodpath",
    help="A chat simulator for a class: a factory town, a phone, a room, and the question where people live.",
    no_args_is_help=True,
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
    try:
        code: int | str | None = run(app)
    except SystemExit as end:
        code = end.code
    sys.exit(DONE if _reader_has_left() else code)


def _reader_has_left() -> bool:
    """Whether nobody reads on, as behind `| head`: that is no fault, and what is left goes nowhere."""
    if sys.__stdout__ is None:
        return False
    # Typer puts another stream in the place of one that has broken, and leaves with 1.
    broken = sys.stdout is not sys.__stdout__
    try:
        sys.__stdout__.flush()
    except BrokenPipeError:
        broken = True
    if broken:
        # Else it would be tried, and complained of, once more when the process ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno())
    return broken


def run(command: Callable[[], object]) -> int:
    """Run a command; an error of ours, or of the machine, becomes one sentence and the exit code."""
    try:
        command()
    except Misused as fault:
        return _leave(str(fault), MISUSED)
    except ScenarioProblems as fault:
        return _leave(_sum_up(fault))
    except GoodpathError as fault:
        return _leave(str(fault))
    except OSError as fault:
        return _leave(_explain(fault))
    return DONE


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
    if fault.filename is None:
        return f"{reason}; check the address and the network."
    way_out = "choose another place, or look at its permissions and the disk."
    return f"{fault.filename} cannot be used ({reason}); {way_out}"
