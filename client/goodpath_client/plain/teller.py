"""Tell each change of the copy in lines, where it is heard: the phone's with the phone in the hand."""

from goodpath_client.allowed import WATCHING
from goodpath_client.changes import Change
from goodpath_client.held_socket import IN_LINES, MAY_HOLD, HeldSocket
from goodpath_client.names import name_person
from goodpath_client.own_words import beginning, is_as_another, words_as_another, words_of
from goodpath_client.plain.connection import ConnectionTeller
from goodpath_client.plain.own_albums import OwnAlbums
from goodpath_client.plain.room import say_news
from goodpath_client.plain.scenes import exchanges, tell_event
from goodpath_client.plain.sentences import IN_ROOM, ON_PHONE
from goodpath_client.plain.start import come
from goodpath_client.plain.table import Table
from goodpath_client.plain.visits import forget_visit
from goodpath_client.removal_words import told_as_loss
from goodpath_client.so_already import is_so_already
from goodpath_client.ways_out import with_orders
from goodpath_core.play.event import Event
from goodpath_core.play.places import PlaceChanged
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.visits import VisitPage


class Teller:
    """Prints changes of the store as sentences."""

    def __init__(self, table: Table) -> None:
        """Speak to whoever sits at the table."""
        self._table, self._store, self._write = table, table.store, table.write
        self._connection = ConnectionTeller(table.store)
        self._held = HeldSocket(IN_LINES)
        self._albums = OwnAlbums()
        self._place = ""
        self._owes_exchanges = False
        """Whether it is not said yet in this phase what may be exchanged: that needs the phone."""

    def tell(self, change: Change) -> None:
        """Say what has changed, if it need be said."""
        self._table.moves.hear(change, self._store, self._table.now())
        if change.kind == "event" and change.event is not None:
            self._tell_event(change.event)
            self._tell_held(change.event.fact.kind)
            if change.event.fact.kind == "session.ended":
                self._table.words.end()
        elif change.kind == "refused" and not is_so_already(change):
            self._tell_refused(change)
        elif change.kind == "done":
            self._table.asked.answered(change)
        elif change.kind in ("refused", "withdrawn"):
            self._table.asked.withdrawn(change.id)
        elif change.kind == "link":
            self._table.tell(self._connection.news())
        elif change.kind == "state":
            come(self._table)
            self._table.tell(self._table.words.take_up(self._table.asked))
            self._held.look(self._store)
            self._albums.look(self._store)
            self._place = self._where()
        self._table.tell(self._table.signal.hear(change, self._table.now()))

    def _tell_refused(self, change: Change) -> None:
        """Say what was not done: why, and by the beginning of its words which it was."""
        watches = self._store.role == "observer" and change.code == "not_allowed"
        words = words_of(change.command) if change.command else ""
        which = f" You had typed {beginning(words)}." if words else ""
        if is_as_another(change, self._store.me):
            which = ""  # The words follow, whole.
        self._write(f"Not done: {WATCHING if watches else with_orders(change.code, change.text)}{which}")
        self._tell_lost(change)

    def _tell_lost(self, change: Change) -> None:
        """What was refused is kept: words meant as another are shown, pictures wait if no others do."""
        words = words_as_another(change, self._store.me)
        if words:
            # Perhaps before this start: then they stand nowhere else.
            name = name_person(self._store.view, change.persona)
            # Of a seat that was lost before anything was loaded no name is known.
            self._write(f"You had written{f', as {name}' if name else ''}: {words}")
        self._store.drop_pending(change.id)
        self._table.asked.answered(change)
        if isinstance(change.command, VisitPage):
            forget_visit(self._table, change.command.page)
        if isinstance(change.command, PublishPost) and not is_as_another(change, self._store.me):
            self._table.attached = self._table.attached or change.command.cards

    def _tell_event(self, event: Event) -> None:
        """Say what happened; what is heard only elsewhere waits until one is there."""
        albums = self._albums.hear(self._store, event)
        if event.fact.kind in self._unheard() and not told_as_loss(self._store, event):
            return
        place = self._moved_to(event)
        self._owes_exchanges |= event.fact.kind == "phase.began"
        if not place or place != self._place:
            self._tell_happened(event, place, tell_event(self._store, event) if albums is None else albums)
        if place == "phone" and self._owes_exchanges:
            self._owes_exchanges = False
            self._table.tell(exchanges(self._store))

    def _tell_held(self, kind: str) -> None:
        """Say whose phone keeps a socket now without charging."""
        words = self._held.hear(self._store, kind) if kind in MAY_HOLD else ""
        self._table.tell(filter(None, (words,)))

    def _tell_happened(self, event: Event, place: str, words: list[str]) -> None:
        """Say what happened; on the phone also what has come meanwhile."""
        self._table.tell(words)
        self._table.rung = event.seq
        if event.room in self._store.world.rooms:
            self._store.unread.see(event.room, (event.seq,))
        self._place = place or self._place
        if place == "phone":
            say_news(self._table)

    def _unheard(self) -> frozenset[str]:
        """Kinds of what is not heard where the persona is now."""
        off_phone = ON_PHONE if self._table.off_phone else frozenset()
        return off_phone | (IN_ROOM if self._where() in ("phone", "shift") else frozenset())

    def _moved_to(self, event: Event) -> str:
        """The place to which the own persona was moved; empty if it was not."""
        fact = event.fact
        return fact.place if isinstance(fact, PlaceChanged) and fact.persona == self._store.me else ""

    def _where(self) -> str:
        """Where the persona is; nowhere while nothing is played."""
        person = self._store.my_person
        return person.place if person and self._store.world.session.stage == "playing" else ""
