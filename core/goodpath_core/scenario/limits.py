"""How big, deep and plain a scenario file must be before anything in it is built.

Reading is slow, about 40 microseconds an entry, 3 a word and 1 a character: the limits keep it short for
any file, each for itself and all of them together.
"""

import re
from itertools import islice

from goodpath_core.scenario.tree import Mark

MOST_BYTES = 256 * 1024
MOST_DEPTH = 20
MOST_NODES = 4_000
"""Texts, keys, lists and groups of keys: half as many again as the longest scenario that is shipped has."""
MOST_WIDE = 250
"""Entries of one list, or keys of one group; a long scenario has some forty pictures and no longer list."""
MOST_WORDS = 15_000
"""Words and backslashes, which the YAML library takes one by one; twice as many as a long scenario has."""
MOST_WORK = 6_500
"""Entries that a file could hold if it had no words: half as many again as the longest scenario is worth."""
WORDS_AN_ENTRY, CHARACTERS_AN_ENTRY = 15, 40
"""What takes as long to read as one entry."""
TOO_DEEP = f"this is nested more than {MOST_DEPTH} deep; expected a flatter file"
MOST_LINES = 10_000
MOST_PROBLEMS = 100
"""Things refused before reading stops: who writes so many anchors does not write a scenario."""
MOST_TOLD = 200
"""Problems told: people mend the first ones first."""
MOST_SUGGESTED = 25
"""Problems of one check that get a "did you mean": comparing words is slow, and so much is not a slip."""

# What makes nodes: list dashes, keys, and commas or brackets of the one-line forms. Prose of the
# allowed size has fewer, so counting them refuses a flat bomb without parsing it.
_SIGNS = re.compile(r"^[ ]*-[ ]|:[ \n]|[,\[{]", re.MULTILINE)
_WORDS = re.compile(r"[^\s\\]+|\\")
# Open brackets without a closing one between them; YAML would look far ahead for their ends.
_NESTED = re.compile(r"(?:[\[{][^\[\]{}]*){20}([\[{])")

# What may stand in a file only so often, and what is told at the first one beyond.
_COUNTED: tuple[tuple[re.Pattern[str], int, str], ...] = (
    (_SIGNS, MOST_NODES, f"the file holds more than {MOST_NODES:,} entries; make it shorter"),
    (_WORDS, MOST_WORDS, f"the file has more than {MOST_WORDS:,} words; make it shorter"),
)


def find_excess(text: str) -> tuple[Mark, str] | None:
    """The first limit that the raw text breaks, with its place, or None."""
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > MOST_BYTES:
        told = f"the file has more than {MOST_BYTES // 1024} KiB; make it shorter"
        return locate(text, _cut(text)), told
    if text.count("\n") > MOST_LINES:
        return Mark(MOST_LINES + 1, 1), f"the file has more than {MOST_LINES:,} lines; make it shorter"
    for pattern, most, words in _COUNTED:
        beyond = next(islice(pattern.finditer(text), most, None), None)
        if beyond is not None:
            return locate(text, beyond.start()), words
    nested = _NESTED.search(text)
    if nested is not None:
        return locate(text, nested.start(1)), TOO_DEEP
    return None


def find_room(text: str) -> int:
    """How many entries a file may hold: the more text there is in it, the fewer."""
    words = sum(1 for _ in _WORDS.finditer(text))
    left = MOST_WORK - words // WORDS_AN_ENTRY - len(text) // CHARACTERS_AN_ENTRY
    return max(1, min(MOST_NODES, left))


def locate(text: str, index: int) -> Mark:
    """Line and column of a character of the text."""
    return Mark(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def _cut(text: str) -> int:
    """Index of the first character beyond the allowed bytes."""
    return len(text.encode("utf-8", "surrogatepass")[:MOST_BYTES].decode("utf-8", "ignore"))
