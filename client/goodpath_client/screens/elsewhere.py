"""Say that the seat is open at another terminal: nothing is written here, but it can be taken back."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from goodpath_client.keys import pressed
from goodpath_client.screens.drawn_once import DrawnOnce
from goodpath_client.widgets.prose import Para, Prose

_WORDS: Final = (
    "Your seat was opened at another terminal, so this one takes no more lines. "
    "What stands in your boxes is kept."
)
_NOT_YOU: Final = "Was that not you? Take the seat back, and tell your teacher."
_KEYS: Final = ("F2 or Alt+B  take it back", "Alt+Q  leave")
"""A row each, and above the words: they stand whole in any window."""


class ElsewhereScreen(ModalScreen[bool], DrawnOnce[bool]):
    """Over everything else, until the seat is taken back here. No key that one writes with does it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"f2,{pressed('alt+b')}", "take_back", "Take back", show=False)
    ]

    def compose(self) -> ComposeResult:
        """What happened, and the two ways on."""
        with Vertical(classes="dialog"):
            yield Prose(
                [
                    Para("This seat is open elsewhere", "bold $error"),
                    *(Para(""), *(Para(key, "bold $primary") for key in _KEYS)),
                    *(Para(""), Para(_WORDS), Para(_NOT_YOU)),
                ]
            )

    def action_take_back(self) -> None:
        """Close, to play here again."""
        self.dismiss(True)
