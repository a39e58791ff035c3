"""Checks that nobody can be taken for somebody else: names that look alike, and names of the system."""

from collections.abc import Iterable

from goodpath_core.scenario.limits import MOST_TOLD
from goodpath_core.scenario.scalars import shorten
from goodpath_core.scenario.tree import Hit, Mark, Node, find_all
from goodpath_core.text import clean_name, is_reserved, name_key

_PEOPLE = ("personas.*.name.pinyin", "personas.*.name.characters", "personas.*.nickname", "npcs.*.name")
_GROUPS = ("groups.*.name",)


def check_likeness(root: Node) -> list[tuple[Mark, str]]:
    """Names of people that look like another's, the teacher's or the system's, and groups that look alike."""
    people = _list_names(root, _PEOPLE)
    return [*_find_reserved(people), *_find_alike(people), *_find_alike(_list_names(root, _GROUPS))]


def _list_names(root: Node, patterns: Iterable[str]) -> list[Hit]:
    """In the order of the file, so that of two that look alike the second is told."""
    hits = [hit for pattern in patterns for hit in find_all(root, pattern) if clean_name(hit.text)]
    return sorted(hits, key=lambda hit: hit.mark)


def _find_reserved(names: list[Hit]) -> list[tuple[Mark, str]]:
    return [
        (hit.mark, f'"{shorten(hit.text)}" could be taken for the teacher or the system; choose another')
        for hit in names
        if is_reserved(hit.text)
    ][: MOST_TOLD + 1]


def _find_alike(names: list[Hit]) -> list[tuple[Mark, str]]:
    """Names that two have, or that look the same; whoever has a name may use it twice."""
    found, first = list[tuple[Mark, str]](), dict[str, Hit]()
    for hit in names:
        other = first.setdefault(name_key(hit.text), hit)
        if other.path[:2] != hit.path[:2]:
            told = f'"{shorten(hit.text)}" looks like the name in line {other.mark.line}; choose another'
            found.append((hit.mark, told))
    return found[: MOST_TOLD + 1]
