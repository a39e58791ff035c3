"""The `goodpath scenario` commands: list, check, show and schema; each imports what it needs."""

import json
from typing import Annotated

import typer

from goodpath.exit_code import SAID_NO
from goodpath.mistyped import Commands
from goodpath.own_line import own_line
from goodpath_client.plurals import counted
from goodpath_core.errors import Problem, ScenarioProblems
from goodpath_core.text import clean_line

app = typer.Typer(
    help="List, check and show scenarios.", cls=Commands, rich_markup_mode=None, add_completion=False
)

_Which = Annotated[str, typer.Argument(help="A shipped name, a folder or a file.", metavar="SCENARIO")]


@app.command(name="list", epilog="Example: goodpath scenario list")
def show_list() -> None:
    """List the scenarios that come with goodpath."""
    from goodpath.library import list_shipped, load

    shipped = list_shipped()
    for name in shipped:
        try:
            scenario = load(name).scenario
        except ScenarioProblems as error:
            typer.echo(f"{name}: {_count(error)}; run: {own_line('scenario', 'check', name)}")
            continue
        cast = f"{counted(len(scenario.personas), 'persona')}, {scenario.players} played at least"
        typer.echo(f"{name}: {scenario.title}, {scenario.minutes} min, {cast}")
        typer.echo(f"    {clean_line(scenario.about)}")
    for root in sorted({folder.parent for folder in shipped.values()}):
        typer.echo(f"To begin with a copy, take a folder from: {clean_line(str(root))}")


@app.command(epilog="Example: goodpath scenario check my-town/scenario.yaml")
def check(which: _Which) -> None:
    """Tell every problem of a scenario, one a line.

    It also tells where the text may not be read as it is meant.
    """
    from goodpath.library import load, look_over

    doubts = look_over(which)
    try:
        scenario = load(which).scenario
    except ScenarioProblems as error:
        _tell([*error.problems, *_apart(doubts, error)])
        them = "it" if len(error.problems) == 1 else "them"
        more = ", and what stands behind the last was not read, so there may be more" * error.stopped
        typer.echo(f"{_count(error)}{more}. Mend {them} and run this again.")
        raise typer.Exit(SAID_NO) from None
    _tell(doubts)
    look = f", but {counted(len(doubts), 'line')} to look at" if doubts else ""
    phases = counted(len(scenario.phases), "phase")
    typer.echo(f"No problems{look}: {scenario.title}, {scenario.minutes} min, {phases}.")


@app.command(epilog="Example: goodpath scenario show apple-phone")
def show(which: _Which) -> None:
    """Print the run sheet: cast, groups, phases, debrief."""
    from goodpath.library import load
    from goodpath.run_sheet import write_run_sheet

    typer.echo(write_run_sheet(load(which).scenario), nl=False)


@app.command(epilog="Example: goodpath scenario schema > goodpath.schema.json")
def schema() -> None:
    """Print the JSON Schema, for an editor that completes."""
    from goodpath_core.scenario.schema import json_schema

    typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


def _tell(problems: list[Problem]) -> None:
    for problem in sorted(problems):
        typer.echo(clean_line(str(problem)))


def _apart(doubts: list[Problem], error: ScenarioProblems) -> list[Problem]:
    """Those where nothing is wrong anyway."""
    wrong = {(problem.line, problem.column) for problem in error.problems}
    return [doubt for doubt in doubts if (doubt.line, doubt.column) not in wrong]


def _count(error: ScenarioProblems) -> str:
    return counted(len(error.problems), "problem")
