"""No module lists by hand what it offers: nobody imports a star, and a list outlives what it names."""

import ast
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]
FOLDERS = ("core", "server", "client", "review", "goodpath", "scenarios", "bench", "tests")


def lists_or_stars(text: str) -> list[int]:
    """The lines of a module in which it lists its names, or imports all of another's."""
    found = []
    for node in ast.walk(ast.parse(text)):
        listed = isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id == "__all__"
        starred = isinstance(node, ast.ImportFrom) and any(one.name == "*" for one in node.names)
        if isinstance(node, ast.Name | ast.ImportFrom) and (listed or starred):
            found.append(node.lineno)
    return found


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_module_lists_what_it_offers(folder: str) -> None:
    found = {
        str(path.relative_to(HOUSE)): lists_or_stars(path.read_text("utf-8"))
        for path in sorted((HOUSE / folder).rglob("*.py"))
    }
    assert {path: lines for path, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("from math import pi\n", []),
        ("from math import *\n", [1]),
        ("x = 1\n__all__ = ('x',)\n", [2]),
        ("__all__: tuple[str, ...] = ()\n", [1]),
        ("print('__all__')\n", []),
    ],
)
def test_what_lists_or_stars_is_found(text: str, lines: list[int]) -> None:
    assert lists_or_stars(text) == lines
