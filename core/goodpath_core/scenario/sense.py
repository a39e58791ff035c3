"""Checks what the parts of a scenario must be to each other: times that fit, voices that can speak.

Works on the tree, so that these problems are told together with those of single values; whatever cannot be
read there is passed over, since the schema has told it already.
"""

from collections.abc import Callable

from goodpath_core.scenario.durations import DAY_S, read_clock, read_duration, say_clock, say_duration
from goodpath_core.scenario.measures import LAST_DAY
from goodpath_core.scenario.scalars import (
    EVERYBODY,
    is_on,
    read_decimal,
    read_whole,
    shorten,
    split_keys,
    try_read,
)
from goodpath_core.scenario.tree import Mark, Node, Path, find_all, find_node, find_text

LEAST_DEBRIEF = 0.15
"""Share of the minutes that belongs to the debrief."""

_Complaints = list[tuple[Mark, str]]

# Texts that may stand only once, and how to say so.
_UNIQUE: tuple[tuple[str, str], ...] = (
    ("personas.*.number", "number"),
    ("phases.*.name", "name of a phase"),
    ("phases.*.injects.*.key", "key of an inject"),
)


def _check_time(root: Node) -> _Complaints:
    minutes = [try_read(hit.text, read_whole) for hit in find_all(root, "minutes")]
    if not minutes or not minutes[0] or minutes[0] < 0:
        return []
    whole, problems = minutes[0] * 60, []
    debriefs = find_all(root, "debrief.lasts")
    parts = [try_read(hit.text, read_duration) or 0 for hit in [*find_all(root, "phases.*.lasts"), *debriefs]]
    lasts = try_read(debriefs[0].text, read_duration) if debriefs else None
    if lasts is not None and 0 <= lasts < LEAST_DEBRIEF * whole:
        least = say_duration(round(LEAST_DEBRIEF * whole))
        problems.append((debriefs[0].mark, f"expected a debrief of at least {least}, 15 % of the minutes"))
    if sum(parts) > whole:
        text = (
            f"phases and debrief last {say_duration(sum(parts))} together; expected at most {whole // 60} min"
        )
        problems.append((find_all(root, "minutes")[0].mark, text))
    return problems


def _check_days(root: Node) -> _Complaints:
    """World time, as clocks show it, runs on from phase to phase."""
    problems, ended = list[tuple[Mark, str]](), 0
    for hit in find_all(root, "phases.*.world.from"):
        begins = _read_beginning(root, hit.path)
        if begins is None:
            continue
        if begins < ended:
            day, at = divmod(ended, DAY_S)
            least = day + (begins % DAY_S < at)
            other = f', or "day: {least}"' if least <= LAST_DAY else ""
            text = f"the phase before lasts until {say_clock(at)} of day {day}; expected a later time"
            problems.append((hit.mark, text + other))
        lasts = try_read(find_text(root, (*hit.path[:2], "lasts")), read_duration) or 0
        speed = try_read(find_text(root, (*hit.path[:-1], "speed")), read_decimal) or 0.0
        ended = int(begins + max(0, lasts) * speed) // 60 * 60
    return problems


def _read_beginning(root: Node, path: Path) -> int | None:
    """World seconds at which a phase begins, counted from midnight of day 0; None if that cannot be read."""
    clock = try_read(find_text(root, path), read_clock)
    day = try_read(find_text(root, (*path[:-1], "day")) or "0", read_whole)
    return None if clock is None or day is None or day < 0 else day * DAY_S + clock


def _check_voices(root: Node) -> _Complaints:
    """Before play, a persona speaks only in groups it is a member of; in play no script speaks for it."""
    personas, groups = _keys(root, "personas.~"), _list_members(root)
    problems = []
    for hit in find_all(root, "before.*.by"):
        group = find_text(root, (*hit.path[:-1], "group"))
        members = groups.get(group, set())
        if hit.text in personas and members and not {hit.text, EVERYBODY} & members:
            problems.append((hit.mark, f'"{hit.text}" is not a member of the group "{shorten(group)}"'))
    return problems


def _check_owners(root: Node) -> _Complaints:
    personas, groups = _keys(root, "personas.~"), _list_members(root)
    return [
        (hit.mark, f'the owner "{hit.text}" is not among the members; add this key to them')
        for hit in find_all(root, "groups.*.owner")
        if hit.text in personas and not {hit.text, EVERYBODY} & groups.get(hit.path[1], set())
    ]


def _check_posts(root: Node) -> _Complaints:
    npcs = _keys(root, "npcs.~")
    return [
        (hit.mark, f'"{hit.text}" is an NPC and has no page; expected the key of a persona')
        for hit in find_all(root, "before.*.by")
        if hit.text in npcs and find_node(root, (*hit.path[:2], "post")) is not None
    ]


def _check_keys(root: Node) -> _Complaints:
    personas = _keys(root, "personas.~")
    return [
        *(
            (hit.mark, f'"{hit.text}" is already the key of a persona; choose another')
            # A persona's page and a group are called by their keys, so that one would be taken for the other.
            for hit in [*find_all(root, "npcs.~"), *find_all(root, "groups.~")]
            if hit.text in personas
        ),
        *(
            (hit.mark, f'"{EVERYBODY}" means all personas; choose another key')
            for hit in [*find_all(root, "personas.~"), *find_all(root, "npcs.~")]
            if hit.text == EVERYBODY
        ),
        *(
            (hit.mark, "a persona has no tie to itself; delete this line")
            for hit in find_all(root, "personas.*.ties.~")
            if hit.path[1] == hit.text
        ),
    ]


def _count_personas(number: int) -> str:
    return "there is 1 persona" if number == 1 else f"there are {number} personas"


def _check_players(root: Node) -> _Complaints:
    cast = len(_keys(root, "personas.~"))
    return [
        (hit.mark, f"{_count_personas(cast)}; expected no more players than that")
        for hit in find_all(root, "players")
        if cast and (try_read(hit.text, read_whole) or 0) > cast
    ]


def _check_unique(root: Node) -> _Complaints:
    problems = []
    for pattern, words in _UNIQUE:
        first: dict[str, int] = {}
        for hit in find_all(root, pattern):
            if hit.text and hit.text in first:
                text = f'the {words} "{shorten(hit.text)}" stands in line {first[hit.text]} already'
                problems.append((hit.mark, f"{text}; choose another"))
            first.setdefault(hit.text, hit.mark.line)
    return problems


def _check_towns(root: Node) -> _Complaints:
    towns = [hit for hit in find_all(root, "groups.*.town") if is_on(hit.text)]
    return [(hit.mark, "only one group can span the whole town; leave `town` out here") for hit in towns[1:]]


def _list_members(root: Node) -> dict[str | int, set[str]]:
    """Who is in each group."""
    groups: dict[str | int, set[str]] = {}
    for hit in find_all(root, "groups.*.members.*"):
        groups.setdefault(hit.path[1], set()).add(hit.text)
    # Keys that lack only their commas are no second mistake.
    return {group: {key for text in texts for key in split_keys(text)} for group, texts in groups.items()}


def _keys(root: Node, pattern: str) -> set[str]:
    return {hit.text for hit in find_all(root, pattern)}


SENSE: tuple[Callable[[Node], _Complaints], ...] = (
    _check_time,
    _check_days,
    _check_voices,
    _check_owners,
    _check_posts,
    _check_keys,
    _check_players,
    _check_unique,
    _check_towns,
)
"""Each finds something that cannot be played as it stands."""
