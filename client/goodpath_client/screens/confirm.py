"""Ask for one more key before something that cannot be taken back."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from goodpath_client.keys import Deed, key_label, pressed
from goodpath_client.screens.drawn_once import DrawnOnce
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.stop_line import StopLine


class ConfirmScreen(ModalScreen[bool], DrawnOnce[bool]):
    """A question with yes and no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "agree('enter')", "Yes", show=False),
        Binding(pressed("y"), "agree('y')", "Yes", show=False),
        Binding(f"escape,{pressed('n')}", "answer(False)", "No", show=False),
    ]

    def __init__(self, words: str, yes: str, again: Deed | None = None, destroys: bool = False) -> None:
        """Ask `words`; Enter, or a key of the deed that is done `again`, means `yes`.

        What `destroys` something, or cannot be undone either, asks for Y: an Enter may have been meant for
        words that were being typed.
        """
        super().__init__()
        self._words, self._yes, self._again = words, yes, again
        self.DEEDS = {again.action: ConfirmScreen.agree} if again else {}
        self._key = "y" if destroys else "enter"

    def compose(self) -> ComposeResult:
        """The question and its keys."""
        yield StopLine()
        keys = " or ".join(map(key_label, (self._key, *(self._again.keys[:1] if self._again else ()))))
        with Vertical(classes="dialog"):
            yield Prose(
                [Para(self._words), Para(""), Para(f"{keys}  {self._yes}     Esc  no", "bold $primary")]
            )

    def agree(self, argument: str) -> None:
        """The key that was asked about was pressed once more."""
        self.dismiss(True)

    def deed_stop(self, argument: str) -> None:
        """The stop key means nothing where something else is asked."""

    def action_agree(self, key: str) -> None:
        """The key that means yes here was pressed, or another that means it elsewhere."""
        if key == self._key:
            self.dismiss(True)

    def action_answer(self, sure: bool) -> None:
        """Close with an answer."""
        self.dismiss(sure)
