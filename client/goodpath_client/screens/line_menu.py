"""Ask what to do with a chosen line: read it all, answer it, take it back, or mark it unread."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from goodpath_client.keys import key_label, pressed
from goodpath_client.quoting import beginning
from goodpath_client.screens.drawn_once import DrawnOnce
from goodpath_client.widgets.dialog import Dialog
from goodpath_client.widgets.prose import Para

_KEYS = (
    ("r", "open", "read it all"),
    ("f", "fold", "fold it again"),
    ("a", "reply", "answer it"),
    ("t", "take_back", "take it back"),
    ("u", "unread", "unread from here"),
)
_ON_ENTER: Final = ("open", "reply")
"""What Enter does: the first of these that is possible."""


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

    def compose(self) -> ComposeResult:
        """The line and the keys."""
        yield Dialog(self._asked(), self._keys())

    def show(self, line: str, deeds: tuple[str, ...]) -> None:
        """The line has become this, and these deeds are possible with it now."""
        self._line, self._deeds = line, deeds
        for dialog in self.query(Dialog):
            dialog.show(self._asked(), self._keys())

    @property
    def _first(self) -> str:
        """The deed that Enter does; empty where it does nothing."""
        return next((deed for deed in _ON_ENTER if deed in self._deeds), "")

    def _asked(self) -> list[Para]:
        return [Para(beginning(self._line), "$text-muted")]

    def _keys(self) -> list[Para]:
        offered = [
            Para(f"{'Enter or ' if deed == self._first else ''}{key_label(key)}  {words}")
            for key, deed, words in _KEYS
            if deed in self._deeds
        ]
        return [Para(""), *offered, Para("Esc  nothing", "$text-muted")]

    def action_choose(self, deed: str) -> None:
        """Close with a deed, or with none; what is not possible with this line is not offered either."""
        if deed in ("", *self._deeds):
            self.dismiss(deed)

    def action_choose_by_enter(self) -> None:
        """Close with what Enter does, if it does anything."""
        if self._first:
            self.dismiss(self._first)
