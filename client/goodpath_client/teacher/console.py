"""The console: how students come in, who is here, and what comes next."""

from collections.abc import Sequence
from types import MappingProxyType
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content

from goodpath_client.changes import Change
from goodpath_client.moment import day_and_time, phase_words, time_left
from goodpath_client.teacher.desk import Desk
from goodpath_client.teacher.door import guess_words
from goodpath_client.teacher.firing import fire, skip
from goodpath_client.teacher.first_line import NO_SERVER, is_gone
from goodpath_client.teacher.glance import Glance
from goodpath_client.teacher.join_line import JoinLine, JoinWords, join_words
from goodpath_client.teacher.keys import CONSOLE, bindings
from goodpath_client.teacher.large_code import LargeCode
from goodpath_client.teacher.places import PAGE, PERSONA
from goodpath_client.teacher.plan import Coming, next_words, phase_count
from goodpath_client.teacher.plan_list import QUESTION, PlanList
from goodpath_client.teacher.qr_code import QrCode
from goodpath_client.teacher.question import QuestionScreen
from goodpath_client.teacher.rooms import RoomsScreen
from goodpath_client.teacher.seat_rows import (
    count_here,
    fit_for_the_wall,
    open_seats,
    seat_rows,
    urgent_first,
)
from goodpath_client.teacher.seat_table import NARROWEST, columns_for, head_line, seat_line
from goodpath_client.teacher.speak import SpeakScreen
from goodpath_client.teacher.stepping_out import stepped_out
from goodpath_client.widgets.one_line import OneLine
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.row_list import Line, RowList
from goodpath_client.widgets.top_line import Part, TopLine
from goodpath_client.widgets.wrapping import fit_rows
from goodpath_core.play.absence import AWAY
from goodpath_core.play.script import DelayInject
from goodpath_core.text import clean_line

WIDE: Final = 116
"""Columns from which what comes next stands beside the seats."""
LOW_BELOW: Final = 18
"""Rows below which the seats get those of the large code, and most of those of what comes next."""
QR_FROM: Final = (70, 24)
"""Columns and rows from which a QR code is whole, with the seats beside it; half of one is of no use."""
DELAY_S: Final = 60
_AWAY: Final = "The server was away; the world goes on from the last thing that was stored."
_SAID_ROWS: Final = ((3, 30), (2, 24))
"""(rows for what is asked or wrong, rows of the window from which it has so many); in fewer it has one."""
_SAID_SPARE: Final = 2
"""Columns beside what is asked or wrong."""
_SAID: Final = MappingProxyType(
    {
        "lobby": "Nothing has started. F5 starts{first}.",
        "playing": "{ask}",
        "debrief": "Debrief: {out} of {played} have stepped out of the role. Alt+E ends the session.",
        "ended": "The session is over and stored. Alt+Q closes this and names the report.",
    }
)


class ConsoleScreen(Desk):
    """The screen a teacher has open for the whole lesson."""

    PLACES = (CONSOLE,)
    CLOSES = False
    AUTO_FOCUS = "#seats"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(True, CONSOLE)]

    def __init__(self) -> None:
        super().__init__()
        self._code_asked: bool | None = None
        """Whether the teacher wants to see the code; None leaves it to the stage."""

    def compose_frame(self) -> ComposeResult:
        """From top to bottom: where we are, how to join, what is asked, then the two lists."""
        yield TopLine(id="top")
        yield JoinLine(id="join-line")
        yield Prose(id="link")
        yield Prose(id="ask")
        yield LargeCode(id="code")
        with Container(id="halves"):
            yield QrCode(id="qr")
            with Vertical(id="class"):
                yield Glance(id="glance")
                yield OneLine(id="head")
                yield RowList(id="seats")
            yield PlanList(id="plan")

    @property
    def chosen_seat(self) -> int:
        """Number of the seat under the cursor; 0 for none."""
        chosen = self.query_one("#seats", RowList).chosen
        return int(chosen) if chosen.isdecimal() else 0

    @property
    def led_to_seat(self) -> int:
        """Number of the seat to which somebody has led the cursor; 0 for none."""
        led_to = self.query_one("#seats", RowList).led_to
        return int(led_to) if led_to.isdecimal() else 0

    def fold(self, columns: int) -> None:
        """Side by side where there is room."""
        rows = self.app.size.height
        self.set_class(columns >= WIDE, "-wide")
        self.set_class(rows < LOW_BELOW, "-low")
        self.set_class(columns < QR_FROM[0] or rows < QR_FROM[1], "-no-qr")
        self._show_door()
        self.do_once_drawn(self._show_lists)

    def tick(self) -> None:
        """A second has passed: clocks and silences move."""
        self.sync(())

    def sync(self, changes: Sequence[Change]) -> None:
        """Show everything as it is."""
        session = self.store.world.session
        self.set_class(bool(session.paused), "-paused")
        self.set_class(self.code_shown, "-door")
        self.set_class(self.teacher.door.locked, "-locked")
        self.set_class(bool(guess_words(self.teacher.door)), "-guessed")
        self._show_top()
        self._show_door()
        _show_in_rows(self.query_one("#link", Prose), self.teacher.link_sentence())
        _show_in_rows(self.query_one("#ask", Prose), self._said())
        self._show_lists()

    @property
    def code_shown(self) -> bool:
        """Whether code and QR are shown: while waiting, or when asked for; never if nobody new comes in."""
        stage = self.store.world.session.stage
        if self.teacher.door.locked or stage == "ended":
            return False
        return stage == "lobby" if self._code_asked is None else self._code_asked

    @property
    def way_off_the_wall(self) -> str:
        """While the code is in sight."""
        return "F2 folds the code away" if self.code_shown else ""

    def _show_top(self) -> None:
        store, now, session = self.store, self.teacher.now(), self.store.world.session
        running = {"lobby": "LOBBY", "debrief": "DEBRIEF", "ended": "OVER"}
        state = running.get(session.stage) or ("PAUSED" if session.paused else "RUNNING")
        # What is shown is what was so when the server was last there.
        state = NO_SERVER if is_gone(store) else state
        phase = phase_words(store) if session.stage == "playing" else ""
        phase = "" if phase == session.title else phase
        self.query_one(TopLine).show(
            [
                Part(session.title or "GoodPath", 1),
                Part(phase_count(store), 3),
                Part(phase, 4),
                Part(day_and_time(store, now) if session.stage == "playing" else "", 2),
            ],
            [Part(time_left(store, now), 5), Part(state, 6)],
        )

    def _show_door(self) -> None:
        """How to come in, in three ways, or that nobody can; no line after play unless it is asked for."""
        door, stage = self.teacher.door, self.store.world.session.stage
        # Once it runs the glance has other numbers, of those who are here and well.
        counted = stage == "lobby" or self.has_class("-low")
        here = count_here(open_seats(self.store)) if counted else ""
        is_wanted = stage in ("lobby", "playing") or self.code_shown or (door.locked and stage != "ended")
        words = join_words(door, here, self.app.size.width - 2) if is_wanted else JoinWords(end=here)
        self.query_one(JoinLine).show(words)
        self.query_one(LargeCode).show(door, self.app.size.height)
        self.query_one(QrCode).show(door.copied)

    def _said(self) -> str:
        """What is asked, or what else is so now."""
        world = self.store.world
        if world.session.paused == AWAY:
            here = count_here(open_seats(self.store)).removesuffix(" here")
            return f"PAUSED: F6 goes on once the class is back ({here}). {_AWAY}"
        if world.session.paused:
            # What an NPC says belongs to the world, which stands still.
            return "PAUSED: no student can write; F4 narrates, F8 speaks as teacher. F6 goes on."
        guessing = guess_words(self.teacher.door)
        if guessing and world.session.stage != "ended":
            return guessing
        out, played = stepped_out(self.store)
        words = _SAID[world.session.stage]
        first = next_words(self.store)
        return words.format(
            first=f"; first comes {first}" if first else "",
            ask=f"Asked: {world.phase.ask}",
            out=out,
            played=played,
        )

    def _show_lists(self) -> None:
        seats = self.query_one("#seats", RowList)
        if seats.room < NARROWEST:
            return
        app = self.teacher
        all_rows = seat_rows(self.store, app.known, app.acts, app.now())
        rows = urgent_first(fit_for_the_wall(row) if self.code_shown else row for row in all_rows)
        stage = self.store.world.session.stage
        self.query_one(Glance).show(rows, stage)
        columns = columns_for(seats.room, rows, stage)
        self.query_one("#head", OneLine).show(head_line(columns).plain)
        lines = [Line(str(row.number), seat_line(row, columns)) for row in rows]
        seats.show(lines or [Line("", Content("Nobody has joined yet."))])
        self.query_one(PlanList).show_plan(self.store, self.teacher.now(), self.has_class("-wide"))

    # Deeds

    def deed_join_line(self, argument: str) -> None:
        """Show code and QR, or fold them away."""
        self.teacher.close_over(self)
        if self.teacher.door.locked:
            self.teacher.say("The door is locked, so the code opens nothing; L opens the door.")
            return
        if self.store.world.session.stage == "ended":
            self.teacher.say("The session is over, so nobody new comes in.")
            return
        self._code_asked = not self.code_shown
        self.sync(())
        self.teacher.show_stop()
        self.do_once_drawn(self._show_lists)

    def deed_fire(self, argument: str) -> None:
        """Let the chosen inject happen, in every cell of its row, after one more key."""
        row = self._chosen_inject()
        if row is not None:
            fire(self.teacher, row)

    def deed_skip(self, argument: str) -> None:
        """Leave the chosen inject out, after one more key."""
        row = self._chosen_inject()
        if row is not None:
            skip(self.teacher, row)

    def deed_delay(self, argument: str) -> None:
        """Put the chosen inject off."""
        row = self._chosen_inject()
        if row is None:
            return
        for cell in row.cells:
            self.teacher.do(DelayInject(inject=row.inject.key, cell=cell, seconds=DELAY_S))

    def _chosen_inject(self) -> Coming | None:
        """The inject under the cursor; where there is none it is said how to choose one."""
        row = self.query_one(PlanList).chosen_inject
        if row is None:
            self.teacher.say("Choose an inject first: Tab goes to the list, Up and Down choose.", True)
        return row

    def deed_write(self, argument: str) -> None:
        """Write privately to the chosen seat's persona."""
        seat = self.store.world.seats.get(self.chosen_seat)
        if seat is None or not seat.persona:
            self.teacher.refuse_box("Choose a seat that plays somebody first.")
        else:
            self.teacher.open(SpeakScreen(target=PERSONA + seat.persona))

    def on_option_list_option_selected(self, message: RowList.OptionSelected) -> None:
        """Enter on a seat opens its persona's page, on a question shows it alone."""
        chosen = message.option_id or ""
        if chosen.startswith(QUESTION):
            self.teacher.open(QuestionScreen(int(chosen.removeprefix(QUESTION))))
        if message.option_list.id != "seats":
            return
        seat = self.store.world.seats.get(int(chosen or 0))
        if seat is not None and seat.persona:
            self.teacher.open(RoomsScreen(PAGE + seat.persona))


def _show_in_rows(shown: Prose, words: str) -> None:
    """Show words in as many rows as the window can spare, or nothing."""
    columns, rows = shown.app.size
    most = next((many for many, least in _SAID_ROWS if rows >= least), 1)
    shown.display = bool(words)
    shown.show([Para("\n".join(fit_rows(clean_line(words), columns - _SAID_SPARE, most)))])
