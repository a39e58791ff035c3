"""Let a person write a line and lose nothing of it, whatever they press or paste.

Enter sends; Alt+Enter, Shift+Enter and Ctrl+J start a new line. A paste of more than three lines, or one that
would pass the limit, is asked about first. Every room keeps its own draft and its own history.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import TextArea

from goodpath_core.text import MESSAGE_LIMIT, clean_block

ASK_ABOVE_LINES: Final = 3
"""A paste of more lines than this is asked about."""
COUNT_FROM: Final = 200
"""The counter appears when so many characters are left."""
HISTORY_KEPT: Final = 50
"""Sent lines that are remembered per room."""
BURST_SECONDS: Final = 0.002
"""Keys closer together than this come from a paste or a slow line, not straight from fingers."""
HOLD_SECONDS: Final = 0.03
"""How long an Enter within such a burst waits: what follows at once makes it a new line of a paste."""

_NEW_LINE_KEYS = frozenset(("alt+enter", "shift+enter", "ctrl+j", "newline"))
_LEFT_TO_THE_SCREEN = frozenset(("f6", "f7", "pageup", "pagedown"))
_BURST_KEYS = 2

Complete = Callable[[str], list[str]]
"""Gives all names that a word such as `@zh` may stand for, best first."""


def _complete_nothing(word: str) -> list[str]:
    return []


@dataclass(slots=True)
class _Desk:
    """What belongs to one room: its draft, its history and how far up the reader went in it."""

    draft: str = ""
    history: list[str] = field(default_factory=list)
    back: int = 0
    """0 for the draft, 1 for the last line sent, and so on."""


@dataclass(frozen=True, slots=True)
class _Completion:
    """A completion that Tab goes on with: where the word began, its candidates and the one shown."""

    start: tuple[int, int]
    end: tuple[int, int]
    candidates: tuple[str, ...]
    at: int


class Composer(TextArea, inherit_bindings=False):
    """The box in which a line is written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        binding
        for binding in TextArea.BINDINGS
        if not isinstance(binding, Binding) or binding.key not in _LEFT_TO_THE_SCREEN
    ]
    DEFAULT_CSS = """
    Composer {
        height: auto; min-height: 3; max-height: 8; border: solid $primary;
        background: $background; color: $foreground; padding: 0 1;
        &:focus { border: solid $accent; }
        & .text-area--placeholder { color: $text-muted; }
    }
    """

    class Submitted(Message):
        """A line is to be sent; it is clean, not empty and not too long."""

        def __init__(self, text: str, room: str) -> None:
            super().__init__()
            self.text = text
            self.room = room

    class TooLong(Message):
        """A line is too long to be sent; it stays in the box."""

        def __init__(self, over: int) -> None:
            super().__init__()
            self.over = over
            """Characters to leave out."""

    class PasteAsked(Message):
        """A long paste waits for `accept_paste` or `drop_paste`."""

        def __init__(self, text: str, lines: int, over: int) -> None:
            super().__init__()
            self.text = text
            self.lines = lines
            self.over = over
            """Characters by which the box would pass the limit; 0 when it would not."""

    class Completed(Message):
        """A name was completed; shows which names Tab goes through."""

        def __init__(self, candidates: tuple[str, ...], at: int) -> None:
            super().__init__()
            self.candidates = candidates
            self.at = at

    def __init__(
        self,
        *,
        room: str = "",
        placeholder: str | Content = "",
        complete: Complete = _complete_nothing,
        limit: int = MESSAGE_LIMIT,
        drafts: Mapping[str, str] | None = None,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(
            soft_wrap=True,
            highlight_cursor_line=False,
            placeholder=placeholder if isinstance(placeholder, Content) else Content(placeholder),
            name=name,
            id=id,
            classes=classes,
        )
        self.complete = complete
        self.limit = limit
        self._room = room
        self._desks = {place: _Desk(draft) for place, draft in (drafts or {}).items()}
        self._asked: str | None = None
        self._completion: _Completion | None = None
        self._last_key = 0.0
        self._burst = 0
        self._burst_has_lines = False
        self._held_enter: Timer | None = None
        self._put(self._desk.draft)

    def validate_placeholder(self, placeholder: str | Content) -> Content:
        """Take a placeholder as plain text, never as markup."""
        return placeholder if isinstance(placeholder, Content) else Content(placeholder)

    @property
    def room(self) -> str:
        """The room this draft belongs to."""
        return self._room

    @property
    def drafts(self) -> dict[str, str]:
        """Room to unsent text, for every room that has some."""
        texts = {room: desk.draft for room, desk in self._desks.items()} | {self._room: self.text}
        return {room: text for room, text in texts.items() if text}

    @property
    def asked_paste(self) -> str | None:
        """The paste that waits for an answer."""
        return self._asked

    def switch_room(self, room: str) -> None:
        """Put this room's draft aside and take up the other's; a paste that waits is dropped."""
        if room == self._room:
            return
        if self._held_enter is not None:
            self._held_enter.stop()
        self._held_enter = None
        self._desk.draft = self.text
        self._room, self._asked, self._completion = room, None, None
        self._desk.back = 0
        self._put(self._desk.draft)

    def restore(self, text: str, room: str | None = None) -> None:
        """Put a refused text back, before anything that was written since."""
        home = self._room if room is None else room
        since = self.text if home == self._room else self._desk_of(home).draft
        both = f"{text}\n{since}" if since else text
        if home == self._room:
            self._put(both)
        else:
            self._desk_of(home).draft = both

    def accept_paste(self) -> None:
        """Insert the paste that waits, whole even when it is too long to be sent."""
        text, self._asked = self._asked, None
        if text is not None:
            self._insert(text)

    def drop_paste(self) -> None:
        """Forget the paste that waits."""
        self._asked = None

    def submit(self) -> None:
        """Send what is in the box, unless it is empty or too long."""
        text = clean_block(self.text)
        if not text.strip():
            return
        if len(text) > self.limit:
            self.post_message(self.TooLong(len(text) - self.limit))
            return
        desk = self._desk
        desk.history = [*desk.history, text][-HISTORY_KEPT:]
        desk.back = 0
        self._put("")
        self.post_message(self.Submitted(text, self._room))

    async def _on_key(self, event: events.Key) -> None:
        """Take the keys that mean something here; the text area gets the others."""
        self._count_burst(event.time)
        if event.key not in ("tab", "shift+tab"):
            self._completion = None
        if event.key == "enter" and not self._burst_has_lines:
            taken = True
            self._enter()
        elif event.key == "enter" or event.key in _NEW_LINE_KEYS:
            taken = True
            self._insert("\n")
        else:
            taken = event.key in ("tab", "shift+tab") and self._go_on(-1 if event.key == "shift+tab" else 1)
        if taken:
            event.stop()
            event.prevent_default()

    async def _on_paste(self, event: events.Paste) -> None:
        """Insert a short paste; ask about a long one."""
        event.stop()
        event.prevent_default()
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
        """Count, near the limit and above it."""
        left = self.limit - len(self.text)
        self.border_subtitle = (
            "" if left > COUNT_FROM else f"{left} left" if left >= 0 else f"{-left} too many to send"
        )

    @property
    def _desk(self) -> _Desk:
        return self._desk_of(self._room)

    def _desk_of(self, room: str) -> _Desk:
        return self._desks.setdefault(room, _Desk())

    def _put(self, text: str) -> None:
        """Show a text with the cursor at its end."""
        self.load_text(text)
        self.move_cursor(self.document.end)

    def _insert(self, text: str) -> None:
        result = self._replace_via_keyboard(text, *self.selection)
        if result:
            self.move_cursor(result.end_location)
            self.scroll_cursor_visible()

    def _paste(self, raw: str) -> None:
        text = clean_block(raw)
        lines = text.count("\n") + 1
        over = max(len(self.text) - len(self.selected_text) + len(text) - self.limit, 0)
        if lines > ASK_ABOVE_LINES or over:
            self._asked = text
            self.post_message(self.PasteAsked(text, lines, over))
        elif text:
            self._insert(text)

    def _count_burst(self, time: float) -> None:
        """Note how many keys came too close together to be typed, and settle an Enter that was held."""
        close = time - self._last_key < BURST_SECONDS
        self._last_key = time
        self._burst = self._burst + 1 if close else 0
        self._burst_has_lines = self._burst_has_lines and close
        if self._held_enter is None:
            return
        self._held_enter.stop()
        if close:
            self._held_enter = None
            self._burst_has_lines = True
            self._insert("\n")
        else:
            self._release_enter()

    def _enter(self) -> None:
        """Send, or hold on for a moment where this may be the end of a pasted line."""
        if self._burst < _BURST_KEYS:
            self.submit()
        else:
            self._held_enter = self.set_timer(HOLD_SECONDS, self._release_enter)

    def _release_enter(self) -> None:
        self._held_enter = None
        self.submit()

    def _remember(self, step: int) -> bool:
        """Show a line of the history where the box is empty or shows an unchanged one."""
        desk = self._desk
        shown = desk.history[-desk.back] if desk.back else ""
        back = desk.back + step
        if self.text != shown or not 0 <= back <= len(desk.history):
            return False
        desk.back = back
        self._put(desk.history[-back] if back else "")
        return True

    def _go_on(self, step: int) -> bool:
        """Complete the @name before the cursor, or go to the next candidate; False when there is none."""
        known = self._completion
        if known is None or known.end != self.cursor_location:
            row, column = self.cursor_location
            before = self.document.get_line(row)[:column]
            start = before.rfind("@")
            candidates = tuple(self.complete(before[start:])) if start >= 0 else ()
            if not candidates:
                return False
            known = _Completion((row, start), (row, column), candidates, -1 if step > 0 else 0)
        at = (known.at + step) % len(known.candidates)
        result = self.replace(f"{known.candidates[at]} ", known.start, known.end)
        self.move_cursor(result.end_location)
        self._completion = _Completion(known.start, result.end_location, known.candidates, at)
        self.post_message(self.Completed(known.candidates, at))
        return True
