"""Tell what is pasted from what is typed, where the terminal marks it, and make one line of it."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from goodpath_client.plain.aloud import one_line
from goodpath_client.plurals import counted
from goodpath_core.text import MESSAGE_LIMIT, clean_block, clean_fragment

MARK: Final = "\x1b[?2004h"
"""Asks a terminal to mark what is pasted; others do not know it and pass it over."""
UNMARK: Final = "\x1b[?2004l"
"""Asks for it no more."""
LINES_UNASKED: Final = 3
"""A paste of more lines than this is told before it is sent."""
_BEGINS: Final = "\x1b[200~"
_ENDS: Final = "\x1b[201~"
_MARKS: Final = re.compile(f"({re.escape(_BEGINS)}|{re.escape(_ENDS)})")
_ASKED: Final = "Pasted: {lines}, as one. Enter sends them, Ctrl+U drops them."
_TOO_LONG: Final = "Not pasted: {signs} are too many; {most} fit in one line."


class Paste(NamedTuple):
    """What was pasted at once."""

    line: str
    """All of it as one line, with a blank at an end that parts words; empty where it is too long."""
    asked: str
    """What is said of it before it is sent; empty for a short one."""


class Pastes:
    """What comes from a terminal that marks what is pasted."""

    def __init__(self) -> None:
        self._begun: list[str] | None = None
        """The pieces of a paste whose end has not come yet."""

    def parts(self, came: str) -> Iterator[str | Paste]:
        """Keys and pastes in their order; the marks themselves must come in one piece."""
        for part in _MARKS.split(came):
            if part == _BEGINS:
                self._begun = []
            elif part == _ENDS:
                begun, self._begun = self._begun, None
                yield _pasted("".join(begun or ()))
            elif self._begun is not None:
                self._begun.append(part)
            else:
                yield part


def _pasted(text: str) -> Paste:
    words = clean_block(text).strip()
    if len(words) > MESSAGE_LIMIT:
        return Paste("", _TOO_LONG.format(signs=counted(len(words), "character"), most=MESSAGE_LIMIT))
    lines = len(words.split("\n"))
    asked = _ASKED.format(lines=counted(lines, "line")) if lines > LINES_UNASKED else ""
    ends = clean_fragment(text)
    before, behind = (" " * end.isspace() for end in (ends[:1], ends[-1:]))
    return Paste(f"{before}{one_line(words)}{behind}" if words else before, asked)
