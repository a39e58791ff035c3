"""Nothing is forgotten: every matter's commands and facts have their rows, and the core keeps its rules."""

import ast
import importlib
import json
import pkgutil
import string
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import goodpath_core
from goodpath_core import play
from goodpath_core.play.event import Command, Fact
from goodpath_core.play.gates import GATES
from goodpath_core.play.registry import COMMANDS, EVENTS, MATTERS

CORE = Path(goodpath_core.__file__).parent
HOUSE = CORE.parent.parent
SPECIAL = {
    "listeners",
    "notice",
    "replaced",
    "author",
    "speaker",
    "voice",
    "room",
    "changes",
    "answer",
    "pictures",
    "passed_on",
    "taken",
    "answers",
    "reached",
    "reason",
    "plugs",
    "current",
    "label",
    "phone",
    "sight",
    "visitors",
}
"""Names in a sentence that the transcript fills in itself."""
JSON_TYPES = {
    "str",
    "int",
    "float",
    "bool",
    "str | None",
    "int | None",
    "tuple[str, ...]",
    "tuple[int, ...]",
    "tuple[tuple[str, str, str], ...]",
    "tuple[tuple[int, int], ...]",
    "tuple[tuple[int, str], ...]",
    "Allowed",
    "tuple[PersonStart, ...]",
}
WAITING = {"asyncio", "socket", "ssl", "sqlite3", "textual", "websockets"}
LOOKING = {"open", "print", "input", "exec", "eval"}
FORBIDDEN = {"time", "random", "secrets", "threading", *WAITING}
CLOCKS = {"now", "utcnow", "today"}


def modules() -> list[str]:
    """Every module of the core."""
    return [found.name for found in pkgutil.walk_packages([str(CORE)], "goodpath_core.")]


def in_play() -> list[str]:
    """Names of the modules that hold a matter of play."""
    return [found.name for found in pkgutil.iter_modules(play.__path__)]


def kinds_of(base: type[Command] | type[Fact]) -> list[str]:
    """Names of all classes below a base, in play."""
    return sorted(
        found.__name__ for found in base.__subclasses__() if found.__module__.startswith(play.__name__)
    )


def test_every_command_and_every_fact_has_its_row_and_every_row_its_class() -> None:
    for name in in_play():
        importlib.import_module(f"{play.__name__}.{name}")
    assert sorted(row.command.__name__ for row in COMMANDS.values()) == kinds_of(Command)
    assert sorted(row.fact.__name__ for row in EVENTS.values()) == kinds_of(Fact)


def test_every_matter_with_rows_is_in_the_registry() -> None:
    with_rows = [
        name for name in in_play() if hasattr(importlib.import_module(f"{play.__name__}.{name}"), "COMMANDS")
    ]
    assert sorted([*(matter.__name__.rpartition(".")[2] for matter in MATTERS), "registry"]) == sorted(
        with_rows
    )


def test_no_kind_is_there_twice() -> None:
    commands = [row.command.kind for matter in MATTERS for row in matter.COMMANDS]
    events = [row.fact.kind for matter in MATTERS for row in matter.EVENTS]
    assert len(set(commands)) == len(commands)
    assert len(set(events)) == len(events)


def test_each_row_asks_only_for_gates_and_roles_that_exist() -> None:
    for row in COMMANDS.values():
        assert set(row.needs) <= set(GATES), row.command
        assert row.roles
        assert set(row.roles) <= {"student", "observer", "teacher", "server"}, row.command


@pytest.mark.parametrize("kind", list(EVENTS))
def test_a_sentence_says_only_what_the_fact_holds(kind: str) -> None:
    row = EVENTS[kind]
    said = {name for _, name, _, _ in string.Formatter().parse(row.sentence) if name is not None}
    assert said <= SPECIAL | set(row.fact.model_fields)


@pytest.mark.parametrize("kind", list(EVENTS))
def test_a_fact_holds_only_what_json_can_hold(kind: str) -> None:
    fields = EVENTS[kind].fact.model_fields
    for name, field in fields.items():
        said = field.annotation
        shown = said.__name__ if isinstance(said, type) and not hasattr(said, "__args__") else str(said)
        words = shown.replace("goodpath_core.play.seats.", "").replace("goodpath_core.play.control.", "")
        assert words in JSON_TYPES, name
    json.dumps(EVENTS[kind].fact.model_json_schema())


@pytest.mark.parametrize("name", ["goodpath_core", *modules()])
def test_every_module_says_its_job_in_its_first_line(name: str) -> None:
    doc = importlib.import_module(name).__doc__
    assert doc
    assert len(doc.splitlines()[0].split()) >= 3


def loaded_by(code: str) -> set[str]:
    """Modules that a fresh interpreter has loaded after running this."""
    told = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys\nsys.path.insert(0, {str(CORE.parent)!r})\n{code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(told.stdout.split())


def test_the_core_waits_for_nothing_and_looks_at_nothing() -> None:
    tell = "print(*sys.modules)"
    # With its first model pydantic reads what is installed; that loads socket, and nothing else may.
    libraries = f"import pydantic\nclass First(pydantic.BaseModel): x: int\n{tell}"
    whole = "".join(f"import {name}\n" for name in modules()) + tell
    assert WAITING & loaded_by(libraries) <= {"socket"}
    assert WAITING & (loaded_by(whole) - loaded_by(libraries)) == set()


def sources(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((HOUSE / folder).rglob("*.py"))


def forbidden_calls(tree: ast.AST) -> Iterator[str]:
    """What a module calls or imports that would make it wait or look."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in LOOKING:
            yield node.func.id
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            owner, asked = node.value.id, node.attr
            if owner == "time" or (owner in ("datetime", "date") and asked in CLOCKS):
                yield f"{owner}.{asked}"
        if isinstance(node, ast.ImportFrom):
            yield from FORBIDDEN & {(node.module or "").partition(".")[0]}
        if isinstance(node, ast.Import):
            yield from FORBIDDEN & {alias.name.partition(".")[0] for alias in node.names}


@pytest.mark.parametrize("path", [*sources("core")], ids=lambda path: str(path.relative_to(HOUSE)))
def test_no_module_of_the_core_opens_prints_or_asks_the_clock(path: Path) -> None:
    assert list(forbidden_calls(ast.parse(path.read_text("utf-8")))) == []


def test_the_search_for_forbidden_calls_finds_them() -> None:
    text = "import time\nfrom random import choice\nopen('x')\nprint()\n"
    text += "time.time()\ndatetime.now()\ndate.today()"
    assert sorted(forbidden_calls(ast.parse(text))) == [
        "date.today",
        "datetime.now",
        "open",
        "print",
        "random",
        "time",
        "time.time",
    ]


@pytest.mark.parametrize("folder", ["core", "server", "client", "review", "goodpath"])
def test_no_module_is_a_drawer_for_everything(folder: str) -> None:
    drawers = {"utils", "helpers", "manager", "common", "misc", "util", "helper"}
    assert [path for path in sources(folder) if path.stem in drawers] == []
