"""Show words that were not sent, or perhaps not, and stand in no box, and why."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from goodpath_client.screens.drawn_once import DrawnOnce
from goodpath_client.screens.wholeness import WholeScreen
from goodpath_client.unsent_words import NotSent
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.stop_line import StopLine

_NOT_SENT: Final = "Not sent"
_KEYS: Final = "Esc  go on     PgDn  read on"


class UnsentScreen(ModalScreen[int], WholeScreen[int], DrawnOnce[int]):
    """Over everything else, until it has been read. No key that one writes with takes it away."""

    WHOLE_WITH = "Prose"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Go on", show=False)]

    def __init__(self, words: Sequence[NotSent], title: str = _NOT_SENT) -> None:
        """Show these texts, oldest first, under a title."""
        super().__init__()
        self._words, self._title = tuple(words), title
        self._drawn = 0
        """How many of them have been on the screen."""

    def on_mount(self) -> None:
        """They are on the screen as soon as it is drawn."""
        self._note_drawn()

    def compose(self) -> ComposeResult:
        """What was not sent, and why."""
        yield StopLine()
        with VerticalScroll(classes="dialog"):
            yield Prose(self._paras())

    def show(self, words: Sequence[NotSent]) -> None:
        """Show these texts; more may come while the first are read."""
        if tuple(words) != self._words and self.is_mounted:
            self._words = tuple(words)
            self.query_one(Prose).show(self._paras())
            self._note_drawn()

    def _note_drawn(self) -> None:
        """Count what is shown once it is drawn: a key that was pressed before was not meant for it."""
        self.do_once_drawn(self._keep_drawn, len(self._words))

    def _keep_drawn(self, count: int) -> None:
        self._drawn = count

    def _paras(self) -> list[Para]:
        told = [Para(self._title, "bold $error"), Para(_KEYS, "bold $primary")]
        for why in dict.fromkeys(one.why for one in self._words):
            texts = [one.text for one in self._words if one.why == why]
            told += [Para(""), Para(why)]
            told += [part for text in texts for part in (Para(""), Para(text, "", 2))]
        return told

    def action_leave(self) -> None:
        """So many have been read."""
        if self.is_current:
            self.dismiss(self._drawn)


def show_unsent(app: App[int], words: list[NotSent], title: str = _NOT_SENT) -> None:
    """Show these texts, if there are any, over whatever is open; those that were read leave the list."""
    shown = next((one for one in app.screen_stack if isinstance(one, UnsentScreen)), None)
    if words and shown is not None:
        shown.show(words)
    elif words:
        app.push_screen(UnsentScreen(words, title), lambda read: _go_on(app, words, title, read or 0))


def _go_on(app: App[int], words: list[NotSent], title: str, read: int) -> None:
    """So many of the texts have been read; show those that came meanwhile."""
    del words[:read]
    show_unsent(app, words, title)
