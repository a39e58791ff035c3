"""Give a persona to a seat that has none: to somebody who came late, or in place of somebody who left."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from goodpath_client.changes import Change
from goodpath_client.names import name_person
from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.teacher.desk import Desk
from goodpath_client.teacher.seat_rows import name_seat, open_seats
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.row_list import Line, RowList
from goodpath_core.play.event import cell_of
from goodpath_core.play.seats import HandOver
from goodpath_core.play.state import Seat

INHERITED = (
    " All its private chats and what its page hides go along, whoever wrote them;"
    " thoughts and what was written on stepping out do not."
)
_KEYS = "Hand over: Enter on the seat, then Enter on the persona. Esc goes back."
_SEAT_GONE = "That seat no longer waits for a persona. Choose another (Up, Down), or Esc."
_NOBODY = "Every seat plays somebody. A student who steps out (or comes late) appears here."


class HandOverScreen(Desk):
    """To which seat, and which persona."""

    AUTO_FOCUS = "#free-seats"

    def __init__(self, chosen: int) -> None:
        """Begin at the chosen seat if it waits for a persona, or at its persona if its player is gone."""
        super().__init__()
        self._first = chosen

    def compose_frame(self) -> ComposeResult:
        """Two lists."""
        yield Prose([Para(_KEYS)], id="ask")
        with Horizontal(id="columns"):
            yield RowList(id="free-seats")
            yield RowList(id="cast")

    def on_mount(self) -> None:
        """Put the cursors on who waits, and on what nobody is playing now."""
        self.query_one("#free-seats").border_title = Content("to this seat")
        self.query_one("#cast").border_title = Content("this persona")
        self.sync(())
        seat = self.store.world.seats.get(self._first)
        waiting = [one for one in self._free() if _waits(one)]
        if seat in (waiting or self._free()):
            self.query_one("#free-seats", RowList).choose(str(self._first))
        self._show_cast()
        left = seat.persona if seat is not None and not seat.here else ""
        self.query_one("#cast", RowList).choose(left or self._unplayed())

    def _free(self) -> list[Seat]:
        """Seats without a persona, those first who wait for one."""
        free = [seat for seat in open_seats(self.store) if not seat.persona]
        return sorted(free, key=lambda seat: not _waits(seat))

    def _unplayed(self) -> str:
        """The first persona of the list that nobody plays; empty for none."""
        options = [option.id or "" for option in self.query_one("#cast", RowList).options]
        return next((one for one in options if one and self._holder(one) is None), "")

    def sync(self, changes: Sequence[Change]) -> None:
        """Show who is without a persona now."""
        lines = [Line(str(seat.number), Content(self._seat_words(seat))) for seat in self._free()]
        self.query_one("#free-seats", RowList).show(lines or [Line("", Content(_NOBODY))])
        self._show_cast()
        self._say()

    def _say(self) -> None:
        """Say what the keys do; of a seat that was chosen and has a persona now, that it waits no more."""
        lost = self.query_one("#free-seats", RowList).lost
        self.query_one("#ask", Prose).show([Para(_SEAT_GONE if lost else _KEYS)])

    def _show_cast(self) -> None:
        chosen = self.query_one("#free-seats", RowList).chosen
        seat = self.store.world.seats.get(int(chosen or 0))
        cast = list(self.store.world.persons) if seat is not None else []
        cast.sort(key=lambda one: self._is_elsewhere(one, seat))
        lines = [Line(one, Content(self._persona_words(one, seat))) for one in cast]
        self.query_one("#cast", RowList).show(lines)

    def _is_elsewhere(self, persona: str, seat: Seat | None) -> bool:
        """Whether a seat moves to another cell if it is given this persona."""
        return seat is not None and cell_of(persona) != seat.cell

    def _seat_words(self, seat: Seat) -> str:
        role = "watching" if seat.role == "observer" else "choosing"
        return f"{self._student(seat)} ({role})"

    def _student(self, seat: Seat) -> str:
        return name_seat(self.teacher.known, seat.number)

    def _named(self, persona: str, seat: Seat | None) -> str:
        where = f" (cell {cell_of(persona)})" if self._is_elsewhere(persona, seat) else ""
        return f"{name_person(self.store.view, persona)}{where}"

    def _persona_words(self, persona: str, seat: Seat | None) -> str:
        name = self._named(persona, seat)
        holder = self._holder(persona)
        if holder is None:
            person = self.store.world.persons.get(persona)
            return f"{name}, {'left by its player' if person and person.begun else 'free'}"
        here = "here" if holder.here else "GONE"
        return f"{name}, played by {self._student(holder)} ({here})"

    def _holder(self, persona: str) -> Seat | None:
        seats = self.store.world.seats.values()
        return next((seat for seat in seats if seat.persona == persona), None)

    def on_option_list_option_highlighted(self, message: RowList.OptionHighlighted) -> None:
        """The personas of a seat's own cell come first."""
        if message.option_list.id == "free-seats":
            self._show_cast()
            self._say()

    def on_option_list_option_selected(self, message: RowList.OptionSelected) -> None:
        """Enter goes on, and asks once more at the end."""
        if message.option_list.id == "free-seats":
            self._go_to_cast()
            return
        seat = self.store.world.seats.get(int(self.query_one("#free-seats", RowList).chosen or 0))
        persona = message.option_id or ""
        if seat is None or not persona:
            return
        holder = self._holder(persona)
        command = HandOver(persona=persona, seat=seat.number, holder=holder.number if holder else 0)
        words = self._question(persona, seat)
        self.teacher.ask(
            ConfirmScreen(words, "hand over", destroys=True), lambda sure: self._give(command, sure)
        )

    def _go_to_cast(self) -> None:
        """Go on to the personas, where none is chosen to one that nobody plays."""
        cast = self.query_one("#cast", RowList)
        if not cast.chosen:
            cast.choose(self._unplayed())
        cast.focus()

    def _question(self, persona: str, seat: Seat) -> str:
        """What happens to whom if the persona is given to the seat."""
        words = f"Give {self._named(persona, seat)} to {self._student(seat)}?"
        if self._is_elsewhere(persona, seat):
            words += f" Seat {seat.number} then moves to cell {cell_of(persona)}."
        words += self._goes_along(persona, seat)
        holder = self._holder(persona)
        return words + (f" It is taken from {self._student(holder)}, who then watches." if holder else "")

    def _goes_along(self, persona: str, seat: Seat) -> str:
        """What the seat will read that others have written, where it has not played the persona itself."""
        person = self.store.world.persons.get(persona)
        if person is None or not person.begun or persona in seat.own:
            return ""
        return INHERITED

    def _give(self, command: HandOver, sure: bool | None) -> None:
        if sure and self.teacher.do(command) and self.is_active:
            self.dismiss()


def _waits(seat: Seat) -> bool:
    """Whether somebody is at a seat who is to play and plays nobody."""
    return seat.here and not seat.persona and seat.role != "observer"
