"""Checks that nobody can be taken for somebody else: names that look alike, and names of the system."""

from goodpath_core.scenario.limits import MOST_TOLD
from goodpath_core.scenario.scalars import shorten
from goodpath_core.scenario.tree import Hit, Mark, Node, find_all
from goodpath_core.text import clean_name, is_reserved, name_key

_PINYIN, _NICKNAME = "personas.*.name.pinyin", "personas.*.nickname"


def check_likeness(root: Node) -> list[tuple[Mark, str]]:
    """Names that no player could have chosen either: those of others, and those of teacher or system."""
    nicknames = [hit for hit in find_all(root, _NICKNAME) if clean_name(hit.text)]
    return [*_find_reserved(nicknames), *_find_alike([*find_all(root, _PINYIN), *nicknames])]


def _find_reserved(nicknames: list[Hit]) -> list[tuple[Mark, str]]:
    return [
        (hit.mark, f'"{shorten(hit.text)}" could be taken for the teacher or the system; choose another')
        for hit in nicknames
        if is_reserved(hit.text)
    ][: MOST_TOLD + 1]


def _find_alike(hits: list[Hit]) -> list[tuple[Mark, str]]:
    """Names that two personas share, or that look the same; one persona may use its own twice."""
    found, first = list[tuple[Mark, str]](), dict[str, Hit]()
    for hit in hits:
        other = first.setdefault(name_key(hit.text), hit)
        if hit.text and other.path[1] != hit.path[1]:
            told = f'"{shorten(hit.text)}" looks like the name in line {other.mark.line}; choose another'
            found.append((hit.mark, told))
    return found[: MOST_TOLD + 1]
