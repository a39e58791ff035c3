"""How big, deep and plain a scenario file must be before anything in it is built."""

import re
from itertools import islice

from goodpath_core.scenario.tree import Mark

MOST_BYTES = 256 * 1024
MOST_DEPTH = 20
MOST_NODES = 6_000
"""Texts, keys, lists and groups of keys; more than twice as many as a long scenario for eight has."""
TOO_DEEP = f"this is nested more than {MOST_DEPTH} deep; expected a flatter file"
MOST_LINES = 20_000
MOST_PROBLEMS = 100
"""Things refused before reading stops: who writes so many anchors does not write a scenario."""
MOST_TOLD = 200
"""Problems told: people mend the first ones first."""
MOST_SUGGESTED = 25
"""Problems of one check that get a "did you mean": comparing words is slow, and so much is not a slip."""

# What makes nodes: list dashes, keys, and commas or brackets of the one-line forms. Prose of the
# allowed size has fewer, so counting them refuses a flat bomb without parsing it.
_SIGNS = re.compile(r"^[ ]*-[ ]|:[ \n]|[,\[{]", re.MULTILINE)
# Open brackets without a closing one between them; YAML would look far ahead for their ends.
_NESTED = re.compile(r"(?:[\[{][^\[\]{}]*){20}([\[{])")


def find_excess(text: str) -> tuple[Mark, str] | None:
    """The first limit that the raw text breaks, with its place, or None."""
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > MOST_BYTES:
        return locate(text, _cut(text)), f"the file has {size // 1024} KiB; expected at most 256 KiB"
    if text.count("\n") > MOST_LINES:
        return Mark(MOST_LINES + 1, 1), f"the file has more than {MOST_LINES:,} lines; make it shorter"
    sign = next(islice(_SIGNS.finditer(text), MOST_NODES, None), None)
    if sign is not None:
        return locate(text, sign.start()), f"the file holds more than {MOST_NODES:,} entries; make it shorter"
    nested = _NESTED.search(text)
    if nested is not None:
        return locate(text, nested.start(1)), TOO_DEEP
    return None


def locate(text: str, index: int) -> Mark:
    """Line and column of a character of the text."""
    return Mark(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def _cut(text: str) -> int:
    """Index of the first character beyond the allowed bytes."""
    return len(text.encode("utf-8", "surrogatepass")[:MOST_BYTES].decode("utf-8", "ignore"))
