"""Let something else be written over a draft, and give the draft back once that is sent or dropped."""

from collections.abc import Callable

from goodpath_client.widgets.desks import Desks
from goodpath_client.widgets.text_box import TextBox

WAITS = "your draft comes back after this"


class CoveredDraft:
    """The draft of a desk that waits under what stands in the box."""

    def __init__(self, box: TextBox, desks: Desks, is_refused: Callable[[], bool]) -> None:
        """`is_refused` tells whether a refused text stands in the box, which waits in its own way."""
        self._box, self._desks, self._is_refused = box, desks, is_refused

    @property
    def waits(self) -> bool:
        """Whether there is such a draft at this desk."""
        return bool(self._desks.here.covered)

    def cover(self, text: str) -> None:
        """Begin something else in the box; what stands there waits."""
        here, standing = self._desks.here, self._box.text
        # What was sent before is no draft.
        if not (self._is_refused() or here.shows_history(standing)):
            here.covered = "\n".join(filter(None, (here.covered, standing)))
        here.back = 0
        self._box.put(text)

    def uncover(self) -> None:
        """Show the draft again, where nothing else stands in the box."""
        here = self._desks.here
        if here.covered and not self._box.text:
            text, here.covered = here.covered, ""
            self._box.put(text)

    def drop(self) -> None:
        """Drop what stands in the box; what it was begun over is back."""
        self._box.put("")
        self.uncover()
