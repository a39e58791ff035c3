"""A YAML file as plain nodes in which everything knows its line and column."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

Path = tuple[str | int, ...]


class Mark(NamedTuple):
    """A position in the file; both numbers count from 1."""

    line: int
    """As editors count them."""
    column: int
    """In characters."""


Complaint = tuple[Mark, str]
"""Where something is wrong, and what."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text; YAML's own guesses about numbers, dates and truth are not wanted."""

    mark: Mark
    """Where it begins."""
    text: str
    """As it was written, without quotation marks; empty where nothing stands behind a key."""
    plain: bool = False
    """Whether it stands there without quotation marks and in its line."""
    comment: tuple[Mark, str] | None = None
    """What stands one space behind it, from its "#" on."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    mark: Mark
    """Where its first bracket or hyphen stands."""
    items: "tuple[Node, ...]"
    """In the order of the file."""
    in_brackets: bool = False
    """Whether it stands in [ ] or { } rather than in lines of its own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One `key: value` line and what hangs below it."""

    key: str
    """As it was written; what it may be called the schema says."""
    mark: Mark
    """Where the key stands."""
    value: "Node"
    """An empty Scalar where nothing stands behind the colon."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """Several `key: value` lines; no key comes twice."""

    mark: Mark
    """Where its first brace or key stands."""
    entries: tuple[Entry, ...]
    """In the order of the file."""
    in_brackets: bool = False
    """Whether it stands in [ ] or { } rather than in lines of its own."""


Node = Scalar | Sequence | Mapping


class Hit(NamedTuple):
    """One place that a pattern found; `node` is None where the pattern ended at a key."""

    path: Path
    """Keys and indexes that lead there from the root."""
    mark: Mark
    """Where the thing begins; where the key stands if the pattern ended at a key."""
    node: Node | None
    """What stands there."""
    text: str
    """The key or scalar; empty for lists and mappings."""


def walk(node: Node) -> Iterator[Node]:
    """The node and all that hangs below it, in the order of the file."""
    yield node
    below = node.items if isinstance(node, Sequence) else ()
    below = tuple(entry.value for entry in node.entries) if isinstance(node, Mapping) else below
    for part in below:
        yield from walk(part)


def to_plain(node: Node) -> object:
    """The node as dict, list and str."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [to_plain(item) for item in node.items]
    return {entry.key: to_plain(entry.value) for entry in node.entries}


def find_mark(root: Node, path: Path) -> Mark:
    """Where the path leads, as far as the file follows it; keys stand for what hangs below them."""
    node, mark = root, root.mark
    for step in path:
        match node:
            case Mapping():
                entry = next((entry for entry in node.entries if entry.key == step), None)
                if entry is None:
                    return mark
                # The value of a scalar is what is wrong; for lists and mappings the key says more.
                node, mark = entry.value, entry.value.mark if isinstance(entry.value, Scalar) else entry.mark
                if isinstance(node, Scalar) and not node.text:
                    mark = entry.mark
            case Sequence() if isinstance(step, int) and step < len(node.items):
                node = node.items[step]
                mark = node.mark
            case _:
                return mark
    return mark


def find_key(root: Node, path: Path) -> Mark:
    """Where the last key of the path stands; the beginning for an empty path."""
    if not path:
        return root.mark
    node = find_node(root, path[:-1])
    if isinstance(node, Mapping):
        for entry in node.entries:
            if entry.key == path[-1]:
                return entry.mark
    return find_mark(root, path)


def find_node(root: Node, path: Path) -> Node | None:
    """The node at the path, or None."""
    node: Node | None = root
    for step in path:
        match node:
            case Mapping():
                node = next((entry.value for entry in node.entries if entry.key == step), None)
            case Sequence() if isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            case _:
                return None
    return node


def find_text(root: Node, path: Path) -> str:
    """The text at the path; empty if there is none."""
    node = find_node(root, path)
    return node.text if isinstance(node, Scalar) else ""


def find_all(root: Node, pattern: str) -> list[Hit]:
    """Everything a dotted pattern leads to: `*` is every item or value, `~` at the end every key.

    A single text where a list was possible counts as its only item.
    """
    *steps, last = pattern.split(".")
    parts: list[tuple[Path, Node]] = [((), root)]
    for step in steps:
        parts = [part for path, node in parts for part in _step(path, node, step)]
    if last == "~":
        return [
            Hit((*path, entry.key), entry.mark, None, entry.key)
            for path, node in parts
            if isinstance(node, Mapping)
            for entry in node.entries
        ]
    return [
        Hit(path, node.mark, node, node.text if isinstance(node, Scalar) else "")
        for above, part in parts
        for path, node in _step(above, part, last, one=True)
    ]


def _step(path: Path, node: Node, step: str, one: bool = False) -> list[tuple[Path, Node]]:
    """What the step leads to; with `one` a text may stand for a list of it alone."""
    match node:
        case Mapping():
            return [((*path, entry.key), entry.value) for entry in node.entries if step in ("*", entry.key)]
        case Sequence() if step == "*":
            return [((*path, index), item) for index, item in enumerate(node.items)]
        case Scalar() if step == "*" and one and node.text:
            return [((*path, 0), node)]
        case _:
            return []
