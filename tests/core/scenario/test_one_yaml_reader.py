"""YAML is taken apart in one file only, and nothing in it lets the library build a value."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
FOLDERS = ("core", "server", "client", "review", "goodpath")
READER = "core/goodpath_core/scenario/syntax.py"
LIBRARIES = ("yaml", "ruamel", "ruyaml", "oyaml", "strictyaml")
BUILDERS = (
    *("load", "safe_load", "full_load", "unsafe_load"),
    *("load_all", "safe_load_all", "full_load_all", "unsafe_load_all"),
    *("compose", "compose_all", "constructor", "Constructor"),
    *("get_data", "check_data", "get_single_data", "get_node", "get_single_node", "construct_document"),
)


def name_modules(node: ast.AST) -> list[str]:
    """The modules that a line of code brings in, also by a name in quotation marks."""
    match node:
        case ast.Import():
            return [alias.name for alias in node.names]
        case ast.ImportFrom():
            return [node.module or ""]
        case ast.Call(args=[ast.Constant(value=str(name)), *_]) if "import" in ast.unparse(node.func):
            return [name]
        case _:
            return []


def knows_yaml(code: str) -> bool:
    """Whether the code imports a library that reads YAML."""
    modules = [name for node in ast.walk(ast.parse(code)) for name in name_modules(node)]
    return any(name.split(".")[0] in LIBRARIES for name in modules)


def list_builders(code: str) -> list[str]:
    """What the code mentions of the library's ways to make values of a text."""
    names = [name for node in ast.walk(ast.parse(code)) for name in name_parts(node)]
    return [name for name in names if name in BUILDERS]


def name_parts(node: ast.AST) -> list[str]:
    """What a line of code takes out of something else."""
    match node:
        case ast.Attribute(attr=name):
            return [name]
        case ast.ImportFrom(module=module, names=names):
            return [*(module or "").split("."), *(alias.name for alias in names)]
        case _:
            return []


def test_one_file_reads_yaml_and_lets_nothing_be_built() -> None:
    files = {path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")}
    codes = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in files}

    assert [name for name, code in codes.items() if knows_yaml(code)] == [READER]
    assert list_builders(codes[READER]) == []


@pytest.mark.parametrize(
    "code",
    [
        "import yaml",
        "import json, yaml",
        "from yaml import safe_load",
        "def later():\n    import ruamel.yaml as words",
        "from importlib import import_module\nyaml = import_module('yaml')",
        "yaml = __import__('yaml')",
    ],
)
def test_every_way_to_bring_yaml_in_is_seen(code: str) -> None:
    assert knows_yaml(code)


@pytest.mark.parametrize(
    "code",
    [
        "yaml.load(text, Loader=yaml.CSafeLoader)",
        "read = yaml.safe_load_all",
        "yaml.SafeLoader(text).get_single_data()",
        "yaml.constructor.x()",
        "from yaml import safe_load as read",
        "from yaml.constructor import SafeConstructor",
    ],
)
def test_every_way_to_build_from_yaml_is_seen(code: str) -> None:
    assert list_builders(code)
