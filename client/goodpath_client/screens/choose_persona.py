"""Choose whom to play among those who are free, take anybody, or watch."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList

from goodpath_client.cast import FREE, LEFT, standing
from goodpath_client.changes import Change
from goodpath_client.keys import pressed
from goodpath_client.screens.town_screen import TownScreen
from goodpath_client.widgets.one_line import OneLine
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.row_list import Line, RowList
from goodpath_client.widgets.town import Town
from goodpath_core.play.event import cell_of, key_of
from goodpath_core.play.seats import TakePersona
from goodpath_core.scenario.view import Neighbour
from goodpath_core.text import clean_line

ANY = "any"
_LEFT = (
    "Not free: somebody has played this persona before. Ask the teacher to hand it over, or choose another."
)
_TAKEN = "{name} has just been taken."
_ANOTHER = "Choose another (Up, Down)."
_NOBODY = "Nobody is free: press W to watch, or ask your teacher, who can hand a persona over to you."
_TITLE = "Whom will you play? Nobody is given a role because of where they come from."


class ChoosePersonaScreen(TownScreen):
    """The cast of the own cell."""

    CLOSES = False
    TOWN_FROM = 30
    _shown: list[tuple[str, str]] | None = None
    AUTO_FOCUS = "#cast"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(pressed("a"), "take_any", "Anybody", show=False),
        Binding(pressed("w"), "watch", "Watch", show=False),
    ]

    def compose_frame(self) -> ComposeResult:
        """The list, and who is under the cursor."""
        yield Prose([Para(_TITLE)], id="ask")
        yield OneLine(id="link")
        with Horizontal(id="columns"):
            yield RowList(id="cast", is_careful=True)
            with Vertical():
                with VerticalScroll(id="who", can_focus=False):
                    yield Prose(id="about")
                yield Town()

    @property
    def _is_anybody_free(self) -> bool:
        return any(stands == FREE for _, stands in self._shown or ())

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Keys of this screen."""
        if self.store.link.kind == "closed":
            return super().hints()
        play = (("Enter", "play"), ("A", "anybody")) if self._is_anybody_free else ()
        return (*play, ("W", "watch"), *super().hints())

    def sync(self, changes: Sequence[Change]) -> None:
        """Take out those who have been taken, and mark those whom only the teacher gives."""
        store = self.store
        self.query_one("#link", OneLine).show(self.student.link_sentence())
        persons = [p for p in store.world.persons.values() if cell_of(p.id) == store.cell and not p.played]
        shown = [(person.id, standing(store, person)) for person in persons]
        if shown == self._shown:
            return
        self._shown = shown
        self.show_footer()
        anybody = [Line(ANY, Content("Anybody (drawn by lot)"))] if self._is_anybody_free else []
        lines = [Line(one, Content(self._words(one, stands))) for one, stands in shown]
        self.query_one("#cast", RowList).show([*anybody, *lines])
        self.query_one("#ask", Prose).show([Para(_TITLE if self._is_anybody_free else _NOBODY)])
        self._tell()

    def _words(self, persona: str, stands: str) -> str:
        person = self._neighbour(persona)
        words = f"{person.name.pinyin} {person.name.characters}, {person.age}" if person else persona
        return clean_line(words if stands == FREE else f"not free: {words}")

    def _neighbour(self, persona: str) -> Neighbour | None:
        cast = self.store.view.cast if self.store.view else ()
        return next((one for one in cast if one.key == key_of(persona)), None)

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """Tell about the persona under the cursor."""
        self._tell()

    def _tell(self) -> None:
        """Tell about whoever is under the cursor now; of one who was, that somebody else has taken them."""
        cast = self.query_one("#cast", RowList)
        person = self._neighbour(cast.chosen)
        left = [Para(_LEFT, "$warning"), Para("")] if (cast.chosen, LEFT) in (self._shown or ()) else []
        any_one = self._about_any() if cast.chosen == ANY else self._about_lost(cast.lost)
        self.query_one("#about", Prose).show([*left, *self._about(person)] if person else any_one)

    def _about_lost(self, persona: str) -> list[Para]:
        person = self._neighbour(persona)
        taken = [Para(_TAKEN.format(name=person.name.pinyin), "$warning"), Para("")] if person else []
        return [*taken, Para(_ANOTHER)] if persona and self._shown else taken

    def _about(self, person: Neighbour) -> list[Para]:
        store = self.store
        mates = [one.name.pinyin for one in (store.view.cast if store.view else ())
                 if one.lives == person.lives and one.key != person.key]  # fmt: skip
        return [
            Para(f"{person.name.pinyin} {person.name.characters}", "bold $primary"),
            *([Para(f'say "{person.name.say}"', "$text-muted")] if person.name.say else []),
            Para(""),
            Para(f"{person.age} years old"),
            Para(f"from: {person.home}"),
            Para(f"works: {person.work}"),
            *([Para(f"lives with: {', '.join(mates)}")] if mates else []),
        ]

    def _about_any(self) -> list[Para]:
        about = self.store.view.about if self.store.view else ""
        return [
            Para("Anybody", "bold $primary"),
            Para("One of those who are free, drawn by lot."),
            Para(""),
            Para(about),
        ]

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Play this one."""
        chosen = message.option_id or ""
        self.student.do(TakePersona(persona="" if chosen == ANY else chosen))

    def action_watch(self) -> None:
        """Watch; whoever has given a persona back watches already."""
        if self.store.role == "observer":
            self.student.scene.is_choosing = False
            self.student.route()
        else:
            self.student.action_deed("observe")

    def action_take_any(self) -> None:
        """Play anybody who is free."""
        self.student.do(TakePersona())
