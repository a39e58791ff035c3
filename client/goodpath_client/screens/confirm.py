"""Ask for one more key before something that cannot be taken back."""

from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from goodpath_client.keys import Deed, key_label, pressed
from goodpath_client.screens.drawn_once import DrawnOnce
from goodpath_client.widgets.dialog import Dialog
from goodpath_client.widgets.prose import Para
from goodpath_client.widgets.stop_line import StopLine

_UNDONE: Final = "Nothing is done yet"
_GOES_NOWHERE: Final = "{undone}; what you type here goes nowhere."


class ConfirmScreen(ModalScreen[bool], DrawnOnce[bool]):
    """A question with yes and no. No key answers it that it does not show."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "agree('enter')", "Yes", show=False),
        Binding(pressed("y"), "agree('y')", "Yes", show=False),
        Binding("escape", "answer(False)", "No", show=False),
    ]

    def __init__(
        self,
        words: str,
        yes: str,
        again: Deed | None = None,
        destroys: bool = False,
        undone: str = _UNDONE,
    ) -> None:
        """Ask `words`; Enter, or a key of the deed that is done `again`, means `yes`.

        What `destroys` something, or cannot be undone either, asks for Y: an Enter may have been meant for
        words that were being typed. Whoever types here is told that so far it is `undone`.
        """
        super().__init__()
        self._words, self._yes, self._again = words, yes, again
        self._told = _GOES_NOWHERE.format(undone=undone)
        self.DEEDS = {again.action: ConfirmScreen.agree} if again else {}
        self._key = "y" if destroys else "enter"

    def compose(self) -> ComposeResult:
        """The question and its keys."""
        yield StopLine()
        yield Dialog([Para(self._words)], self._answers(Para("")))

    def _answers(self, above: Para) -> list[Para]:
        keys = " or ".join(map(key_label, (self._key, *(self._again.keys[:1] if self._again else ()))))
        return [above, Para(f"{keys}  {self._yes}     Esc  no", "bold $primary")]

    def on_key(self, event: events.Key) -> None:
        """Somebody types: no sign answers but the one that is shown, and an Enter may end their words."""
        is_typed = event.is_printable or event.key == "enter"
        if is_typed and event.key not in pressed(self._key).split(","):
            self._say_undone()

    def on_paste(self) -> None:
        """What is pasted goes nowhere either."""
        self._say_undone()

    def _say_undone(self) -> None:
        for dialog in self.query(Dialog):
            dialog.show([Para(self._words)], self._answers(Para(self._told, "bold $error")))

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
