"""Show the few keys that matter here, and how the connection stands."""

from itertools import accumulate

from textual.content import Content
from textual.widget import Widget

from goodpath_client.widgets.wrapping import width

_GAP = "  "
Hint = tuple[str, str]
"""A key and what it does."""


class KeyHints(Widget):
    """The footer: as many hints as fit, then a word about the connection."""

    DEFAULT_CSS = """
    KeyHints { dock: bottom; height: 1; width: 1fr; padding: 0 1; text-wrap: nowrap; background: $panel; }
    """

    def __init__(self, key_style: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._key_style = key_style
        self._hints: tuple[Hint, ...] = ()
        self._always: tuple[str, ...] = ()
        self._end = ""

    def show(self, hints: tuple[Hint, ...], end: str, always: tuple[str, ...] = ()) -> None:
        """Show other hints and another word at the end; the keys in `always` whatever has no room."""
        if (hints, end, always) != (self._hints, self._end, self._always):
            self._hints, self._end, self._always = hints, end, always
            self.refresh()

    def render(self) -> Content:
        """Keys in bold, words after them, the connection at the right."""
        columns = self.content_size.width
        kept = sum(map(_cells, self._kept))
        end = self._end if kept + width(self._end) <= columns else ""
        shown = self._fitting(columns - width(end) - len(_GAP) * bool(end) - kept)
        parts = [Content.assemble((key, self._key_style), f" {words}{_GAP}") for key, words in shown]
        used = sum(map(_cells, shown))
        return Content("").join([*parts, Content(" " * max(0, columns - used - width(end))), Content(end)])

    @property
    def _kept(self) -> list[Hint]:
        return [hint for hint in self._hints if hint[0] in self._always]

    def _fitting(self, room: int) -> list[Hint]:
        """What is always there, and as many of the others, from the first on, as `room` cells hold."""
        others = [hint for hint in self._hints if hint[0] not in self._always]
        many = sum(needed - len(_GAP) <= room for needed in accumulate(map(_cells, others)))
        fit = others[:many]
        return [hint for hint in self._hints if hint in fit or hint[0] in self._always]


def _cells(hint: Hint) -> int:
    """How many cells a key takes with its words and the gap behind them."""
    key, words = hint
    return len(key) + 1 + len(words) + len(_GAP)
