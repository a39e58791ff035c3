"""Hold this seat's copy of the session, and say who and where the seat is in it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from goodpath_client.link_state import LinkState
from goodpath_client.names import name_voice
from goodpath_core.play.event import Event, key_of, seat_label
from goodpath_core.play.messages import ends_of
from goodpath_core.play.safety import AsideSpoken
from goodpath_core.play.seats import SeatChanged
from goodpath_core.play.state import Message, Page, Person, World
from goodpath_core.scenario.cast import Persona
from goodpath_core.scenario.view import View
from goodpath_core.text import clean_line
from goodpath_core.wire.frames import Welcome

ROLES: Final[Mapping[str, str]] = MappingProxyType({"robot": "student"})
"""A robot plays as a student does."""


class SessionCopy:
    """What a seat may know of the session, as of the last event folded."""

    def __init__(self) -> None:
        self.link = LinkState()
        self.welcome: Welcome | None = None
        self.world = World()
        self.view: View | None = None
        """The scenario cut to this seat; None until it has come."""
        self.here: frozenset[str] = frozenset()
        """Ids of the personas connected now."""
        self.is_here_told = False
        """Whether it was told who is connected: it comes a moment after the welcome."""
        self.teacher_here = True
        """Whether a teacher's console is connected now, as far as that was told."""
        self._heard_ms, self._heard_at_ms = 0, 0
        self._shown_ms: int | None = None
        self._held: list[Event] | None = []

    @property
    def seat(self) -> int:
        """Number of the own seat; 0 for the teacher and before the welcome."""
        return self.welcome.seat if self.welcome else 0

    @property
    def cell(self) -> int:
        """Number of the own cell; 0 for the teacher and before the welcome."""
        seat = self.world.seats.get(self.seat)
        if seat is not None:
            return seat.cell
        return self.welcome.cell if self.welcome else 0

    @property
    def role(self) -> str:
        """student, observer or teacher; empty before the welcome."""
        seat = self.world.seats.get(self.seat)
        if self.welcome is None or self.welcome.role == "teacher":
            return self.welcome.role if self.welcome else ""
        return seat.role if seat else ROLES.get(self.welcome.role, self.welcome.role)

    @property
    def me(self) -> str:
        """Id of the own persona; empty while there is none."""
        seat = self.world.seats.get(self.seat)
        if seat is not None and self.role != "teacher":
            return seat.persona
        return self.welcome.persona if self.welcome else ""

    @property
    def my_person(self) -> Person | None:
        """The own persona in the world: place, phone, time lived."""
        return self.world.persons.get(self.me)

    @property
    def my_page(self) -> Page | None:
        """The own page."""
        return self.world.pages.get(self.me)

    @property
    def persona(self) -> Persona | None:
        """The own persona's whole record."""
        personas = self.view.personas if self.view and self.me else ()
        return next((one for one in personas if one.key == key_of(self.me)), None)

    @property
    def stale(self) -> bool:
        """Whether the copy waits to be made anew; news are held until then."""
        return self._held is not None

    def server_ms(self, now_ms: int) -> int:
        """The server's clock at the own time `now_ms`, both in milliseconds."""
        if self.welcome is None:
            return now_ms
        return self._heard_ms + int((now_ms - self._heard_at_ms) * self.welcome.rate)

    def catch_up_with(self, wall_ms: int, now_ms: int) -> None:
        """Something that happened at `wall_ms` of the server's clock is known at the own time `now_ms`.

        It cannot be earlier there now; a clock that stood still while this machine slept would say so.
        """
        if wall_ms > self.server_ms(now_ms):
            self._heard_ms, self._heard_at_ms = wall_ms, now_ms

    def keep_moment(self, now_ms: int) -> None:
        """The own time is `now_ms`; where the world goes on, it is the moment to show from now on."""
        goes_on = self.link.current and not self.link.unstored
        if self.welcome is not None and (goes_on or self._shown_ms is None):
            self._shown_ms = self.server_ms(now_ms)

    def shown_ms(self, now_ms: int) -> int:
        """The moment to show at the own time `now_ms`, on the server's clock, in milliseconds.

        While there is no server, or it can store nothing, the world stands still; so does what is shown of
        it, until the copy is current again.
        """
        self.keep_moment(now_ms)
        return now_ms if self._shown_ms is None else self._shown_ms

    def name(self, voice: str) -> str:
        """How a voice shows."""
        return name_voice(self.world, self.view, voice)

    def room_name(self, room: str) -> str:
        """How a room shows: a group's name, or the other end of a private chat."""
        other = [end for end in ends_of(room) if end and end != self.me]
        found = self.world.rooms.get(room)
        if other:
            return " and ".join(self.name(end) for end in other)
        return clean_line(found.name if found else room)

    def position(self) -> tuple[str, int]:
        """(epoch, number of the last event) to come back with; ("", 0) if the copy cannot be carried on."""
        if self.welcome is None or self.stale:
            return "", 0
        return self.welcome.epoch, self.world.seq

    @property
    def label(self) -> str:
        """Under what this seat speaks out of character."""
        return "teacher" if self.role == "teacher" else seat_label(self.seat)

    def is_mine(self, line: Message) -> bool:
        """Whether a line was written by the own persona, or out of character from this seat."""
        own = self.label if line.kind == "aside" else self.me
        return bool(own) and line.voice == own

    def may_be_mine(self, event: Event) -> bool:
        """Whether a line may have been written from this seat."""
        if isinstance(event.fact, AsideSpoken):
            return event.fact.label == self.label
        return bool(event.voice) and (event.voice == self.me or self.role == "teacher")

    def changes_own_seat(self, event: Event) -> bool:
        """Whether an event says what the own seat does from now on."""
        return isinstance(event.fact, SeatChanged) and event.fact.seat == self.seat
