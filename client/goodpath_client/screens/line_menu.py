"""Ask what to do with a chosen line: answer it, take it back, or mark it unread."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from goodpath_client.widgets.prose import Para, Prose

_KEYS = (("a", "reply", "answer it"), ("t", "take_back", "take it back"), ("u", "unread", "unread from here"))


class LineMenu(ModalScreen[str]):
    """A short menu; gives the deed's name, or empty."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"choose('{deed}')", words, show=False) for key, deed, words in _KEYS),
        Binding("enter", "choose('reply')", "Answer", show=False),
        Binding("escape", "choose('')", "Nothing", show=False),
    ]

    def __init__(self, line: str, mine: bool) -> None:
        """Ask about a line; only the own one can be taken back."""
        super().__init__()
        self._line, self._mine = line, mine

    def compose(self) -> ComposeResult:
        """The line and the keys."""
        offered = [Para(f"{key}  {words}") for key, deed, words in _KEYS if self._mine or deed != "take_back"]
        with Vertical(classes="dialog"):
            yield Prose([Para(self._line, "italic"), Para(""), *offered, Para("Esc  nothing", "$text-muted")])

    def action_choose(self, deed: str) -> None:
        """Close with a deed."""
        self.dismiss("" if deed == "take_back" and not self._mine else deed)
