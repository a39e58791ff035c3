"""Checks that what the script plans can come about: times that are reached, deeds that can be done.

Works on the tree, as `sense` does; whatever cannot be read there is passed over.
"""

from collections.abc import Callable, Iterator
from operator import ge, gt
from types import MappingProxyType

from goodpath_core.scenario.durations import read_duration, say_duration
from goodpath_core.scenario.scalars import is_on, read_whole, try_read
from goodpath_core.scenario.tree import Hit, Mark, Node, Path, find_all, find_node, find_text

NEEDS = MappingProxyType(
    {
        "message": "chat",
        "post": "page",
        "picture": "page",
        "page": "page",
        "visit": "visit",
        "like": "visit",
        "repost": "visit",
    }
)
"""What is done for the first time -> what a phase must allow for it."""
_WITHOUT_PHONE = frozenset(("room", "shift"))
"""Places in which no phone is in the hand, which every first of something needs."""
# One row per way to say when: the key, which times of a phase are outside of it, what is expected.
_TIMES: tuple[tuple[str, Callable[[int, int], bool], str], ...] = (
    ("at", ge, "an earlier time"),
    ("after", ge, "a shorter wait"),
    ("before_end", gt, "no more than that"),
)
_STEPS = ("phases.*.injects.*", "phases.*.injects.*.do.*")


def _check_times(root: Node) -> Iterator[tuple[Mark, str]]:
    """Nothing happens before a phase begins, or when it is over."""
    for when, beyond, expected in _TIMES:
        for hit in find_all(root, f"phases.*.injects.*.{when}"):
            time, lasts = _seconds(root, hit.path), _seconds(root, (*hit.path[:2], "lasts"))
            if time is not None and lasts and beyond(time, lasts):
                yield hit.mark, f"the phase lasts {say_duration(lasts)}; expected {expected}"


def _check_allowed(root: Node) -> Iterator[tuple[Mark, str]]:
    for hit in _list_firsts(root):
        allow = (*hit.path[:2], "allow")
        need = NEEDS[hit.text]
        pictures = find_text(root, (*allow, "pictures")) or "0"
        if not is_on(find_text(root, (*allow, need))):
            yield hit.mark, f'this phase allows no "{need}", so it cannot happen; allow it'
        elif hit.text == "picture" and try_read(pictures, read_whole) == 0:
            yield hit.mark, 'this phase has room for no "pictures", so it cannot happen; allow some'


def _check_phones(root: Node) -> Iterator[tuple[Mark, str]]:
    for hit in _list_firsts(root):
        if _list_places(root, hit) <= _WITHOUT_PHONE:
            yield hit.mark, "whoever should do it has no phone in this phase; choose another place for them"


def _list_places(root: Node, first: Hit) -> set[str]:
    """Where those may be in a phase who can do the first of something; moves may be anybody's."""
    phase = first.path[:2]
    by = find_text(root, (*first.path[:-1], "by"))
    own = find_text(root, (*phase, "places", by)) if by else ""
    usual = {own} if own else {find_text(root, (*phase, "place"))}
    others = set() if by else {hit.text for hit in _under(root, phase, "places.*")}
    moves = (hit for step in ("", "do.*.") for hit in _under(root, phase, f"injects.*.{step}move.place"))
    return usual | others | {hit.text for hit in moves}


def _check_visitors(root: Node) -> Iterator[tuple[Mark, str]]:
    for step in _STEPS:
        for hit in find_all(root, f"{step}.visitors.likes"):
            count = try_read(find_text(root, (*hit.path[:-1], "count")), read_whole)
            likes = try_read(hit.text, read_whole)
            if count and likes and likes > count > 0:
                yield hit.mark, f"{count} come; expected no more likes than that"


def _list_firsts(root: Node) -> list[Hit]:
    return [hit for hit in find_all(root, "phases.*.injects.*.when.first") if hit.text in NEEDS]


def _under(root: Node, path: Path, pattern: str) -> list[Hit]:
    part = find_node(root, path)
    return find_all(part, pattern) if part is not None else []


def _seconds(root: Node, path: Path) -> int | None:
    return try_read(find_text(root, path), read_duration)


CHANCES: tuple[Callable[[Node], Iterator[tuple[Mark, str]]], ...] = (
    _check_times,
    _check_allowed,
    _check_phones,
    _check_visitors,
)
"""Each finds something that the script could never make happen as it stands."""
