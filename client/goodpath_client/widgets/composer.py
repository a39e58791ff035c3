"""Let a person write a line and lose nothing of it, whatever they press or paste.

Enter sends; Alt+Enter, Shift+Enter and Ctrl+J start a new line. A paste of more than three lines, or one that
would pass the limit, is asked about first. Every room keeps its own draft, with the line that it answers and
the paste that waits, and its own history, for each persona one writes as. A refused text comes back as soon
as the box is empty, chosen whole: an arrow keeps it, Escape drops it, and what is typed goes before it.
"""

from collections.abc import Callable, Mapping
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import TextArea

from goodpath_client.widgets.completion import Complete, Completer, complete_nothing
from goodpath_client.widgets.covered_draft import WAITS, CoveredDraft
from goodpath_client.widgets.desks import Desks, Unsent
from goodpath_client.widgets.enter_key import EnterKey
from goodpath_client.widgets.refused_text import RefusedText
from goodpath_client.widgets.text_box import TextBox
from goodpath_core.text import MESSAGE_LIMIT, clean_block, clean_fragment

ASK_ABOVE_LINES: Final = 3
"""A paste of more lines than this is asked about."""
COUNT_FROM: Final = 200
"""The counter appears when so many characters are left."""

_NEW_LINE_KEYS = frozenset(("alt+enter", "shift+enter", "ctrl+j", "newline"))
_LEFT_TO_THE_SCREEN = frozenset(("f6", "f7", "pageup", "pagedown"))

TITLE_SPARE: Final = 2
"""A title in the border has so many cells less than the text in the box."""


class Composer(TextBox, inherit_bindings=False):
    """The box in which a line is written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        binding
        for binding in TextArea.BINDINGS
        if not isinstance(binding, Binding) or binding.key not in _LEFT_TO_THE_SCREEN
    ]
    DEFAULT_CSS = """
    Composer {
        height: auto; min-height: 3; max-height: 8; border: round $primary;
        background: $background; color: $foreground; padding: 0 1;
        &:focus { border: round $accent; }
        & .text-area--placeholder { color: $text-muted; }
    }
    """

    class Submitted(Message):
        """A line is to be sent; it is clean, not empty and not too long."""

        def __init__(self, text: str, room: str, reply_to: int) -> None:
            super().__init__()
            self.text = text
            self.room = room
            self.reply_to = reply_to
            """Number of the line that it answers; 0 for none."""

    class AnswerChanged(Message):
        """What is in the box answers another line than before, or is back for another reason, or none."""

    class TooLong(Message):
        """A line is too long to be sent; it stays in the box."""

        def __init__(self, over: int) -> None:
            super().__init__()
            self.over = over
            """Characters to leave out."""

    class PasteAsked(Message):
        """A long paste waits here for `accept_paste` or `drop_paste`."""

    class Completed(Message):
        """A name was completed, or could not be; shows which names Tab goes through."""

        def __init__(self, candidates: tuple[str, ...], at: int, word: str) -> None:
            super().__init__()
            self.word = word
            """What was typed, with its @."""
            self.candidates = candidates
            self.at = at

    def __init__(
        self,
        *,
        room: str = "",
        placeholder: str | Content = "",
        complete: Complete = complete_nothing,
        limit: int | Callable[[str], int] = MESSAGE_LIMIT,
        asks: bool = True,
        drafts: Mapping[str, str] | None = None,
        desks: Desks | None = None,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Take so many characters as `limit` says, for each text or for all; `asks` about a long paste."""
        super().__init__(
            soft_wrap=True,
            highlight_cursor_line=False,
            placeholder=placeholder if isinstance(placeholder, Content) else Content(placeholder),
            name=name,
            id=id,
            classes=classes,
        )
        self.complete = complete
        self._asks = asks
        self._limit_of = limit if callable(limit) else lambda text: limit
        self.desks = desks or Desks(room, drafts or {})
        """Drafts, what they answer, and what was refused, by writer and room."""
        self.may_send: Callable[[str], bool] = lambda text: True
        """Asked with a clean text before it is sent; it stays in the box where the answer is no."""
        self._completer = Completer(
            self,
            lambda word: self.complete(word),
            lambda shown: self.post_message(self.Completed(shown.candidates, shown.at, shown.word)),
        )
        self.enter = EnterKey(self.set_timer, send=self.submit, write=self.write)
        """What waits behind an Enter, until it is clear whether it was pasted."""
        self.covered = CoveredDraft(self, self.desks, lambda: self.refused.is_offered)
        """What something else was begun over."""
        self.refused = RefusedText(self, self.desks, lambda: self.post_message(self.AnswerChanged()))
        self.put(self.desks.here.draft)

    @property
    def room(self) -> str:
        """The room this draft belongs to."""
        return self.desks.room

    @property
    def drafts(self) -> dict[str, str]:
        """Room to unsent text of this writer, for every room that has some."""
        return self.desks.drafts(self.text)

    @property
    def asked_paste(self) -> str:
        """The paste that waits here for an answer; empty for none."""
        return self.desks.here.pasted

    def switch_room(self, room: str, writer: str | None = None) -> None:
        """Put this room's draft aside and take up the other's; a paste that waits there is asked about again.

        With another writer all drafts change: none is said in another's name.
        """
        writer = self.desks.writer if writer is None else writer
        if (room, writer) == (self.room, self.desks.writer):
            return
        self.enter.settle()
        self._completer.end()
        self.refused.leave()
        self.put(self.desks.move(room, writer, self.text))
        self.covered.uncover()
        self.refused.offer()
        if self.asked_paste:
            self.post_message(self.PasteAsked())

    def answer(self, seq: int) -> None:
        """What is written here answers this line; 0 for none."""
        self.desks.here.reply_to = seq

    def restore(self, unsent: Unsent, room: str | None = None, writer: str | None = None) -> None:
        """Give back a refused text with all that belongs to it, where nothing else is said to here.

        It comes at once, chosen whole, or as soon as the box of its room and its writer is empty.
        """
        place = self.room if room is None else room
        self.refused.keep(unsent, place, self.desks.writer if writer is None else writer)
        self._count()

    def accept_paste(self) -> None:
        """Insert the paste that waits, whole even when it is too long to be sent."""
        here = self.desks.here
        text, here.pasted = here.pasted, ""
        if text:
            self.write(text)

    def drop_paste(self) -> None:
        """Forget the paste that waits."""
        self.desks.here.pasted = ""

    def submit(self) -> None:
        """Send what is in the box, unless it is empty, too long, or something is to be said of it first."""
        text = clean_block(self.text)
        if not text.strip():
            return
        over = len(text) - self._limit_of(text)
        if over > 0:
            self.post_message(self.TooLong(over))
            return
        if not self.may_send(text):
            return
        here = self.desks.here
        here.keep(text)
        reply_to, here.reply_to = here.reply_to, 0
        self.put("")
        self.post_message(self.Submitted(text, self.room, reply_to))
        self.refused.offer()

    async def _on_key(self, event: events.Key) -> None:
        """Take the keys that mean something here; the text area gets the others."""
        if event.key not in ("tab", "shift+tab"):
            self._completer.end()
        if self.enter.take(event):
            taken = True
        elif event.key in _NEW_LINE_KEYS:
            taken = True
            self.write("\n")
        elif event.key == "escape" and self.refused.is_offered:
            taken = True
            self.clear()
            self.call_later(self.covered.uncover)  # once it is known that nothing was written over it
        else:
            taken = event.key in ("tab", "shift+tab") and self._completer.go_on(
                -1 if event.key == "shift+tab" else 1
            )
        if taken:
            event.stop()
            event.prevent_default()

    async def _on_paste(self, event: events.Paste) -> None:
        """Insert a short paste; ask about a long one."""
        event.stop()
        event.prevent_default()
        self.enter.notice_marked_paste()
        self._paste(event.text)

    def action_paste(self) -> None:
        """Insert what the application has copied, under the same rules as any paste."""
        self._paste(self.app.clipboard)

    def action_cursor_up(self, select: bool = False) -> None:
        """Move up; in an empty box, or one that shows history, take the line sent before."""
        if select or not self._remember(1):
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """Move down; in a box that shows history, take the line sent after."""
        if select or not self._remember(-1):
            super().action_cursor_down(select)

    def on_text_area_changed(self) -> None:
        """An empty box takes up what was refused; otherwise count."""
        self.refused.watch()
        self.refused.offer()
        self._count()

    def on_text_area_selection_changed(self) -> None:
        """A refused text that is no longer chosen is a text like any other."""
        self.refused.watch()
        self._count()

    def _count(self) -> None:
        """Say below the box what can be done with a refused text; else count, near the limit and above it."""
        left, words = self._limit_of(self.text) - len(self.text), self.refused.words
        words = words or WAITS * self.covered.waits
        if left <= COUNT_FROM and not self.refused.is_offered:
            words = f"{left} left" if left >= 0 else f"{-left} too many to send"
        self.border_subtitle = Content(words)

    def _paste(self, raw: str) -> None:
        text = clean_fragment(raw)
        whole = len(self.text) - len(self.selected_text) + len(text)
        is_long = count_lines(text) > ASK_ABOVE_LINES or whole > self._limit_of(self.text or text)
        if self._asks and is_long:
            self.desks.here.pasted += text
            self.post_message(self.PasteAsked())
        elif text:
            self.write(text)

    def _remember(self, step: int) -> bool:
        """Show a line of the history where the box is empty or shows an unchanged one."""
        text = self.desks.here.remember(step, self.text)
        if text is not None:
            self.put(text)
        return text is not None


def count_lines(pasted: str) -> int:
    """How many lines were pasted; the end of the last one begins no other."""
    return len(pasted.splitlines())
