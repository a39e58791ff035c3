"""The own persona's whole sheet: who one is, where one lives, what one wants; read before one plays."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar, Final, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll

from goodpath_client.changes import Change
from goodpath_client.keys import pressed
from goodpath_client.lived import lived_seconds, uncounted_words
from goodpath_client.names import name_person
from goodpath_client.own_keys import LOBBY
from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.screens.frame import Frame
from goodpath_client.sheet_words import QUIET, WISHES, dream_of
from goodpath_client.widgets.half_blocks import HalfBlocks
from goodpath_client.widgets.one_line import OneLine
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.time_bar import TimeBar
from goodpath_client.widgets.uncounted_hours import UncountedHours
from goodpath_core.looks import PLAIN
from goodpath_core.play.event import cell_of, persona_id
from goodpath_core.play.seats import Observe
from goodpath_core.scenario.cast import Persona

Moment = Literal["any", "lobby", "first"]
"""When the sheet is read: at any time, before the teacher starts, or as somebody who comes later."""
_TITLES: Final[Mapping[Moment, str]] = MappingProxyType(
    {
        "any": "My life; no classmate sees this sheet.",
        "lobby": "Waiting for your teacher to start. This is who you are; no classmate sees it.",
        "first": "This is who you are from now on. Read to the end, then press Enter.",
    }
)
_HINTS: Final[Mapping[Moment, tuple[tuple[str, str], ...]]] = MappingProxyType(
    {
        "any": (),
        "lobby": (("C", "choose again"), ("W", "watch")),
        "first": (("Down", "read on"), ("Enter", "begin, at the end")),
    }
)
_AGAIN: Final = "Give this persona back and choose again? Nobody asks why, and somebody else may take it."


PICTURE_FROM: Final = 100
"""Columns from which the room is seen beside the sheet."""
PICTURE_CUT: Final = 1.5
"""To fill its side the picture may lose a third of its width."""


class LifeScreen(Frame):
    """My life."""

    AUTO_FOCUS = "#sheet"
    _showed = b""
    """The picture of the room that is shown."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "Begin", show=False),
        Binding("end", "to_end", "To the end", show=False, priority=True),
        Binding(pressed("c"), "choose_again", "Choose again", show=False),
        Binding(pressed("w"), "watch", "Watch", show=False),
        Binding("slash", "slash", "Commands", show=False),
    ]

    def __init__(self, moment: Moment = "any") -> None:
        """Show the sheet; only what is read at any time has something to go back to."""
        super().__init__()
        self.CLOSES = moment == "any"
        self.OWN_KEYS = LOBBY if moment == "lobby" else ()
        self._moment = moment

    def compose_frame(self) -> ComposeResult:
        """The sheet, and the time lived."""
        yield Prose([Para(_TITLES[self._moment])], id="ask")
        yield OneLine(id="link")
        with Horizontal(id="columns"):
            with VerticalScroll(id="sheet", can_focus=True):
                yield Prose(id="words")
                yield TimeBar(id="bars")
                yield UncountedHours()
            yield HalfBlocks(cut=PICTURE_CUT, id="picture")

    def fold(self, columns: int) -> None:
        """The picture of the room stands beside the sheet where both have room."""
        self.query_one(HalfBlocks).display = columns >= PICTURE_FROM

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Before the first moment: how to read on and begin, or what else one may do."""
        return (*(_HINTS[self._moment] if self._may else ()), *super().hints())

    @property
    def _may(self) -> bool:
        """Whether anything can be asked for from here: at a seat that was closed there is only leaving."""
        return self._moment != "lobby" or self.store.link.kind != "closed"

    def action_to_end(self) -> None:
        """Go to the end at once, so that an Enter typed right behind finds it there."""
        self.query_one("#sheet").scroll_end(animate=False, immediate=True)

    def action_begin(self) -> None:
        """Begin to play, once the sheet has been read to its end."""
        sheet = self.query_one("#sheet")
        if self._moment != "first":
            return
        if sheet.is_vertical_scroll_end:
            self.student.scene.met = self.store.me
            self.student.route()
        else:
            sheet.scroll_page_down(animate=False)

    def action_choose_again(self) -> None:
        """Give the persona back and choose another, after one more key, before the world starts."""
        student = self.student

        def answer(sure: bool | None) -> None:
            if sure:
                student.scene.is_choosing = True
                student.do(Observe())

        if self._moment == "lobby" and self._may:
            student.ask(ConfirmScreen(_AGAIN, "choose again", destroys=True), answer)

    def action_watch(self) -> None:
        """Watch instead, after one more key, before the world starts."""
        if self._moment == "lobby" and self._may:
            self.student.action_deed("observe")

    def action_slash(self) -> None:
        """Open the palette: there is no box here in which a command could be written."""
        if self._moment == "lobby":
            self.app.action_command_palette()

    def sync(self, changes: Sequence[Change]) -> None:
        """Show the persona and the time lived."""
        self.query_one("#link", OneLine).show(self.student.link_sentence())
        persona = self.store.persona
        if persona is not None:
            self.query_one("#words", Prose).show(self._sheet(persona))
            self._show_room(persona.room_picture)
        if self._moment == "lobby":
            self.query_one("#ask", Prose).show([Para(f"{_TITLES[self._moment]} {self._gathered()}")])
        self.query_one(TimeBar).display = self._moment == "any"
        self.query_one(UncountedHours).tell(uncounted_words(self.store) if self._moment == "any" else "")
        self.tick()

    def _show_room(self, file: str) -> None:
        png = self.student.shelf.get(file) if file else b""
        if png != self._showed:
            self._showed = png
            self.query_one(HalfBlocks).show(png)

    def _gathered(self) -> str:
        """How many of the own cast are played already."""
        cast = [one for one in self.store.world.persons.values() if cell_of(one.id) == self.store.cell]
        return f"Chosen so far: {sum(one.played for one in cast)} of {len(cast)}."

    def tick(self) -> None:
        """A second has passed."""
        page = self.store.my_page
        self.query_one(TimeBar).show(
            lived_seconds(self.store, self.student.now()), page.face.skin if page else PLAIN
        )

    def _sheet(self, p: Persona) -> list[Para]:
        store = self.store
        person = store.my_person
        ties = [
            f"{tie.text} {name_person(store.view, persona_id(store.cell, tie.to)) or tie.to}"
            for tie in p.ties
        ]
        return [
            Para(f"{p.name.pinyin} {p.name.characters}", "bold $primary"),
            *([Para(f'say "{p.name.say}"', "$text-muted")] if p.name.say else []),
            Para(""),
            Para(f"{p.age} years old. {p.home}"),
            Para(p.work),
            *([Para(f"You are: {'; '.join(ties)}.")] if ties else []),
            Para(""),
            Para("Your room (the report for your class shows it beside your page)", "bold $primary"),
            Para((person.room_text if person else "") or p.room),
            Para(""),
            Para(dream_of(p), "bold $primary"),
            Para(p.dream),
            Para(""),
            Para(WISHES, "bold $primary"),
            *(Para(want, "", 2, "-") for want in p.wants_today),
            Para(""),
            Para(QUIET, "bold $primary"),
            Para(p.keeps_quiet),
            Para(""),
            Para(f"Your phone: {p.phone.model or 'a phone'}, number {p.number}.", "$text-muted"),
            Para(""),
        ]
