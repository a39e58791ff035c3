"""Under every field of a dataclass or NamedTuple stands a sentence that says what it means."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]
FOLDERS = ("core", "server", "client", "review", "goodpath", "bench")


def untold(text: str) -> Iterator[str]:
    """The fields of a module under which no sentence stands, as `Class.field`."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef) and holds_fields(node):
            for field, below in zip(node.body, [*node.body[1:], None], strict=True):
                if isinstance(field, ast.AnnAssign) and not (is_of_class(field) or is_sentence(below)):
                    yield f"{node.name}.{ast.unparse(field.target)}"


def holds_fields(node: ast.ClassDef) -> bool:
    """Whether a class is a dataclass or a NamedTuple."""
    made = [one.func if isinstance(one, ast.Call) else one for one in node.decorator_list]
    names = [ast.unparse(one).rpartition(".")[2] for one in (*made, *node.bases)]
    return "dataclass" in names or "NamedTuple" in names


def is_of_class(field: ast.AnnAssign) -> bool:
    """Whether it is a ClassVar, which is no field."""
    kind = field.annotation
    name = kind.value if isinstance(kind, ast.Subscript) else kind
    return ast.unparse(name).rpartition(".")[2] == "ClassVar"


def is_sentence(node: ast.stmt | None) -> bool:
    """Whether a statement is a text that says something."""
    value = node.value if isinstance(node, ast.Expr) else None
    return isinstance(value, ast.Constant) and isinstance(value.value, str) and bool(value.value.strip())


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_field_is_told(folder: str) -> None:
    paths = {str(path.relative_to(HOUSE)): path for path in sorted((HOUSE / folder).rglob("*.py"))}
    assert len(paths) > 5
    found = {name: [*untold(path.read_text("utf-8"))] for name, path in paths.items()}
    assert {name: fields for name, fields in found.items() if fields} == {}


TOLD = '    """Percent."""\n'


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("@dataclass\nclass Phone:\n    battery: int\n", ["Phone.battery"]),
        (f"@dataclass\nclass Phone:\n    battery: int\n{TOLD}", []),
        (f"@dataclass\nclass Phone:\n    battery: int = 80\n{TOLD}    model: str\n", ["Phone.model"]),
        (f"@dataclass\nclass Phone:\n    model: str\n    battery: int\n{TOLD}", ["Phone.model"]),
        ("@dataclass(frozen=True)\nclass _Phone:\n    battery: int\n", ["_Phone.battery"]),
        ("@dataclasses.dataclass(slots=True)\nclass Phone:\n    battery: int\n", ["Phone.battery"]),
        ("class Phone(NamedTuple):\n    battery: int\n", ["Phone.battery"]),
        (f"class Phone(typing.NamedTuple):\n    battery: int\n{TOLD}", []),
        ("def give():\n    @dataclass\n    class Phone:\n        battery: int\n", ["Phone.battery"]),
        ("@dataclass\nclass Phone:\n    '''A phone.'''\n    battery: int\n", ["Phone.battery"]),
        ("@dataclass\nclass Phone:\n    battery: int\n    # Percent.\n", ["Phone.battery"]),
        ("@dataclass\nclass Phone:\n    battery: int\n    ''\n", ["Phone.battery"]),
        ("@dataclass\nclass Phone:\n    battery: int\n    80\n", ["Phone.battery"]),
        ("@dataclass\nclass Phone:\n    full: ClassVar[int] = 100\n", []),
        ("@dataclass\nclass Phone:\n    full: typing.ClassVar = 100\n", []),
        ("class Phone:\n    battery: int\n", []),
    ],
)
def test_a_field_without_a_sentence_is_found(text: str, fields: list[str]) -> None:
    assert [*untold(text)] == fields
