"""Search deeds for the palette by names, then by the words of their help; those of other screens too."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from textual.app import SystemCommand
from textual.command import Hit, Hits
from textual.screen import Screen
from textual.system_commands import SystemCommandsProvider

_NAMED: Final = 1.0
"""How far a deed that is called so stands before any that only tells of it."""
_TOLD: Final = 0.5
_STRAY: Final = '.,;:!?()“”"'


Rows = Callable[[Any, Screen[object]], Iterable[SystemCommand]]
"""Makes rows of the palette for an app and one of its screens."""


def no_rows(app: object, screen: Screen[object]) -> Iterable[SystemCommand]:
    """Nothing can be done."""
    return ()


class DeedSearch(SystemCommandsProvider):
    """Finds what the palette is asked for."""

    async def search(self, query: str) -> Hits:
        """Those called so before those whose help has all these words, each in the order of the table."""
        matcher = self.matcher(query)
        found: Rows = getattr(type(self.app), "FOUND", no_rows)
        for title, words, callback, *_ in (
            *self.app.get_system_commands(self.screen),
            *found(self.app, self.screen),
        ):
            match = matcher.match(title)
            if match > 0:
                yield Hit(_NAMED + match, matcher.highlight(title), callback, help=words)
            elif tells_of(words, query):
                yield Hit(_TOLD, title, callback, help=words)


def tells_of(text: str, query: str) -> bool:
    """Whether each word that was asked for begins a word of the text."""
    words = [word.strip(_STRAY) for word in text.casefold().split()]
    return all(any(word.startswith(asked) for word in words) for asked in query.casefold().split())
