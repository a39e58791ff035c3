"""The `goodpath` command: every subcommand, its options, and one sentence for every error."""

import sys
from collections.abc import Callable

import typer

from goodpath import (
    host_commands,
    join_commands,
    rehearse_commands,
    review_commands,
    scenario_commands,
    serve_commands,
)
from goodpath_core.errors import GoodpathError

app = typer.Typer(
    name="goodpath",
    help="A chat simulator for a class: a factory town, a phone, a room, and the question where people live.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for commands in (rehearse_commands, host_commands, join_commands, serve_commands, review_commands):
    commands.mount(app)
app.add_typer(scenario_commands.app, name="scenario")


def main() -> None:
    """Run the command line; exit code 0, 1 (it said no) or 2 (misused)."""
    sys.exit(run(app))


def run(command: Callable[[], object]) -> int:
    """Run a command; an error of ours becomes one sentence."""
    try:
        command()
    except GoodpathError as fault:
        print(f"goodpath: {fault}", file=sys.stderr)
        return 1
    except OSError as fault:
        print(
            f"goodpath: {fault.strerror or fault}; check the address, the file or the disk.", file=sys.stderr
        )
        return 1
    return 0
