"""Keep the client's copy of the session: folded by the server's own rules, watched by the screens."""

from collections.abc import Callable, Iterable
from typing import Any

from goodpath_client.changes import Change
from goodpath_client.kept_looks import KeptLooks
from goodpath_client.lines import LineBook, fold_page
from goodpath_client.link_state import LinkState
from goodpath_client.own_lines import OwnLines, Pending
from goodpath_client.page_news import PageNews
from goodpath_client.read_marks import ReadMarks
from goodpath_client.session_copy import ROLES, SessionCopy
from goodpath_client.typists import Typists
from goodpath_client.unread import UnreadBook
from goodpath_core.play.control import WorldPaused
from goodpath_core.play.event import Command, Event
from goodpath_core.play.messages import MessagePosted, ends_of
from goodpath_core.play.registry import reduce
from goodpath_core.play.safety import AsideSpoken
from goodpath_core.play.state import Message, Room, World
from goodpath_core.scenario.view import View
from goodpath_core.wire.codec import event_from
from goodpath_core.wire.frames import Welcome

Listener = Callable[[Change], None]

_MISFIT = (KeyError, AttributeError, IndexError, ValueError)
"""What a reducer raises when an event does not fit the copy."""
_UNKNOWN = (None, "")
"""Of a request that was not made here: no command, and as nobody."""


class Store(SessionCopy):
    """What this seat knows; the link feeds it, the screens read it and listen."""

    def __init__(self, marks: ReadMarks | None = None, looks: KeptLooks | None = None) -> None:
        """How far chats have been read stands in `marks`, what was seen of the own page in `looks`.

        Without them it is known until the process ends.
        """
        super().__init__()
        self._marks = marks or ReadMarks(None)
        self.known = LineBook(lambda: self.world)
        """Which lines of each room are known."""
        self.unread = UnreadBook(self.lines, lambda: self.me, self.is_mine, self._marks, self.known.gap)
        self.page_news = PageNews(looks)
        self._misfits: set[int] = set()
        self._own = OwnLines()
        self.asked: dict[str, tuple[Command, str]] = {}
        """Request -> what it asks for and as whom, until it is answered."""
        self._typists = Typists()
        self._listeners: list[Listener] = []

    # What is so, line by line

    def lines(self, room: str) -> list[Message]:
        """All known lines of a room, oldest first; those that are gone stay as tombstones without text."""
        return self.known.lines(room)

    def pending(self, room: str) -> list[Pending]:
        """Own lines of a room that are on their way or were refused, in the order of writing."""
        return self._own.in_room(room)

    def typing(self, room: str, now_ms: int) -> list[str]:
        """Names of those who type in a room."""
        return [self.name(voice) for voice in self._typists.in_room(room, now_ms) if voice != self.me]

    # Listening

    def on_change(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with every change from now on; the returned function ends that."""
        self._listeners.append(listener)

        def end() -> None:
            self._listeners.remove(listener)

        return end

    def tell(self, change: Change) -> None:
        """Tell all listeners of a change."""
        for listener in tuple(self._listeners):
            listener(change)

    # What the link brings

    def set_link(self, state: LinkState) -> None:
        """The connection stands differently."""
        if state != self.link:
            self.link = state
            self.tell(Change("link"))

    def greet(self, welcome: Welcome, now_ms: int) -> None:
        """The server has said welcome; a copy that cannot be carried on waits for `reload`."""
        before = self.welcome
        seat_is_same = before is not None and (before.session, before.seat) == (welcome.session, welcome.seat)
        role = ROLES.get(welcome.role, welcome.role)
        player_is_same = (self.me, self.role, self.cell) == (welcome.persona, role, welcome.cell)
        self.welcome = welcome
        self._heard_ms, self._heard_at_ms = welcome.now_ms, now_ms
        self.teacher_here = welcome.teacher_here
        self._marks.open(welcome.session, welcome.seat)
        self.page_news.open(welcome.session, welcome.seat)
        if welcome.mode == "fresh" or not seat_is_same or not player_is_same:
            self._held = []

    def take_news(self, values: Iterable[Any], now_ms: int) -> None:
        """Fold the events of a news frame, come at `now_ms`; those already folded are passed over."""
        for value in values:
            event = event_from(value)
            if event is not None:
                self.catch_up_with(event.wall_ms, now_ms)
                self.take_event(event)

    def take_event(self, event: Event) -> None:
        """Fold one event, or hold it until the copy has been made anew."""
        if self._held is not None:
            self._held.append(event)
        elif event.seq > self.world.seq:
            self._fold(event)

    def reload(self, world: World, view: View) -> None:
        """Take the visible state and the view as of now, and fold what came later."""
        held, self._held = self._held or [], None
        self.world, self.view = world, view
        self.known.forget()
        self._own.reach(world.seq)
        self.tell(Change("state"))
        for event in sorted(held, key=lambda one: one.seq):
            self.take_event(event)

    def take_history(self, room: str, values: Iterable[Any], before: int = 0) -> int:
        """Put a page among a room's lines; how many it held.

        It holds all from its first `before` a number, or, for 0, up to its last.
        """
        events = [event for event in map(event_from, values) if event is not None]
        found = self.world.rooms.get(room) or Room(room, "private", "", ends_of(room))
        page = fold_page(found, events)
        self.known.add_page(room, page, before)
        self.unread.settle(room)
        return len(page)

    def set_here(self, personas: Iterable[str], teacher_here: bool = True) -> None:
        """These personas have a connection now, and a teacher has one or not."""
        before, self.here, self.teacher_here = self.here, frozenset(personas), teacher_here
        self.is_here_told = True
        for one in before - self.here:
            self._typists.leave(one)
        self.tell(Change("here"))

    def note_typing(self, room: str, voice: str, now_ms: int) -> None:
        """Somebody types; it holds for six seconds."""
        self._typists.note(room, voice, now_ms)
        self.tell(Change("typing", room=room))

    def expect(self, request: str, command: Command, persona: str = "", of: str = "") -> None:
        """A request is on its way, meant as a persona; `of` is the request whose line it takes back."""
        self.asked[request] = (command, persona)
        self._own.take_back(of)
        room = self._own.expect(request, command, persona or self.me, self.label)
        if room:
            self.tell(Change("pending", room=room))

    def settle(self, request: str, seq: int) -> None:
        """A request is stored; `seq` is the number of its first event."""
        room = self._own.store(request, seq, self.world.seq)
        if room:
            self.tell(Change("pending", room=room))
        command, persona = self.asked.pop(request, _UNKNOWN)
        self.tell(Change("done", id=request, command=command, persona=persona))

    def refuse(self, request: str, code: str, text: str) -> None:
        """A request was refused for good; its line, if any, stays as failed until it is dropped."""
        room = self._own.fail(request, text)
        command, persona = self.asked.pop(request, _UNKNOWN)
        self.tell(
            Change("refused", room=room, id=request, code=code, text=text, command=command, persona=persona)
        )

    def drop_pending(self, request: str) -> None:
        """Forget a failed line, whose text went back into the composer, or a request that is withdrawn."""
        room = self._own.drop(request)
        command, persona = self.asked.pop(request, _UNKNOWN)
        if command is not None:
            self.tell(Change("withdrawn", room=room, id=request, command=command, persona=persona))
        elif room:
            self.tell(Change("pending", room=room))

    # Folding

    def _fold(self, event: Event) -> None:
        if self.changes_own_seat(event) and event.cell != self.cell:
            # Of another cell nothing is in this copy: it stays as it is until the new one has come.
            self._held = [event]
            return
        self.known.watch(event)
        try:
            reduce(self.world, event)
        except _MISFIT:
            # What does not fit shows that the copy has a hole; it is asked for anew, never guessed.
            # What does not fit the new copy either was written by rules that this version does not know.
            if event.seq not in self._misfits:
                self._misfits.add(event.seq)
                self._held = [event]
            return
        self.known.keep_left(event)
        self._after(event)
        self.tell(Change("event", event=event, room=event.room))

    def _after(self, event: Event) -> None:
        fact = event.fact
        if isinstance(fact, MessagePosted | AsideSpoken):
            self._typists.end(event.room, event.voice)
            voice = fact.label if isinstance(fact, AsideSpoken) else event.voice
            if self._own.land(event.room, voice, fact.text):
                # Whoever wrote a line knows it; what others said before it may still be unread.
                self.unread.see(event.room, (event.seq,))
        if isinstance(fact, WorldPaused):
            self._typists.stop()
        self._own.reach(self.world.seq)
        if self.changes_own_seat(event):
            # Another persona sees other things: the copy of the old one is of no use.
            self._held = []
