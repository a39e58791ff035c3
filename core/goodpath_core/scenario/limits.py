"""How big, deep and plain a scenario file must be before anything in it is built.

The limits keep reading short for any file: an entry takes ten to twenty microseconds, text next to nothing.
"""

import re

from goodpath_core.scenario.tree import Mark

MOST_BYTES = 256 * 1024
MOST_DEPTH = 20
MOST_NODES = 6_000
"""Texts, keys, lists and groups of keys: more than twice as many as the longest shipped scenario has."""
MOST_WIDE = 250
"""Entries of one list, or keys of one group; a long scenario has some forty pictures and no longer list."""
TOO_DEEP = f"this is nested more than {MOST_DEPTH} deep; expected a flatter file"
MOST_PROBLEMS = 100
"""Things refused before reading stops: who writes so many anchors does not write a scenario."""
MOST_TOLD = 200
"""Problems told: people mend the first ones first."""
MOST_SUGGESTED = 25
"""Problems of one check that get a "did you mean": comparing words is slow, and so much is not a slip."""

_DIRECTIVE = re.compile(r"^%", re.MULTILINE)


def find_excess(text: str) -> tuple[Mark, str] | None:
    """The first limit that the raw text breaks, with its place, or None."""
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > MOST_BYTES:
        told = f"the file has more than {MOST_BYTES // 1024} KiB; make it shorter"
        return locate(text, _cut(text)), told
    directive = _DIRECTIVE.search(text)
    if directive is not None:
        return locate(text, directive.start()), 'a line may not begin with "%"; leave it out, or indent it'
    return None


def locate(text: str, index: int) -> Mark:
    """Line and column of a character of the text."""
    return Mark(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def _cut(text: str) -> int:
    """Index of the first character beyond the allowed bytes."""
    return len(text.encode("utf-8", "surrogatepass")[:MOST_BYTES].decode("utf-8", "ignore"))
