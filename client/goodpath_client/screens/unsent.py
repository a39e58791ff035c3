"""Show words that were not sent, as they were meant as a persona that the seat no longer plays."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from goodpath_client.widgets.prose import Para, Prose

_TITLE: Final = "Not sent"
_WHY: Final = (
    "You wrote this as somebody you no longer play, so nobody has read it. "
    "If you play them again, it is back in its box."
)
_KEYS: Final = "Esc  go on     PgDn  read on"


class UnsentScreen(ModalScreen[None]):
    """Over everything else, until it has been read. No key that one writes with takes it away."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Go on", show=False)]

    def __init__(self, words: Sequence[str]) -> None:
        """Show these texts, oldest first."""
        super().__init__()
        self._words = tuple(words)

    def compose(self) -> ComposeResult:
        """What was not sent, and why."""
        with VerticalScroll(classes="dialog"):
            yield Prose(self._paras())

    def show(self, words: Sequence[str]) -> None:
        """Show these texts; more may come while the first are read."""
        if tuple(words) != self._words and self.is_mounted:
            self._words = tuple(words)
            self.query_one(Prose).show(self._paras())

    def _paras(self) -> list[Para]:
        texts = [part for words in self._words for part in (Para(""), Para(words, "", 2))]
        return [Para(_TITLE, "bold $error"), Para(_WHY), Para(""), Para(_KEYS, "bold $primary"), *texts]

    def action_leave(self) -> None:
        """It has been read."""
        self.dismiss()


def show_unsent(app: App[int], words: list[str]) -> None:
    """Show these texts, if there are any, over whatever is open; the list is emptied once they are read."""
    shown = next((one for one in app.screen_stack if isinstance(one, UnsentScreen)), None)
    if words and shown is not None:
        shown.show(words)
    elif words:
        app.push_screen(UnsentScreen(words), lambda read: words.clear())
