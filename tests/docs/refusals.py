"""Find every code with which something is refused, and its sentences, by reading the source."""

import ast
import importlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from goodpath_core.wire import closing
from goodpath_core.wire.closing import Closing

HOUSE = Path(__file__).parents[2]
PLACES = (HOUSE / "core" / "goodpath_core", HOUSE / "server" / "goodpath_server")


class Said(NamedTuple):
    """One refusal in the source."""

    code: str
    text: str
    """What the person reads; an ellipsis stands for what depends on the moment."""
    close: int
    """Close code of a broken rule of the wire; 0 for a refusal."""


def said(name: str) -> list[Said]:
    """Every code raised as `name` (Refused or ProtocolError), in order of code."""
    found = {one for path in _modules() for one in _calls(path, name)}
    return sorted(found)


def written_out(name: str) -> dict[str, list[str]]:
    """Every sentence raised as `name` that stands there word for word -> the modules in which it does."""
    found = defaultdict[str, list[str]](list)
    for path in _modules():
        for node in _raised(path, name):
            if isinstance(node.args[1], ast.Constant):
                found[str(node.args[1].value)].append(path.name)
    return found


def answered() -> set[str]:
    """Codes of what cannot be read inside a `do` or an `ask`: it is refused, and the connection stays."""
    return {
        str(argument.value)
        for path in _modules()
        for function in ast.walk(_tree(path))
        if isinstance(function, ast.FunctionDef) and function.name in _ANSWERED
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _FAULTS
        for argument in node.args[_FAULTS[node.func.id] :][:1]
        if isinstance(argument, ast.Constant)
    }


_ANSWERED = ("decode_command", "decode_query")
_FAULTS = {"ProtocolError": 0, "_validate": 2}
"""What raises a broken rule -> which of its arguments is the code."""


def close_codes() -> set[int]:
    """Every code with which the server may close: of a broken rule, a named closing, or a plain number."""
    used = {node.id for path in _modules() for node in _names(path)}
    named = {one.code for name, one in vars(closing).items() if isinstance(one, Closing) and name in used}
    plain = {
        argument.value
        for path in _modules()
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "close"
        for argument in node.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, int)
    }
    return named | plain | {one.close for one in said("ProtocolError")}


def _names(path: Path) -> list[ast.Name]:
    if path.name == "closing.py":
        return []
    return [node for node in ast.walk(_tree(path)) if isinstance(node, ast.Name)]


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _modules() -> Iterator[Path]:
    for place in PLACES:
        yield from sorted(place.rglob("*.py"))


def _calls(path: Path, name: str) -> Iterator[Said]:
    for node in _raised(path, name):
        code, text, *rest = node.args
        codes = [code.value] if isinstance(code, ast.Constant) else _passed_on(path)
        close = _value(path, rest[0]) if rest and name == "ProtocolError" else "1002"
        yield from (Said(str(one), _value(path, text), int(close)) for one in codes)


def _raised(path: Path, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            yield node


def _passed_on(path: Path) -> list[str]:
    """Codes that the codec hands to its own check as the last argument."""
    return [
        str(node.args[2].value)
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "_validate"
        and isinstance(node.args[2], ast.Constant)
    ]


def _value(path: Path, node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(_value(path, part) for part in node.values)
    if isinstance(node, ast.Name | ast.Attribute):
        return _named(path, ast.unparse(node))
    return "…"


def _named(path: Path, name: str) -> str:
    """The value of a module's own name, or of a part of it; an ellipsis for what is known later."""
    module = importlib.import_module(_dotted(path))
    value: object = module
    for part in name.split("."):
        value = getattr(value, part, None)
    return "…" if value is None or not isinstance(value, str | int) else str(value)


def _dotted(path: Path) -> str:
    parts = path.with_suffix("").parts
    start = next(place for place, part in enumerate(parts) if part.startswith("goodpath_"))
    return ".".join(parts[start:])
