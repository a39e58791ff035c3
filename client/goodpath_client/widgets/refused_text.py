"""Give refused texts back one by one, each into the empty box, so that none is glued to another."""

from typing import Final

from goodpath_client.widgets.desks import Desks
from goodpath_client.widgets.text_box import TextBox

OFFERED: Final = "not sent · type: replace · arrow: keep · Esc: drop"


class RefusedText:
    """The refused text that stands in a box, and those that wait for it to be empty."""

    def __init__(self, box: TextBox, desks: Desks) -> None:
        self._box, self._desks = box, desks
        self._offered = ""

    @property
    def is_offered(self) -> bool:
        """Whether the box holds a refused text that nobody has touched yet: it is chosen whole."""
        return bool(self._offered) and self._offered == self._box.text == self._box.selected_text

    @property
    def words(self) -> str:
        """What can be done with a refused text, or how many wait; empty for none."""
        waiting = len(self._desks.here.refused)
        if self.is_offered:
            return OFFERED
        return f"{waiting} not sent, back when the box is empty" if waiting else ""

    def keep(self, text: str, room: str) -> None:
        """A text was refused in a room."""
        self._desks.at(room).refused.append(text)
        self.offer()

    def offer(self) -> None:
        """Put the oldest refused text of this room into the box if it is empty, chosen whole."""
        waiting = self._desks.here.refused
        if waiting and not self._box.text:
            self._offered = waiting.pop(0)
            self._box.put(self._offered)
            self._box.select_all()
