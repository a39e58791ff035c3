"""No module, function or class is larger than the house allows."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]
FOLDERS = ("core", "server", "client", "review", "goodpath", "scenarios", "bench", "tests")
MODULE_LINES, FUNCTION_LINES, METHODS = 400, 50, 20
FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef


def over_budget(text: str) -> Iterator[str]:
    """What of a module is too large, and how large it is."""
    lines = len(text.splitlines())
    if lines > MODULE_LINES:
        yield f"the module has {lines} lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, FUNCTION):
            long = (node.end_lineno or 0) - node.lineno + 1
            if long > FUNCTION_LINES:
                yield f"{node.name} has {long} lines"
        if isinstance(node, ast.ClassDef):
            methods = sum(isinstance(one, FUNCTION) for one in node.body)
            if methods > METHODS:
                yield f"{node.name} has {methods} methods"


@pytest.mark.parametrize("folder", FOLDERS)
def test_nothing_is_larger_than_its_budget(folder: str) -> None:
    paths = sorted((HOUSE / folder).rglob("*.py"))
    assert len(paths) > 5
    found = {str(path.relative_to(HOUSE)): [*over_budget(path.read_text("utf-8"))] for path in paths}
    assert {path: large for path, large in found.items() if large} == {}


def test_the_bootstrap_is_no_larger_either() -> None:
    assert [*over_budget((HOUSE / "run.py").read_text("utf-8"))] == []


def function(lines: int, head: str = "def long():", indent: str = "") -> str:
    """A function of so many lines."""
    return f"{indent}{head}\n" + f"{indent}    pass\n" * (lines - 1)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("x = 1\n" * 400, []),
        ("x = 1\n" * 401, ["the module has 401 lines"]),
        (function(50), []),
        (function(51), ["long has 51 lines"]),
        (function(51, "async def long():"), ["long has 51 lines"]),
        ("class Town:\n" + function(51, "def long(self):", "    "), ["long has 51 lines"]),
        ("def outer():\n" + function(49, indent="    "), []),
        ("class Town:\n" + "    def go(self): ...\n" * 20, []),
        ("class Town:\n" + "    def go(self): ...\n" * 21, ["Town has 21 methods"]),
        ("class Town:\n" + "    async def go(self): ...\n" * 21, ["Town has 21 methods"]),
    ],
)
def test_what_is_too_large_by_one_is_found(text: str, says: list[str]) -> None:
    assert [*over_budget(text)] == says
