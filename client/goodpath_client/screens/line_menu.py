"""Ask what to do with a chosen line: answer it, take it back, or mark it unread."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from goodpath_client.keys import pressed
from goodpath_client.screens.drawn_once import DrawnOnce
from goodpath_client.widgets.prose import Para, Prose

_KEYS = (("a", "reply", "answer it"), ("t", "take_back", "take it back"), ("u", "unread", "unread from here"))


class LineMenu(ModalScreen[str], DrawnOnce[str]):
    """A short menu; gives the deed's name, or empty."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(pressed(key), f"choose('{deed}')", words, show=False) for key, deed, words in _KEYS),
        Binding("enter", "choose('reply')", "Answer", show=False),
        Binding("escape", "choose('')", "Nothing", show=False),
    ]

    def __init__(self, line: str, deeds: tuple[str, ...]) -> None:
        """Ask about a line; these deeds are possible with it."""
        super().__init__()
        self._line, self._deeds = line, deeds

    def compose(self) -> ComposeResult:
        """The line and the keys."""
        first = {"reply": "Enter or "}
        offered = [
            Para(f"{first.get(deed, '')}{key}  {words}") for key, deed, words in _KEYS if deed in self._deeds
        ]
        with Vertical(classes="dialog"):
            yield Prose(
                [Para(self._line, "$text-muted"), Para(""), *offered, Para("Esc  nothing", "$text-muted")]
            )

    def action_choose(self, deed: str) -> None:
        """Close with a deed, or with none; what is not possible with this line is not offered either."""
        if deed in ("", *self._deeds):
            self.dismiss(deed)
