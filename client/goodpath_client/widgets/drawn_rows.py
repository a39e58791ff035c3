"""Keep the rows that were drawn last, and the colours they were drawn in."""

from collections.abc import Callable
from typing import Final

from rich.style import Style
from textual.cache import LRUCache
from textual.strip import Strip

from goodpath_client.widgets.row_drawing import draw
from goodpath_client.widgets.rows import Key, Row

DRAWN_ROWS_KEPT: Final = 400


class DrawnRows:
    """Strips by row, and styles by role; drawn when they are first asked for."""

    def __init__(self, look_up: Callable[[str, str], Style]) -> None:
        """Take the style of a role in a skin from `look_up`; the skin may be empty."""
        self._look_up = look_up
        self._strips: LRUCache[Key, list[Strip]] = LRUCache(DRAWN_ROWS_KEPT)
        self._styles: dict[tuple[str, str], Style] = {}

    def strips(self, row: Row, cells: int, pointed: bool, is_folded: bool) -> list[Strip]:
        """Return the lines of a row at a width, as they were drawn since it was last forgotten."""
        known = self._strips.get(row.key)
        if known is None:
            known = draw(row, cells, lambda role: self.style(role, row.skin), pointed, is_folded)
            self._strips.set(row.key, known)
        return known

    def style(self, role: str, skin: str = "") -> Style:
        """Return the style of a role in a skin."""
        style = self._styles.get((role, skin))
        if style is None:
            style = self._styles[role, skin] = self._look_up(role, skin)
        return style

    def forget(self, *keys: Key) -> None:
        """Draw these rows anew when they are asked for."""
        for key in keys:
            self._strips.discard(key)

    def clear(self) -> None:
        """Draw every row anew."""
        self._strips.clear()

    def fade(self) -> None:
        """Draw every row anew, in other colours."""
        self._styles.clear()
        self._strips.clear()
