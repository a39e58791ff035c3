"""The hash with which a session file ends: told when its server has stopped, to be compared in a review."""

from pathlib import Path

import typer

from goodpath_core.errors import LogError


def tell_last_hash(path: Path) -> None:
    """Say it in one line; nothing where the file cannot be read, as whoever opens it next is told why."""
    from goodpath_review.session_file import SessionFile

    try:
        with SessionFile(path) as file:
            found = file.last_hash()
    except LogError:
        return
    typer.echo(f"Its last hash, to note for the reviewer:  {found}")
