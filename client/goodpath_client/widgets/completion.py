"""Go through the names that an @name before the cursor may stand for."""

import string
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from textual.widgets import TextArea

Place = tuple[int, int]
"""Row and column in a text, from 0."""
Complete = Callable[[str], list[str] | None]
"""Gives all names that a word such as `@zh` may stand for, best first; None where nobody can be named."""
_LATIN: Final = frozenset(string.ascii_letters + string.digits + "._%+-")
"""What stands before the @ of a mail address."""


def complete_nothing(word: str) -> None:
    """Nobody can be named here."""
    return


@dataclass(frozen=True, slots=True)
class Completion:
    """What Tab goes on with: where the word began, its candidates and the one shown."""

    start: Place
    """Place of the @."""
    end: Place
    """Place of the cursor behind what is shown; elsewhere the completion is over."""
    word: str
    """What was typed, with its @."""
    candidates: tuple[str, ...]
    """None where the word is the beginning of no name."""
    at: int
    """Number of the candidate that is shown, from 0; before the first, where Tab counts on from."""


class Completer:
    """The completion that is going on in one text area, if there is one."""

    def __init__(self, area: TextArea, complete: Complete, tell: Callable[[Completion], object]) -> None:
        """Write into `area` what `complete` offers, and `tell` what is shown."""
        self._area, self._complete, self._tell = area, complete, tell
        self._known: Completion | None = None

    def end(self) -> None:
        """Something else was typed: the next Tab begins anew."""
        self._known = None

    def go_on(self, step: int) -> bool:
        """Complete the @name before the cursor, or go to the next candidate; False where none is written.

        `step` is 1 for the next candidate and -1 for the one before. A name that begins no candidate stays
        as it is, and is told of.
        """
        known = self._known
        if known is None or known.end != self._area.cursor_location:
            known = self._begin(-1 if step > 0 else 0)
        if known is None:
            return False
        if not known.candidates:
            self._tell(known)
            return True
        at = (known.at + step) % len(known.candidates)
        result = self._area.replace(f"{known.candidates[at]} ", known.start, known.end)
        self._area.move_cursor(result.end_location)
        self._known = replace(known, end=result.end_location, at=at)
        self._tell(self._known)
        return True

    def _begin(self, at: int) -> Completion | None:
        row, column = self._area.cursor_location
        before = self._area.document.get_line(row)[:column]
        start = before.rfind("@")
        if start < 0 or (start > 0 and before[start - 1] in _LATIN):
            return None
        word = before[start:]
        found = self._complete(word)
        if found is None or (not found and any(map(str.isspace, word))):
            return None
        return Completion((row, start), (row, column), word, tuple(found), at)
