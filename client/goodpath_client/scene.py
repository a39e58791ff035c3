"""Find the screen that fits the moment: joining, briefing, lobby, sheet, phone, room, dark or debrief."""

from goodpath_client.store import Store
from goodpath_core.play.event import cell_of


class Scene:
    """How far the student has come in, and the name of the screen shown for it."""

    def __init__(self, alone: bool = False) -> None:
        """`alone` says that the class waits for this seat: its world begins once the sheet has been read."""
        self._alone = alone
        self.briefed = False
        """Whether the briefing has been read, or was read before this start."""
        self.shown = ""
        """Name of the screen below all others; empty before the first."""
        self.met = ""
        """Id of the persona whose sheet has been read."""
        self._welcome_seen = False
        self.is_choosing = False
        """Whether who gives a persona back does so to choose another."""

    def wanted(self, store: Store) -> str:
        """The name of the screen that fits the moment."""
        if store.welcome is None or store.view is None:
            return "join"
        if not self._welcome_seen:
            self._welcome_seen, self.met = True, store.me
        stage = store.world.session.stage
        if not self.briefed and stage != "ended":
            return "briefing"
        if stage in ("debrief", "ended"):
            # Who reads in the debrief reads on when the session is over.
            return "debrief" if store.world.session.questions else stage
        if not store.me and (store.role == "student" or self.is_choosing):
            return "choose"
        if store.me and self.shown == "choose":
            self.is_choosing = False
        person = store.my_person
        if person is not None and stage == "lobby" and not self._alone:
            self.met = store.me
            return "lobby"
        if person is not None and (self.met != store.me or stage == "lobby"):
            return "sheet"
        if person is None and _phones_are_down(store):
            return "dark"
        return "offline" if person is not None and person.place != "phone" else "online"

    def is_settled(self, store: Store) -> bool:
        """Whether the student has read all there is to read first, and plays somebody or watches."""
        met = bool(store.me) and self.met == store.me
        return self.briefed and (met or store.role == "observer")


def _phones_are_down(store: Store) -> bool:
    """Whether the phase holds everybody of the cell in the room."""
    cell = [person for person in store.world.persons.values() if cell_of(person.id) == store.cell]
    playing = store.world.session.stage == "playing"
    return playing and bool(cell) and all(person.rule == "room" == person.place for person in cell)
