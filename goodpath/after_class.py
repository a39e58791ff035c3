"""What a teacher finds in the terminal once a class is over: words not sent, and what makes its papers."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import typer

from goodpath.own_line import line_elsewhere, own_line


class Taught(NamedTuple):
    """How a console was left."""

    code: int
    """Its exit code."""
    over: bool
    """Whether the session was over by then."""
    file: str
    """Where the session file lies on the server's machine; empty if that is not known."""
    lost: bool = False
    """Whether the server could not be reached then."""


def tell_left_behind(texts: Sequence[str]) -> None:
    """Show what was written on a console that the server or a fault closed, and that nobody has read."""
    if not texts:
        return
    from goodpath_client.unsent_words import NO_BOX

    typer.echo(NO_BOX)
    for line in "\n".join(texts).splitlines():
        typer.echo(f"  {line}")


def report_line(session: Path, here: bool = True) -> str:
    """What is typed to make the report of a session file, beside it, `here` or on another machine."""
    line = own_line if here else line_elsewhere
    return line("report", str(session), "-o", str(session.with_suffix(".html")))


def transcript_line(session: Path) -> str:
    """What is typed here to make the transcript of a session file, beside it."""
    return own_line("export", str(session), "--as", "md", "-o", str(session.with_suffix(".md")))


def tell_report(file: str) -> None:
    """Say how to make the report; nothing where it is not known of which file."""
    if file:
        typer.echo(report_words(file))


def report_words(file: str) -> str:
    """How to make the report of a session file, and where."""
    here = Path(file).exists()
    where = "" if here else " on the server's machine"
    return f"Make the report to look at together{where}:  {report_line(Path(file), here)}"
