"""Everybody in the own cell: who is here, their pages, and a private word."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from goodpath_client.allowed import WATCHING, is_for, visit_refusal
from goodpath_client.changes import Change
from goodpath_client.contact_rows import look_of
from goodpath_client.keys import BY_NAME, pressed
from goodpath_client.mentions import neighbours
from goodpath_client.names import name_person
from goodpath_client.own_keys import CONTACTS
from goodpath_client.presence import presence
from goodpath_client.screens.frame import Frame
from goodpath_client.screens.visiting import visit_page
from goodpath_client.widgets.row_list import Line, RowList
from goodpath_client.widgets.title_line import TitleLine
from goodpath_client.widgets.wrapping import cut, shorten, width
from goodpath_core.text import clean_line

_NAME_CELLS = 22
"""Cells that a name has at least."""
_REAL_CELLS, _HERE_CELLS, _NUMBER_CELLS = 14, 10, 10
_GAP = 2
"""Cells before face and signature."""
_NUMBERS_FROM = 66
"""Columns from which a number is shown whole."""


class ContactsScreen(Frame):
    """The contacts."""

    AUTO_FOCUS = "#people"
    OWN_KEYS = CONTACTS
    BINDINGS: ClassVar[list[BindingType]] = [Binding(pressed("w"), "write", "Write privately", show=False)]

    def compose_frame(self) -> ComposeResult:
        """One list."""
        yield TitleLine("Contacts", id="ask")
        yield RowList(id="people")

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Keys of this screen."""
        write = (("W", "write privately"),) if self.may(BY_NAME["private"]) else ()
        closed = visit_refusal(self.store, self._chosen(), self.student.now())
        visit = () if closed else (("Enter", "visit the page"),)
        return (*visit, *write, *super().hints())

    def sync(self, changes: Sequence[Change]) -> None:
        """Show who is here and how they call themselves."""
        store = self.store
        played = sorted(neighbours(store), key=lambda one: not store.world.persons[one].played)
        cells = self._name_cells(played)
        people = self.query_one("#people", RowList)
        people.show([Line(one, self._words(one, cells)) for one in played])

    def _name_cells(self, listed: Iterable[str]) -> int:
        """As many cells as the longest name needs and the row can spare."""
        needed = max((width(self.store.name(one)) for one in listed), default=0)
        spare = self.query_one("#people", RowList).room - self._beside()
        return max(_NAME_CELLS, min(needed, spare))

    def _beside(self) -> int:
        """How many cells stand behind a name and the gap after it."""
        numbers = _NUMBER_CELLS + 1 if self.size.width >= _NUMBERS_FROM else 0
        return 1 + _REAL_CELLS + 1 + _HERE_CELLS + numbers

    def fold(self, columns: int) -> None:
        """Show numbers only where there is room for them."""
        self.do_once_drawn(self.sync, ())

    def _words(self, one: str, cells: int) -> Content:
        store = self.store
        page, here = store.world.pages.get(one), presence(store, one)
        number = clean_line(page.number) if page else ""
        numbers = f" {number:<{_NUMBER_CELLS}}" if self.size.width >= _NUMBERS_FROM else ""
        name, real = store.name(one), name_person(store.view, one)
        known = shorten(real, _REAL_CELLS) if real != name else ""
        shown = f"{cut(shorten(name, cells), cells)} {cut(known, _REAL_CELLS)} {here:<{_HERE_CELLS}}{numbers}"
        left = self.query_one("#people", RowList).room - cells - self._beside() - _GAP
        look = look_of(store, one).fit(left)
        return (
            Content.assemble(shown + " " * _GAP, (look, "$text-muted")) if look else Content(shown.rstrip())
        )

    def _chosen(self) -> str:
        return self.query_one("#people", RowList).chosen

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Visit."""
        visit_page(self, message.option_id or "")

    def action_write(self) -> None:
        """Write privately."""
        chosen = self._chosen()
        if not is_for(self.store, BY_NAME["private"]):
            self.student.refuse_box(WATCHING)
        elif chosen:
            self.action_back()
            self.student.write_to(chosen)
