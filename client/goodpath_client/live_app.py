"""Repaint the open screens when the store has changed, no oftener than a person can see."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, ClassVar, Final

from textual import events
from textual.message import Message
from textual.notifications import Notification, SeverityLevel
from textual.screen import ModalScreen, Screen
from textual.timer import Timer
from textual.widgets import Input, TextArea
from textual.widgets._toast import ToastHolder

from goodpath_client.changes import Change
from goodpath_client.key_order import KeyOrder, Press
from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.screens.frame import Frame
from goodpath_client.shown_text import shown_block
from goodpath_client.stray_signs import StraySigns
from goodpath_client.style_book import StyleBook
from goodpath_client.terminal import CleanApp
from goodpath_client.widgets.line_box import LineBox
from goodpath_client.widgets.stop_line import StopLine

_NEXT: Final = ("tab", "shift+tab")
_TOLD_S: Final = 6
"""Seconds for which something told in passing stands."""


class LiveApp(CleanApp):
    """An app whose screens follow a store."""

    FLUSH_S: ClassVar[float] = 0.05
    """Seconds between two repaints at least: twenty a second at most, whatever comes."""

    class Changed(Message):
        """The store changed; said by whoever changed it, heard by the screens."""

        def __init__(self, change: Change) -> None:
            super().__init__()
            self.change = change

    def __init__(self, now: Callable[[], int]) -> None:
        """Know the time from `now`, in milliseconds since 1970."""
        super().__init__()
        self.stylesheet = StyleBook(variables=self.get_css_variables())
        self.now = now
        self.stray = StraySigns(now)
        """What is typed for no box; a box that closes by itself says so here."""
        self._order = KeyOrder(self, self._act)
        self._changes: list[Change] = []
        self._flushing: Timer | None = None
        self.each_second: Sequence[Callable[[], None]] = ()
        """What else is done when a second has passed."""
        self.stop_words: Callable[[], tuple[str, str]] = lambda: ("", "")
        """What stands on top of every screen about stop signals, and what at its right end."""

    @property
    def _background_screens(self) -> list[Screen[Any]]:
        # Textual also draws and lays out the one below a screen that lets nothing of it be seen.
        return super()._background_screens if self.screen.styles.background.a < 1 else []

    @property
    def is_behind(self) -> bool:
        """Whether changes wait to be shown."""
        return self._flushing is not None

    def hear(self, change: Change) -> None:
        """The store changed, perhaps inside the link's worker: only a message crosses over."""
        self.post_message(self.Changed(change))

    def say(self, text: str, severe: bool = False, beside: bool = False) -> None:
        """Tell the person something in passing; in the place of what was told before, or `beside` it."""
        if not beside:
            _take_away_all(self)
        # At once, not by a message: what is told next, before that is read, could not take its place.
        severity: SeverityLevel = "warning" if severe else "information"
        self._notifications.add(Notification(shown_block(text), "", severity, _TOLD_S, False))
        self._refresh_notifications()
        if isinstance(self.screen, Frame) and self.screen.is_whole:
            self.screen.place_passing()

    def unsay(self, *begins: str) -> None:
        """Take away what was told in passing and begins with one of these: it is true no more."""
        for one in [*self._notifications]:
            if one.message.startswith(begins):
                self._unnotify(one)

    def unsay_about(self, *words: str) -> None:
        """Take away what was told in passing and has one of these in it: it is true no more."""
        for one in [*self._notifications]:
            if any(word in one.message for word in words):
                self._unnotify(one)

    def refuse_box(self, text: str) -> None:
        """Say why a box does not open; what is typed on for it does nothing."""
        self.say(text, severe=True)
        self.stray.begin()

    async def on_event(self, event: events.Event) -> None:
        """Let keys and clicks act in their order; what was typed behind a key that opens a box goes there."""
        if isinstance(event, events.InputEvent | events.Paste) and not self.screen_stack:
            return  # It may come before the first screen, and be on its way still when the last one has gone.
        if isinstance(event, Press) and not event.is_forwarded:
            await self._order.press(event)
        elif isinstance(event, events.Key) and event.is_printable and isinstance(self.focused, LineBox):
            # It was pressed before the box opened, in one burst with the key that has opened it: a box lets
            # no letter of its own come here.
            self.focused._forward_event(events.Key(event.key, event.character))
        else:
            await super().on_event(event)

    async def _act(self, press: Press) -> None:
        """Tell the screen of a key first; pass by what is typed for no box; go on to the next box at once."""
        if isinstance(press, events.Key):
            if isinstance(self.screen, Frame):
                self.screen.note_key(press)
            if _is_stray(self, press):
                return
            # What was typed in the same burst behind the key must find the next box, not this one.
            if press.key in _NEXT and isinstance(self.focused, LineBox):
                self.screen.focus_next() if press.key == "tab" else self.screen.focus_previous()
                return
        elif isinstance(press, events.Paste) and isinstance(self.screen, Frame):
            self.screen.note_paste(press)
        elif isinstance(press, events.MouseDown):
            self.stray.end()
        await super().on_event(press)

    def open(self, screen: Screen[None]) -> None:
        """Put a screen on top; the same kind only once."""
        if type(self.screen) is not type(screen):
            self.push_screen(screen)

    def close_over(self, below: Screen[None]) -> None:
        """Close what lies over a screen; what is begun there is kept."""
        while self.screen is not below:
            if isinstance(self.screen, Frame):
                self.screen.keep_draft()
            self.pop_screen()

    def ask(
        self,
        question: ConfirmScreen,
        then: Callable[[bool | None], None] | Callable[[bool | None], Awaitable[None]],
    ) -> None:
        """Ask something, over whatever is open, and do `then` with the answer: True for yes.

        While something is asked already the answer is None: keys that come faster than the question does
        must neither ask it twice nor answer another one.
        """
        if isinstance(self.screen, ConfirmScreen):
            self.call_later(then, None)
        else:
            self.push_screen(question, then)

    def show_stop(self) -> None:
        """Say it on all open screens, questions too."""
        for screen in self.screen_stack:
            for line in screen.query(StopLine):
                line.tell()

    def note(self, change: Change) -> None:
        """Do what must be done about a change at once; nothing here."""

    def route(self) -> None:
        """Show the screen that fits the moment before the open ones are repainted; nothing here."""

    def on_live_app_changed(self, message: Changed) -> None:
        """Collect changes; repaint soon, but not too often."""
        self._changes.append(message.change)
        self.note(message.change)
        if self._flushing is None:
            self._flushing = self.set_timer(self.FLUSH_S, self._repaint)

    def _repaint(self) -> None:
        self._flushing = None
        if not self.screen_stack:
            return  # News may come before the first screen, and after the last one.
        changes, self._changes = self._changes, []
        self.route()
        self.show_stop()
        for screen in self.screen_stack:
            if isinstance(screen, Frame):
                screen.refresh_from_store(changes)

    def tick(self) -> None:
        """A second has passed."""
        self.show_stop()
        for look in self.each_second:
            look()
        for screen in self.screen_stack:
            if isinstance(screen, Frame) and screen.is_whole:
                screen.show_footer()
                screen.tick()


def _take_away_all(app: LiveApp) -> None:
    """Nothing told in passing stands any more, also where it was about to be drawn."""
    app.clear_notifications()
    for screen in app.screen_stack:
        for holder in screen.query(ToastHolder):
            holder.remove()


def _is_stray(app: LiveApp, key: events.Key) -> bool:
    """Whether a key belongs to words for which there is no box; what is to be said of it is said."""
    if isinstance(app.screen, ModalScreen):
        # The Enter of a question about what was written is part of writing it.
        if key.key != "enter":
            app.stray.end()
    elif isinstance(app.focused, Input | TextArea):
        app.stray.write(key.key, key.is_printable)
    elif app.stray.take(key.key, key.is_printable):
        if words := app.stray.take_words():
            app.say(words, severe=True, beside=True)
        return True
    return False
