"""Give refused texts back one by one, each into the empty box, so that none is glued to another."""

from collections.abc import Callable
from typing import Final

from goodpath_client.widgets.desks import Desks, Unsent
from goodpath_client.widgets.text_box import TextBox

OFFERED: Final = "not sent · type: later · arrow: keep · Esc: drop"


class RefusedText:
    """The refused text that stands in a box, and those that wait for it to be empty."""

    def __init__(self, box: TextBox, desks: Desks, tell: Callable[[], object]) -> None:
        """`tell` is called when the box has another reason to tell, or answers another line than before."""
        self._box, self._desks, self._tell = box, desks, tell
        self._offered = Unsent("")
        self._is_told = False
        """Whether the text that was offered stands in the box, and nothing was written over it yet."""
        self._is_open = False
        """Whether nobody has decided yet what becomes of the text that is offered."""
        self._is_put_off = False
        """Whether another text is being typed in the place of the last one that was offered, which waits."""

    @property
    def is_offered(self) -> bool:
        """Whether the box holds a refused text that nobody has touched yet: it is chosen whole."""
        text = self._offered.text
        return bool(text) and text == self._box.text == self._box.selected_text

    @property
    def told(self) -> Unsent | None:
        """The refused text that stands in the box, kept or not; None for another text, and for none."""
        return self._offered if self._is_told and self._box.text == self._offered.text else None

    @property
    def words(self) -> str:
        """What can be done with a refused text, or how many wait; empty for none."""
        waiting = len(self._desks.here.refused)
        if self.is_offered:
            return OFFERED
        return f"{waiting} not sent, back when the box is empty" if waiting else ""

    def keep(self, refused: Unsent, room: str, writer: str) -> None:
        """A text that a persona wrote in a room was refused."""
        self._desks.at(room, writer).refused.append(refused)
        self.offer()

    def offer(self) -> None:
        """Put the oldest refused text of this desk into the box if it is empty, chosen whole.

        With it comes the line that it answers, in place of one that nothing was written to yet.
        """
        here = self._desks.here
        if here.refused and not self._box.text:
            self._offered = here.refused.pop(0)
            here.reply_to, self._is_open, self._is_put_off = self._offered.reply_to, True, False
            self._is_told = True
            self._box.put(self._offered.text)
            self._box.select_all()
            self._tell()

    def watch(self) -> None:
        """The box has changed: what was written over waits until the box is empty, with what it answers."""
        here, offered = self._desks.here, self._offered
        if self._is_put_off and self._box.text == offered.text:  # it was brought back by hand
            self._is_put_off, self._is_told = False, True
            here.refused.remove(offered)
            self._answer(offered.reply_to)
        if self._is_open and not self.is_offered:
            self._is_open = False
            self._is_put_off = self._box.text not in ("", offered.text)
            if self._is_put_off:
                here.refused.insert(0, offered)
            if self._box.text != offered.text and offered.reply_to and here.reply_to == offered.reply_to:
                self._answer(0)
        if self._is_told and self._box.text != offered.text:
            self._is_told = False
            self._tell()

    def _answer(self, seq: int) -> None:
        if self._desks.here.reply_to != seq:
            self._desks.here.reply_to = seq
            self._tell()

    def leave(self) -> None:
        """The box goes to another desk; what nobody has touched yet is offered here again, with its reason.

        What was kept stays behind as the draft of this desk.
        """
        here = self._desks.here
        if self._is_open and self.is_offered:
            here.refused.insert(0, self._offered)
            here.reply_to = 0
            self._box.put("")
        self._is_open = self._is_put_off = self._is_told = False
