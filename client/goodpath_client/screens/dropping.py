"""Drop what was chosen or written for the own page and not saved, after one more key."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from goodpath_client.screens.confirm import ConfirmScreen

if TYPE_CHECKING:
    from goodpath_client.app import StudentApp

DROP: Final = ("F8", "drop")
"""The key and its word at the foot of a screen on which something is not saved."""
_ASKED: Final = "Drop what you have not saved here? Your page stays as it is."
_DROPPED: Final = "Dropped; your page stays as it is."
_NOTHING: Final = "There is nothing to drop: your page shows just that."


def ask_to_drop(app: "StudentApp", is_saved: bool, drop: Callable[[], None]) -> None:
    """Ask, and `drop`; where all `is_saved` say so."""

    def answer(sure: bool | None) -> None:
        if sure:
            drop()
            app.boxes.keep()  # what is dropped must not come back at the next terminal
            app.say(_DROPPED)

    if is_saved:
        app.say(_NOTHING)
    else:
        app.ask(ConfirmScreen(_ASKED, "drop", destroys=True), answer)
