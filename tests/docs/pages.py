"""Fill the tables of a page: what the code says is made anew, what people wrote beside it is kept.

A table stands between `<!-- table: NAME -->` and `<!-- end -->`. Its last columns may be written by hand.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

BLOCK = re.compile(r"<!-- table: (?P<name>[^>]+) -->\n(?P<body>.*?)<!-- end -->", re.DOTALL)


class Table(NamedTuple):
    """What the code says, row by row."""

    head: tuple[str, ...]
    """Names of all columns."""
    rows: tuple[tuple[str, ...], ...]
    """The cells made from the code: the first columns."""
    keys: int = 1
    """How many of the first cells tell a row from the others."""


Tables = Mapping[str, Callable[[], Table]]


def filled(page: str, tables: Tables) -> str:
    """The page with every table made anew; a cell that people have to write is empty in a new row."""
    return BLOCK.sub(lambda block: _block(block["name"], tables[block["name"]](), block["body"]), page)


def names(page: str) -> list[str]:
    """Names of the tables of a page, in order."""
    return [block["name"] for block in BLOCK.finditer(page)]


def empty_cells(page: str) -> list[tuple[str, str]]:
    """(table, first cell) of every row in which somebody forgot to write something."""
    return [
        (block["name"], row[0])
        for block in BLOCK.finditer(page)
        for row in _rows(block["body"])
        if not all(row)
    ]


def cells(page: str, table: str) -> list[tuple[str, ...]]:
    """The rows of one table of a page."""
    found = next(block for block in BLOCK.finditer(page) if block["name"] == table)
    return list(_rows(found["body"]))


def _block(name: str, table: Table, old: str) -> str:
    written = len(table.head) - len(table.rows[0]) if table.rows else 0
    kept = {row[: table.keys]: row[len(row) - written :] for row in _rows(old)}
    rows = [(*row, *kept.get(row[: table.keys], ("",) * written)) for row in table.rows]
    lines = [_line(table.head), "|" + "---|" * len(table.head), *map(_line, rows)]
    return "\n".join([f"<!-- table: {name} -->", *lines, "", "<!-- end -->"])


def _line(row: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"


def _rows(body: str) -> Iterator[tuple[str, ...]]:
    for line in body.splitlines()[2:]:
        if line.startswith("| "):
            cells = re.split(r"(?<!\\)\|", line)[1:-1]
            yield tuple(cell.strip().replace("\\|", "|") for cell in cells)
