"""No text but a literal of ours reaches a widget as a bare str, which Textual would read as markup."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "client" / "goodpath_client"
TAKERS = {
    "Static": 1, "Label": 1, "Button": 1, "Checkbox": 1, "RadioButton": 1, "Option": 1, "Tab": 1,
    "Collapsible": 99, "Tree": 1, "TreeNode": 1, "TabPane": 1, "Link": 1, "Select": 1, "SelectionList": 1,
    "Selection": 1, "Digits": 1, "Pretty": 1, "Footer": 0, "Markdown": 1,
    "add_option": 1, "add_options": 1, "notify": 2, "update": 1, "set_label": 1, "add_leaf": 1, "add_node": 1,
    "add_row": 99, "add_column": 99, "add_columns": 99, "update_cell": 99, "replace_option_prompt": 99,
    "replace_option_prompt_at_index": 99, "from_markup": 0, "set_options": 1,
}  # fmt: skip
"""Constructors and methods that read a str as markup -> how many of their arguments show."""
WORDS = {"label", "title", "prompt", "text", "message", "content", "renderable", "tooltip"}
"""Keyword arguments that show."""
TITLES = {"border_title", "border_subtitle", "tooltip", "sub_title", "label", "placeholder"}
"""Attributes that are read as markup when set."""
NEVER = {"from_markup", "Markdown", "RichLog"}
"""What reads markup by its purpose."""
SAFE_OWNERS = {"Content", "Option"}
FIELDS = {"words"}
"""Fields that hold Content wherever they are: `Line.words` of the teacher's lists."""


def _name(call: ast.Call) -> str:
    """The last name of what is called."""
    func = call.func
    return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""


def _is_safe(value: ast.expr, known: set[str]) -> bool:
    """Whether a value is a literal of ours without markup, a Content, or something made of such."""
    match value:
        case ast.Constant(value=shown):
            return not (isinstance(shown, str) and "[" in shown)
        case ast.Call():
            owner = value.func.value if isinstance(value.func, ast.Attribute) else value.func
            while isinstance(owner, ast.Call | ast.Attribute):
                owner = owner.func if isinstance(owner, ast.Call) else owner.value
            return isinstance(owner, ast.Name) and (owner.id in SAFE_OWNERS or owner.id in known)
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            return all(_is_safe(part, known) for part in parts)
        case ast.ListComp(elt=part) | ast.GeneratorExp(elt=part):
            return _is_safe(part, known)
        case ast.IfExp(body=one, orelse=other):
            return _is_safe(one, known) and _is_safe(other, known)
        case ast.Name(id=name):
            return name in known
        case ast.Attribute(attr=name):
            return name in FIELDS
    return False


def _plain(call: ast.Call) -> bool:
    """Whether the call says markup=False."""
    return any(
        word.arg == "markup" and isinstance(word.value, ast.Constant) and word.value.value is False
        for word in call.keywords
    )


def _contents(tree: ast.AST) -> set[str]:
    """Names whose type in this file is written down as Content, Option, or a list of them."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.returns:
            found.setdefault(node.name, set()).add(ast.unparse(node.returns))
        elif isinstance(node, ast.arg) and node.annotation:
            found.setdefault(node.arg, set()).add(ast.unparse(node.annotation))
    return {name for name, kinds in found.items() if kinds <= {"Content", "Option", "list[Option]"}}


def faults(source: str) -> list[str]:
    """The places at which something could be read as markup."""
    tree = ast.parse(source)
    safe = _contents(tree)
    found: list[tuple[int, ast.AST]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            found += [(node.lineno, node)] * _is_bad_call(node, safe)
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets: list[ast.expr] = [*node.targets] if isinstance(node, ast.Assign) else [node.target]
            found += [(node.lineno, node)] * _is_bad_title(targets, node.value, safe)
    return [f"{line}: {ast.unparse(node)}" for line, node in sorted(found, key=lambda pair: pair[0])]


def _is_bad_call(call: ast.Call, safe: set[str]) -> bool:
    name = _name(call)
    if name in NEVER:
        return True
    if name not in TAKERS or _plain(call) or _is_other_update(call):
        return False
    shown = [*call.args[: TAKERS[name]], *(word.value for word in call.keywords if word.arg in WORDS)]
    if name.startswith("replace"):
        shown = shown[1:]  # the first says which option
    return not all(_is_safe(one, safe) for one in shown)


def _is_other_update(call: ast.Call) -> bool:
    """Whether this `update` belongs to a dictionary or a set: only widgets are found by `query_one`."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    return _name(call) == "update" and not isinstance(owner, ast.Call)


def _is_bad_title(targets: list[ast.expr], value: ast.expr, safe: set[str]) -> bool:
    names: list[ast.expr] = []
    values: list[ast.expr] = []
    for target in targets:
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            names, values = [*names, *target.elts], [*values, *value.elts]
        else:
            names, values = [*names, target], [*values, value]
    return any(
        isinstance(one, ast.Attribute) and one.attr in TITLES and not _is_safe(shown, safe)
        for one, shown in zip(names, values, strict=True)
    )


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_nothing_can_be_read_as_markup(path: Path) -> None:
    assert faults(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "bad",
    [
        'Static(f"hello {name}")',
        "Label(name)",
        'Button("a" + name)',
        "Checkbox(label=name)",
        "listed.add_option(name)",
        'listed.add_option(Option(f"{name}"))',
        "listed.add_options([one.name for one in people])",
        "self.notify(text)",
        'self.notify("fine", title=name)',
        "box.border_title = name",
        'box.border_title, box.border_subtitle = Content("fine"), f"{count} left"',
        'box.border_subtitle = "%s left" % count',
        "self.query_one(Static).update(words_of(name))",
        "Tab(name)",
        "Tree(name)",
        "table.add_row(one, name)",
        "table.update_cell(row, column, name)",
        'Static("[b]ours, but markup[/b]")',
        "Content.from_markup(name)",
        "Static(name, markup=True)",
        "listed.replace_option_prompt_at_index(3, name)",
        "def f(words: str): Option(words)",
    ],
)
def test_a_bad_line_is_found(bad: str) -> None:
    assert len(faults(bad)) == 1


@pytest.mark.parametrize(
    "good",
    [
        "Static(Content(name))",
        'Static("a word of ours")',
        "Static(name, markup=False)",
        "self.notify(text, markup=False)",
        "listed.add_option(Option(Content.styled(name, style)))",
        'box.border_title = Content(f"the page of {name}")',
        "known.update(one)",
        "def f(words: Content): Option(words)",
    ],
)
def test_a_good_line_is_let_through(good: str) -> None:
    assert faults(good) == []
