"""Ask what to do with a chosen line: read it all, answer it, take it back, or mark it unread."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from goodpath_client.keys import pressed
from goodpath_client.screens.drawn_once import DrawnOnce
from goodpath_client.shown_text import shown_line
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.wrapping import fit_rows

_KEYS = (
    ("r", "open", "read it all"),
    ("f", "fold", "fold it again"),
    ("a", "reply", "answer it"),
    ("t", "take_back", "take it back"),
    ("u", "unread", "unread from here"),
)
_ON_ENTER: Final = ("open", "reply")
"""What Enter does: the first of these that is possible."""
_LINE_ROWS: Final = 2
"""Rows of the line that stand over the keys: enough to know it by, and the keys stay on the screen."""
_WIDEST: Final = 60
_FRAME: Final = 6
"""Cells of border and padding."""


class LineMenu(ModalScreen[str], DrawnOnce[str]):
    """A short menu; gives the deed's name, or empty."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(pressed(key), f"choose('{deed}')", words, show=False) for key, deed, words in _KEYS),
        Binding("enter", "choose_by_enter", "The first", show=False),
        Binding("escape", "choose('')", "Nothing", show=False),
    ]

    def __init__(self, line: str, deeds: tuple[str, ...]) -> None:
        """Ask about a line; these deeds are possible with it."""
        super().__init__()
        self._line, self._deeds = line, deeds
        self._first = next((deed for deed in _ON_ENTER if deed in deeds), "")
        """Empty where Enter does nothing."""

    def compose(self) -> ComposeResult:
        """The line and the keys."""
        cells = min(_WIDEST, self.app.size.width * 9 // 10) - _FRAME
        line = [Para(text, "$text-muted") for text in fit_rows(shown_line(self._line), cells, _LINE_ROWS)]
        offered = [
            Para(f"{'Enter or ' if deed == self._first else ''}{key}  {words}")
            for key, deed, words in _KEYS
            if deed in self._deeds
        ]
        with Vertical(classes="dialog"):
            yield Prose([*line, Para(""), *offered, Para("Esc  nothing", "$text-muted")])

    def action_choose(self, deed: str) -> None:
        """Close with a deed, or with none; what is not possible with this line is not offered either."""
        if deed in ("", *self._deeds):
            self.dismiss(deed)

    def action_choose_by_enter(self) -> None:
        """Close with what Enter does, if it does anything."""
        if self._first:
            self.dismiss(self._first)
