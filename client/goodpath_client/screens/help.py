"""Every key and command, from the one table, and who can read what."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from goodpath_client.keys import ANYWHERE, DEEDS, Deed, key_label
from goodpath_client.own_keys import OwnKey
from goodpath_client.readers import EVERYTHING
from goodpath_client.screens.frame import Frame
from goodpath_client.widgets.prose import Para, Prose

_BORDER = "The border of the box you write in says who reads exactly this."
_MARKS = (
    (".. ", "on its way"),
    (" ✓ ", "stored, nothing can lose it"),
    (" ! ", "not sent: choose it and press Enter"),
    ("@ ", "names you"),
    ("! ", "notice of a group"),
    ("~ ", "the narrator"),
    ("+ ", "your phone; no classmate reads it"),
    ("# ", "the teacher"),
    ("% ", "out of character"),
    ("* ", "the system"),
)
_CELLS = 22


class HelpScreen(Frame):
    """F1."""

    AUTO_FOCUS = "#text"

    def __init__(
        self,
        places: tuple[str, ...],
        is_for: Callable[[Deed], bool] = lambda deed: True,
        own: tuple[OwnKey, ...] = (),
    ) -> None:
        """Show the `own` keys of a screen, what is possible at its places, and all else for this seat."""
        super().__init__()
        self._places, self._is_for, self._own = places, is_for, own

    def compose_frame(self) -> ComposeResult:
        """One long text."""
        with VerticalScroll(id="text", can_focus=True):
            yield Prose(help_paras(self._places, self._is_for, self._own))


def help_paras(
    places: tuple[str, ...],
    is_for: Callable[[Deed], bool] = lambda deed: True,
    own: tuple[OwnKey, ...] = (),
) -> list[Para]:
    """The help text: the `own` keys of here, deeds of here, then all others; only those for this seat."""
    deeds = [deed for deed in DEEDS if is_for(deed)]
    here = [deed for deed in deeds if {*places, ANYWHERE} & set(deed.where)]
    others = [deed for deed in deeds if deed not in here]
    return [
        *([Para("On this screen", "bold $primary")] if own else []),
        *(Para(one.help, "", _CELLS, one.keys) for one in own),
        *([Para("")] if own else []),
        Para("Keys and commands", "bold $primary"),
        Para("Ctrl+P finds any of them by its words. A command is written into the box and sent with Enter."),
        Para(""),
        *(_deed(deed) for deed in here),
        *([Para(""), Para("Elsewhere", "bold $primary")] if others else []),
        *(_deed(deed) for deed in others),
        Para(""),
        Para("Writing", "bold $primary"),
        Para("Enter sends, Alt+Enter or Ctrl+J starts a new line.", "", _CELLS),
        Para(
            "A refused line comes back chosen: typing replaces it, an arrow keeps it, Esc drops it.",
            "",
            _CELLS,
        ),
        Para("Tab completes an @name. Alt+Up brings back what you sent before.", "", _CELLS),
        Para(
            "End in an empty box leads to the newest line; there it says that you have read all.", "", _CELLS
        ),
        Para("Up in an empty box chooses a line, Enter on it answers it or takes it back.", "", _CELLS),
        Para(""),
        Para("Signs before and after a line", "bold $primary"),
        *(Para(words, "", _CELLS, sign) for sign, words in _MARKS),
        Para(""),
        Para("Who can read what", "bold $primary"),
        Para(f"{EVERYTHING} {_BORDER}"),
    ]


def _deed(deed: Deed) -> Para:
    slash = f"/{deed.name}" if deed.palette else ""
    ways = " ".join(filter(None, [*(key_label(key) for key in deed.keys), slash]))
    if len(ways) < _CELLS:
        return Para(deed.help, "", _CELLS, ways)
    return Para(f"{ways}: {deed.help}")
