"""Finds the known word that a mistyped one was probably meant to be."""

from collections.abc import Iterable
from difflib import get_close_matches
from heapq import nlargest
from itertools import islice

from goodpath_core.scenario.near_misses import hint_unseen

# A hostile file may name thousands of things; comparing with the first few hundred is enough for people.
_MOST_KNOWN = 400
_LONGEST = 60
MOST_COMPARED = 8
"""Known words that are compared closely: it is slow, and hundreds of names may look much alike."""


def find_nearest(word: str, known: Iterable[str], count: int = 1) -> list[str]:
    """Up to `count` known words close to `word`, best first; case does not matter."""
    folded = {name.casefold(): name for name in islice(known, _MOST_KNOWN) if len(name) <= _LONGEST}
    wanted = word[:_LONGEST].casefold()
    close = get_close_matches(wanted, shortlist(wanted, folded), n=count, cutoff=0.6)
    return [folded[name] for name in close]


def shortlist(word: str, known: Iterable[str]) -> list[str]:
    """The few known words that share most with `word`: signs, pairs of signs, and the length."""
    parts = _list_parts(word)
    return nlargest(
        MOST_COMPARED,
        known,
        key=lambda name: len(parts & _list_parts(name)) - abs(len(name) - len(word)) / 2,
    )


def _list_parts(word: str) -> set[str]:
    return {*word, *map("".join, zip(word, word[1:], strict=False))}


def suggest_near(word: str, known: Iterable[str]) -> str:
    """`; did you mean "x"?` if something is near, else nothing; a sign that is not seen is told instead."""
    if unseen := hint_unseen(word):
        return unseen
    near = find_nearest(word, known)
    return f'; did you mean "{near[0]}"?' if near else ""


def suggest(word: str, known: Iterable[str]) -> str:
    """What is near, as `suggest_near` says it, else `; known are a, b, c`, else nothing."""
    names = [name for name in islice(known, _MOST_KNOWN) if len(name) <= _LONGEST]
    if near := suggest_near(word, names):
        return near
    if not names:
        return ""
    more = ", ..." if len(names) > 12 else ""
    return f"; known are {', '.join(names[:12])}{more}"
