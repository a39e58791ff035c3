"""Show the few keys that matter here, and how the connection stands."""

from textual.content import Content
from textual.widget import Widget

from goodpath_client.widgets.wrapping import width

_GAP = "  "


class KeyHints(Widget):
    """The footer: as many hints as fit, then a word about the connection."""

    DEFAULT_CSS = """
    KeyHints { dock: bottom; height: 1; width: 1fr; padding: 0 1; text-wrap: nowrap; background: $panel; }
    """

    def __init__(self, key_style: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._key_style = key_style
        self._hints: tuple[tuple[str, str], ...] = ()
        self._end = ""

    def show(self, hints: tuple[tuple[str, str], ...], end: str) -> None:
        """Show other hints and another word at the end."""
        if (hints, end) != (self._hints, self._end):
            self._hints, self._end = hints, end
            self.refresh()

    def render(self) -> Content:
        """Keys in bold, words after them, the connection at the right."""
        room = self.content_size.width - width(self._end) - len(_GAP)
        parts: list[Content] = []
        used = 0
        for key, words in self._hints:
            needed = len(key) + 1 + len(words)
            if used + needed > room:
                break
            parts.append(Content.assemble((key, self._key_style), f" {words}{_GAP}"))
            used += needed + len(_GAP)
        fill = " " * max(0, self.content_size.width - used - width(self._end))
        return Content("").join([*parts, Content(fill), Content(self._end)])
