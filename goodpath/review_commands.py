"""The commands that read a session file afterwards: verify, export and report."""

import contextlib
import sys
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated

import typer

from goodpath.exit_code import SAID_NO
from goodpath.paper import not_written, write_paper
from goodpath_client.plurals import counted
from goodpath_core.errors import Misused
from goodpath_core.text import clean_line
from goodpath_server.session_name import must_have_folder

if TYPE_CHECKING:
    from goodpath_review.session_file import SessionFile

# That it may not be read is said by whoever reads it.
_File = Annotated[
    Path, typer.Argument(help="A session file.", metavar="FILE", show_default=False, readable=False)
]
_PAGE = "html"
_WORDS: Mapping[str, str] = MappingProxyType(
    {"md": "transcript", "csv": "table", "jsonl": "list of records", _PAGE: "report"}
)
"""What each form is called where it may not be written."""
_ELSEWHERE = "choose another place after -o."


class Form(StrEnum):
    """What a session can be written as."""

    md = "md"
    jsonl = "jsonl"
    csv = "csv"


def mount(app: typer.Typer) -> None:
    """Put the commands into the `goodpath` command, each with an example in its help."""
    app.command(epilog="Example: goodpath verify class.goodpath")(verify)
    app.command(epilog="Example: goodpath export class.goodpath --as md -o class.md")(export)
    app.command(epilog="Example: goodpath report class.goodpath -o class.html")(report)


def verify(file: _File) -> None:
    """Tell whether a session file is whole, or which record is not."""
    from goodpath_review.verify import verify as find_faults

    with _open(file) as session:
        verdict = find_faults(session)
    for fault in verdict.faults:
        typer.echo(clean_line(fault))
    if not verdict.whole:
        typer.echo(f"As it was written, before the first fault: {counted(verdict.records, 'record')}.")
        raise typer.Exit(SAID_NO)
    erased = f"; {verdict.erased} erased on purpose" if verdict.erased else ""
    typer.echo(f"Whole: {counted(verdict.records, 'record')}{erased}. Last hash: {verdict.last_hash}")
    for note in verdict.notes:
        typer.echo(clean_line(note))
    typer.echo(
        "Records missing at the end show only in this hash: "
        "compare it with the one that was told when the server stopped."
    )


def export(
    file: _File,
    form: Annotated[
        Form,
        typer.Option(
            "--as",
            help="md: a transcript; csv: a table; jsonl: exact records.",
        ),
    ],
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="Where to write; the screen if missing.")
    ] = None,
) -> None:
    """Write a session as a transcript or a table. It is for the reviewer alone; only jsonl names seats."""
    from goodpath_review.tables import csv_table, json_lines
    from goodpath_review.transcript import transcript

    write = {Form.md: transcript, Form.csv: csv_table, Form.jsonl: json_lines}[form]
    # Spreadsheets know UTF-8 by its mark only.
    encoding = "utf-8-sig" if form is Form.csv and out else "utf-8"
    with _open(file, out, form) as session:
        _write(out, write(session), encoding)


def report(
    file: _File,
    out: Annotated[Path, typer.Option("-o", "--out", help="The HTML file to write.", show_default=False)],
    private: Annotated[
        bool,
        typer.Option(
            "--private",
            help="For the reviewer alone: with secrets, thoughts, private chats, posts for own eyes.",
        ),
    ] = False,
) -> None:
    """Write one HTML page to look at together. What no classmate was to read is left out."""
    from goodpath_review.report import report as write_report

    with _open(file, out, _PAGE) as session:
        _write(out, [write_report(session, private)], "utf-8")


@contextlib.contextmanager
def _open(path: Path, out: Path | None = None, form: str = "") -> "Iterator[SessionFile]":
    """The session file; `form` is what is to be written to `out`.

    Misused if there is no such file, or `out` is no place for it; LogError if it cannot be read.
    """
    from goodpath_review.session_file import SessionFile

    if path.is_dir():
        raise Misused(f"{path.name or path} is a folder; name the session file in it.")
    if not path.is_file():
        raise Misused(f"There is no file {path}; look at its name and folder.")
    if out:
        _check_out(out, path, form)
    with SessionFile(path) as session:
        yield session


def _check_out(out: Path, source: Path, form: str) -> None:
    from goodpath.overwriting import must_be_own, must_not_destroy
    from goodpath_review.own_output import is_own

    must_have_folder(out)
    with not_written(out, _ELSEWHERE):
        must_not_destroy(out, source)
        must_be_own(out, _WORDS[form], lambda there: is_own(there, form), "-o")


def _write(out: Path | None, pieces: Iterable[str], encoding: str) -> None:
    """Write everything, or leave what was there."""
    if out is None:
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        sys.stdout.writelines(pieces)
        sys.stdout.flush()
        return
    write_paper(out, pieces, _ELSEWHERE, encoding)
