"""Finds the known word that a mistyped one was probably meant to be."""

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

# A hostile file may name thousands of things; comparing with the first few hundred is enough for people.
_MOST_KNOWN = 400
_LONGEST = 60


def find_nearest(word: str, known: Iterable[str], count: int = 1) -> list[str]:
    """Up to `count` known words close to `word`, best first; case does not matter."""
    folded = {name.casefold(): name for name in islice(known, _MOST_KNOWN) if len(name) <= _LONGEST}
    close = get_close_matches(word[:_LONGEST].casefold(), folded, n=count, cutoff=0.6)
    return [folded[name] for name in close]


def suggest(word: str, known: Iterable[str]) -> str:
    """`; did you mean "x"?` if something is near, else `; known are a, b, c`, else nothing."""
    names = list(islice(known, _MOST_KNOWN))
    near = find_nearest(word, names)
    if near:
        return f'; did you mean "{near[0]}"?'
    if not names:
        return ""
    more = ", ..." if len(names) > 12 else ""
    return f"; known are {', '.join(names[:12])}{more}"
