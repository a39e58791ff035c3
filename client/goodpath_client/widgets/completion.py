"""Go through the names that an @name before the cursor may stand for."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from textual.widgets import TextArea

Place = tuple[int, int]
"""Row and column in a text, from 0."""
Complete = Callable[[str], list[str]]
"""Gives all names that a word such as `@zh` may stand for, best first."""


def complete_nothing(word: str) -> list[str]:
    """No word stands for a name."""
    return []


@dataclass(frozen=True, slots=True)
class Completion:
    """What Tab goes on with: where the word began, its candidates and the one shown."""

    start: Place
    end: Place
    candidates: tuple[str, ...]
    at: int


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
        """Complete the @name before the cursor, or go to the next candidate; False when there is none.

        `step` is 1 for the next candidate and -1 for the one before.
        """
        known = self._known
        if known is None or known.end != self._area.cursor_location:
            known = self._begin(-1 if step > 0 else 0)
        if known is None:
            return False
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
        candidates = tuple(self._complete(before[start:])) if start >= 0 else ()
        return Completion((row, start), (row, column), candidates, at) if candidates else None
