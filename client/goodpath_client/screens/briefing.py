"""Brief everybody before the first phase: read to the end, try the stop key, tick that chats are read."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Checkbox

from goodpath_client.briefing_words import (
    DO_NOT,
    KNOWN,
    KNOWN_WATCHING,
    PLAYERS_ARE_TOLD,
    TRIED,
    TRIED_ALONE,
    briefing_of,
    says_no,
)
from goodpath_client.changes import Change
from goodpath_client.screens.fitting import SLIM_BELOW
from goodpath_client.screens.frame import Frame
from goodpath_client.widgets.one_line import OneLine
from goodpath_client.widgets.prose import Para, Prose

_STILL_TO_READ = "read to the end (Down, PageDown); then try the stop key (F9); then Space ticks the box."
_STILL_TO_TRY = "try the stop key, F9: this time it tells nobody. Then Space ticks the box."
_STILL_TO_TICK = "tick the box: Space."


class Tick(Checkbox):
    """A box whose tick is a sign, not a colour; Textual's own frame has the colour of its ground."""

    can_focus = False

    def render(self) -> Content:
        """The box and its words, in the colour of the words."""
        return Content.assemble(("[x]" if self.value else "[ ]", "bold"), self.label.pad(1, 1))


class BriefingScreen(Frame):
    """The briefing; the first time it cannot be skipped."""

    AUTO_FOCUS = "#text"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("end", "to_end", "To the end", show=False),
        Binding("space", "tick", "Tick the box", show=False),
        Binding("enter", "go", "Go on", show=False),
    ]

    def __init__(self, again: bool = False) -> None:
        """Show it `again` for reading only."""
        super().__init__()
        self.CLOSES = again
        self._again = again
        self._read = self._tried = again

    def compose_frame(self) -> ComposeResult:
        """The text, then three steps."""
        with VerticalScroll(id="text", can_focus=True):
            yield Prose(id="words")
        with Vertical(id="steps"):
            yield OneLine(id="step")
            yield Tick(Content(""), id="tick", disabled=True, compact=True)
            yield Button(Content("Go on"), variant="primary", id="go", disabled=True, compact=True)

    def fold(self, columns: int) -> None:
        """Say on one line what is known, without its beginning where that has no room beside the box."""
        known = KNOWN_WATCHING if self.store.role == "observer" else KNOWN
        self.query_one(Tick).label = Content(
            known.capitalize() if columns < SLIM_BELOW else f"I know that {known}"
        )

    def on_mount(self) -> None:
        """Watch how far the text has been read."""
        self.query_one("#steps").display = not self._again
        self.watch(self.query_one("#text"), "scroll_y", self._look, init=False)
        self.set_interval(0.5, self._look)

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Keys of this screen."""
        if self._again:
            return (*super().hints(), ("Down", "read on"))
        return (("Down", "read on"), ("F9", "try the stop key"), ("Space", "tick"), ("Enter", "go on"))

    def sync(self, changes: Sequence[Change]) -> None:
        """Show the scenario's briefing."""
        self._show_step()
        self.fold(self.app.size.width)
        view = self.store.view
        if view is None:
            return
        briefing = briefing_of(view, self.store.role)
        watching = [Para(briefing.watching), Para(""), Para(PLAYERS_ARE_TOLD, "bold $primary"), Para("")]
        self.query_one("#words", Prose).show(
            [
                Para(briefing.title, "bold $primary"),
                Para(briefing.about, "$text-muted"),
                Para(""),
                *(watching if briefing.watching else []),
                Para(briefing.text),
                Para(""),
                *([Para("Do", "bold $success")] if briefing.do else []),
                *(Para(one, "", 2, "+") for one in briefing.do),
                Para(""),
                *([Para(DO_NOT, "bold $error")] if not all(map(says_no, briefing.dont)) else []),
                # Those that say no by themselves come last, where they read well without the heading.
                *(Para(one, "", 2, "-") for one in sorted(briefing.dont, key=says_no)),
            ]
        )

    def _look(self) -> None:
        if not self.is_whole:
            return
        text = self.query_one("#text")
        if self.query_one("#words").size.height > 1 and text.is_vertical_scroll_end:
            self._read = True
        self._show_step()

    def _show_step(self) -> None:
        if self._again:
            return
        tick, go = self.query_one(Checkbox), self.query_one("#go", Button)
        tick.disabled = not (self._read and self._tried)
        go.disabled = tick.disabled or not tick.value
        steps = (
            ("1 of 3: read to the end (Down, PageDown).", self._read),
            (
                "2 of 3: try the stop key, F9. This time it tells nobody.",
                self._tried,
            ),
            ("3 of 3: press Space to tick the box.", tick.value),
        )
        self.query_one("#step", OneLine).show(
            next((words for words, done in steps if not done), "Ready: press Enter to go on.")
        )

    def deed_stop(self, argument: str) -> None:
        """The stop key, tried; nobody is told while the briefing is read for the first time."""
        if self._again:
            self.student.DEEDS["stop"](self.student, "")
            return
        self._tried = True
        self.student.say(TRIED_ALONE if self.student.ends_with_me else TRIED)
        if self.is_whole:
            self._show_step()

    def action_to_end(self) -> None:
        """Scroll to the end."""
        self.query_one("#text").scroll_end(animate=False)

    def on_checkbox_changed(self) -> None:
        """Ticked or not."""
        self._show_step()

    def action_tick(self) -> None:
        """Tick the box, once the other steps are done."""
        tick = self.query_one(Tick)
        if not tick.disabled:
            tick.toggle()
            self._show_step()  # at once: an Enter may be on its way
        elif not self._again:
            self._say_what_comes_first()

    def action_go(self) -> None:
        """Go on, once every step is done."""
        if self._again:
            return
        if self.query_one("#go", Button).disabled:
            self._say_what_comes_first()
        else:
            self.student.set_briefed()

    def _say_what_comes_first(self) -> None:
        lacking = _STILL_TO_READ if not self._read else _STILL_TO_TRY if not self._tried else _STILL_TO_TICK
        self.student.say(f"First {lacking}", severe=True)

    def on_button_pressed(self) -> None:
        """Go on."""
        self.student.set_briefed()
