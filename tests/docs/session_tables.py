"""The table of docs/session-file.md: the views of a session file and their columns, as SQLite has them."""

import re
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing

from docs.pages import Table
from goodpath_core.session_schema import TABLES as SQL_TABLES
from goodpath_core.session_schema import VIEWS


def view_columns() -> Table:
    """Every column of every view."""
    with closing(sqlite3.connect(":memory:")) as file:
        file.executescript(SQL_TABLES + VIEWS)
        rows = [
            (f"`{view}`", f"`{name}`")
            for view in re.findall(r"^CREATE VIEW (\w+)", VIEWS, re.MULTILINE)
            for _, name, *_ in file.execute(f"PRAGMA table_info({view})")
        ]
    return Table(("view", "column", "meaning"), tuple(rows), keys=2)


TABLES: Mapping[str, Callable[[], Table]] = {"views": view_columns}
"""Name of a table -> what the code says."""
