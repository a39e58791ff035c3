"""Lead keys to the sentences of the debrief: Tab from box to box, letters to the box one was in last."""

from typing import Any, Final

from textual import events
from textual.widget import Widget

from goodpath_client.screens.frame import Frame
from goodpath_client.widgets.line_box import LineBox

_NOWHERE: Final = "You write nowhere yet: Tab goes to your sentences."
_NO_BOX: Final = "Nothing is written here; F5 shows all pages."
OVER: Final = "The session is over."
_AGAIN_MS: Final = 1000
"""Whoever types on for so long reads it again."""


class SentenceKeys(Frame):
    """A screen with such boxes, and with much else that has keys of its own."""

    _last: LineBox | None = None
    """The box one was in last."""
    _told_ms = 0
    """When it was said last that there is no box."""

    @property
    def is_over(self) -> bool:
        """Whether nothing can be kept any more."""
        return self.store.world.session.stage == "ended"

    def focus_next(self, selector: Any = "*") -> Widget | None:
        """Go to the next sentence, behind the last to the first: nothing else shows that it has the keys."""
        return super().focus_next(self._sentences_of(selector))

    def focus_previous(self, selector: Any = "*") -> Widget | None:
        """Go to the sentence before."""
        return super().focus_previous(self._sentences_of(selector))

    def _sentences_of(self, selector: Any) -> Any:
        return LineBox if selector == "*" and self.query(LineBox) else selector

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Know the box, and that there is one now for what is typed."""
        if isinstance(event.widget, LineBox):
            self._last = event.widget
            self.student.unsay(_NOWHERE)

    def note_key(self, event: events.Key) -> None:
        """A sign typed where no box has the keys opens one and is the first in it, or it is said at once."""
        super().note_key(event)
        if event.is_printable and (event.character or "").strip():
            self._open_box()

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted where no box has the keys goes the same way."""
        box = self._open_box()
        if box is not None:
            event.stop()
            box.post_message(events.Paste(event.text))

    def _open_box(self) -> LineBox | None:
        """Let the box one was in last have the keys, unless one has them; None where there is none."""
        if self.is_too_small or isinstance(self.focused, LineBox):
            return None
        if self.is_over or self._last is None or not self._last.is_attached:
            self._say_no_box()
            return None
        # At once: what was typed in the same burst behind the sign must find the box too.
        self.set_focus(self._last)
        return self._last

    def _say_no_box(self) -> None:
        """Say it once for all signs of a burst."""
        now = self.student.now()
        if now >= self._told_ms + _AGAIN_MS:
            self._told_ms = now
            words = _NOWHERE if self.query(LineBox) else _NO_BOX
            self.student.say(OVER if self.is_over else words, severe=True)
