"""The map of the house: the first line of every file's docstring."""

import ast
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from docs.pages import Table

HOUSE = Path(__file__).parents[2]
ROOMS = {
    "core": "core/goodpath_core",
    "server": "server/goodpath_server",
    "client": "client/goodpath_client",
    "review": "review/goodpath_review",
    "command": "goodpath",
    "drawing": "scenarios/drawing",
}


def room(folder: str) -> Table:
    """Every file of a folder with its single job."""
    rows = [(f"`{path.relative_to(HOUSE / folder)}`", job(path)) for path in files(folder)]
    return Table(("file", "its job"), tuple(rows))


def files(folder: str) -> list[Path]:
    """The files of a folder that say something; files of one folder stand together."""
    found = sorted((HOUSE / folder).rglob("*.py"), key=lambda path: (path.parent, path.name))
    return [path for path in found if path.read_text("utf-8").strip()]


def job(path: Path) -> str:
    """The first line of a file's docstring."""
    said = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return said.split("\n")[0]


TABLES: Mapping[str, Callable[[], Table]] = {name: partial(room, folder) for name, folder in ROOMS.items()}
