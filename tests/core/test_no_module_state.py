"""No module of the program holds what could be changed: its tables are frozen, and it remembers nothing."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
FOLDERS = ("core", "server", "client", "review", "goodpath")
DISPLAYS = (ast.Dict, ast.List, ast.Set, ast.DictComp, ast.ListComp, ast.SetComp)
MAKERS = {"dict", "list", "set", "bytearray", "defaultdict", "deque", "Counter", "OrderedDict", "cache"}
"""What makes such a thing when called. A memo with a bound (`lru_cache`) of a pure function may be kept."""


def name_of(node: ast.expr) -> str:
    """The last name of what is called, as `cache` of `functools.cache(f)`."""
    if isinstance(node, ast.Call | ast.Subscript):
        return name_of(node.func if isinstance(node, ast.Call) else node.value)
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def top_level(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements of a module outside of functions and classes, also behind `if`, `try` and the like."""
    for node in body:
        yield node
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            blocks = [getattr(node, part, []) for part in ("body", "orelse", "finalbody")]
            for block in [*blocks, *(handler.body for handler in getattr(node, "handlers", []))]:
                yield from top_level(block)


def changeable(tree: ast.Module) -> Iterator[str]:
    """What in a module is bound to one of its names and can be changed."""
    for node in top_level(tree.body):
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
            value, target = node.value, node.targets[0] if isinstance(node, ast.Assign) else node.target
            made = isinstance(value, ast.Call) and name_of(value) in MAKERS
            if made or isinstance(value, DISPLAYS):
                yield f"{node.lineno} {ast.unparse(target)}"
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            kept = any(name_of(decorator) in MAKERS for decorator in node.decorator_list)
            yield from [f"{node.lineno} {node.name}"] if kept else []


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_a_module_binds_cannot_be_changed(folder: str) -> None:
    paths = sorted((HOUSE / folder).rglob("*.py"))
    assert len(paths) > 5
    found = {
        str(path.relative_to(HOUSE)): [*changeable(ast.parse(path.read_text("utf-8")))] for path in paths
    }
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize(
    "text",
    [
        "x = {}",
        "x: dict[str, int] = {'a': 1}",
        "x: Final = [1]",
        "x = {1, 2}",
        "x = [n for n in y]",
        "x = {n: n for n in y}",
        "x = {n for n in y}",
        "x = list(y)",
        "x = dict[str, int]()",
        "x = collections.defaultdict(set)",
        "x = functools.cache(y)",
        "@cache\ndef x(): ...",
        "@functools.cache\nasync def x(): ...",
        "if y:\n    pass\nelse:\n    x = []",
        "try:\n    pass\nexcept OSError:\n    x = {}",
    ],
)
def test_the_search_finds_what_can_be_changed(text: str) -> None:
    assert [found.split()[1] for found in changeable(ast.parse(text))] == ["x"]


@pytest.mark.parametrize(
    "text",
    [
        "x = MappingProxyType({'a': 1})",
        "x = (1, 2)",
        "x = frozenset({1})",
        "x = tuple(n for n in y)",
        "x: dict[str, int]",
        "def x():\n    y = {}\n    return y",
        "class X:\n    def y(self):\n        self.z = []",
        "@lru_cache(maxsize=4)\ndef x(): ...",
    ],
)
def test_the_search_passes_over_what_cannot(text: str) -> None:
    assert [*changeable(ast.parse(text))] == []
