"""Gathers from a session what can be shown of each persona's life: room, page, pictures, visitors, time."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from goodpath_core.play.control import PhaseBegan, SessionEnded
from goodpath_core.play.debrief import DebriefBegan
from goodpath_core.play.event import cell_of, key_of
from goodpath_core.play.offline import RoomChanged
from goodpath_core.play.places import PlaceChanged, lived_until
from goodpath_core.play.posts import PostPublished
from goodpath_core.play.state import Album, Page, Person, Post, Response, World
from goodpath_core.play.things import cards_on
from goodpath_core.scenario.cast import Persona
from goodpath_review.chronicle import walk
from goodpath_review.hands import changes_of_hands, played_personas
from goodpath_review.scene import Scene
from goodpath_review.session_file import SessionFile
from goodpath_review.spoken import Said, said


@dataclass(frozen=True, slots=True)
class Selection:
    """The pictures of a page at one moment."""

    when: str
    """Name of the phase at whose end it was so."""
    albums: tuple[Album, ...]
    """In the owner's order, without those that are empty."""

    @property
    def cards(self) -> tuple[str, ...]:
        """Keys of all pictures, each once, in order."""
        return tuple(dict.fromkeys(card for album in self.albums for card in album.cards))


class Stay(NamedTuple):
    """Somebody came to a place, or was told whether it may be left."""

    phase: int
    """Index of the phase."""
    place: str
    """room, phone or shift."""
    rule: str
    """`free`, or the place they were held in from then on; another than `place` if they could go there."""


@dataclass(slots=True)
class Session:
    """A whole session, folded, with what the fold alone does not keep."""

    scene: Scene
    """The scene after the last event."""
    first: dict[str, Selection] = field(default_factory=dict)
    """The pictures at the end of the phase in which a persona first chose some."""
    rooms: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    """What became of a room: (world second, text)."""
    said: dict[str, list[Said]] = field(default_factory=dict)
    """What each persona's player wrote in chats, without what was taken back or removed."""
    stays: dict[str, list[Stay]] = field(default_factory=dict)
    """Where each persona came to, in order, also while nobody played it."""
    passing: dict[str, str] = field(default_factory=dict)
    """Posts that pass something on, also those that are gone: `post:12` -> what, as in `Post.of`.

    Empty for a post that was erased: whether it passed something on is not known."""
    phases: list[tuple[str, int]] = field(default_factory=list)
    """(name, world second of its beginning)."""
    closed: bool = False
    """Whether play was over when the file was read, so that the time lived is complete."""

    @property
    def world(self) -> World:
        """The folded world."""
        return self.scene.world


@dataclass(frozen=True, slots=True)
class Life:
    """One persona in one cell."""

    id: str
    """Id of the persona, such as `1/yuting`."""
    cell: int
    """Counted from 1."""
    persona: Persona
    """Who this is offline, from the scenario."""
    person: Person
    """As it was after the last event."""
    page: Page
    """As it was after the last event; for the class without what its owner alone was told of visitors."""
    rooms: tuple[tuple[int, str], ...]
    """What became of the room: (world second, text); none for the class, as only who lives there read it."""
    lived: dict[str, int]
    """World seconds by place; the same numbers as the view place_time."""
    first: Selection | None
    """Chosen first, as of the end of that phase; None where nothing of it may be shown."""
    last: Selection
    """The pictures after the last event; without albums where nothing may be shown."""
    closed: tuple[str, ...]
    """Names of the albums that are closed to others at the end, as classmates could read them.

    None for the reviewer, who has what they hold."""
    changes_of_hands: tuple[int, ...]
    """World seconds at which another student went on with it; who that was is not told."""


def read_session(file: SessionFile) -> Session:
    """Fold the whole session. LogError if the file is not whole."""
    session = Session(Scene(file.scenario()))
    for scene, line in walk(file):
        session.scene = scene
        fact = line.event.fact
        spoken = said(line)
        if spoken:
            session.said.setdefault(line.event.voice, []).append(spoken)
        if isinstance(fact, PhaseBegan | DebriefBegan | SessionEnded):
            _keep_first(session)
            session.closed = not isinstance(fact, PhaseBegan)
        if isinstance(fact, PhaseBegan):
            session.phases.append((fact.name, fact.world_from))
        elif isinstance(fact, PlaceChanged):
            stay = Stay(line.event.phase, fact.place, fact.rule)
            session.stays.setdefault(fact.persona, []).append(stay)
        elif isinstance(fact, PostPublished) and (fact.of or line.record.erased):
            session.passing[f"post:{line.event.seq}"] = fact.of
        elif isinstance(fact, RoomChanged):
            session.rooms.setdefault(fact.persona, []).append((line.event.world_s, fact.text))
    _keep_first(session)
    # Names inside a report are read beside their cell.
    session.scene.several = False
    return session


def _keep_first(session: Session) -> None:
    """Remember the pictures of those who have chosen some for the first time in the phase that ends."""
    for page in session.world.pages.values():
        chosen = selection(page, session.world.phase.name)
        if page.owner not in session.first and chosen.cards:
            session.first[page.owner] = chosen


def selection(page: Page, when: str) -> Selection:
    """The pictures of a page as they are now."""
    return Selection(when, tuple(album for album in page.albums.values() if album.cards))


def lives(session: Session, private: bool = False) -> list[Life]:
    """The lives of all played personas, in the order of the cast, and for one persona by cell.

    Without `private` it is what the class may read: left out are the pictures of albums that are closed to
    others, what became of a room, and how many strangers looked at a page.
    """
    scenario = session.scene.scenario
    cast = list(scenario.personas) if scenario else []
    found = [identity for identity in played_personas(session.world) if key_of(identity) in cast]
    found.sort(key=lambda identity: (cast.index(key_of(identity)), cell_of(identity)))
    cast_of = scenario.personas if scenario else {}
    return [_life(session, identity, cast_of[key_of(identity)], private) for identity in found]


def _life(session: Session, identity: str, persona: Persona, private: bool) -> Life:
    person, page = session.world.persons[identity], session.world.pages[identity]
    # What goes on beyond the last event of a session is not known, so it is not counted.
    lived = lived_until(person, person.since)
    first, last = session.first.get(identity), selection(page, "the end")
    rooms = tuple(session.rooms.get(identity, ()))
    if not private:
        hidden = hidden_cards(page)
        page, rooms = replace(page, strangers=0), ()
        first, last = first and _shown(first, hidden), _shown(last, hidden)
    closed = () if private else closed_albums(page)
    first = first if first and first.cards else None
    hands = changes_of_hands(session.world, identity)
    return Life(identity, cell_of(identity), persona, person, page, rooms, lived, first, last, closed, hands)


def hidden_cards(page: Page) -> frozenset[str]:
    """The cards that stand in closed albums alone: their owner has hidden them, whoever saw them before."""
    return cards_on(page, own=True) - cards_on(page)


def closed_albums(page: Page) -> tuple[str, ...]:
    """Names of the albums that are closed to others, in order: everybody sees that they are there."""
    return tuple(album.name for album in page.albums.values() if album.visible_to == "me")


def _shown(chosen: Selection, hidden: frozenset[str]) -> Selection:
    """Those pictures of a page that others could see at that moment, and that were not hidden since."""
    shown = [album for album in chosen.albums if album.visible_to == "all"]
    kept = [replace(album, cards=tuple(c for c in album.cards if c not in hidden)) for album in shown]
    return Selection(chosen.when, tuple(album for album in kept if album.cards))


def standing_posts(page: Page) -> Iterable[Post]:
    """The posts that nobody took down, oldest first."""
    return (post for post in page.posts if not post.gone)


def silent_visitors(
    page: Page, responses: Iterable[Response], without: Container[int] = ()
) -> tuple[list[str], list[str]]:
    """Voices that looked at a page: (who also liked, wrote or passed on something, who did not).

    `responses` are those that count; words whose numbers are in `without` count as not written.
    """
    spoke = {
        voice
        for response in responses
        for voice in (
            *response.likes,
            *response.reposts,
            *(by for seq, by, _ in response.comments if seq not in without),
        )
    }
    came = list(dict.fromkeys(visit.by for visit in page.visits))
    return [voice for voice in came if voice in spoke], [voice for voice in came if voice not in spoke]
